#include "unit.h"

#include "base/list.h"
#include "search/listing.h"

struct fixture {
	struct arena *arena;
	struct text *text;
	struct fold *fold;
	struct postings *postings;
	struct pair_heads *heads;
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
	fixture->heads = pair_heads_open(arena);
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
	list_texts(fixture->postings, fixture->fold, fixture->heads, &article,
		fixture->arena);
}

/* "term:articles ..." in order. */
static struct str
listed(struct fixture *fixture)
{
	struct posting_list **lists = postings_sorted(fixture->postings, fixture->arena);
	struct strbuf out = strbuf_open(fixture->arena);
	for (size_t i = 0; i < fixture->postings->by_term.count; i++)
		strbuf_printf(&out, "%s%.*s:%u", i ? " " : "", STR_ARG(lists[i]->term),
			lists[i]->count);
	return strbuf_str(&out);
}

static void
test_list_texts_never_joins_two_texts(void **state)
{
	add(*state, STR("春耕"), STR("一线"));
	assert_str(listed(*state), "一线:1 春耕:1 线:1 耕:1");
}

static void
test_list_texts_lists_last_characters_that_begin_no_pair(void **state)
{
	add(*state, STR("发展"), STR("展发。发展"));
	assert_str(listed(*state), "发展:1 展发:1");
	/* What began a pair in one article says nothing of the next. */
	add(*state, STR(""), STR("展"));
	assert_str(listed(*state), "发展:1 展:1 展发:1");
}

static void
test_list_texts_gives_titles_the_greatest_impact(void **state)
{
	struct fixture *fixture = *state;
	uint32_t posting;
	add(fixture, STR("甲乙"), STR("丙丁"));
	struct posting_list **lists = postings_sorted(fixture->postings, fixture->arena);
	for (size_t i = 0; i < fixture->postings->by_term.count; i++) {
		struct posting_walk walk = posting_walk(lists[i]);
		assert_true(posting_next(&walk, &posting));
		bool of_title = str_equal(lists[i]->term, STR("甲乙")) ||
				str_equal(lists[i]->term, STR("乙"));
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
	catalog_build(pages, 1, &authority, fixture->text, arena);
	list_names(fixture->postings, &article, arena);
	assert_str(listed(fixture),
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
