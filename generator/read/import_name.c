#include "read/import_name.h"

#include "base/file.h"
#include "read/path_date.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The name from a place on as if it were the whole name. */
static struct str
page_from(struct str path, struct str name, size_t from, struct date *date,
	struct arena *arena)
{
	struct str rest = str_slice(name, from, name.len);
	*date = (struct date){0};
	return path_page(file_join(file_folder(path), rest, arena), false, date);
}

/* Where in the name a date begins; SIZE_MAX: nowhere. */
static size_t
find_date(struct str name, struct date *date, struct str *page, struct arena *arena)
{
	for (size_t i = 0; i < name.len; i++) {
		if (!is_digit(name.data[i]) || (i && is_digit(name.data[i - 1])))
			continue;
		/* In no folder, so that the date is the name's own. */
		*page = page_from(STR(""), name, i, date, arena);
		if (date_known(*date))
			return i;
	}
	return SIZE_MAX;
}

/* The page in what stands before a date: A01 of A01-2024.3.5. */
static struct str
page_before(struct str name, size_t end, struct arena *arena)
{
	struct date day;
	struct str before = str_slice(name, 0, end);
	while (before.len &&
		str_has(STR("-_. "), str_slice(before, before.len - 1, before.len)))
		before = str_slice(before, 0, before.len - 1);
	struct str path = str_format(arena, "2000-01-01/%.*s.txt", STR_ARG(before));
	return path_page(path, false, &day);
}

/* Letters large, but for a p that stands for "page"; at least two digits. */
static struct str
tidy_page(struct str page, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	size_t letters = 0;
	while (letters < page.len && is_letter(page.data[letters]))
		letters++;
	bool is_word = letters == 1 && (page.data[0] | 0x20) == 'p';
	for (size_t i = is_word ? letters : 0; i < letters; i++)
		strbuf_add_char(&out, (char)(page.data[i] & ~0x20));
	if (letters + 1 == page.len)
		strbuf_add_char(&out, '0');
	strbuf_add(&out, str_slice(page, letters, page.len));
	return strbuf_str(&out);
}

/* Every digit is 9: what files of one kind have in common. */
static struct str
pattern_of(struct str path, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	for (size_t i = 0; i < path.len; i++)
		strbuf_add_char(&out, is_digit(path.data[i]) ? '9' : path.data[i]);
	return strbuf_str(&out);
}

struct import_name
import_name_of(struct str path, struct arena *arena)
{
	struct import_name found = {.pattern = pattern_of(path, arena)};
	struct str name = file_name(path), stem = file_stem(name), page;
	size_t at = find_date(name, &found.date, &page, arena);
	if (at == SIZE_MAX)
		page = page_from(path, name, 0, &found.date, arena);
	else if (!page.len && at)
		page = page_before(name, at, arena);
	if (!date_known(found.date))
		return found;
	struct str own = page.len ? tidy_page(page, arena) : stem;
	found.target =
		str_format(arena, "%.*s/%.*s%.*s", STR_ARG(date_text(found.date, arena)),
			STR_ARG(own), STR_ARG(file_extension(name)));
	return found;
}
