#include "publish/words.h"

#include "base/text.h"

static const struct str kinds[ARTICLE_KINDS] = {
	[ARTICLE_NEWS] = STR_INIT(""),
	[ARTICLE_BRIEF] = STR_INIT("简讯"),
	[ARTICLE_FEATURE] = STR_INIT(""),
	[ARTICLE_COMMENTARY] = STR_INIT("评论"),
	[ARTICLE_PHOTO] = STR_INIT("图片"),
	[ARTICLE_NOTICE] = STR_INIT("公告"),
	[ARTICLE_WEATHER] = STR_INIT("天气"),
	[ARTICLE_POEM] = STR_INIT("诗歌"),
	[ARTICLE_ADVERT] = STR_INIT("广告"),
	[ARTICLE_OBITUARY] = STR_INIT("讣告"),
};

static const struct str tag_kinds[TAG_KINDS] = {
	[TAG_TOPIC] = STR_INIT("主题"),
	[TAG_PLACE] = STR_INIT("地点"),
	[TAG_ORGANISATION] = STR_INIT("机构"),
	[TAG_COLUMN] = STR_INIT("栏目"),
};

const struct doubt words_doubts[] = {
	{MARK_TITLE_SUPPLIED, STR_INIT("〔代拟题〕"),
		STR_INIT("版面上没有找到标题，这个标题是整理时根据正文代拟的。")},
	{MARK_BEGINNING_LOST, STR_INIT("〔上文缺〕"),
		STR_INIT("提取出来的文字缺少开头。")},
	{MARK_END_LOST, STR_INIT("〔下文缺〕"), STR_INIT("提取出来的文字缺少结尾。")},
	{MARK_DATE_INFERRED, STR_INIT("〔日期推定〕"),
		STR_INIT("原件没有注明日期，这个日期是根据文中内容推定的。")},
	{0, STR_INIT(""), STR_INIT("")},
};

/* --- dates --- */

struct str
words_day(struct date date, struct arena *arena)
{
	if (!date.year)
		return STR("");
	if (!date.month)
		return str_format(arena, "%d年", date.year);
	if (!date.day)
		return str_format(arena, "%d年%d月", date.year, date.month);
	return str_format(arena, "%d年%d月%d日", date.year, date.month, date.day);
}

struct str
words_date(struct date date, struct arena *arena)
{
	static const char *const days[] = {"日", "一", "二", "三", "四", "五", "六"};
	struct str day = words_day(date, arena);
	if (!date_known(date))
		return day;
	return str_format(arena, "%.*s 星期%s", STR_ARG(day), days[date_weekday(date)]);
}

struct str
words_years(struct date first, struct date last, struct arena *arena)
{
	if (!first.year)
		return STR("");
	if (first.year == last.year)
		return str_format(arena, "%d", first.year);
	return str_format(arena, "%d–%d", first.year, last.year);
}

/* --- page numbers --- */

static bool
is_digit_at(struct str s, size_t at)
{
	return at < s.len && s.data[at] >= '0' && s.data[at] <= '9';
}

struct str
words_page_number(struct str number)
{
	while (number.len && number.data[0] == '0' && is_digit_at(number, 1))
		number = str_slice(number, 1, number.len);
	return number;
}

struct str
words_page(struct str number, struct arena *arena)
{
	if (!number.len)
		return STR("");
	struct str shown = words_page_number(number);
	return str_format(
		arena, is_digit_at(shown, 0) ? "第%.*s版" : "%.*s版", STR_ARG(shown));
}

struct str
words_lines(unsigned first, unsigned last, struct arena *arena)
{
	if (!first)
		return STR("");
	return str_format(arena, first < last ? "%u–%u" : "%u", first, last);
}

/* --- kinds and doubts --- */

struct str
words_kind(enum article_kind kind)
{
	return kinds[kind];
}

struct str
words_tag_kind(enum tag_kind kind)
{
	return tag_kinds[kind];
}

struct str
words_signs(unsigned marks, struct arena *arena)
{
	struct strbuf signs = strbuf_open(arena);
	for (const struct doubt *doubt = words_doubts; doubt->mark; doubt++)
		if (marks & doubt->mark)
			strbuf_add(&signs, doubt->sign);
	return strbuf_str(&signs);
}

/* --- titles --- */

struct str
words_title(const struct article *article)
{
	if (str_trim(article->title).len)
		return article->title;
	if (str_trim(article->kicker).len)
		return article->kicker;
	return article->opening.len ? article->opening : STR("（无题）");
}
