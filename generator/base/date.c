#include "base/date.h"

enum {
	FIRST_YEAR = 1000,
	LAST_YEAR = 9999,
};

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
date_month_days(int year, int month)
{
	static const int days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return 0;
	return month == 2 && is_leap(year) ? 29 : days[month];
}

bool
date_valid(struct date date)
{
	if (date.year < FIRST_YEAR || date.year > LAST_YEAR || date.month < 0 ||
		date.month > 12)
		return false;
	if (date.month == 0)
		return date.day == 0;
	return date.day >= 0 && date.day <= date_month_days(date.year, date.month);
}

bool
date_known(struct date date)
{
	return date.year && date.month && date.day;
}

int
date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

/* H. Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so the
 * leap day is the last of its year. */
long
date_day_number(struct date date)
{
	long year = date.year - (date.month <= 2);
	long month = (date.month + 9) % 12;
	return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 +
	       date.day - 1;
}

int
date_weekday(struct date date)
{
	return (int)((date_day_number(date) + 3) % 7);
}

struct date
date_after(struct date date)
{
	if (++date.day <= date_month_days(date.year, date.month))
		return date;
	date.day = 1;
	if (++date.month <= 12)
		return date;
	return (struct date){date.year + 1, 1, 1};
}

struct date
date_before(struct date date)
{
	if (--date.day)
		return date;
	if (--date.month)
		return (struct date){
			date.year, date.month, date_month_days(date.year, date.month)};
	return (struct date){date.year - 1, 12, 31};
}

struct str
date_text(struct date date, struct arena *arena)
{
	if (!date.year)
		return STR("");
	if (!date.month)
		return str_format(arena, "%04d", date.year);
	if (!date.day)
		return str_format(arena, "%04d-%02d", date.year, date.month);
	return str_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* Takes a run of 1 to `most` ASCII digits off the front. */
static bool
take_digits(struct str *rest, size_t most, int *number)
{
	size_t len = 0;
	while (len < rest->len && rest->data[len] >= '0' && rest->data[len] <= '9')
		len++;
	if (len == 0 || len > most)
		return false;
	bool good = str_number(str_slice(*rest, 0, len), number);
	*rest = str_slice(*rest, len, rest->len);
	return good;
}

/* Takes one of - / . and, where `as` is not 0, only that one. */
static char
take_separator(struct str *rest, char as)
{
	char c = rest->len ? *rest->data : '\0';
	if ((c != '-' && c != '/' && c != '.') || (as && c != as))
		return '\0';
	*rest = str_slice(*rest, 1, rest->len);
	return c;
}

/* T09:30:00+08:00, " 9:30 Z" and the like. */
static bool
is_time(struct str s)
{
	if (s.len < 2 || !str_has(STR("Tt "), str_slice(s, 0, 1)))
		return false;
	s = str_trim(str_slice(s, 1, s.len));
	if (!s.len || *s.data < '0' || *s.data > '9')
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (!str_has(STR("0123456789:.,+-Zz "), str_slice(s, i, i + 1)))
			return false;
	return true;
}

bool
date_parse(struct str text, struct date *date)
{
	struct date found = {0};
	struct str rest = str_trim(text);
	if (!take_digits(&rest, 4, &found.year))
		return false;
	char separator = take_separator(&rest, '\0');
	if (separator) {
		if (!take_digits(&rest, 2, &found.month) || !found.month)
			return false;
		if (take_separator(&rest, separator) &&
			(!take_digits(&rest, 2, &found.day) || !found.day))
			return false;
	}
	if (rest.len && !(found.day && is_time(rest)))
		return false;
	if (!date_valid(found))
		return false;
	*date = found;
	return true;
}

/* The value of an ASCII, full-width or Chinese digit; 10 for 十; -1 for anything else. */
static int
digit_value(uint32_t c)
{
	static const uint32_t chinese[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
		0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	if (c >= 0xFF10 && c <= 0xFF19)
		return (int)(c - 0xFF10);
	for (int i = 0; i <= 10; i++)
		if (c == chinese[i])
			return i;
	return c == 0x25CB || c == 0x96F6 ? 0 : -1; /* ○ and 零 stand for 〇 */
}

static void
skip_spaces(struct str *rest)
{
	while (rest->len) {
		struct str next = *rest;
		uint32_t c = str_next(&next);
		if (c != ' ' && c != '\t' && c != 0xA0 && c != 0x3000)
			return;
		*rest = next;
	}
}

/* Scanned pages often have a letter O in 二O二四 and 2O24, never in front. */
static int
next_digit(struct str *rest, bool first)
{
	struct str next = *rest;
	uint32_t c = str_next(&next);
	int digit = !first && (c == 'O' || c == 0xFF2F) ? 0 : digit_value(c);
	if (digit >= 0)
		*rest = next;
	return digit;
}

/* Takes a year of four digits such as 2024 or 二〇二四, -1 when there is none. Spaces
 * stand between all of its digits or none, for the 1 of "1 200年" is another number. */
static int
take_year(struct str *rest)
{
	int year = 0, count = 0, gaps = 0;
	for (;; count++) {
		struct str next = *rest;
		skip_spaces(&next);
		bool gap = next.data != rest->data;
		int digit = next_digit(&next, count == 0);
		if (digit < 0)
			break;
		if (digit == 10 || count == 4)
			return -1;
		gaps += gap && count;
		year = year * 10 + digit;
		*rest = next;
	}
	return count == 4 && (gaps == 0 || gaps == 3) ? year : -1;
}

/* Takes the number of a month or day, such as 12, 05, 十二, 二十 or 三十一: tens that are
 * done and the digits behind them; -1 when there is none or it has more than three
 * digits. */
static int
take_number(struct str *rest)
{
	int tens = 0, units = 0, count = 0;
	for (;; count++) {
		struct str next = *rest;
		skip_spaces(&next);
		int digit = next_digit(&next, count == 0);
		if (digit < 0)
			break;
		if (count == 3 || (digit == 10 && tens))
			return -1;
		if (digit == 10) {
			tens = count ? units * 10 : 10;
			units = 0;
		} else
			units = units * 10 + digit;
		*rest = next;
	}
	return count ? tens + units : -1;
}

static bool
take_point(struct str *rest, uint32_t wanted)
{
	struct str next = *rest;
	skip_spaces(&next);
	if (str_next(&next) != wanted)
		return false;
	*rest = next;
	return true;
}

enum { YEAR_SIGN = 0x5E74, MONTH_SIGN = 0x6708, DAY_SIGN = 0x65E5 };

static bool
date_at(struct str *rest, struct date *date)
{
	struct date found = {.year = take_year(rest)};
	if (found.year < FIRST_YEAR || !take_point(rest, YEAR_SIGN))
		return false;
	struct str next = *rest;
	int month = take_number(&next);
	if (month >= 1 && month <= 12 && take_point(&next, MONTH_SIGN)) {
		found.month = month;
		*rest = next;
		int day = take_number(&next);
		if (day >= 1 && take_point(&next, DAY_SIGN)) {
			found.day = day;
			*rest = next;
		}
	}
	if (!date_valid(found))
		return false;
	*date = found;
	return true;
}

bool
date_find(struct str text, struct date *date, size_t *end)
{
	bool inside_number = false;
	for (struct str rest = text; rest.len;) {
		struct str next = rest;
		bool digit = digit_value(str_next(&next)) >= 0;
		struct str after = rest;
		if (digit && !inside_number && date_at(&after, date)) {
			if (end)
				*end = text.len - after.len;
			return true;
		}
		inside_number = digit;
		rest = next;
	}
	return false;
}

struct str
date_years(struct date first, struct date last, struct arena *arena)
{
	if (!first.year)
		return STR("");
	if (first.year == last.year)
		return str_format(arena, "%d", first.year);
	return str_format(arena, "%d–%d", first.year, last.year);
}
