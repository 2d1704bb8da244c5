/* What is written for each field and block:
 *
 *     ---                                 front matter: the fields that were found
 *     title: 一条渡船的二十六年           "..." where YAML needs it, "" for no title
 *     credits:
 *       - role: 记者
 *         name: 林一苇
 *     lines: 12-48                        of the page text
 *     ---
 *
 *     A paragraph.                        Markdown's own characters escaped
 *
 *     ## A subhead
 *
 *     ![A caption]()                      a picture that is not at hand
 *
 *     | cell | cell |                     a table; in a fence named table, with tabs,
 *     |---|---|                           where a pipe table could not hold it
 *
 *     ```verse                            verse, line by line
 */
#include "read/markdown_write.h"

#include <string.h>

/* --- front matter --- */

/* Whether YAML takes the text as it is: no mark of ASCII in it that may mean something,
 * and no word such as null at its start. */
static bool
is_plain(struct str text)
{
	static const char harmless[] = "abcdefghijklmnopqrstuvwxyz"
				       "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ";
	if (str_peek(text) < 0xA0)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (!((unsigned char)text.data[i] & 0x80) &&
			(!text.data[i] || !strchr(harmless, text.data[i])))
			return false;
	return true;
}

static void
add_value(struct strbuf *out, struct str text)
{
	if (is_plain(text)) {
		strbuf_add(out, text);
		return;
	}
	strbuf_add_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];
		if (c == '"' || c == '\\' || c == '\n' || c == '\t')
			strbuf_add_char(out, '\\');
		strbuf_add_char(out, (char)(c == '\n' ? 'n' : c == '\t' ? 't' : c));
	}
	strbuf_add_char(out, '"');
}

static void
add_field(struct strbuf *out, const char *key, struct str text)
{
	if (!text.len)
		return;
	strbuf_printf(out, "%s: ", key);
	add_value(out, text);
	strbuf_add_char(out, '\n');
}

static void
add_date(struct strbuf *out, const char *key, struct date date)
{
	if (date.year)
		strbuf_printf(out, "%s: %s\n", key, date_text(date, out->arena).data);
}

static void
add_credits(struct strbuf *out, const struct article *article)
{
	if (article->credits.count || article->byline.len)
		strbuf_printf(out, "credits:%s\n", article->credits.count ? "" : " []");
	for (size_t i = 0; i < article->credits.count; i++) {
		const struct credit *credit = &article->credits.items[i];
		add_field(out, "  - name", credit->name);
		add_field(out, "    role", credit->role);
		if (credit->photo)
			strbuf_add(out, STR("    photo: yes\n"));
	}
}

static void
add_marks(struct strbuf *out, unsigned marks)
{
	const char *before = "marks: [";
	for (unsigned mark = 1; mark <= marks; mark <<= 1)
		if (marks & mark) {
			strbuf_printf(out, "%s%s", before, mark_name((enum mark)mark));
			before = ", ";
		}
	if (marks)
		strbuf_add(out, STR("]\n"));
}

/* A list of one, since a single text would be cut at its commas. */
static void
add_series(struct strbuf *out, const struct article *article)
{
	if (!article->series.len)
		return;
	strbuf_add(out, STR("series:\n  - "));
	add_value(out, article->series);
	strbuf_add_char(out, '\n');
	if (article->part)
		strbuf_printf(out, "part: %d\n", article->part);
}

static void
add_front_matter(struct strbuf *out, const struct article *article)
{
	strbuf_add(out, STR("---\n"));
	add_field(out, "kicker", article->kicker);
	if (article->title.len)
		add_field(out, "title", article->title);
	else
		strbuf_add(out, STR("title: \"\"\n"));
	add_field(out, "subtitle", article->subtitle);
	strbuf_printf(out, "kind: %s\n", article_kind_name(article->kind));
	add_date(out, "date", article->date);
	add_field(out, "page", article->page);
	add_field(out, "column", article->column);
	add_series(out, article);
	add_field(out, "byline", article->byline);
	add_credits(out, article);
	add_field(out, "dateline", article->dateline);
	add_date(out, "event_date", article->event_date);
	add_field(out, "jump_from", article->jump_from);
	add_field(out, "jump_to", article->jump_to);
	add_field(out, "slug", article->slug);
	add_field(out, "summary", article->summary);
	add_marks(out, article->marks);
	if (article->evidence_first)
		strbuf_printf(out, "lines: %u-%u\n", article->evidence_first,
			article->evidence_last);
	strbuf_add(out, STR("---\n"));
}

/* --- text --- */

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether the byte would mean something to Markdown wherever it stands. */
static bool
is_special(struct str text, size_t at)
{
	char c = text.data[at], next = at + 1 < text.len ? text.data[at + 1] : ' ';
	return (c && strchr("\\`*_[]<", c)) ||
	       (c == '&' && (is_letter(next) || next == '#'));
}

/* The byte of a line's start that would make it a heading, a quotation, a list or a
 * rule; SIZE_MAX when none would. */
static size_t
special_start(struct str line)
{
	size_t digits = 0;
	while (digits < line.len && line.data[digits] >= '0' && line.data[digits] <= '9')
		digits++;
	if (digits >= line.len)
		return SIZE_MAX;
	bool special =
		line.data[digits] && strchr(digits ? ".)" : "#>-+=~", line.data[digits]);
	return special ? digits : SIZE_MAX;
}

static void
add_line(struct strbuf *out, struct str line)
{
	size_t start = special_start(line);
	for (size_t i = 0; i < line.len; i++) {
		if (i == start || is_special(line, i))
			strbuf_add_char(out, '\\');
		strbuf_add_char(out, line.data[i]);
	}
}

static void
add_lines(struct strbuf *out, struct str text)
{
	struct str line;
	for (bool first = true; str_cut(&text, '\n', &line); first = false) {
		if (!first)
			strbuf_add(out, STR("\\\n"));
		add_line(out, line);
	}
}

/* --- blocks --- */

static void
add_subhead(struct strbuf *out, struct str text)
{
	text = str_replace(text, STR("\n"), STR(" "), out->arena);
	struct strbuf escaped = strbuf_open(out->arena);
	add_line(&escaped, text);
	struct str rest = strbuf_str(&escaped);
	strbuf_add(out, STR("## "));
	if (str_ends(rest, STR("#"))) { /* would close the heading */
		strbuf_add(out, str_slice(rest, 0, rest.len - 1));
		rest = STR("\\#");
	}
	strbuf_add(out, rest);
	strbuf_add_char(out, '\n');
}

static void
add_caption(struct strbuf *out, struct str text)
{
	strbuf_add(out, STR("!["));
	add_lines(out, text);
	strbuf_add(out, STR("]()\n"));
}

/* Longer than any row of backticks in the text. */
static void
add_fence(struct strbuf *out, struct str text, const char *name)
{
	size_t longest = 2, row = 0;
	for (size_t i = 0; i < text.len; i++) {
		row = text.data[i] == '`' ? row + 1 : 0;
		longest = row > longest ? row : longest;
	}
	struct strbuf fence = strbuf_open(out->arena);
	for (size_t i = 0; i <= longest; i++)
		strbuf_add_char(&fence, '`');
	strbuf_printf(
		out, "%s%s\n%.*s\n%s\n", fence.data, name, STR_ARG(text), fence.data);
}

static bool
fits_pipes(struct str table)
{
	struct str line, cell;
	if (str_has(table, STR("|")))
		return false;
	while (str_cut(&table, '\n', &line)) {
		if (!str_trim(line).len)
			return false;
		while (str_cut(&line, '\t', &cell))
			if (str_trim(cell).len != cell.len)
				return false;
	}
	return true;
}

static size_t
add_row(struct strbuf *out, struct str line)
{
	size_t count = 0;
	struct str cell;
	for (; str_cut(&line, '\t', &cell); count++) {
		strbuf_add(out, STR("| "));
		add_line(out, cell);
		strbuf_add_char(out, ' ');
	}
	strbuf_add(out, STR("|\n"));
	return count;
}

static void
add_table(struct strbuf *out, struct str table)
{
	struct str line;
	if (!fits_pipes(table)) {
		add_fence(out, table, "table");
		return;
	}
	for (bool first = true; str_cut(&table, '\n', &line); first = false) {
		size_t cells = add_row(out, line);
		for (size_t i = 0; first && i < cells; i++)
			strbuf_add(out, STR("|---"));
		if (first)
			strbuf_add(out, STR("|\n"));
	}
}

static void
add_block(struct strbuf *out, const struct block *block)
{
	if (!block->text.len)
		return;
	strbuf_add_char(out, '\n');
	switch (block->kind) {
	case BLOCK_SUBHEAD: add_subhead(out, block->text); break;
	case BLOCK_CAPTION: add_caption(out, block->text); break;
	case BLOCK_TABLE: add_table(out, block->text); break;
	case BLOCK_VERSE: add_fence(out, block->text, "verse"); break;
	default: add_lines(out, block->text); strbuf_add_char(out, '\n');
	}
}

struct str
markdown_write(const struct article *article, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	add_front_matter(&out, article);
	for (size_t i = 0; i < article->blocks.count; i++)
		add_block(&out, &article->blocks.items[i]);
	return strbuf_str(&out);
}
