#include "content.h"

#include "archive/catalog.h"
#include "base/list.h"

struct world {
	struct fixture *fixture;
	struct authority authority;
	struct page *pages[64];
	size_t count;
};

static struct world
open_world(void **state, const char *people, const char *tags)
{
	struct world world = {.fixture = *state};
	struct fixture *fixture = *state;
	if (people)
		put(fixture, "content/people.yaml", people);
	if (tags)
		put(fixture, "content/tags.yaml", tags);
	assert_true(authority_read(
		STR("content"), &world.authority, fixture->arena, &fixture->report));
	return world;
}

static struct page *
add_page(struct world *world, const char *source, struct date date, const char *number)
{
	struct page *page = arena_new(world->fixture->arena, struct page);
	*page = (struct page){.source = str_from(source),
		.date = date,
		.number = str_from(number),
		.name = STR("")};
	world->pages[world->count++] = page;
	return page;
}

static struct article *
add_article(struct world *world, struct page *page, const char *title)
{
	struct article *article = arena_new(world->fixture->arena, struct article);
	*article = (struct article){.title = str_from(title),
		.date = page->date,
		.page = page->number,
		.source = page->source,
		.column = STR(""),
		.ordinal = (unsigned)page->articles.count + 1};
	*list_add(&page->articles, world->fixture->arena) = article;
	return article;
}

static void
mention(struct world *world, struct article *article, const char *name,
	const char *office, unsigned count)
{
	*list_add(&article->mentions, world->fixture->arena) =
		(struct mention){.name = str_from(name),
			.office = str_from(office),
			.context = STR(""),
			.count = count,
			.strong = *office != '\0'};
}

static void
credit(struct world *world, struct article *article, const char *role, const char *name)
{
	*list_add(&article->credits, world->fixture->arena) =
		(struct credit){.role = str_from(role), .name = str_from(name)};
}

static void
tag(struct world *world, struct article *article, enum tag_kind kind, const char *name)
{
	*list_add(&article->tags, world->fixture->arena) =
		(struct tag_use){.kind = kind, .name = str_from(name), .weight = 100};
}

static struct catalog *
build(struct world *world)
{
	return catalog_build(world->pages, world->count, &world->authority,
		world->fixture->text, world->fixture->arena);
}

static struct date
day(int number)
{
	return (struct date){2024, 3, number};
}

static const struct person *
person(const struct catalog *catalog, const char *subject)
{
	return map_find(&catalog->person_by_subject, str_from(subject));
}

/* --- order, issues, years --- */

static void
test_catalog_build_empty(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	struct catalog *catalog = build(&world);
	assert_int_equal(catalog->articles.count, 0);
	assert_int_equal(catalog->issues.count, 0);
	assert_int_equal(catalog->people.count, 0);
}

static void
test_catalog_build_orders_articles(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	struct page *undated = add_page(&world, "a.txt", (struct date){0}, "");
	struct page *second = add_page(&world, "b/10.txt", day(5), "10");
	struct page *first = add_page(&world, "b/2.txt", day(5), "2");
	struct page *old = add_page(&world, "c.txt", (struct date){1998, 7, 9}, "01");
	add_article(&world, undated, "五");
	add_article(&world, second, "四");
	add_article(&world, first, "二");
	add_article(&world, first, "三");
	add_article(&world, old, "一");
	struct catalog *catalog = build(&world);
	static const char *const order[] = {"一", "二", "三", "四", "五"};
	assert_int_equal(catalog->articles.count, 5);
	for (size_t i = 0; i < 5; i++)
		assert_str(catalog->articles.items[i]->title, order[i]);
	assert_int_equal(catalog->undated.count, 1);
	assert_str(catalog->undated.items[0]->title, "五");
	assert_str(catalog->pages.items[0]->source, "a.txt");
	assert_str(catalog->pages.items[3]->source, "c.txt");
}

static void
test_catalog_build_links_issues_and_years(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	add_article(&world, add_page(&world, "b/02.txt", day(6), "02"), "乙");
	add_article(&world, add_page(&world, "b/01.txt", day(6), "01"), "甲");
	add_article(&world, add_page(&world, "a/01.txt", (struct date){2023, 1, 1}, "01"),
		"旧");
	add_page(&world, "c/01.txt", day(7), "01");
	struct catalog *catalog = build(&world);
	assert_int_equal(catalog->issues.count, 3);
	struct issue *middle = catalog->issues.items[1];
	assert_int_equal(middle->date.day, 6);
	assert_int_equal(middle->pages.count, 2);
	assert_str(middle->pages.items[0]->number, "01");
	assert_ptr_equal(middle->previous, catalog->issues.items[0]);
	assert_ptr_equal(middle->next, catalog->issues.items[2]);
	assert_null(catalog->issues.items[0]->previous);
	assert_null(catalog->issues.items[2]->next);
	assert_int_equal(catalog->years.count, 2);
	assert_int_equal(catalog->years.items[0].number, 2023);
	assert_int_equal(catalog->years.items[0].article_count, 1);
	assert_int_equal(catalog->years.items[1].issues.count, 2);
	assert_int_equal(catalog->years.items[1].article_count, 2);
}

static void
test_catalog_build_issue_number_from_first_page_that_has_it(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	add_page(&world, "a/01.txt", day(5), "01");
	add_page(&world, "a/02.txt", day(5), "02")->issue_number = STR("13118");
	add_page(&world, "a/03.txt", day(5), "03")->issue_number = STR("13119");
	assert_str(build(&world)->issues.items[0]->number, "13118");
}

static void
test_catalog_build_leaves_out_drafts(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	struct page *page = add_page(&world, "a.md", day(5), "01");
	struct article *article = add_article(&world, page, "稿");
	page->curated = article->curated = article->draft = true;
	struct catalog *catalog = build(&world);
	assert_int_equal(catalog->articles.count, 0);
	assert_int_equal(catalog->pages.count, 0);
	assert_int_equal(catalog->issues.count, 0);
}

static void
test_catalog_build_orders_frozen_articles_as_printed(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	static const char *const sources[] = {"01-10.md", "01-2.md", "01-1.md"};
	for (size_t i = 0; i < 3; i++) {
		struct page *page = add_page(&world, sources[i], day(5), "01");
		struct article *article = add_article(&world, page, sources[i]);
		article->evidence = STR("01.txt");
		article->ordinal = i == 0 ? 10 : 3 - (unsigned)i;
	}
	struct catalog *catalog = build(&world);
	assert_str(catalog->articles.items[0]->source, "01-1.md");
	assert_str(catalog->articles.items[1]->source, "01-2.md");
	assert_str(catalog->articles.items[2]->source, "01-10.md");
}

static void
test_catalog_build_is_the_same_in_any_order(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	for (int i = 0; i < 4; i++) {
		const char *source = str_format(world.fixture->arena, "p%d.txt", i).data;
		struct article *article = add_article(
			&world, add_page(&world, source, day(5), "01"), source);
		mention(&world, article, i % 2 ? "李纳" : "李娜", "局长", 1);
		tag(&world, article, TAG_TOPIC, "防汛");
	}
	struct catalog *first = build(&world);
	struct page *swapped = world.pages[0];
	world.pages[0] = world.pages[3];
	world.pages[3] = swapped;
	struct catalog *second = build(&world);
	for (size_t i = 0; i < 4; i++)
		assert_ptr_equal(first->articles.items[i], second->articles.items[i]);
	for (size_t i = 0; i < first->people.count; i++) {
		assert_str(
			second->people.items[i]->name, first->people.items[i]->name.data);
		assert_true(str_equal(
			first->people.items[i]->slug, second->people.items[i]->slug));
	}
}

static void
test_catalog_add_notes(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	struct page *page = add_page(&world, "a/01.txt", day(5), "01");
	struct page *other = add_page(&world, "a/02.txt", day(5), "02");
	struct catalog *catalog = build(&world);
	struct page_name names[] = {{STR_INIT("1"), STR_INIT("要闻")}};
	struct issue_notes notes = {
		.date = day(5), .number = STR("77"), .note = STR("特刊")};
	notes.pages.items = names;
	notes.pages.count = 1;
	catalog_add_notes(catalog, &notes);
	assert_str(catalog->issues.items[0]->number, "77");
	assert_str(catalog->issues.items[0]->note, "特刊");
	assert_str(page->name, "要闻");
	assert_str(other->name, "");
	notes.date = day(9);
	notes.number = STR("78");
	catalog_add_notes(catalog, &notes);
	assert_str(catalog->issues.items[0]->number, "77");
}

/* --- jumps --- */

static void
test_catalog_build_links_parts(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	struct page *front = add_page(&world, "a/01.txt", day(5), "01");
	struct page *back = add_page(&world, "a/03.txt", day(5), "03");
	struct page *later = add_page(&world, "b/03.txt", day(6), "03");
	struct article *one = add_article(&world, front, "甲"),
		       *two = add_article(&world, front, "乙");
	struct article *rest_two = add_article(&world, back, "乙");
	struct article *rest_one = add_article(&world, back, "（上接第1版）");
	struct article *stranger = add_article(&world, later, "甲");
	one->jump_to = two->jump_to = STR("3");
	rest_one->jump_from = rest_two->jump_from = stranger->jump_from = STR("1");
	build(&world);
	assert_ptr_equal(two->continued, rest_two);
	assert_ptr_equal(rest_two->continues, two);
	assert_ptr_equal(one->continued, rest_one);
	assert_null(stranger->continues);
}

/* --- people --- */

static void
test_catalog_people_need_evidence(void **state)
{
	struct world world = open_world(state, "- name: 甘霖\n", NULL);
	struct article *article =
		add_article(&world, add_page(&world, "a/01.txt", day(5), "01"), "甲");
	mention(&world, article, "一次过", "", 1);
	mention(&world, article, "两次过", "", 2);
	mention(&world, article, "褚映岚", "副市长", 1);
	mention(&world, article, "甘霖", "", 1);
	credit(&world, article, "记者", "林一苇");
	credit(&world, article, "", "本报资料室");
	credit(&world, article, "", "资料室");
	credit(&world, article, "", "本报讯");
	credit(&world, article, "", "县宣传部");
	credit(&world, article, "", "张文社");
	struct catalog *catalog = build(&world);
	assert_null(person(catalog, "一次过"));
	assert_non_null(person(catalog, "两次过"));
	assert_non_null(person(catalog, "褚映岚"));
	assert_non_null(person(catalog, "甘霖"));
	assert_non_null(person(catalog, "林一苇"));
	assert_non_null(person(catalog, "张文社"));
	assert_int_equal(catalog->people.count, 5);
}

/* What ever only looks hardly like a name makes no person, however often it stands. */
static void
test_catalog_people_of_faint_evidence(void **state)
{
	struct world world = open_world(state, "- name: 金万元\n", NULL);
	struct article *article =
		add_article(&world, add_page(&world, "a/01.txt", day(5), "01"), "甲");
	static const char *const names[] = {"劳永逸", "金万元", "唐满江"};
	for (size_t i = 0; i < 3; i++) {
		mention(&world, article, names[i], "", 4);
		article->mentions.items[i].faint = i < 2 ? 4 : 3;
	}
	struct catalog *catalog = build(&world);
	assert_null(person(catalog, "劳永逸"));
	assert_null(article->mentions.items[0].person);
	assert_non_null(person(catalog, "金万元"));
	assert_non_null(person(catalog, "唐满江"));
}

static void
test_catalog_people_occurrences_add_up_over_articles(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	for (int i = 5; i < 7; i++) {
		struct page *page =
			add_page(&world, i == 5 ? "a/01.txt" : "b/01.txt", day(i), "01");
		mention(&world, add_article(&world, page, "甲"), "唐满江", "", 1);
	}
	struct catalog *catalog = build(&world);
	const struct person *found = person(catalog, "唐满江");
	assert_non_null(found);
	assert_int_equal(found->news.count, 2);
	assert_int_equal(found->news.items[0].article->date.day, 5);
	assert_int_equal(found->first.day, 5);
	assert_int_equal(found->last.day, 6);
	assert_str(found->slug, "tang-manjiang");
	assert_str(found->pinyin, "Tang Manjiang");
	assert_str(found->initials, "tmj");
}

static void
test_catalog_people_variants_and_denials(void **state)
{
	struct world world = open_world(state,
		"- name: 曾满仓\n  variants: [曾满苍]\n  note: 种粮大户\n  slug: "
		"zeng-mc\n"
		"- name: 于当日\n  deny: true\n",
		NULL);
	struct article *article =
		add_article(&world, add_page(&world, "a/01.txt", day(5), "01"), "甲");
	mention(&world, article, "曾满苍", "", 1);
	mention(&world, article, "曾满仓", "", 3);
	mention(&world, article, "于当日", "局长", 5);
	credit(&world, article, "", "于当日");
	struct catalog *catalog = build(&world);
	assert_int_equal(catalog->people.count, 1);
	const struct person *found = catalog->people.items[0];
	assert_str(found->name, "曾满仓");
	assert_str(found->slug, "zeng-mc");
	assert_true(found->slug_given);
	assert_str(found->note, "种粮大户");
	assert_int_equal(found->news.count, 1);
	assert_int_equal(found->news.items[0].mention->count, 3);
	assert_ptr_equal(article->mentions.items[0].person, found);
	struct person_refs refs = catalog_people_of(article, world.fixture->arena);
	assert_int_equal(refs.count, 1);
	assert_ptr_equal(refs.items[0], found);
}

static void
test_catalog_people_splits(void **state)
{
	struct world world = open_world(state,
		"- name: 周明远\n  split:\n    - {slug: zhou-a, office: [局长]}\n"
		"    - {slug: zhou-b, to: 2020}\n",
		NULL);
	struct article *office =
		add_article(&world, add_page(&world, "a/01.txt", day(5), "01"), "甲");
	struct article *time = add_article(&world,
		add_page(&world, "b/01.txt", (struct date){2020, 12, 31}, "01"), "乙");
	struct article *neither =
		add_article(&world, add_page(&world, "c/01.txt", day(6), "01"), "丙");
	mention(&world, office, "周明远", "市交通运输局局长", 1);
	mention(&world, time, "周明远", "", 1);
	mention(&world, neither, "周明远", "", 2);
	struct catalog *catalog = build(&world);
	assert_int_equal(catalog->people.count, 3);
	assert_str(person(catalog, "周明远#zhou-a")->slug, "zhou-a");
	assert_ptr_equal(person(catalog, "周明远#zhou-a")->news.items[0].article, office);
	assert_ptr_equal(person(catalog, "周明远#zhou-b")->news.items[0].article, time);
	assert_str(person(catalog, "周明远")->slug, "zhou-mingyuan");
	assert_ptr_equal(catalog_people_of(time, world.fixture->arena).items[0],
		person(catalog, "周明远#zhou-b"));
}

static void
test_catalog_people_offices_over_time(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	static const char *const offices[] = {"副市长", "副市长", "政协主席"};
	for (int i = 0; i < 3; i++) {
		const char *source = str_format(world.fixture->arena, "%d.txt", i).data;
		struct page *page = add_page(&world, source, day(20 - i * 5), "01");
		struct article *article = add_article(&world, page, "甲");
		mention(&world, article, "褚映岚", offices[i], 1);
		if (i < 2)
			mention(&world, article, "于汛", i ? "镇长" : "局长", 1);
	}
	struct catalog *catalog = build(&world);
	const struct person *found = person(catalog, "褚映岚");
	assert_int_equal(found->offices.count, 2);
	assert_str(found->offices.items[0].title, "政协主席");
	assert_str(found->offices.items[1].title, "副市长");
	assert_int_equal(found->offices.items[1].first.day, 15);
	assert_int_equal(found->offices.items[1].last.day, 20);
	assert_int_equal(found->offices.items[1].count, 2);
	assert_str(found->office, "副市长");
	/* Of two that are printed as often, the last. */
	assert_str(person(catalog, "于汛")->office, "局长");
}

static void
test_catalog_people_together(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	for (int i = 0; i < 3; i++) {
		const char *source = str_format(world.fixture->arena, "%d.txt", i).data;
		struct article *article = add_article(
			&world, add_page(&world, source, day(5 + i), "01"), "甲");
		mention(&world, article, "谭维舟", "书记", 1);
		mention(&world, article, "雷学勤", "市长", 1);
		if (i == 0)
			mention(&world, article, "于汛", "局长", 1);
		credit(&world, article, "记者", "林一苇");
	}
	struct catalog *catalog = build(&world);
	const struct person *found = person(catalog, "谭维舟");
	assert_int_equal(found->together.count, 2);
	assert_str(found->together.items[0].person->name, "雷学勤");
	assert_int_equal(found->together.items[0].count, 3);
	assert_str(found->together.items[1].person->name, "于汛");
	assert_int_equal(person(catalog, "林一苇")->together.count, 0);
	assert_int_equal(person(catalog, "林一苇")->credits.count, 3);
	assert_int_equal(person(catalog, "林一苇")->news.count, 0);
}

static void
test_catalog_people_together_at_most_twelve(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	struct article *article =
		add_article(&world, add_page(&world, "a.txt", day(5), "01"), "甲");
	for (int i = 0; i < 20; i++) {
		struct strbuf name = strbuf_open(world.fixture->arena);
		strbuf_add(&name, STR("王"));
		strbuf_add_point(&name, 0x4E00 + (uint32_t)i);
		mention(&world, article, name.data, "委员", 1);
	}
	struct catalog *catalog = build(&world);
	assert_int_equal(catalog->people.count, 20);
	assert_int_equal(catalog->people.items[0]->together.count, 12);
}

static void
test_catalog_people_sorted_with_unique_slugs(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	struct article *article =
		add_article(&world, add_page(&world, "a.txt", day(5), "01"), "甲");
	static const char *const names[] = {"张三好", "李纳", "曾一", "李娜", "单一"};
	for (size_t i = 0; i < 5; i++)
		mention(&world, article, names[i], "委员", 1);
	struct catalog *catalog = build(&world);
	static const char *const slugs[] = {
		"li-na", "li-na-2", "shan-yi", "zeng-yi", "zhang-sanhao"};
	for (size_t i = 0; i < 5; i++)
		assert_str(catalog->people.items[i]->slug, slugs[i]);
}

/* --- tags --- */

static void
test_catalog_tags_need_two_articles(void **state)
{
	struct world world = open_world(
		state, NULL, "- name: 防汛\n  synonyms: [抗洪]\n  slug: flood\n");
	struct page *page = add_page(&world, "a.txt", day(5), "01");
	struct article *one = add_article(&world, page, "甲"),
		       *two = add_article(&world, page, "乙");
	tag(&world, one, TAG_TOPIC, "抗洪");
	tag(&world, one, TAG_TOPIC, "防汛");
	tag(&world, two, TAG_ORGANISATION, "防汛");
	tag(&world, two, TAG_PLACE, "南塘垸");
	one->column = two->column = STR("江边");
	struct catalog *catalog = build(&world);
	assert_int_equal(catalog->tags.count, 2);
	assert_str(catalog->tags.items[0]->name, "防汛");
	assert_str(catalog->tags.items[0]->slug, "flood");
	assert_int_equal(catalog->tags.items[0]->kind, TAG_TOPIC);
	assert_int_equal(catalog->tags.items[0]->articles.count, 2);
	assert_int_equal(catalog->tags.items[0]->first.day, 5);
	assert_int_equal(catalog->tags.items[1]->kind, TAG_COLUMN);
	assert_str(catalog->tags.items[1]->slug, "jiang-bian");
	assert_ptr_equal(one->column_tag, catalog->tags.items[1]);
	struct tag_refs refs = catalog_tags_of(one, world.fixture->arena);
	assert_int_equal(refs.count, 2);
	assert_str(refs.items[0]->name, "防汛");
}

static void
test_catalog_tags_too_common(void **state)
{
	struct world world = open_world(state, NULL, "- name: 民生\n");
	struct page *page = add_page(&world, "a.txt", day(5), "01");
	for (int i = 0; i < 51; i++) {
		struct article *article = add_article(&world, page, "甲");
		if (i < 11) {
			tag(&world, article, TAG_TOPIC, "民生");
			tag(&world, article, TAG_TOPIC, "推进");
			article->column = STR("江边");
		}
		if (i < 10)
			tag(&world, article, TAG_PLACE, "盐仓");
	}
	struct catalog *catalog = build(&world);
	assert_int_equal(catalog->tags.count, 3);
	assert_null(map_find(&catalog->tag_by_subject, STR("topic:推进")));
	assert_non_null(map_find(&catalog->tag_by_subject, STR("topic:民生")));
	assert_non_null(map_find(&catalog->tag_by_subject, STR("column:江边")));
	assert_non_null(map_find(&catalog->tag_by_subject, STR("place:盐仓")));
	page->articles.count = 50;
	assert_non_null(map_find(&build(&world)->tag_by_subject, STR("topic:推进")));
}

static void
test_catalog_tags_slugs_unique_over_kinds(void **state)
{
	struct world world = open_world(state, NULL, NULL);
	struct page *page = add_page(&world, "a.txt", day(5), "01");
	for (int i = 0; i < 2; i++) {
		struct article *article = add_article(&world, page, "甲");
		tag(&world, article, TAG_TOPIC, "健康");
		article->column = STR("健康");
	}
	struct catalog *catalog = build(&world);
	assert_int_equal(catalog->tags.count, 2);
	assert_str(catalog->tags.items[0]->slug, "jian-kang");
	assert_str(catalog->tags.items[1]->slug, "jian-kang-2");
	assert_str(catalog->tags.items[1]->subject, "column:健康");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_catalog_build_empty),
		content_test(test_catalog_build_orders_articles),
		content_test(test_catalog_build_links_issues_and_years),
		content_test(test_catalog_build_issue_number_from_first_page_that_has_it),
		content_test(test_catalog_build_leaves_out_drafts),
		content_test(test_catalog_build_orders_frozen_articles_as_printed),
		content_test(test_catalog_build_is_the_same_in_any_order),
		content_test(test_catalog_add_notes),
		content_test(test_catalog_build_links_parts),
		content_test(test_catalog_people_need_evidence),
		content_test(test_catalog_people_of_faint_evidence),
		content_test(test_catalog_people_occurrences_add_up_over_articles),
		content_test(test_catalog_people_variants_and_denials),
		content_test(test_catalog_people_splits),
		content_test(test_catalog_people_offices_over_time),
		content_test(test_catalog_people_together),
		content_test(test_catalog_people_together_at_most_twelve),
		content_test(test_catalog_people_sorted_with_unique_slugs),
		content_test(test_catalog_tags_need_two_articles),
		content_test(test_catalog_tags_too_common),
		content_test(test_catalog_tags_slugs_unique_over_kinds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
