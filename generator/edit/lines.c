#include "edit/lines.h"

#include "base/list.h"
#include "base/text.h"
#include "edit/lines_gaps.h"
#include "edit/lines_layout.h"
#include "edit/lines_squeezed.h"
#include "edit/lines_tables.h"

/* Sets of signs as switches: they are asked for every character. */

bool
line_is_closer(uint32_t c)
{
	switch (c) {
	case 0x201D:
	case 0x2019:
	case 0x300D:
	case 0x300F:
	case 0xFF09:
	case ')':
	case 0x3011:
	case 0x300B:
	case 0x3009:
	case ']':
	case '"': return true;
	default: return false;
	}
}

bool
line_is_opener(uint32_t c)
{
	switch (c) {
	case 0x201C:
	case 0x2018:
	case 0x300C:
	case 0x300E:
	case 0xFF08:
	case '(':
	case 0x3010:
	case 0x300A:
	case 0x3008:
	case '[': return true;
	default: return false;
	}
}

bool
line_is_stop(uint32_t c)
{
	switch (c) {
	case 0x3002:
	case 0xFF01:
	case 0xFF1F:
	case '!':
	case '?':
	case 0x2026: return true;
	default: return false;
	}
}

bool
line_is_comma(uint32_t c)
{
	switch (c) {
	case 0xFF0C:
	case 0x3001:
	case 0xFF1B:
	case 0xFF1A:
	case ',':
	case ';':
	case ':': return true;
	default: return false;
	}
}

/* ▲△▼▽■□●○◆◇★☆※◎►▶▷◀◁•❖ */
bool
line_is_mark(uint32_t c)
{
	switch (c) {
	case 0x25B2:
	case 0x25B3:
	case 0x25BC:
	case 0x25BD:
	case 0x25A0:
	case 0x25A1:
	case 0x25CF:
	case 0x25CB:
	case 0x25C6:
	case 0x25C7:
	case 0x2605:
	case 0x2606:
	case 0x203B:
	case 0x25CE:
	case 0x25BA:
	case 0x25B6:
	case 0x25B7:
	case 0x25C0:
	case 0x25C1:
	case 0x2022:
	case 0x2756: return true;
	default: return false;
	}
}

static bool
is_chinese(uint32_t c)
{
	return text_is_han(c) || (c >= 0x3001 && c <= 0x301F) ||
	       (c >= 0xFF01 && c <= 0xFF0F) || c == 0xFF1A || c == 0xFF1B ||
	       c == 0xFF1F || (c >= 0x2014 && c <= 0x2026);
}

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

/* --- spacing --- */

struct points {
	uint32_t *items;
	size_t count;
};

static bool
has_space(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.data[i];
		/* Most ideographs: none of their bytes begins a space. */
		if (c >= 0xE4 && c <= 0xE9) {
			i += 2;
			continue;
		}
		/* ASCII, U+00A0, and the blocks of U+2000 and U+3000 */
		if (c == ' ' || c == '\t' || c == 0xC2 ||
			(c == 0xE2 && i + 1 < text.len &&
				(unsigned char)text.data[i + 1] <= 0x81) ||
			(c == 0xE3 && i + 2 < text.len &&
				text_is_space(str_peek(str_slice(text, i, text.len)))))
			return true;
	}
	return false;
}

/* The code points, every run of spaces narrowed to one. */
static struct points
points_of(struct str raw, struct arena *arena)
{
	struct points points = {arena_array(arena, uint32_t, raw.len + 1), 0};
	while (raw.len) {
		uint32_t c = str_next(&raw);
		if (text_is_space(c))
			c = ' ';
		if (c == ' ' && points.count && points.items[points.count - 1] == ' ')
			continue;
		points.items[points.count++] = c;
	}
	return points;
}

/* Closes up four or more single characters set apart by single spaces: 高 质 量 发 展. */
static bool
close_letters(struct points *points)
{
	bool found = false;
	size_t out = 0;
	uint32_t *c = points->items;
	for (size_t i = 0; i < points->count;) {
		size_t end = i, letters = 0;
		bool starts = i == 0 || c[i - 1] == ' ';
		while (starts && end < points->count && is_chinese(c[end]) &&
			(end + 1 == points->count || c[end + 1] == ' ')) {
			letters++;
			end += 2;
		}
		if (letters < 4) {
			c[out++] = c[i++];
			continue;
		}
		found = true;
		for (; i < end && i < points->count; i++)
			if (c[i] != ' ')
				c[out++] = c[i];
		if (i < points->count)
			c[out++] = ' ';
	}
	points->count = out;
	return found;
}

static bool
space_is_noise(uint32_t before, uint32_t after)
{
	if ((text_is_han(before) && text_is_digit(after)) ||
		(text_is_digit(before) && text_is_han(after)))
		return true;
	if (line_is_comma(after) || after == 0x3002 || after == 0xFF01 || after == 0xFF1F)
		return is_chinese(before) || text_is_digit(before);
	if (before >= 0x80 && line_is_comma(before))
		return true;
	return (line_is_opener(before) && before >= 0x80 && before != 0x3010) ||
	       (line_is_closer(after) && after >= 0x80);
}

struct str
line_close_up(struct str raw, bool *spread, struct arena *arena)
{
	*spread = false;
	if (!has_space(raw))
		return raw;
	struct points points = points_of(raw, arena);
	*spread = close_letters(&points);
	struct strbuf out = strbuf_open(arena);
	for (size_t i = 0; i < points.count; i++) {
		uint32_t c = points.items[i];
		bool edge = i == 0 || i + 1 == points.count;
		if (c == ' ' && !edge &&
			space_is_noise(points.items[i - 1], points.items[i + 1]))
			continue;
		strbuf_add_point(&out, c);
	}
	return strbuf_str(&out);
}

/* A space between two Han may part a name of two (佟 力) and stays. */
static bool
space_is_dropped(uint32_t before, uint32_t after)
{
	return (is_chinese(before) || is_chinese(after)) &&
	       !(text_is_han(before) && text_is_han(after));
}

struct str
line_body_text(struct str text, struct arena *arena)
{
	if (!has_space(text))
		return text;
	struct strbuf out = strbuf_open(arena);
	struct str rest = text;
	uint32_t before = 0;
	while (rest.len) {
		struct str here = rest;
		uint32_t c = str_next(&rest);
		if (c == ' ' && space_is_dropped(before, str_peek(rest))) {
			strbuf_add(&out, str_slice(text, 0, text.len - here.len));
			text = rest;
			continue;
		}
		before = c;
	}
	strbuf_add(&out, text);
	return strbuf_str(&out);
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
	if (str_count(text) < 14 || (first != 0xFF08 && first != '(') ||
		(last != 0xFF09 && last != ')'))
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
		     line_is_bracketed(line->text);
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
