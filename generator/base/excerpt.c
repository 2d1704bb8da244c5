#include "base/excerpt.h"

#include "base/file.h"
#include "base/text.h"

enum {
	LARGEST = 8 * 1024 * 1024,
	BEFORE = 60, /* half cells that are shown before the place and behind it */
	BEHIND = 40,
};

static bool
read_file(struct excerpt *excerpt, struct str path)
{
	if (excerpt->path.data && str_equal(excerpt->path, path))
		return true;
	struct report unheard = report_open(excerpt->arena);
	excerpt->path = str_copy(path, excerpt->arena);
	return file_read(path, LARGEST, &excerpt->bytes, excerpt->arena, &unheard) ||
	       ((excerpt->bytes = STR("")), false);
}

static bool
find_line(struct str text, unsigned number, struct str *line)
{
	for (unsigned i = 0; i < number; i++)
		if (!str_cut(&text, '\n', line))
			return false;
	if (str_ends(*line, STR("\r")))
		*line = str_slice(*line, 0, line->len - 1);
	return true;
}

/* A terminal shows what it is given: no control characters but tabs, nothing broken. */
static bool
is_showable(struct str line)
{
	while (line.len) {
		size_t before = line.len;
		uint32_t c = str_next(&line);
		bool broken = c == 0xFFFD && before - line.len == 1;
		bool turns = c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
			     (c >= 0x2066 && c <= 0x2069);
		if (broken || turns || (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0))
			return false;
	}
	return true;
}

/* Columns count code points; the mark stands below its character, which may be wide. */
static void
add_mark(struct strbuf *out, struct str before)
{
	while (before.len) {
		uint32_t c = str_next(&before);
		if (c == '\t')
			strbuf_add_char(out, '\t');
		for (int i = c == '\t' ? 0 : text_width(c); i > 0; i--)
			strbuf_add_char(out, ' ');
	}
	strbuf_add(out, STR("^\n"));
}

/* The end of `before` and the beginning of `behind` that have room. */
static struct str
last_cells(struct str before)
{
	struct str rest = before;
	int cells = 0;
	while (rest.len && cells < BEFORE)
		cells += text_width(str_last(&rest));
	return str_slice(before, rest.len, before.len);
}

static struct str
first_cells(struct str behind)
{
	struct str rest = behind;
	int cells = 0;
	while (rest.len && cells < BEHIND)
		cells += text_width(str_next(&rest));
	return str_slice(behind, 0, behind.len - rest.len);
}

void
excerpt_add(struct excerpt *excerpt, struct place at, struct strbuf *out)
{
	struct str line = STR_NONE;
	if (!at.line || !read_file(excerpt, at.file) ||
		!find_line(excerpt->bytes, at.line, &line) || !is_showable(line) ||
		!str_trim(line).len)
		return;
	size_t column = at.column ? at.column - 1 : 0;
	struct str before = last_cells(str_points(line, 0, column));
	struct str behind = first_cells(str_points(line, column, SIZE_MAX));
	struct str number = str_format(excerpt->arena, "%5u", at.line);
	strbuf_printf(out, "%.*s | %.*s%.*s\n", STR_ARG(number), STR_ARG(before),
		STR_ARG(behind));
	if (!at.column)
		return;
	strbuf_add(out, STR("      | "));
	add_mark(out, before);
}
