/* Words: how pages say dates, page numbers, kinds and doubts, in the language of the
 * interface. */
#ifndef PUBLISH_WORDS_H
#define PUBLISH_WORDS_H

#include "archive/article.h"
#include "base/text_dates.h"
#include "publish/strings.h"

/* A doubt: its sign, 〔代拟题〕, and what it means, in a sentence. */
struct doubt {
	enum mark mark;
	struct str sign, meaning;
};

enum { DOUBTS = 4 };

/* Texts in which {{.}} stands for a value. */
struct words {
	struct text_dates dates;
	struct str page, lettered_page; /* 第{{.}}版, {{.}}版 */
	struct str unnumbered;          /* 版次不详 */
	struct str untitled;            /* （无题） */
	struct str undated;             /* 日期不详的文章 */
	struct str comma;               /* between names in a row */
	struct str kinds[ARTICLE_KINDS], tag_kinds[TAG_KINDS];
	struct doubt doubts[DOUBTS]; /* in the order in which they are shown */
};

/* NULL after errors: a string that is missing. */
const struct words *words_read(const struct strings *strings, struct str language,
	struct arena *arena, struct report *report);

/* "2024年3月5日星期二", "2024年3月", "2024年"; "" for an unknown date. */
struct str words_date(const struct words *words, struct date date, struct arena *arena);

/* "2024年3月5日": the same without the day of the week. */
struct str words_day(const struct words *words, struct date date, struct arena *arena);

/* "3月5日": the day of any year. */
struct str
words_yearly(const struct words *words, int month, int day, struct arena *arena);

/* "2024年" */
struct str words_year(const struct words *words, int year, struct arena *arena);

/* "第1版" for "01", "A01版" for "A01"; "" for "". */
struct str words_page(const struct words *words, struct str number, struct arena *arena);

/* The page number as citations have it: "1" for "01", others as they are. */
struct str words_page_number(struct str number);

/* "12", "12–34"; "" for line 0. */
struct str words_lines(unsigned first, unsigned last, struct arena *arena);

/* "简讯"; "" for news and features, which need no word. */
struct str words_kind(const struct words *words, enum article_kind kind);

/* "主题", "地点" ... */
struct str words_tag_kind(const struct words *words, enum tag_kind kind);

/* The signs of all marks, one behind the other, or "". */
struct str words_signs(const struct words *words, unsigned marks, struct arena *arena);

/* What an article is called where it stands in a list or in the title bar: its title,
 * else its kicker, else how its text begins. */
struct str words_title(const struct words *words, const struct article *article);

#endif
