#include "content.h"

#include "base/list.h"
#include "read/frozen.h"

struct folder {
	struct arena *arena;
	struct source_list sources;
	struct page *pages[8];
	size_t count;
};

/* Adds a source and, unless it could not be read, its page with one article. */
static struct page *
add(struct folder *folder, const char *path, bool readable)
{
	struct file_info info = {.path = str_from(path)};
	struct source source = source_of(&info);
	*list_add(&folder->sources, folder->arena) = source;
	if (!readable)
		return NULL;
	struct page *page = arena_new(folder->arena, struct page);
	page->source = info.path;
	page->curated = source.kind == SOURCE_MARKDOWN;
	struct article *article = arena_new(folder->arena, struct article);
	article->ordinal = 1;
	*list_add(&page->articles, folder->arena) = article;
	return folder->pages[folder->count++] = page;
}

static void
settle(struct folder *folder)
{
	frozen_settle(&folder->sources, folder->pages, folder->count, folder->arena);
}

static void
test_frozen_settle_takes_the_articles_of_the_page_text(void **state)
{
	struct folder folder = {.arena = ((struct fixture *)*state)->arena};
	struct page *frozen = add(&folder, "2024-03-05/01-3.md", true);
	struct page *text = add(&folder, "2024-03-05/01.txt", true);
	struct page *other = add(&folder, "2024-03-05/02.txt", true);
	struct page *elsewhere = add(&folder, "2024-03-06/01.txt", true);
	settle(&folder);
	assert_int_equal(text->articles.count, 0);
	assert_int_equal(other->articles.count, 1);
	assert_int_equal(elsewhere->articles.count, 1);
	assert_str(frozen->articles.items[0]->evidence, "2024-03-05/01.txt");
	assert_int_equal(frozen->articles.items[0]->ordinal, 3);
}

static void
test_frozen_settle_counts_files_that_cannot_be_read(void **state)
{
	struct folder folder = {.arena = ((struct fixture *)*state)->arena};
	add(&folder, "01-1.md", false);
	struct page *text = add(&folder, "01.txt", true);
	settle(&folder);
	assert_int_equal(text->articles.count, 0);
}

static void
test_frozen_settle_leaves_other_names_alone(void **state)
{
	struct folder folder = {.arena = ((struct fixture *)*state)->arena};
	static const char *const names[] = {
		"01.md", "01-.md", "01-0.md", "01-05.md", "01-a.md", "02-1.md"};
	struct page *text = add(&folder, "01.txt", true);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add(&folder, names[i], true);
	settle(&folder);
	assert_int_equal(text->articles.count, 1);
	for (size_t i = 1; i < folder.count; i++) {
		assert_int_equal(folder.pages[i]->articles.items[0]->evidence.len, 0);
		assert_int_equal(folder.pages[i]->articles.items[0]->ordinal, 1);
	}
}

static void
test_frozen_path_stands_beside_the_page(void **state)
{
	struct arena *arena = ((struct fixture *)*state)->arena;
	assert_str(frozen_path(STR("2024-03-05/1-2.txt"), 12, arena),
		"2024-03-05/1-2-12.md");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_frozen_settle_takes_the_articles_of_the_page_text),
		content_test(test_frozen_settle_counts_files_that_cannot_be_read),
		content_test(test_frozen_settle_leaves_other_names_alone),
		content_test(test_frozen_path_stands_beside_the_page),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
