#include "publish/words.h"

/* --- reading --- */

struct reading {
	const struct strings *strings;
	struct arena *arena;
	struct report *report;
	bool good;
};

static struct str
read(struct reading *reading, const char *key)
{
	const struct setting *setting = strings_find(reading->strings, str_from(key));
	if (setting)
		return setting->text;
	reading->good = report_error(
		reading->report, (struct place){0}, "the string `%s` is missing", key);
	return STR("");
}

/* "kind_" and "brief" */
static struct str
read_named(struct reading *reading, const char *group, const char *name)
{
	struct str key = str_format(reading->arena, "%s_%s", group, name);
	return read(reading, key.data);
}

static void
read_doubts(struct reading *reading, struct words *words)
{
	static const struct {
		enum mark mark;
		const char *name;
	} doubts[DOUBTS] = {
		{MARK_TITLE_SUPPLIED, "title_supplied"},
		{MARK_BEGINNING_LOST, "beginning_lost"},
		{MARK_END_LOST, "end_lost"},
		{MARK_DATE_INFERRED, "date_inferred"},
	};
	for (size_t i = 0; i < DOUBTS; i++)
		words->doubts[i] = (struct doubt){
			.mark = doubts[i].mark,
			.sign = read_named(reading, "sign", doubts[i].name),
			.meaning = read_named(reading, "meaning", doubts[i].name),
		};
}

const struct words *
words_read(const struct strings *strings, struct str language, struct arena *arena,
	struct report *report)
{
	struct reading reading = {strings, arena, report, true};
	struct words *words = arena_new(arena, struct words);
	*words = (struct words){
		.dates = text_dates_of(language, arena),
		.page = read(&reading, "page"),
		.lettered_page = read(&reading, "lettered_page"),
		.unnumbered = read(&reading, "unnumbered_page"),
		.untitled = read(&reading, "untitled"),
		.undated = read(&reading, "undated_articles"),
		.comma = read(&reading, "comma"),
	};
	for (int kind = 0; kind < ARTICLE_KINDS; kind++)
		words->kinds[kind] = read_named(
			&reading, "kind", article_kind_name((enum article_kind)kind));
	for (int kind = 0; kind < TAG_KINDS; kind++)
		words->tag_kinds[kind] = read_named(
			&reading, "tag_kind", tag_kind_name((enum tag_kind)kind));
	read_doubts(&reading, words);
	return reading.good ? words : NULL;
}

/* --- dates --- */

static struct str
date_in(const struct words *words, enum text_date_form whole, struct date date,
	struct arena *arena)
{
	if (!date.year)
		return STR("");
	if (!date.month)
		return text_date(&words->dates, TEXT_DATE_YEAR, date, arena);
	if (!date.day)
		return text_date(&words->dates, TEXT_DATE_MONTH, date, arena);
	return text_date(&words->dates, whole, date, arena);
}

struct str
words_date(const struct words *words, struct date date, struct arena *arena)
{
	return date_in(words, TEXT_DATE_WEEKDAY, date, arena);
}

struct str
words_day(const struct words *words, struct date date, struct arena *arena)
{
	return date_in(words, TEXT_DATE_DAY, date, arena);
}

struct str
words_yearly(const struct words *words, int month, int day, struct arena *arena)
{
	return text_date(
		&words->dates, TEXT_DATE_YEARLY, (struct date){0, month, day}, arena);
}

struct str
words_year(const struct words *words, int year, struct arena *arena)
{
	return words_day(words, (struct date){year, 0, 0}, arena);
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
words_page(const struct words *words, struct str number, struct arena *arena)
{
	if (!number.len)
		return STR("");
	struct str shown = words_page_number(number);
	return str_replace(is_digit_at(shown, 0) ? words->page : words->lettered_page,
		STR("{{.}}"), shown, arena);
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
words_kind(const struct words *words, enum article_kind kind)
{
	return words->kinds[kind];
}

struct str
words_tag_kind(const struct words *words, enum tag_kind kind)
{
	return words->tag_kinds[kind];
}

struct str
words_signs(const struct words *words, unsigned marks, struct arena *arena)
{
	struct strbuf signs = strbuf_open(arena);
	for (size_t i = 0; i < DOUBTS; i++)
		if (marks & words->doubts[i].mark)
			strbuf_add(&signs, words->doubts[i].sign);
	return strbuf_str(&signs);
}

/* --- titles --- */

struct str
words_title(const struct words *words, const struct article *article)
{
	if (str_trim(article->title).len)
		return article->title;
	if (str_trim(article->kicker).len)
		return article->kicker;
	return article->opening.len ? article->opening : words->untitled;
}
