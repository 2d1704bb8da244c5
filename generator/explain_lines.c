#include "explain_lines.h"

#include "base/date.h"
#include "base/text.h"

/*  line art what       text                                 why
 *     5   1 body     |  本报讯（记者 林一苇）6月5日，       a lede begins a piece
 *     6   1 body   + | 全市防汛抗旱工作会议召开。           no sentence ends above
 *
 * The margin is 23 columns. A reason stands behind its line where all lines of the page
 * are narrow and there is room, else on a line of its own below. */

enum {
	MARGIN = 23,
	MOST_TEXT = 48,    /* columns that the text takes before the reasons */
	MOST_CAPTION = 24, /* characters */
	SURE = 800,        /* confidence below this is coloured */
};

struct printer {
	struct strbuf out;
	struct look look;
	int text; /* columns up to where the reasons stand */
};

/* --- setting --- */

static int
width_of(struct str text)
{
	int width = 0;
	while (text.len)
		width += text_width(str_next(&text));
	return width;
}

static void
add_spaces(struct strbuf *out, int count)
{
	for (int i = 0; i < count; i++)
		strbuf_add_char(out, ' ');
}

/* A terminal takes no control characters from a page. */
static void
add_text(struct strbuf *out, struct str text)
{
	while (text.len) {
		uint32_t c = str_next(&text);
		strbuf_add_point(out, c == '\t' ? ' ' : text_is_unwanted(c) ? 0xFFFD : c);
	}
}

static const char dim[] = "2", bold[] = "1", doubtful[] = "33";

static void
begin(struct printer *printer, const char *style)
{
	if (printer->look.colour && *style)
		strbuf_printf(&printer->out, "\033[%sm", style);
}

static void
end(struct printer *printer, const char *style)
{
	if (printer->look.colour && *style)
		strbuf_add(&printer->out, STR("\033[0m"));
}

static void
add_styled(struct printer *printer, const char *style, struct str text)
{
	begin(printer, style);
	add_text(&printer->out, text);
	end(printer, style);
}

/* Neighbours differ; yellow is kept for doubts. */
static const char *
style_of_article(unsigned number)
{
	static const char *const styles[] = {"36", "32", "35", "34"};
	return number ? styles[(number - 1) % 4] : dim;
}

/* --- the table of articles --- */

static void
add_marks(struct printer *printer, unsigned marks)
{
	for (unsigned mark = 1; mark <= marks; mark <<= 1)
		if (marks & mark)
			add_styled(printer, doubtful,
				str_format(printer->out.arena, "[%s]",
					mark_name((enum mark)mark)));
}

/* A picture without a headline shows how its caption begins. */
static void
add_headline(struct printer *printer, const struct article *article)
{
	if (article->title.len)
		add_styled(printer, bold, article->title);
	else if (article->blocks.count)
		add_styled(printer, dim,
			str_points(article->blocks.items[0].text, 0, MOST_CAPTION));
}

static void
add_article(struct printer *printer, const struct article *article, unsigned number)
{
	struct strbuf *out = &printer->out;
	struct str span =
		str_format(out->arena, "%u-%u", article->first_line, article->last_line);
	const char *sure = article->confidence < SURE ? doubtful : "";
	strbuf_add_char(out, ' ');
	begin(printer, style_of_article(number));
	strbuf_printf(out, "%3u  %-10s", number, article_kind_name(article->kind));
	end(printer, style_of_article(number));
	begin(printer, sure);
	strbuf_printf(out, " %3d%%", article->confidence / 10);
	end(printer, sure);
	strbuf_printf(out, "  %-9.*s  ", STR_ARG(span));
	add_headline(printer, article);
	add_marks(printer, article->marks);
	strbuf_add_char(out, '\n');
}

static void
add_summary(struct printer *printer, const struct page *page)
{
	struct strbuf *out = &printer->out;
	struct str date = date_text(page->date, out->arena);
	add_styled(printer, bold, page->source);
	strbuf_printf(out, "%s%.*s%s%.*s%s  articles: %zu, dropped repeats: %zu\n",
		date.len ? "  " : "", STR_ARG(date), page->number.len ? "  page " : "",
		STR_ARG(page->number), page->curated ? "  Markdown, taken as it is" : "",
		page->articles.count, page->repeats.count);
	if (page->articles.count)
		add_styled(printer, dim,
			STR(" art  kind       sure  lines      headline\n"));
	for (size_t i = 0; i < page->articles.count; i++)
		add_article(printer, page->articles.items[i], (unsigned)i + 1);
	strbuf_add_char(out, '\n');
}

/* --- lines --- */

/* The first note of each line of the page, or NULL; a laid-out line has several. */
static const struct line_note **
notes_by_line(
	const struct line_notes *notes, unsigned first, size_t lines, struct arena *arena)
{
	const struct line_note **by_line =
		arena_array(arena, const struct line_note *, lines + 1);
	for (size_t i = 0; i < notes->count; i++) {
		const struct line_note *note = &notes->items[i];
		if (note->line >= first && note->line - first < lines &&
			!by_line[note->line - first])
			by_line[note->line - first] = note;
	}
	return by_line;
}

/* Counts the lines, and measures how many columns the reasons leave to them. */
static size_t
count_lines(struct str text, int *widest)
{
	size_t lines = 0;
	struct str line;
	for (*widest = 0; str_cut(&text, '\n', &line); lines++) {
		int width = width_of(line);
		if (width <= MOST_TEXT && width > *widest)
			*widest = width;
	}
	return lines;
}

static void
add_margin(struct printer *printer, unsigned number, const struct line_note *note)
{
	begin(printer, dim);
	strbuf_printf(&printer->out, "%5u", number);
	end(printer, dim);
	const char *style = note ? style_of_article(note->article) : "";
	begin(printer, style);
	if (note && note->article)
		strbuf_printf(&printer->out, " %3u", note->article);
	else
		strbuf_printf(&printer->out, " %3s", note ? "-" : "");
	strbuf_printf(&printer->out, " %-9s%c |", note ? note->label : "",
		note && note->joined ? '+' : ' ');
	end(printer, style);
}

static const char *
style_of_text(const struct line_note *note)
{
	if (!note || !note->article)
		return dim;
	struct str label = str_from(note->label);
	bool title = str_equal(label, STR("title")) || str_equal(label, STR("kicker")) ||
		     str_equal(label, STR("subtitle"));
	return title ? bold : "";
}

/* Takes off what fits into the columns; all where nothing is folded. */
static struct str
take_columns(struct str *rest, int columns)
{
	struct str all = *rest;
	int width = 0;
	while (rest->len) {
		struct str before = *rest;
		width += text_width(str_next(rest));
		if (columns && width > columns && before.len < all.len) {
			*rest = before;
			return str_slice(all, 0, all.len - before.len);
		}
	}
	return all;
}

/* The text, folded where the terminal ends; how wide its last line is. */
static int
add_folded(struct printer *printer, const char *style, struct str text)
{
	int columns = (int)printer->look.columns;
	columns = columns > MARGIN ? columns - MARGIN : 0;
	struct str part = take_columns(&text, columns);
	for (;;) {
		add_styled(printer, style, part);
		if (!text.len)
			return width_of(part);
		strbuf_add_char(&printer->out, '\n');
		add_spaces(&printer->out, MARGIN);
		part = take_columns(&text, columns);
	}
}

static void
add_reason(struct printer *printer, struct str reason, int width, bool folded)
{
	int room = (int)printer->look.columns - MARGIN - printer->text - 2;
	bool beside = !folded && width <= printer->text &&
		      (!printer->look.columns || width_of(reason) <= room);
	if (beside) {
		add_spaces(&printer->out, printer->text - width + 2);
	} else {
		strbuf_add_char(&printer->out, '\n');
		add_spaces(&printer->out, MARGIN);
		reason = str_format(printer->out.arena, "^ %.*s", STR_ARG(reason));
	}
	begin(printer, dim);
	add_folded(printer, "", reason);
	end(printer, dim);
}

static void
add_line(struct printer *printer, unsigned number, const struct line_note *note,
	struct str line)
{
	add_margin(printer, number, note);
	size_t lines = printer->out.len;
	if (line.len)
		strbuf_add_char(&printer->out, ' ');
	int width = add_folded(printer, style_of_text(note), line);
	bool folded =
		str_has(str_slice(strbuf_str(&printer->out), lines, SIZE_MAX), STR("\n"));
	if (note && note->reason.len)
		add_reason(printer, note->reason, width, folded);
	strbuf_add_char(&printer->out, '\n');
}

struct str
page_explained(const struct page *page, const struct line_notes *notes, struct look look,
	struct arena *arena)
{
	struct printer printer = {.out = strbuf_open(arena), .look = look};
	struct str rest = page->text, line;
	unsigned first = page->first_line ? page->first_line : 1, number = first;
	size_t lines = count_lines(page->text, &printer.text);
	const struct line_note **by_line = notes_by_line(notes, first, lines, arena);
	add_summary(&printer, page);
	if (notes->count)
		add_styled(&printer, dim,
			STR(" line art what        (+: joined to the line above)\n"));
	for (; str_cut(&rest, '\n', &line); number++)
		add_line(&printer, number, by_line[number - first], line);
	return strbuf_str(&printer.out);
}
