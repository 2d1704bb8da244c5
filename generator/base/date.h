/* Partly known dates of the Gregorian calendar: a year, a year and month, or a day. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/str.h"

/* Month and day are 0 where unknown; a date with year 0 is wholly unknown. */
struct date {
	int year, month, day;
};

/* "2024", "2024-03", "2024-03-05", also with / or . between and without leading zeros;
 * behind a day, a time after a `T` or a space is allowed and dropped. False for anything
 * else and for days that do not exist; years 1000 to 9999. */
bool date_parse(struct str text, struct date *date);

/* The first date written as 2024年3月5日 or 二〇二四年三月五日 (full-width digits, spaces
 * between and O for 〇 allowed); 2024年3月 and a bare 2024年 count with day or month 0,
 * days that do not exist are passed over. When found, end (may be NULL) is the byte
 * offset behind it. */
bool date_find(struct str text, struct date *date, size_t *end);

bool date_valid(struct date date);
bool date_known(struct date date);              /* year, month and day */
int date_compare(struct date a, struct date b); /* unknown parts sort first */
int date_month_days(int year, int month);       /* 0 for no month */
/* 0 Sunday to 6 Saturday. */
int date_weekday(struct date date);
/* Days since 0000-03-01, for differences. */
long date_day_number(struct date date);
/* The next day and the day before, of a known date. */
struct date date_after(struct date date);
struct date date_before(struct date date);
/* "2024-03-05", "2024-03", "2024" or "". */
struct str date_text(struct date date, struct arena *arena);
/* The years of two dates: "2019–2024", "2019" where they are the same, "" where the first
 * is not known. */
struct str date_years(struct date first, struct date last, struct arena *arena);

#endif
