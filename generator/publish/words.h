/* Words: how pages say dates, page numbers, kinds and doubts, in the language of the
 * interface. */
#ifndef PUBLISH_WORDS_H
#define PUBLISH_WORDS_H

#include "archive/article.h"

/* "2024年3月5日 星期二", "2024年3月", "2024年"; "" for an unknown date. */
struct str words_date(struct date date, struct arena *arena);

/* "2024年3月5日": the same without the day of the week. */
struct str words_day(struct date date, struct arena *arena);

/* "2024", "2019–2024"; "" where the first is unknown. */
struct str words_years(struct date first, struct date last, struct arena *arena);

/* "第1版" for "01", "A01版" for "A01"; "" for "". */
struct str words_page(struct str number, struct arena *arena);

/* The page number as citations have it: "1" for "01", others as they are. */
struct str words_page_number(struct str number);

/* "12", "12–34"; "" for line 0. */
struct str words_lines(unsigned first, unsigned last, struct arena *arena);

/* "简讯"; "" for news and features, which need no word. */
struct str words_kind(enum article_kind kind);

/* "主题", "地点" ... */
struct str words_tag_kind(enum tag_kind kind);

/* A doubt: its sign, 〔代拟题〕, and what it means, in a sentence. */
struct doubt {
	enum mark mark;
	struct str sign, meaning;
};

/* All doubts in the order in which they are shown; ends with mark 0. */
extern const struct doubt words_doubts[];

/* The signs of all marks, one behind the other, or "". */
struct str words_signs(unsigned marks, struct arena *arena);

/* What an article is called where it stands in a list or in the title bar: its title,
 * else its kicker, else how its text begins. */
struct str words_title(const struct article *article);

#endif
