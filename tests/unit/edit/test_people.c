#include "unit.h"

#include "base/list.h"
#include "edit/people.h"

struct world {
	struct arena *arena, *scratch;
	struct text *text;
	struct authority authority;
	struct people_finder *finder;
	struct article article;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	world->arena = arena;
	world->scratch = arena_open();
	world->text = text_open();
	world->authority.person_of = map_open(arena);
	world->authority.tag_of = map_open(arena);
	*state = world;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *world = *state;
	text_close(world->text);
	arena_close(world->scratch);
	arena_close(world->arena);
	return 0;
}

static void
add_block(struct world *world, const char *text)
{
	struct block *block = list_add(&world->article.blocks, world->arena);
	block->text = str_from(text);
}

static void
add_person(struct world *world, const char *name, bool deny)
{
	struct person_entry *entry = arena_new(world->arena, struct person_entry);
	entry->name = str_from(name);
	entry->deny = deny;
	*map_at(&world->authority.person_of, entry->name) = entry;
}

/* The names of the mentions, a space between. */
static struct str
names_found(struct world *world)
{
	if (!world->finder)
		world->finder = people_open(&world->authority, world->text, world->arena);
	struct passage passage = passage_of_article(&world->article, world->scratch);
	struct census census = {0};
	people_find(world->finder, &world->article, &passage, &census, world->arena,
		world->scratch);
	struct strbuf names = strbuf_open(world->arena);
	for (size_t i = 0; i < world->article.mentions.count; i++) {
		if (i)
			strbuf_add_char(&names, ' ');
		strbuf_add(&names, world->article.mentions.items[i].name);
	}
	return strbuf_str(&names);
}

/* The names in an article of one paragraph. */
static struct str
names_in(struct world *world, const char *text)
{
	world->article = (struct article){0};
	add_block(world, text);
	return names_found(world);
}

static void
test_people_find_office_and_verb(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "县长钱守田出席会议并讲话。"), "钱守田");
	assert_str(names_in(world, "村民陶秀兰说，今年的桃子甜。"), "陶秀兰");
	assert_str(names_in(world, "会议由孟昭阳主持。"), "孟昭阳");
}

static void
test_people_find_right_boundary(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "副镇长蒋斌主持会议。"), "蒋斌");
	assert_str(names_in(world, "站长邹宁表示，水够用。"), "邹宁");
	assert_str(names_in(world, "”韩成说，地里不缺水。"), "韩成");
}

/* The third character begins a word that often follows names, and poorly ends one. */
static void
test_people_find_takes_no_word_in(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "县水务局局长贺群已被免职。"), "贺群");
	assert_str(names_in(world, "会上听取了主任潘辉作的关于水库的报告。"), "潘辉");
	assert_str(names_in(world, "天刚亮，邓帅和同事们就出发了。"), "邓帅");
	assert_str(names_in(world, "副县长龙永图作为代表出席。"), "龙永图");
}

/* They are read as if they were simplified, and stay as they are printed. */
static void
test_people_find_traditional(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "縣長羅國強主持會議，副縣長葉振東報告工程進度。"),
		"羅國強 葉振東");
	assert_str(world->article.mentions.items[0].office, "縣長");
	assert_str(names_in(world, "記者陳學禮攝影報導：鄧永鏘書記說，工程很快開工。"),
		"陳學禮 鄧永鏘");
	assert_str(world->article.mentions.items[1].office, "書記");
}

static void
test_people_find_list(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "县领导冯树林、郝卫东、高峰、季长河、汤敏参加会议。"),
		"冯树林 郝卫东 高峰 季长河 汤敏");
}

static void
test_people_find_common_word_is_no_name(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "用水高峰已过，方向明确，大家都高兴。"), "");
	assert_str(names_in(world, "和平年代，从严治水，全市上下都在干。"), "");
}

static void
test_people_find_addresses_and_places(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "王大娘请来了李女士，张某不在。"), "");
	assert_str(names_in(world, "车到郑家湾停下，刘家屯还远。"), "");
	assert_str(names_in(world, "走进康达公司，看柳塘镇。"), "");
}

static void
test_people_find_padded_and_compound(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "获奖者：邱　岩、司徒文远、段晓琳。"),
		"邱岩 司徒文远 段晓琳");
}

static void
test_people_find_foreign(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "牧民吐尔洪·买买提说，草好。"), "吐尔洪·买买提");
}

static void
test_people_find_known(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "他抄过鲁迅的文章，读过辛弃疾。"), "鲁迅 辛弃疾");
	assert_str(names_in(world, "学习马克思主义。"), "");
}

static void
test_people_find_again_in_the_article(void **state)
{
	struct world *world = *state;
	world->article = (struct article){.title = STR("许安平这一辈子")};
	add_block(world, "技术员许安平在县农技站干了三十年。");
	add_block(world, "雨里，许安平蹲在田埂上。");
	assert_str(names_found(world), "许安平");
	assert_int_equal(world->article.mentions.items[0].count, 3);
}

static void
test_people_find_office_and_context(void **state)
{
	struct world *world = *state;
	names_in(world, "天晴了。县委副书记、县长钱守田来到柳塘镇，看了泵站。明天还来。");
	const struct mention *mention = &world->article.mentions.items[0];
	assert_str(mention->office, "县委副书记、县长");
	assert_str(mention->context, "县委副书记、县长钱守田来到柳塘镇，看了泵站。");
	assert_int_equal(mention->strong, 1);
}

/* An office that many hold is that of the whole list; one for a single person is not. */
static void
test_people_find_office_in_list(void **state)
{
	struct world *world = *state;
	add_block(world, "市领导甘小满、于长河、曾素芬参加；局长潘国梁、钱玉兰到场。");
	names_found(world);
	static const char *const offices[][2] = {{"甘小满", "市领导"},
		{"于长河", "市领导"}, {"曾素芬", "市领导"}, {"潘国梁", "局长"},
		{"钱玉兰", ""}};
	assert_int_equal(world->article.mentions.count, 5);
	for (size_t i = 0; i < 5; i++) {
		assert_str(world->article.mentions.items[i].name, offices[i][0]);
		assert_str(world->article.mentions.items[i].office, offices[i][1]);
	}
}

static void
test_people_find_office_without_the_verb(void **state)
{
	struct world *world = *state;
	add_block(world, "对话市政协主席甘小满。");
	assert_str(names_found(world), "甘小满");
	assert_str(world->article.mentions.items[0].office, "市政协主席");
}

static void
test_people_find_long_sentence_is_cut(void **state)
{
	struct world *world = *state;
	struct strbuf text = strbuf_open(world->arena);
	for (int i = 0; i < 20; i++)
		strbuf_add(&text, STR("雨一直下，"));
	strbuf_add(&text, STR("县长钱守田说"));
	for (int i = 0; i < 20; i++)
		strbuf_add(&text, STR("，雨一直下"));
	names_in(world, str_terminated(strbuf_str(&text), world->arena));
	struct str context = world->article.mentions.items[0].context;
	assert_true(str_count(context) <= 81);
	assert_true(str_has(context, STR("钱守田")));
	assert_true(str_starts(context, STR("雨一直下，")));
	assert_true(str_ends(context, STR("…")));
}

static void
test_people_find_credits_are_no_mentions(void **state)
{
	struct world *world = *state;
	world->article = (struct article){0};
	struct credit *credit = list_add(&world->article.credits, world->arena);
	*credit = (struct credit){.role = STR("记者"), .name = STR("邱晓岚")};
	add_block(world, "本报讯（记者 邱晓岚）县长徐守田看了泵站。");
	assert_str(names_found(world), "徐守田");
	add_block(world, "“我要谢谢邱晓岚同志。”徐守田说。");
	assert_str(names_found(world), "徐守田 邱晓岚");
}

static void
test_people_find_denied(void **state)
{
	struct world *world = *state;
	add_person(world, "钱守田", true);
	assert_str(names_in(world, "县长钱守田和镇长孟昭阳到会。"), "孟昭阳");
}

static void
test_people_find_confirmed(void **state)
{
	struct world *world = *state;
	const char *text = "天上的白云飘过，白云不说话。";
	assert_str(names_in(world, text), "");
	add_person(world, "白云", false);
	world->finder = NULL;
	assert_str(names_in(world, text), "白云");
	assert_int_equal(world->article.mentions.items[0].count, 2);
}

static void
test_people_find_nothing_to_read(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, ""), "");
	world->article = (struct article){0};
	assert_str(names_found(world), "");
	assert_str(names_in(world, "王"), "");
	assert_str(names_in(world, "县长钱"), "");
	assert_str(names_in(world, "·"), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(test_people_find_office_and_verb),
		TEST(test_people_find_right_boundary),
		TEST(test_people_find_takes_no_word_in),
		TEST(test_people_find_traditional),
		TEST(test_people_find_list),
		TEST(test_people_find_common_word_is_no_name),
		TEST(test_people_find_addresses_and_places),
		TEST(test_people_find_padded_and_compound),
		TEST(test_people_find_foreign),
		TEST(test_people_find_known),
		TEST(test_people_find_again_in_the_article),
		TEST(test_people_find_office_and_context),
		TEST(test_people_find_office_in_list),
		TEST(test_people_find_office_without_the_verb),
		TEST(test_people_find_long_sentence_is_cut),
		TEST(test_people_find_credits_are_no_mentions),
		TEST(test_people_find_denied),
		TEST(test_people_find_confirmed),
		TEST(test_people_find_nothing_to_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
