#include "base/text.h"
#include "edit/lines.h"

/* Spaces that the extraction left in the text:
 *
 *     高 质 量 发 展   letters set apart to fill a column: closed up
 *     年产20 万吨      a gap beside a figure: noise
 *     佟 力            may be a name of two, and stays */

static bool
is_chinese(uint32_t c)
{
	return text_is_han(c) || (c >= 0x3001 && c <= 0x301F) ||
	       (c >= 0xFF01 && c <= 0xFF0F) || c == 0xFF1A || c == 0xFF1B ||
	       c == 0xFF1F || (c >= 0x2014 && c <= 0x2026);
}

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
