#include "unit.h"

#include "base/list.h"
#include "search/listing.h"
#include "search/tokens.h"

struct fixture {
	struct arena *arena;
	struct text *text;
	struct fold *fold;
	struct postings *postings;
	struct text_lister *lister;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	fixture->arena = arena;
	fixture->text = text_open();
	fixture->fold = fold_open(fixture->text, arena);
	fixture->postings = postings_open(arena);
	fixture->lister = text_lister_open(fixture->postings, fixture->fold, arena);
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	text_close(fixture->text);
	arena_close(fixture->arena);
	return 0;
}

static void
add(struct fixture *fixture, struct str title, struct str body)
{
	struct article article = {.title = title};
	*list_add(&article.blocks, fixture->arena) = (struct block){.text = body};
	list_texts(fixture->lister, &article, fixture->arena);
}

static uint32_t
articles_in(const struct postings *postings, const struct posting_list *list)
{
	struct posting_walk walk = postings_walk(postings, list);
	uint32_t posting, count = 0;
	while (posting_next(&walk, &posting))
		count++;
	return count;
}

static struct str
text_of(uint64_t term, struct arena *arena)
{
	struct strbuf text = strbuf_open(arena);
	term_add(&text, term);
	return strbuf_str(&text);
}

/* "term:articles ..." in order. */
static struct str
listed(const struct postings *postings, const struct str_list *names, struct arena *arena)
{
	struct posting_list **lists = postings_sorted(postings, arena);
	struct strbuf out = strbuf_open(arena);
	for (size_t i = 0; i < postings_terms(postings); i++) {
		struct str term = names ? names->items[lists[i]->term]
					: text_of(lists[i]->term, arena);
		strbuf_printf(&out, "%s%.*s:%u", i ? " " : "", STR_ARG(term),
			articles_in(postings, lists[i]));
	}
	return strbuf_str(&out);
}

static struct str
listed_texts(const struct fixture *fixture)
{
	return listed(fixture->postings, NULL, fixture->arena);
}

static void
test_list_texts_never_joins_two_texts(void **state)
{
	add(*state, STR("春耕"), STR("一线"));
	assert_str(listed_texts(*state), "一线:1 春耕:1 线:1 耕:1");
}

static void
test_list_texts_lists_last_characters_that_begin_no_pair(void **state)
{
	add(*state, STR("发展"), STR("展发。发展"));
	assert_str(listed_texts(*state), "发展:1 展发:1");
	/* What began a pair in one article says nothing of the next. */
	add(*state, STR(""), STR("展"));
	assert_str(listed_texts(*state), "发展:1 展:1 展发:1");
}

static void
test_list_texts_gives_titles_the_greatest_impact(void **state)
{
	struct fixture *fixture = *state;
	uint32_t posting;
	add(fixture, STR("甲乙"), STR("丙丁"));
	struct posting_list **lists = postings_sorted(fixture->postings, fixture->arena);
	for (size_t i = 0; i < postings_terms(fixture->postings); i++) {
		struct posting_walk walk = postings_walk(fixture->postings, lists[i]);
		struct str term = text_of(lists[i]->term, fixture->arena);
		assert_true(posting_next(&walk, &posting));
		bool of_title =
			str_equal(term, STR("甲乙")) || str_equal(term, STR("乙"));
		assert_int_equal(posting % IMPACTS == IMPACT_TITLE, of_title);
	}
}

static void
test_list_names_of_person_column_page_and_kind(void **state)
{
	struct fixture *fixture = *state;
	struct arena *arena = fixture->arena;
	struct authority authority = {
		.person_of = map_open(arena), .tag_of = map_open(arena)};
	struct article article = {.address = STR("2024/03/05/01-1.html"),
		.date = {2024, 3, 5},
		.column = STR("夜读 A"),
		.page = STR("A01"),
		.kind = ARTICLE_POEM};
	*list_add(&article.mentions, arena) =
		(struct mention){.name = STR("郭越峰"), .count = 2, .strong = 2};
	struct page page = {.date = article.date}, *pages[] = {&page};
	*list_add(&page.articles, arena) = &article;
	struct catalog *catalog =
		catalog_build(pages, 1, &authority, fixture->text, arena);
	struct name_index index = list_names(catalog, 0, 1, arena);
	assert_str(listed(index.postings, &index.names, arena),
		"c夜读　Ａ:1 kｐｏｅｍ:1 nＡ０１:1 pｇｕｏ－ｙｕｅｆｅｎｇ:1");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_list_texts_never_joins_two_texts),
		TEST(test_list_texts_lists_last_characters_that_begin_no_pair),
		TEST(test_list_texts_gives_titles_the_greatest_impact),
		TEST(test_list_names_of_person_column_page_and_kind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
