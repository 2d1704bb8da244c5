/* Dates as a language writes them, by the patterns and names of ICU: 2024年3月5日星期二;
 * Tuesday, March 5, 2024. All is asked of ICU once; no handle stays open. */
#ifndef BASE_TEXT_DATES_H
#define BASE_TEXT_DATES_H

#include "base/date.h"

enum text_date_form {
	TEXT_DATE_WEEKDAY, /* 2024年3月5日星期二 */
	TEXT_DATE_DAY,     /* 2024年3月5日 */
	TEXT_DATE_MONTH,   /* 2024年3月 */
	TEXT_DATE_YEAR,    /* 2024年 */
	TEXT_DATE_YEARLY,  /* 3月5日: the day of any year */
	TEXT_DATE_FORMS
};

struct text_dates {
	struct str patterns[TEXT_DATE_FORMS];
	struct str months[12], short_months[12];   /* standing alone: 三月, 3月 */
	struct str dated_months[12];               /* in a date: March, 三月 */
	struct str weekdays[7], short_weekdays[7]; /* from Sunday; 星期日, 日 */
};

/* Of a language by its BCP 47 tag: "zh-Hans", "en"; one that ICU does not know has its
 * root patterns. */
struct text_dates text_dates_of(struct str language, struct arena *arena);

/* The date must be known as far as the form goes. */
struct str text_date(const struct text_dates *dates, enum text_date_form form,
	struct date date, struct arena *arena);

#endif
