#include "edit/segment_dates.h"

#include "base/text.h"

static bool
take_number(struct str *text, int *number)
{
	struct str rest = *text;
	while (rest.len && text_is_digit(str_peek(rest)))
		str_next(&rest);
	struct str digits = str_slice(*text, 0, text->len - rest.len);
	*text = rest;
	return str_number(digits, number);
}

static bool
take_word(struct str *text, struct str word)
{
	if (!str_starts(*text, word))
		return false;
	*text = str_slice(*text, word.len, text->len);
	return true;
}

/* 9月1日 at the start of text, after spaces. */
static bool
day_at_start(struct str text, struct date *date)
{
	text = str_trim(text);
	struct str with_year = text;
	size_t end;
	if (date_find(str_points(with_year, 0, 12), date, &end) && date_known(*date) &&
		text_is_digit(str_peek(text)))
		return true;
	*date = (struct date){0};
	return take_number(&text, &date->month) && take_word(&text, STR("月")) &&
	       take_number(&text, &date->day) && take_word(&text, STR("日")) &&
	       date->month <= 12 && date->day <= 31 && date->month > 0 && date->day > 0;
}

bool
event_date_find(struct str text, struct date published, int year, struct date *date)
{
	if (!day_at_start(text, date))
		return false;
	if (!date->year && published.year)
		/* December is told of in January. */
		date->year = published.year -
			     (published.month && date->month > published.month + 1);
	else if (!date->year)
		date->year = year;
	return date->year && date_valid(*date);
}

/* A year named as the present: 2022年第9次会议, 2022年3月; not in statistics
 * (2022年，达到 ...). */
static bool
is_present(struct str behind)
{
	uint32_t c = str_peek(str_trim(behind));
	return text_is_digit(c) || str_starts(behind, STR("第")) ||
	       str_starts(behind, STR("全")) || str_starts(behind, STR("工作")) ||
	       str_starts(behind, STR("春")) || str_starts(behind, STR("度工作"));
}

int
year_of_page(struct str text)
{
	int latest = 0;
	bool present = false, this_year = str_has(text, STR("今年"));
	struct str sign = STR("年");
	for (size_t at; (at = str_find(text, sign)) != SIZE_MAX;) {
		struct str before = str_trim(str_slice(text, at >= 5 ? at - 5 : 0, at));
		struct str behind = str_slice(text, at + sign.len, text.len);
		int year;
		while (before.len > 4)
			before = str_slice(before, 1, before.len);
		if (before.len == 4 && str_number(before, &year) && year >= 1900 &&
			year < 2100) {
			bool now = is_present(behind);
			present = year > latest    ? now
				  : year == latest ? present || now
						   : present;
			latest = year > latest ? year : latest;
		}
		text = behind;
	}
	return latest && this_year && !present ? latest + 1 : latest;
}
