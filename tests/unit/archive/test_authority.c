#include "content.h"

#include "archive/authority.h"

static bool
read_files(struct fixture *fixture, const char *people, const char *tags,
	struct authority *authority)
{
	if (people)
		put(fixture, "content/people.yaml", people);
	if (tags)
		put(fixture, "content/tags.yaml", tags);
	return authority_read(
		STR("content"), authority, fixture->arena, &fixture->report);
}

static void
test_authority_read_nothing(void **state)
{
	struct authority authority;
	assert_true(read_files(*state, NULL, NULL, &authority));
	assert_int_equal(authority.people.count, 0);
	assert_null(map_find(&authority.tag_of, STR("没有")));
	assert_true(read_files(*state, "# empty\n", "[]\n", &authority));
}

static void
test_authority_read_people(void **state)
{
	struct authority authority;
	assert_true(read_files(*state,
		"- name: 曾满仓\n  pinyin: zeng mancang\n  slug: zeng-mancang\n"
		"  variants: [曾满苍, 曾满舱]\n  note: 种粮大户\n"
		"- name: 于当日\n  deny: true\n"
		"- name: 周明远\n  split:\n"
		"    - slug: zhou-a\n      office: [局长, 主任]\n"
		"    - slug: zhou-b\n      from: 2019\n      to: 2021-06\n",
		NULL, &authority));
	const struct person_entry *first = map_find(&authority.person_of, STR("曾满舱"));
	assert_non_null(first);
	assert_str(first->name, "曾满仓");
	assert_str(first->slug, "zeng-mancang");
	assert_str(first->pinyin, "zeng mancang");
	assert_str(first->note, "种粮大户");
	assert_false(first->deny);
	assert_int_equal(first->at.line, 1);
	const struct person_entry *denied = map_find(&authority.person_of, STR("于当日"));
	assert_true(denied->deny);
	const struct person_entry *split = map_find(&authority.person_of, STR("周明远"));
	assert_int_equal(split->splits.count, 2);
	assert_str(split->splits.items[0].offices.items[1], "主任");
	assert_int_equal(split->splits.items[1].from.year, 2019);
	assert_int_equal(split->splits.items[1].to.month, 6);
}

static void
test_authority_read_tags(void **state)
{
	struct authority authority;
	assert_true(read_files(*state, NULL,
		"- name: 防汛\n  triggers: {洪峰: 5, 值守: 1}\n  exclude: [演习]\n  "
		"synonyms: [抗洪]\n"
		"  parent: 水利\n"
		"- name: 水利\n  slug: shui-li\n  triggers: [水库, 灌渠]\n"
		"- name: 渡口快评\n  kind: column\n",
		&authority));
	const struct tag_entry *flood = map_find(&authority.tag_of, STR("抗洪"));
	assert_non_null(flood);
	assert_int_equal(flood->kind, TAG_TOPIC);
	assert_str(flood->triggers.items[0].word, "洪峰");
	assert_int_equal(flood->triggers.items[0].weight, 5);
	assert_str(flood->exclude.items[0], "演习");
	assert_str(flood->parent, "水利");
	const struct tag_entry *water = map_find(&authority.tag_of, STR("水利"));
	assert_int_equal(water->triggers.items[1].weight, 2);
	assert_str(water->slug, "shui-li");
	const struct tag_entry *column = map_find(&authority.tag_of, STR("渡口快评"));
	assert_int_equal(column->kind, TAG_COLUMN);
}

static size_t
count_defaults(const struct authority *authority)
{
	size_t count = 0;
	for (size_t i = 0; i < authority->tags.count; i++)
		count += authority->tags.items[i].is_default;
	return count;
}

static void
test_authority_read_default_tags(void **state)
{
	struct authority none, own, both;
	assert_true(read_files(*state, NULL, NULL, &none));
	assert_in_range(count_defaults(&none), 60, 80);
	const struct tag_entry *poem = map_find(&none.tag_of, STR("诗歌"));
	assert_int_equal(poem->articles, 1u << ARTICLE_POEM);
	assert_true(read_files(*state, NULL, "- name: 水利\n", &own));
	assert_int_equal(count_defaults(&own), 0);
	assert_true(read_files(*state, NULL,
		"- include: default\n- name: 体育\n  synonyms: [旅游]\n", &both));
	assert_int_equal(count_defaults(&both), count_defaults(&none) - 2);
	const struct tag_entry *sport = map_find(&both.tag_of, STR("旅游"));
	assert_str(sport->name, "体育");
	assert_false(sport->is_default);
}

static void
test_authority_read_include_mistakes(void **state)
{
	struct authority authority;
	assert_false(read_files(*state, NULL,
		"- include: all\n- name: 诗\n  articles: [poetry]\n", &authority));
	assert_str(messages(*state, SEVERITY_NOTE),
		"content/tags.yaml:1:12: error: only `include: default` is known, not "
		"`all`\n"
		"content/tags.yaml:3:13: error: `poetry` is no kind of article such as "
		"poem or notice\n");
}

static void
test_authority_read_people_mistakes(void **state)
{
	struct authority authority;
	assert_false(read_files(*state,
		"- name: 甲某人\n  varients: [乙]\n"
		"- pinyin: li si\n"
		"- name: 丙\n  slug: Bing\n"
		"- name: 丁\n  pinyin: 丁\n"
		"- name: 戊\n  deny: perhaps\n"
		"- name: 己\n  split: [{office: 局长}]\n"
		"- name: 庚\n  split:\n    - {slug: geng, from: 昨天}\n"
		"- 辛\n"
		"- name: 壬好\n",
		NULL, &authority));
	assert_str(messages(*state, SEVERITY_NOTE),
		"content/people.yaml:2:3: error: unknown key `varients`; did you mean "
		"`variants`?\n"
		"content/people.yaml:3:3: error: the entry has no `name`\n"
		"content/people.yaml:5:9: error: `slug` should be lower-case letters, "
		"digits and "
		"single hyphens (not index, con, ...), not `Bing`\n"
		"content/people.yaml:7:11: error: `pinyin` should be plain letters such "
		"as Guo "
		"Lingji, not `丁`\n"
		"content/people.yaml:9:9: error: `deny` should be yes or no, not "
		"`perhaps`\n"
		"content/people.yaml:11:11: error: each item of `split` needs a `slug` "
		"of its own\n"
		"content/people.yaml:14:26: error: `from` should be a date such as "
		"2024-03-05, not "
		"`昨天`\n"
		"content/people.yaml:15:3: error: expected an entry: `name: ...`\n");
	/* What was right is there. */
	assert_int_equal(authority.people.count, 1);
	assert_non_null(map_find(&authority.person_of, STR("壬好")));
}

static void
test_authority_read_tags_mistakes(void **state)
{
	struct authority authority;
	assert_false(read_files(*state, NULL,
		"- name: 甲\n  kind: topik\n"
		"- name: 乙\n  triggers: {词: many}\n"
		"- name: 丙\n  parent: 无\n"
		"- name: 丁\n  slug: same\n"
		"- name: 戊\n  slug: same\n"
		"- name: 丙\n",
		&authority));
	assert_str(messages(*state, SEVERITY_NOTE),
		"content/tags.yaml:2:9: error: unknown kind `topik`; did you mean "
		"`topic`?\n"
		"content/tags.yaml:4:17: error: `词` should be a whole number from 1 to "
		"100, not "
		"`many`\n"
		"content/tags.yaml:5:3: error: the parent `无` of `丙` is no tag here; "
		"add "
		"an entry for it, or correct the name\n"
		"content/tags.yaml:9:3: error: `same` stands for two entries; keep one "
		"of them\n"
		"content/tags.yaml:11:3: error: `丙` stands for two entries; keep one of "
		"them\n");
}

static void
test_authority_read_no_list(void **state)
{
	struct authority authority;
	assert_false(read_files(*state, "name: 甲\n", NULL, &authority));
	assert_str(messages(*state, SEVERITY_NOTE),
		"content/people.yaml:1:1: error: expected a list: `- name: ...` for each "
		"entry\n");
}

static void
test_authority_digest_follows_both_files(void **state)
{
	struct authority authority;
	assert_true(read_files(*state, "- name: 甲某\n", "- name: 防汛\n", &authority));
	struct digest first = authority.digest;
	assert_true(read_files(*state, NULL, "- name: 防讯\n", &authority));
	assert_false(digest_equal(authority.digest, first));
	assert_true(read_files(*state, NULL, "- name: 防汛\n", &authority));
	assert_true(digest_equal(authority.digest, first));
	assert_true(read_files(*state, "- name: 乙某\n", NULL, &authority));
	assert_false(digest_equal(authority.digest, first));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_authority_read_nothing),
		content_test(test_authority_read_people),
		content_test(test_authority_read_tags),
		content_test(test_authority_read_default_tags),
		content_test(test_authority_read_include_mistakes),
		content_test(test_authority_read_people_mistakes),
		content_test(test_authority_read_tags_mistakes),
		content_test(test_authority_read_no_list),
		content_test(test_authority_digest_follows_both_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
