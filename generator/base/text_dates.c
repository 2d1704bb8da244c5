#include "base/text_dates.h"

#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/text_decode.h"

enum { LONGEST = 128 /* UTF-16 units of a pattern or name */ };

/* --- asking ICU --- */

static struct str
utf8_of(const UChar *units, int32_t len, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t size = 0;
	char *out = arena_alloc(arena, (size_t)len * 3 + 1);
	u_strToUTF8(out, len * 3 + 1, &size, units, len, &status);
	text_require(status);
	return (struct str){out, (size_t)size};
}

static void
read_patterns(struct text_dates *dates, const char *locale, struct arena *arena)
{
	static const UChar *const skeletons[TEXT_DATE_FORMS] = {
		u"yMMMMEEEEd", u"yMMMMd", u"yMMMM", u"y", u"MMMMd"};
	UErrorCode status = U_ZERO_ERROR;
	UChar pattern[LONGEST];
	UDateTimePatternGenerator *generator = udatpg_open(locale, &status);
	text_require(status);
	for (int i = 0; i < TEXT_DATE_FORMS; i++) {
		int32_t len = udatpg_getBestPattern(
			generator, skeletons[i], -1, pattern, LONGEST, &status);
		text_require(status);
		dates->patterns[i] = utf8_of(pattern, len, arena);
	}
	udatpg_close(generator);
}

static void
read_names(const UDateFormat *format, UDateFormatSymbolType type, int first, int count,
	struct str *names, struct arena *arena)
{
	UChar name[LONGEST];
	for (int i = 0; i < count; i++) {
		UErrorCode status = U_ZERO_ERROR;
		int32_t len =
			udat_getSymbols(format, type, first + i, name, LONGEST, &status);
		text_require(status);
		names[i] = utf8_of(name, len, arena);
	}
}

struct text_dates
text_dates_of(struct str language, struct arena *arena)
{
	struct text_dates dates = {0};
	UErrorCode status = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY];
	uloc_forLanguageTag(
		str_terminated(language, arena), locale, sizeof locale, NULL, &status);
	text_require(status);
	UDateFormat *format =
		udat_open(UDAT_LONG, UDAT_LONG, locale, u"UTC", -1, NULL, 0, &status);
	text_require(status);
	read_patterns(&dates, locale, arena);
	read_names(format, UDAT_STANDALONE_MONTHS, 0, 12, dates.months, arena);
	read_names(
		format, UDAT_STANDALONE_SHORT_MONTHS, 0, 12, dates.short_months, arena);
	read_names(format, UDAT_MONTHS, 0, 12, dates.dated_months, arena);
	/* Their first weekday is 1, for Sunday. */
	read_names(format, UDAT_STANDALONE_WEEKDAYS, 1, 7, dates.weekdays, arena);
	read_names(format, UDAT_STANDALONE_NARROW_WEEKDAYS, 1, 7, dates.short_weekdays,
		arena);
	udat_close(format);
	return dates;
}

/* --- formatting --- */

/* One or two digits, two where the pattern asks for them. */
static void
add_padded(struct strbuf *out, size_t times, int number)
{
	if (times > 1 && number < 10)
		strbuf_add_char(out, '0');
	strbuf_add_number(out, number);
}

static void
add_field(struct strbuf *out, const struct text_dates *dates, char letter, size_t times,
	struct date date)
{
	switch (letter) {
	case 'y': strbuf_add_number(out, date.year); break;
	case 'M':
	case 'L':
		if (times < 3)
			add_padded(out, times, date.month);
		else if (letter == 'M')
			strbuf_add(out, dates->dated_months[date.month - 1]);
		else
			strbuf_add(out, dates->months[date.month - 1]);
		break;
	case 'd': add_padded(out, times, date.day); break;
	case 'E':
	case 'c': strbuf_add(out, dates->weekdays[date_weekday(date)]); break;
	default: break;
	}
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Letters stand for parts of the date, quotes hold letters that stand for themselves
 * (UTS 35, date format patterns). */
struct str
text_date(const struct text_dates *dates, enum text_date_form form, struct date date,
	struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct str pattern = dates->patterns[form];
	bool quoted = false;
	for (size_t i = 0; i < pattern.len;) {
		char letter = pattern.data[i];
		size_t times = 1;
		if (letter == '\'')
			quoted = !quoted;
		else if (quoted || !is_letter(letter))
			strbuf_add_char(&out, letter);
		else {
			while (i + times < pattern.len &&
				pattern.data[i + times] == letter)
				times++;
			add_field(&out, dates, letter, times, date);
		}
		i += times;
	}
	return strbuf_str(&out);
}
