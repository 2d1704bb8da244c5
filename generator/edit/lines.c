#include "edit/lines.h"

#include "base/list.h"
#include "base/text.h"
#include "edit/lines_gaps.h"
#include "edit/lines_layout.h"
#include "edit/lines_squeezed.h"
#include "edit/lines_tables.h"

/* Text becomes lines:
 *
 *     text --> wide layout? --> cells, frames, order (lines_layout.c) ---------+
 *                 | no                                                         v
 *                 +--> trimmed, closed up --> halves joined --> gaps taken --> lines
 *                      (lines_spacing.c)      (lines_squeezed.c) (lines_gaps.c)
 *
 * Then each line learns what its neighbours say of it: how far it may fall short of its
 * column, whether a jump goes over its end, whether it is a row of a table. */

int
line_width(struct str text)
{
	int width = 0;
	while (text.len) {
		uint32_t c = str_next(&text);
		if (text_is_ideograph(c)) {
			width += 2;
			continue;
		}
		/* Quotation marks are set narrow in justified lines. */
		bool quote = c >= 0x2018 && c <= 0x201D;
		bool ambiguous = c == 0xB7 || (c >= 0x2010 && c < 0x2E80 && !quote);
		width += ambiguous && !text_is_ignorable(c) && !text_is_space(c)
				 ? 2
				 : text_width(c);
	}
	return width;
}

bool
line_fills(const struct line *line, int column)
{
	return line->spread || (column && line->width + line->give > column - 3 &&
				       line->width <= column + 4);
}

bool
line_ends(struct str text)
{
	uint32_t c = str_last(&text);
	while (line_is_closer(c) && text.len)
		c = str_last(&text);
	if (c == '.')
		return text_is_han(str_last(&text)) || text_is_latin(str_last(&text));
	return line_is_stop(c);
}

bool
line_is_subtitle(struct str text)
{
	uint32_t c = str_peek(text);
	if (c != '-' && c != 0x2014 && c != 0x2500 && c != 0x4E00)
		return false;
	return str_starts(text, STR("——")) || str_starts(text, STR("一一")) ||
	       str_starts(text, STR("--")) || str_starts(text, STR("-一")) ||
	       str_starts(text, STR("一-")) || str_starts(text, STR("──")) ||
	       str_starts(text, STR("—"));
}

size_t
line_jump(struct str text)
{
	struct str rest = text;
	uint32_t c = str_last(&rest);
	if (c != 0xFF09 && c != ')')
		return SIZE_MAX;
	for (int i = 0; i < 14 && rest.len; i++) {
		c = str_last(&rest);
		if (c != 0xFF08 && c != '(')
			continue;
		struct str inside = str_slice(text, rest.len, text.len);
		bool jumps = str_has(inside, STR("下转")) ||
			     str_has(inside, STR("上接")) || str_has(inside, STR("紧接"));
		return jumps && str_has(inside, STR("版")) ? rest.len : SIZE_MAX;
	}
	return SIZE_MAX;
}

/* --- reading --- */

static struct str
take_heading(struct str text, int *level)
{
	struct str rest = text;
	int signs = 0;
	while (str_peek(rest) == '#') {
		str_next(&rest);
		signs++;
	}
	if (signs == 0 || signs > 6 || !text_is_space(str_peek(rest)))
		return text;
	*level = signs;
	return str_trim(rest);
}

static struct str
take_emphasis(struct str text)
{
	struct str stars = STR("**");
	if (text.len <= 4 || !str_starts(text, stars) || !str_ends(text, stars))
		return text;
	return str_trim(str_slice(text, 2, text.len - 2));
}

static struct str
take_mark(struct str text, uint32_t *mark)
{
	struct str rest = text;
	uint32_t c = str_next(&rest);
	if (line_is_mark(c)) {
		*mark = c;
		return str_trim(rest);
	}
	rest = text;
	c = str_last(&rest);
	if (!line_is_mark(c))
		return text;
	*mark = c;
	return str_trim(rest);
}

static int
indent_of(struct str raw)
{
	int indent = 0;
	while (raw.len && text_is_space(str_peek(raw)))
		indent += text_width(str_next(&raw));
	return indent;
}

bool
line_is_bracketed(struct str text)
{
	struct str rest = text;
	uint32_t first = str_next(&rest), last = str_last(&rest);
	if ((first != 0xFF08 && first != '(') || (last != 0xFF09 && last != ')') ||
		str_count(text) < 14)
		return false;
	return !str_has(rest, STR("）")) && !str_has(rest, STR(")"));
}

static void
measure(struct line *line)
{
	struct str rest = line->text;
	uint32_t c = 0;
	int brackets = 0;
	while (rest.len) {
		c = str_next(&rest);
		line->points++;
		if (text_is_ideograph(c))
			continue;
		brackets += (c == 0xFF08 || c == '(') - (c == 0xFF09 || c == ')');
		line->periods += line_is_stop(c) && c != 0x2026 && rest.len > 6;
		line->quotes += c >= 0x2018 && c <= 0x201D;
		line->squeezed |= (c >= 0x2018 && c <= 0x201D) || text_is_digit(c) ||
				  text_is_latin(c);
		line->stops += line_is_comma(c) || line_is_stop(c);
	}
	line->jump = line_jump(line->text);
	line->ends = line_ends(line->text) || line->jump != SIZE_MAX ||
		     ((c == ')' || c == 0xFF09) && line_is_bracketed(line->text));
	line->runs = line_is_comma(c) || (line_is_opener(c) && c >= 0x80) || brackets > 0;
}

void
lines_add(struct line_list *lines, struct str raw, unsigned number, unsigned blanks,
	unsigned frame, struct arena *arena)
{
	struct str text = str_trim(raw);
	if (!text.len)
		return;
	struct line line = {.number = number,
		.last_number = number,
		.blanks = blanks,
		.frame = frame};
	line.indent = indent_of(raw);
	line.row = tables_row(text, &line, arena);
	text = take_emphasis(take_heading(text, &line.level));
	text = take_mark(text, &line.mark);
	line.raw = text;
	struct str closed = line_close_up(text, &line.spread, arena);
	line.text = str_trim(closed);
	if (!line.text.len)
		return;
	/* The gaps beside figures are a quarter of a character wide; a letter-spaced line
	 * fills a column of unknown width. */
	line.width = line_width(line.text);
	if (!line.spread && closed.data != text.data)
		line.width = (line_width(text) + line.width) / 2;
	measure(&line);
	*(struct line *)list_add(lines, arena) = line;
}

/* A line ends one character early when the next one would begin with a comma or end with
 * an opening quotation mark. */
static void
allow_for_breaks(struct line_list *lines)
{
	for (size_t i = 1; i < lines->count; i++) {
		struct str rest = lines->items[i].text;
		bool opener = line_is_opener(str_next(&rest));
		uint32_t second = str_peek(rest);
		lines->items[i - 1].give =
			lines->items[i - 1].quotes < 2 ? lines->items[i - 1].quotes : 2;
		if (opener || line_is_comma(second) || line_is_closer(second) ||
			line_is_stop(second))
			lines->items[i - 1].give += 2;
	}
}

/* （下转第2 on one line, 版） on the next. */
static void
mark_broken_jumps(struct line_list *lines)
{
	for (size_t i = 1; i < lines->count; i++) {
		struct line *above = &lines->items[i - 1], *line = &lines->items[i];
		struct str both = line->text;
		bool jumps = line->points <= 5 && !line->blanks &&
			     (str_has(above->text, STR("下转")) ||
				     str_has(above->text, STR("上接"))) &&
			     str_has(both, STR("版"));
		if (!jumps || above->jump != SIZE_MAX)
			continue;
		line->ends = true;
		line->jump = line->text.len;
	}
}

void
lines_read(struct str text, unsigned first, struct line_list *lines, struct arena *arena)
{
	if (layout_is_wide(text)) {
		layout_read(text, first, lines, arena);
		allow_for_breaks(lines);
		mark_broken_jumps(lines);
		return;
	}
	struct str raw;
	unsigned blanks = 0;
	for (unsigned number = first; str_cut(&text, '\n', &raw); number++) {
		size_t before = lines->count;
		lines_add(lines, raw, number, blanks, 0, arena);
		blanks = lines->count == before ? blanks + 1 : 0;
	}
	lines_close_squeezed(lines, arena);
	lines_close_gaps(lines);
	allow_for_breaks(lines);
	mark_broken_jumps(lines);
	tables_mark(lines);
}
