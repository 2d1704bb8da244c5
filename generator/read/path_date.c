#include "read/path_date.h"

#include "base/file.h"
#include "base/text.h"

/* --- pieces of a name: each takes itself off the front --- */

static bool
take_digits(struct str *rest, size_t least, size_t most, int *number)
{
	size_t len = 0;
	while (len < most && len < rest->len && rest->data[len] >= '0' &&
		rest->data[len] <= '9')
		len++;
	if (len < least || !str_number(str_slice(*rest, 0, len), number))
		return false;
	*rest = str_slice(*rest, len, rest->len);
	return true;
}

static bool
is_digit(struct str s)
{
	return s.len && *s.data >= '0' && *s.data <= '9';
}

static bool
take_any(struct str *rest, const char *characters)
{
	struct str set = str_from(characters), one = str_slice(*rest, 0, 1);
	if (!rest->len || !str_has(set, one))
		return false;
	*rest = str_slice(*rest, 1, rest->len);
	return true;
}

static bool
take_word(struct str *rest, struct str word)
{
	if (!str_starts(*rest, word))
		return false;
	*rest = str_slice(*rest, word.len, rest->len);
	return true;
}

/* 2024-03-05, 2024_3_5, 20240305 or 2024年3月5日; no digit may follow. */
static bool
take_date(struct str *rest, struct date *date)
{
	struct str after = *rest;
	struct date found;
	size_t end;
	if (!is_digit(after))
		return false;
	if (date_find(after, &found, &end) && date_known(found) && end > 0 &&
		str_find(after, STR("年")) == 4) {
		*rest = str_slice(after, end, after.len);
		*date = found;
		return true;
	}
	if (!take_digits(&after, 4, 4, &found.year))
		return false;
	bool apart = take_any(&after, "-_.");
	size_t least = apart ? 1 : 2;
	if (!take_digits(&after, least, 2, &found.month) ||
		(apart && !take_any(&after, "-_.")) ||
		!take_digits(&after, least, 2, &found.day) || is_digit(after))
		return false;
	if (!date_valid(found) || !date_known(found))
		return false;
	*rest = after;
	*date = found;
	return true;
}

/* --- folders --- */

/* One step of reading 2024/03/05 or a whole date, folder by folder; `open` holds what the
 * folders just before make of a year and a month. True when the part completes a date. */
static bool
step(struct str part, struct date *open, struct date *found)
{
	struct date partial = *open;
	struct str rest = part;
	int number;
	*open = (struct date){0};
	if (take_date(&rest, found))
		return true;
	rest = part;
	if (take_digits(&rest, 4, 4, &number) && !rest.len && number >= 1000) {
		open->year = number;
		return false;
	}
	rest = part;
	if (!partial.year || !take_digits(&rest, 1, 2, &number) || rest.len)
		return false;
	if (!partial.month) {
		if (number >= 1 && number <= 12)
			*open = (struct date){partial.year, number, 0};
		return false;
	}
	partial.day = number;
	*found = partial;
	return date_valid(partial) && date_known(partial);
}

static bool
walk_folders(struct str folders, struct date *date, struct date *open)
{
	struct str part;
	struct date found;
	bool any = false;
	while (folders.len && str_cut(&folders, '/', &part))
		if (step(part, open, &found)) {
			*date = found;
			any = true;
		}
	return any;
}

bool
path_date(struct str folders, struct date *date)
{
	struct date open = {0};
	return walk_folders(folders, date, &open);
}

/* --- pages --- */

static bool
take_letters(struct str *rest)
{
	size_t len = 0;
	while (len < rest->len && len < 2 &&
		((rest->data[len] >= 'A' && rest->data[len] <= 'Z') ||
			(rest->data[len] >= 'a' && rest->data[len] <= 'z')))
		len++;
	*rest = str_slice(*rest, len, rest->len);
	return len > 0;
}

/* What may stand behind a page number: nothing; behind that of page text also a name
 * (01-要闻). */
static bool
ends_page(struct str rest, bool article)
{
	uint32_t next = str_peek(rest);
	return rest.len == 0 ||
	       (!article && (take_any(&rest, "-_. ") || text_is_han(next)));
}

/* [第] [letters] digits [- digits] [版] */
static struct str
page_number(struct str name, bool article)
{
	int number;
	if (!take_word(&name, STR("第")))
		take_word(&name, STR("page"));
	struct str rest = name;
	take_letters(&rest);
	if (!take_digits(&rest, 1, 3, &number) || is_digit(rest))
		return STR("");
	struct str single = {name.data, (size_t)(rest.data - name.data)};
	struct str spread = single, after = rest;
	if (take_any(&after, "-") && (take_letters(&after), true) &&
		take_digits(&after, 1, 3, &number) && !is_digit(after)) {
		rest = after;
		spread.len = (size_t)(rest.data - name.data);
	}
	take_word(&rest, STR("版"));
	if (!ends_page(rest, article))
		return STR("");
	return article ? single : spread;
}

struct str
path_page(struct str path, bool article, struct date *date)
{
	struct date open = {0}, found;
	struct str stem = file_stem(file_name(path)), rest = stem;
	walk_folders(file_folder(path), date, &open);
	if (take_date(&rest, &found)) {
		*date = found;
		while (take_any(&rest, "-_. "))
			;
	} else if (open.month && step(stem, &open, &found)) {
		*date = found; /* 2024/03/05.txt */
		return STR("");
	}
	struct str number = page_number(rest, article);
	/* In a file of no known day, 003_notes is a name and no page. */
	return date->year || number.len == rest.len ? number : STR("");
}
