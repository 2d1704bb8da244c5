#include "paper.h"

static struct article *
add_article(struct paper *paper, int year)
{
	return paper_article(
		paper, paper_page(paper, (struct date){year, 3, 5}, "01"), "甲");
}

static void
test_people_stand_under_the_letters_of_their_readings(void **state)
{
	struct paper *paper = *state;
	struct article *article = add_article(paper, 2021);
	const char *const names[] = {"骆铁生", "何秋实", "雷学勤", "曾满仓"};
	for (int i = 0; i < 4; i++)
		paper_mention(paper, article, names[i], "船长", "");
	paper_print(paper);
	assert_str(paper_probe(paper, "people/index.html",
			   "{{news_count}} {{#letters}}{{name}} "
			   "{{id}}:{{#people}}{{name}} {{find}} {{href}};"
			   "{{/people}}{{/letters}}"),
		"4 H letter-h:何秋实 heqiushi hqs he-qiushi/index.html;"
		"L letter-l:雷学勤 leixueqin lxq lei-xueqin/index.html;"
		"骆铁生 luotiesheng lts luo-tiesheng/index.html;"
		"Z letter-z:曾满仓 zengmancang zmc zeng-mancang/index.html;");
}

static void
test_people_who_make_the_paper_stand_apart(void **state)
{
	struct paper *paper = *state;
	struct article *first = add_article(paper, 2019),
		       *second = add_article(paper, 2021);
	paper_credit(paper, first, "记者", "宋知远", false);
	paper_credit(paper, second, "摄影", "宋知远", true);
	paper_credit(paper, second, "摄影", "石既明", true);
	paper_mention(paper, second, "何秋实", "局长", "");
	paper_print(paper);
	assert_str(paper_probe(paper, "people/index.html",
			   "{{#letters}}{{#people}}{{name}} "
			   "{{count}}{{/people}}{{/letters}}; "
			   "{{#reporters}}{{name}} {{count}} {{years}}{{/reporters}}; "
			   "{{#photographers}}{{name}} {{count}} {{years}} "
			   "{{/photographers}}"),
		"何秋实 1; 宋知远 1 2019; 石既明 1 2021 宋知远 1 2021 ");
}

static void
add_namesakes(struct paper *paper)
{
	struct person_entry *entry = list_add(&paper->authority.people, paper->arena);
	*entry = (struct person_entry){.name = STR("周明远"),
		.slug = STR(""),
		.pinyin = STR(""),
		.note = STR("")};
	struct person_split *official = list_add(&entry->splits, paper->arena);
	official->slug = STR("zhou-mingyuan-guan");
	str_list_add(&official->offices, STR("局长"), paper->arena);
	struct person_split *teacher = list_add(&entry->splits, paper->arena);
	teacher->slug = STR("zhou-mingyuan-shi");
	str_list_add(&teacher->offices, STR("教师"), paper->arena);
	*map_at(&paper->authority.person_of, STR("周明远")) = entry;
}

/* Namesakes that the keeper told apart are known by their offices; others need no such
 * help. */
static void
test_people_of_one_name_are_told_apart(void **state)
{
	struct paper *paper = *state;
	add_namesakes(paper);
	paper_mention(paper, add_article(paper, 2019), "周明远", "局长", "局长周明远");
	paper_mention(paper, add_article(paper, 2020), "周明远", "教师", "教师周明远");
	paper_mention(paper, add_article(paper, 2021), "何秋实", "局长", "局长何秋实");
	paper_print(paper);
	assert_str(paper_probe(paper, "people/index.html",
			   "{{#letters}}{{#people}}{{name}}[{{about}}]{{/people}}{{/"
			   "letters}}"),
		"何秋实[]周明远[局长]周明远[教师]");
	assert_str(paper_probe(paper, "index.html",
			   "{{#people}}{{name}}[{{about}}]{{/people}}"),
		"何秋实[]周明远[局长]周明远[教师]");
}

/* So they are where both are named beside a third. */
static void
test_person_beside_namesakes(void **state)
{
	struct paper *paper = *state;
	add_namesakes(paper);
	struct article *both = add_article(paper, 2021);
	paper_mention(paper, both, "周明远", "局长", "局长周明远");
	paper_mention(paper, both, "周明远", "教师", "教师周明远");
	paper_mention(paper, both, "何秋实", "主任", "主任何秋实");
	struct article *again = add_article(paper, 2022);
	paper_mention(paper, again, "何秋实", "主任", "主任何秋实");
	paper_mention(paper, again, "周明远", "教师", "教师周明远");
	paper_mention(paper, again, "周明远", "局长", "局长周明远");
	paper_print(paper);
	assert_str(paper_probe(paper, "people/he-qiushi/index.html",
			   "{{#together}}{{name}}[{{about}}]{{/together}}"),
		"周明远[局长]周明远[教师]");
	assert_has(paper_file(paper, "people/he-qiushi/index.html"),
		"周明远 <span class=\"office\">教师</span> <span "
		"class=\"count\">2</span>");
	assert_str(paper_probe(paper, "people/zhou-mingyuan-shi/index.html",
			   "{{#together}}{{name}}[{{about}}]{{/together}}"),
		"何秋实[]周明远[局长]");
}

/* Of the last year that the archive has; one article is no presence. */
static void
test_people_most_present(void **state)
{
	struct paper *paper = *state;
	struct article *articles[] = {add_article(paper, 2019), add_article(paper, 2020),
		add_article(paper, 2021), add_article(paper, 2021),
		add_article(paper, 2021)};
	for (size_t i = 0; i < 5; i++) {
		paper_mention(paper, articles[i], "骆铁生", "船长", "");
		if (i != 2)
			paper_mention(paper, articles[i], "何秋实", "局长", "");
		if (i < 3)
			paper_mention(paper, articles[i], "雷学勤", "", "");
	}
	paper_print(paper);
	assert_str(paper_probe(paper, "people/index.html",
			   "{{year}}: {{#present}}{{name}} {{office}} {{count}};"
			   "{{/present}}"),
		"2021: 骆铁生 船长 3;何秋实 局长 2;");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_people_stand_under_the_letters_of_their_readings),
		TEST(test_people_who_make_the_paper_stand_apart),
		TEST(test_people_of_one_name_are_told_apart),
		TEST(test_person_beside_namesakes),
		TEST(test_people_most_present),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
