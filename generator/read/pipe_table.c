#include "read/pipe_table.h"

/* A row without the pipes at its ends. */
static struct str
row_inside(struct str line)
{
	line = str_trim(line);
	if (str_starts(line, STR("|")))
		line = str_slice(line, 1, line.len);
	if (str_ends(line, STR("|")))
		line = str_slice(line, 0, line.len - 1);
	return line;
}

static bool
is_rule(struct str line)
{
	struct str inside = row_inside(line), cell;
	if (!str_has(line, STR("|")) || !str_has(line, STR("-")))
		return false;
	while (str_cut(&inside, '|', &cell)) {
		cell = str_trim(cell);
		for (size_t i = 0; i < cell.len; i++)
			if (cell.data[i] != '-' &&
				!(cell.data[i] == ':' && (i == 0 || i + 1 == cell.len)))
				return false;
		if (!str_has(cell, STR("-")))
			return false;
	}
	return true;
}

static void
add_row(struct strbuf *out, struct str line)
{
	struct str inside = row_inside(line), cell;
	bool first = true;
	if (out->len)
		strbuf_add_char(out, '\n');
	while (str_cut(&inside, '|', &cell)) {
		if (!first)
			strbuf_add_char(out, '\t');
		strbuf_add(out, str_trim(cell));
		first = false;
	}
}

bool
pipe_table_read(struct str lines, struct str *table, struct arena *arena)
{
	struct str rest = lines, line;
	struct strbuf out = strbuf_open(arena);
	for (unsigned number = 1; str_cut(&rest, '\n', &line); number++) {
		if (!str_has(line, STR("|")) || (number == 2 && !is_rule(line)))
			return false;
		if (number != 2)
			add_row(&out, line);
	}
	*table = strbuf_str(&out);
	return str_has(lines, STR("\n"));
}
