#include "edit/lines_tables.h"

/* Tables come in two shapes, with bars as in Markdown and with gaps:
 *
 *     | 站名 | 水位 |        品种   东市   西市
 *     |---|---|              白菜   1.80   1.90
 *     | 上河站 | 41.26 |     莲藕   4.50   4.60
 *
 * One row with gaps proves nothing; two below each other with as many short cells do. */

enum { MOST_ROW = 80, MOST_CELL = 12 };

/* Whether the cell is short and no part of a sentence. */
static bool
add_cell(struct strbuf *out, struct str cell, unsigned *cells)
{
	if (*cells)
		strbuf_add_char(out, '\t');
	cell = str_trim(cell);
	strbuf_add(out, cell);
	++*cells;
	struct str rest = cell;
	while (rest.len) {
		uint32_t c = str_next(&rest);
		if (line_is_stop(c) || line_is_comma(c))
			return false;
	}
	return str_count(cell) <= MOST_CELL;
}

/* | 站名 | 水位 | to 站名, tab, 水位. */
static struct str
read_bars(struct str text, unsigned *cells, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct str rest = str_slice(text, 1, text.len), cell;
	while (rest.len && str_cut(&rest, '|', &cell))
		add_cell(&out, cell, cells);
	return strbuf_str(&out);
}

/* 白菜   1.80   1.90 likewise. */
static struct str
read_gaps(struct str text, unsigned *cells, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct str gap = STR("  ");
	bool fits = true;
	for (size_t at; (at = str_find(text, gap)) != SIZE_MAX;) {
		fits &= add_cell(&out, str_slice(text, 0, at), cells);
		text = str_trim(str_slice(text, at, text.len));
	}
	if (!add_cell(&out, text, cells) || !fits)
		*cells = 0;
	return strbuf_str(&out);
}

struct str
tables_row(struct str text, struct line *line, struct arena *arena)
{
	bool bars = str_starts(text, STR("|")) && str_ends(text, STR("|"));
	if ((!bars && !str_has(text, STR("  "))) || str_count(text) > MOST_ROW)
		return STR_NONE;
	struct str row = bars ? read_bars(text, &line->cells, arena)
			      : read_gaps(text, &line->cells, arena);
	line->table = bars && line->cells > 1;
	return row;
}

void
tables_mark(struct line_list *lines)
{
	for (size_t i = 1; i < lines->count; i++) {
		struct line *above = &lines->items[i - 1], *line = &lines->items[i];
		if (line->blanks || line->cells < 3 || line->cells != above->cells)
			continue;
		above->table = line->table = true;
	}
	for (size_t i = 0; i < lines->count; i++) {
		struct line *line = &lines->items[i];
		if (!line->table)
			continue;
		line->text = line->row;
		line->ends = true;
		line->runs = false;
	}
}
