/* Two hundred family names in the order that a reader of an index expects, with the
 * reading each has as a family name.
 *
 * Sources, from knowledge of them and not looked up again one by one: the readings of the
 * first table are those that the Xiandai Hanyu Cidian (现代汉语词典) gives
 * under the mark "surname" (姓), where the character is read otherwise in common words or
 * in several ways; the second has family names of two characters from the Baijiaxing and
 * later lists, read as the same dictionary or the Cihai reads them; the third has common
 * family names (the hundred most frequent of the census and registry reports, and names
 * of the Baijiaxing), whose characters have one reading in the Tongyong Guifan Hanzi
 * Zidian or one that does not differ as a family name. */
#include "content.h"

#include "archive/reading.h"

struct family {
	const char *name, *reading;
};

static const struct family special[] = {{"贲", "ben"}, {"秘", "bi"}, {"薄", "bo"},
	{"种", "chong"}, {"车", "che"}, {"都", "du"}, {"葛", "ge"}, {"盖", "ge"},
	{"过", "guo"}, {"哈", "ha"}, {"华", "hua"}, {"纪", "ji"}, {"解", "xie"},
	{"令", "ling"}, {"缪", "miao"}, {"乜", "nie"}, {"宁", "ning"}, {"区", "ou"},
	{"朴", "piao"}, {"繁", "po"}, {"覃", "qin"}, {"仇", "qiu"}, {"曲", "qu"},
	{"瞿", "qu"}, {"阙", "que"}, {"任", "ren"}, {"撒", "sa"}, {"单", "shan"},
	{"召", "shao"}, {"折", "she"}, {"莘", "shen"}, {"谌", "chen"}, {"盛", "sheng"},
	{"宿", "su"}, {"隗", "wei"}, {"冼", "xian"}, {"相", "xiang"}, {"燕", "yan"},
	{"应", "ying"}, {"乐", "yue"}, {"员", "yun"}, {"臧", "zang"}, {"曾", "zeng"},
	{"查", "zha"}, {"翟", "zhai"}, {"祭", "zhai"}, {"占", "zhan"}, {"幺", "yao"},
	{"卜", "bu"}, {"柏", "bai"}, {"尉", "wei"}, {"肖", "xiao"}, {"沈", "shen"}};

static const struct family compound[] = {{"单于", "chan yu"}, {"淳于", "chun yu"},
	{"第五", "di wu"}, {"东方", "dong fang"}, {"独孤", "du gu"}, {"端木", "duan mu"},
	{"公孙", "gong sun"}, {"赫连", "he lian"}, {"呼延", "hu yan"},
	{"皇甫", "huang fu"}, {"令狐", "ling hu"}, {"闾丘", "lu qiu"}, {"万俟", "mo qi"},
	{"慕容", "mu rong"}, {"纳兰", "na lan"}, {"南宫", "nan gong"},
	{"欧阳", "ou yang"}, {"濮阳", "pu yang"}, {"亓官", "qi guan"},
	{"上官", "shang guan"}, {"申屠", "shen tu"}, {"司空", "si kong"},
	{"司马", "si ma"}, {"司徒", "si tu"}, {"澹台", "tan tai"}, {"闻人", "wen ren"},
	{"西门", "xi men"}, {"夏侯", "xia hou"}, {"鲜于", "xian yu"},
	{"轩辕", "xuan yuan"}, {"尉迟", "yu chi"}, {"宇文", "yu wen"},
	{"长孙", "zhang sun"}, {"钟离", "zhong li"}, {"诸葛", "zhu ge"}};

static const struct family common[] = {{"艾", "ai"}, {"安", "an"}, {"敖", "ao"},
	{"白", "bai"}, {"包", "bao"}, {"鲍", "bao"}, {"毕", "bi"}, {"边", "bian"},
	{"蔡", "cai"}, {"曹", "cao"}, {"岑", "cen"}, {"常", "chang"}, {"陈", "chen"},
	{"程", "cheng"}, {"迟", "chi"}, {"褚", "chu"}, {"崔", "cui"}, {"代", "dai"},
	{"戴", "dai"}, {"邓", "deng"}, {"狄", "di"}, {"丁", "ding"}, {"董", "dong"},
	{"窦", "dou"}, {"杜", "du"}, {"段", "duan"}, {"鄂", "e"}, {"樊", "fan"},
	{"范", "fan"}, {"方", "fang"}, {"费", "fei"}, {"冯", "feng"}, {"傅", "fu"},
	{"甘", "gan"}, {"高", "gao"}, {"耿", "geng"}, {"龚", "gong"}, {"顾", "gu"},
	{"关", "guan"}, {"郭", "guo"}, {"韩", "han"}, {"郝", "hao"}, {"何", "he"},
	{"贺", "he"}, {"洪", "hong"}, {"侯", "hou"}, {"胡", "hu"}, {"黄", "huang"},
	{"霍", "huo"}, {"姬", "ji"}, {"贾", "jia"}, {"简", "jian"}, {"江", "jiang"},
	{"姜", "jiang"}, {"蒋", "jiang"}, {"焦", "jiao"}, {"金", "jin"}, {"靳", "jin"},
	{"康", "kang"}, {"柯", "ke"}, {"孔", "kong"}, {"赖", "lai"}, {"蓝", "lan"},
	{"雷", "lei"}, {"黎", "li"}, {"李", "li"}, {"梁", "liang"}, {"廖", "liao"},
	{"林", "lin"}, {"刘", "liu"}, {"龙", "long"}, {"卢", "lu"}, {"吕", "lu"},
	{"罗", "luo"}, {"马", "ma"}, {"毛", "mao"}, {"孟", "meng"}, {"莫", "mo"},
	{"倪", "ni"}, {"牛", "niu"}, {"潘", "pan"}, {"庞", "pang"}, {"裴", "pei"},
	{"彭", "peng"}, {"齐", "qi"}, {"钱", "qian"}, {"乔", "qiao"}, {"秦", "qin"},
	{"邱", "qiu"}, {"冉", "ran"}, {"饶", "rao"}, {"阮", "ruan"}, {"尚", "shang"},
	{"邵", "shao"}, {"施", "shi"}, {"石", "shi"}, {"宋", "song"}, {"苏", "su"},
	{"孙", "sun"}, {"谭", "tan"}, {"唐", "tang"}, {"陶", "tao"}, {"田", "tian"},
	{"汪", "wang"}, {"王", "wang"}, {"魏", "wei"}, {"文", "wen"}, {"吴", "wu"},
	{"武", "wu"}, {"夏", "xia"}, {"谢", "xie"}, {"徐", "xu"}, {"薛", "xue"},
	{"严", "yan"}, {"杨", "yang"}, {"姚", "yao"}, {"叶", "ye"}, {"尹", "yin"},
	{"尤", "you"}, {"于", "yu"}, {"余", "yu"}, {"袁", "yuan"}, {"詹", "zhan"},
	{"张", "zhang"}, {"赵", "zhao"}, {"郑", "zheng"}, {"周", "zhou"}, {"朱", "zhu"},
	{"邹", "zou"}};

static struct readings *
open_readings(void **state)
{
	struct fixture *fixture = *state;
	return readings_open(fixture->text, fixture->arena);
}

static struct reading
read_family(void **state, const struct readings *readings, const char *family)
{
	struct fixture *fixture = *state;
	struct str name = str_format(fixture->arena, "%s明", family);
	return reading_of(readings, name, STR(""), fixture->arena);
}

/* "yu chi" as one word. */
static struct str
letters_of(void **state, const struct family *family)
{
	struct fixture *fixture = *state;
	return str_replace(str_from(family->reading), STR(" "), STR(""), fixture->arena);
}

#define COUNT(table) (sizeof(table) / sizeof *(table))

static size_t
wrong_readings(void **state, const struct family *families, size_t count)
{
	struct readings *readings = open_readings(state);
	size_t wrong = 0;
	for (size_t i = 0; i < count; i++) {
		struct str found = read_family(state, readings, families[i].name).search;
		struct str expected = letters_of(state, &families[i]);
		if (!str_starts(found, expected) || found.len != expected.len + 4)
			print_error("%s: %.*s, not %.*s\n", families[i].name,
				STR_ARG(found), STR_ARG(expected)),
				wrong++;
	}
	return wrong;
}

static void
test_reading_of_family_names(void **state)
{
	assert_true(COUNT(special) + COUNT(compound) + COUNT(common) >= 200);
	assert_int_equal(wrong_readings(state, special, COUNT(special)), 0);
	assert_int_equal(wrong_readings(state, compound, COUNT(compound)), 0);
	assert_int_equal(wrong_readings(state, common, COUNT(common)), 0);
}

/* Whether the keys of any two families are in the order of their readings. */
static size_t
wrong_orders(void **state, const struct family *a, const struct family *b, size_t count)
{
	struct readings *readings = open_readings(state);
	struct str key = read_family(state, readings, a->name).sort_key;
	struct str letters = letters_of(state, a);
	size_t wrong = 0;
	for (size_t i = 0; i < count; i++) {
		struct str other = letters_of(state, &b[i]);
		int expected = str_compare(letters, other);
		int found = str_compare(
			key, read_family(state, readings, b[i].name).sort_key);
		if (expected && (expected < 0) != (found < 0))
			print_error("%s and %s\n", a->name, b[i].name), wrong++;
	}
	return wrong;
}

/* 查 stands among the common names where zha belongs, and so on. */
static void
test_reading_order_of_family_names(void **state)
{
	size_t wrong = 0;
	for (size_t i = 0; i < COUNT(special); i++)
		wrong += wrong_orders(state, &special[i], common, COUNT(common));
	for (size_t i = 0; i < COUNT(compound); i++)
		wrong += wrong_orders(state, &compound[i], common, COUNT(common));
	assert_int_equal(wrong, 0);
}

/* As a given name a character is read as in words, whatever it is as a family name. */
static void
test_reading_of_given_characters(void **state)
{
	static const struct family names[] = {{"王单", "wangdan"}, {"李乐", "lile"},
		{"张华", "zhanghua"}, {"周朴", "zhoupu"}, {"赵盖", "zhaogai"},
		{"钱长兴", "qianchangxing"}, {"孙盛", "sunsheng"}, {"吴奇", "wuqi"},
		{"郑应", "zhengying"}, {"冯燕", "fengyan"}, {"陈任之", "chenrenzhi"}};
	struct fixture *fixture = *state;
	struct readings *readings = open_readings(state);
	for (size_t i = 0; i < COUNT(names); i++)
		assert_str(reading_of(readings, str_from(names[i].name), STR(""),
				   fixture->arena)
				   .search,
			names[i].reading);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_reading_of_family_names),
		content_test(test_reading_order_of_family_names),
		content_test(test_reading_of_given_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
