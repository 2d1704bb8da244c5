#include "edit/blocks.h"

#include "base/list.h"
#include "edit/blocks_furniture.h"
#include "edit/blocks_join.h"
#include "edit/blocks_labels.h"
#include "edit/blocks_reasons.h"
#include "edit/blocks_widths.h"

/* Lines become passages, and passages are labelled:
 *
 *     lines --> furniture out --> verse marked --> joined --> label of the whole
 *               (furniture.c)    (blocks_verse.c) (blocks_join.c) (blocks_labels.c) */

LEXICON(heads);

struct segment_words *
segment_words_read(struct text *text, struct arena *arena)
{
	struct segment_words *words = arena_new(arena, struct segment_words);
	const struct lexicon *heads = lexicon_read(LEXICON_BYTES(heads), arena);
	words->text = text;
	words->credits = credit_words_read(arena);
	words->furniture = furniture_words_read(words->credits, arena);
	words->kicker_end = lexicon_group(heads, "kicker_end", arena);
	words->attendance = lexicon_group(heads, "attendance", arena);
	words->presence = lexicon_group(heads, "presence", arena);
	words->column_end = lexicon_group(heads, "column_end", arena);
	words->notice_end = lexicon_group(heads, "notice_end", arena);
	words->weather = lexicon_group(heads, "weather", arena);
	words->obituary = lexicon_group(heads, "obituary", arena);
	words->series = lexicon_group(heads, "series", arena);
	return words;
}

bool
blocks_part_a_word(const struct draft *draft, struct str a, struct str b)
{
	struct str tail = str_slice(a, a.len > 12 ? a.len - 12 : 0, a.len), last = a;
	uint32_t left = str_last(&last), right = str_peek(b);
	if (!text_is_han(left) || !text_is_han(right))
		return text_is_digit(left) && text_is_digit(right);
	if (bigrams_find(&draft->pairs, left, right))
		return true;
	struct str both = str_format(
		draft->arena, "%.*s%.*s", STR_ARG(tail), STR_ARG(str_points(b, 0, 4)));
	struct text_words words = text_words(draft->words->text, both, draft->arena);
	for (size_t i = 0; i < words.count; i++)
		if (words.offsets[i] == tail.len)
			return false;
	return true;
}

struct str
blocks_join(struct str a, struct str b, struct arena *arena)
{
	if (!a.len || !b.len)
		return a.len ? a : b;
	struct str tail = a;
	uint32_t left = str_last(&tail), right = str_peek(b);
	bool latin = text_is_latin(left) && text_is_latin(right);
	return str_format(arena, "%.*s%s%.*s", STR_ARG(a), latin ? " " : "", STR_ARG(b));
}

/* --- passages --- */

static struct str
line_text(const struct draft *draft, const struct shape_list *shapes, size_t i)
{
	return draft->lines.items[shapes->items[i].line].text;
}

/* The lines [first, last] as one text. */
static struct str
join_lines(const struct draft *draft, const struct shape_list *shapes, size_t first,
	size_t last)
{
	if (first == last)
		return line_text(draft, shapes, first);
	struct strbuf out = strbuf_open(draft->arena);
	uint32_t left = 0;
	bool rows = draft->lines.items[shapes->items[first].line].table;
	for (size_t i = first; i <= last; i++) {
		struct str text = draft->lines.items[shapes->items[i].line].text;
		bool latin = text_is_latin(left) && text_is_latin(str_peek(text));
		if (shapes->items[i].verse && i > first)
			strbuf_add(
				&out, shapes->items[i].blanks ? STR("\n\n") : STR("\n"));
		else if (rows && i > first)
			strbuf_add_char(&out, '\n');
		else if (latin)
			strbuf_add_char(&out, ' ');
		strbuf_add(&out, text);
		left = str_last(&text);
	}
	/* Spaces that the joint brings together with a figure or a comma. */
	bool spread;
	struct str joined = strbuf_str(&out);
	return shapes->items[first].verse || rows
		       ? joined
		       : line_close_up(joined, &spread, draft->arena);
}

static bool
is_headline(const struct draft *draft, const struct shape_list *shapes, size_t first,
	size_t last)
{
	if (shapes->items[first].vertical)
		return false;
	struct str text = join_lines(draft, shapes, first, last);
	return blocks_label(draft, shapes, first, last, text) == LABEL_HEAD;
}

/* Whether the passage added last begins in the middle of a paragraph. */
static bool
begins_inside(const struct draft *draft, const struct shape_list *shapes, size_t first,
	bool ends)
{
	const struct passage *passage = &draft->passages.items[draft->passages.count - 1];
	const struct passage *above = draft->passages.count > 1 ? passage - 1 : NULL;
	const struct shape *shape = &shapes->items[first];
	const struct line *line = &draft->lines.items[shape->line];
	bool follows = above && above->label == LABEL_BODY;
	if (follows && !above->open_end && !shape->blanks)
		return false;
	if (!passage->column)
		return line->width < 24 && ends;
	bool ambiguous = shape_is_indented(draft, shape);
	return line_fills(line, passage->column) &&
	       (!ambiguous || (follows && above->open_end));
}

/* A headline set from top to bottom, one character a line; a name at its end is the
 * byline. */
static void
add_vertical(
	struct draft *draft, const struct shape_list *shapes, size_t first, size_t last)
{
	struct str text = join_lines(draft, shapes, first, last);
	size_t points = last - first + 1, name = 0;
	for (size_t len = 2; len <= 4 && len < points; len++)
		if (credit_is_name(draft->words->credits,
			    str_points(text, points - len, points)))
			name = len;
	size_t parts[2] = {points - name, name};
	for (size_t part = 0, from = 0; part < 2 && parts[part]; from += parts[part++])
		*(struct passage *)list_add(
			&draft->passages, draft->arena) = (struct passage){
			.label = part ? LABEL_BYLINE : LABEL_HEAD,
			.reason = STR(""),
			.text = str_points(text, from, from + parts[part]),
			.first = shapes->items[first + from].line,
			.blanks = shapes->items[first].blanks,
			.last = shapes->items[first + from + parts[part] - 1].line};
}

static void
keep_passage(
	struct draft *draft, const struct shape_list *shapes, size_t first, size_t last)
{
	const struct shape *shape = &shapes->items[first];
	const struct line *line = &draft->lines.items[shape->line];
	const struct line *end = &draft->lines.items[shapes->items[last].line];
	struct passage *passage = list_add(&draft->passages, draft->arena);
	passage->text = join_lines(draft, shapes, first, last);
	passage->first = shape->line;
	passage->last = shapes->items[last].line;
	passage->blanks = shape->blanks;
	passage->level = line->level;
	passage->mark = line->mark;
	passage->reason = STR("");
	passage->label = blocks_label(draft, shapes, first, last, passage->text);
	int own = widths_own(draft, shapes, first, last);
	passage->column = own ? own : widths_around(draft, shapes, first, last);
	passage->column_sure =
		own > 0 || (last > first && passage->column &&
				   (passage->column == shape->after ||
					   passage->column == shape->before));
	if (credit_is_role(draft->words->credits, passage->text)) {
		passage->label = LABEL_FURNITURE;
		passage->what = "other";
	}
	if (passage->label != LABEL_BODY)
		return;
	passage->lede = lede_starts(draft->words->credits, passage->text);
	/* A narrow last line without the end of a sentence ends a list's item. */
	bool brief = passage->column && !line_fills(end, passage->column);
	passage->open_end =
		!end->ends && line_jump(passage->text) == SIZE_MAX &&
		!line_is_bracketed(passage->text) &&
		(end->runs ||
			(last == first ? !blocks_has_figures(passage->text) : !brief));
	if (!passage->column && passage->open_end && line->width < 60)
		passage->column = line->width + 4;
	passage->open_start = !passage->lede && !shape->anew &&
			      begins_inside(draft, shapes, first, end->ends);
}

/* Lines of a headline stay apart unless the break parts a word. */
static void
add_passage(
	struct draft *draft, const struct shape_list *shapes, size_t first, size_t last)
{
	if (shapes->items[first].vertical && last > first) {
		add_vertical(draft, shapes, first, last);
		return;
	}
	bool headline = last > first && last - first < 4 &&
			is_headline(draft, shapes, first, last);
	for (size_t i = first + 1; headline && i <= last; i++) {
		struct str above = line_text(draft, shapes, i - 1);
		struct str below = line_text(draft, shapes, i);
		if (str_count(below) > 3 && !blocks_part_a_word(draft, above, below)) {
			keep_passage(draft, shapes, first, i - 1);
			first = i;
		}
	}
	keep_passage(draft, shapes, first, last);
}

static void
add_furniture(struct draft *draft, size_t line)
{
	*(struct passage *)list_add(&draft->passages, draft->arena) =
		(struct passage){.label = LABEL_FURNITURE,
			.text = draft->lines.items[line].text,
			.first = line,
			.last = line,
			.what = draft->folios[line].what,
			.reason = STR("")};
}

static bool
joins(const struct draft *draft, const struct shape_list *shapes, size_t first, size_t i)
{
	bool joined = shapes_join(draft, shapes, first, i);
	if (draft->joints)
		draft->joints[shapes->items[i].line] =
			joint_reason(draft, shapes, i, joined);
	return joined;
}

void
blocks_find(struct draft *draft)
{
	size_t bytes = 0;
	for (size_t i = 0; i < draft->lines.count; i++)
		bytes += draft->lines.items[i].text.len;
	draft->pairs = bigrams_open(bytes, draft->arena);
	for (size_t i = 0; i < draft->lines.count; i++)
		bigrams_add(&draft->pairs, draft->lines.items[i].text, (uint32_t)i + 1);
	furniture_find(draft);
	size_t gaps = 0;
	for (size_t i = 0; i < draft->lines.count; i++)
		gaps += draft->lines.items[i].blanks > 0;
	draft->gapless = gaps * 20 < draft->lines.count;
	struct shape_list shapes = {0};
	shapes_measure(draft, &shapes);
	size_t furniture = 0;
	for (size_t first = 0, end; first < shapes.count; first = end) {
		for (end = first + 1; end < shapes.count; end++)
			if (!joins(draft, &shapes, first, end))
				break;
		for (; furniture <= shapes.items[end - 1].line; furniture++)
			if (draft->folios[furniture].what)
				add_furniture(draft, furniture);
		add_passage(draft, &shapes, first, end - 1);
	}
	for (; furniture < draft->lines.count; furniture++)
		if (draft->folios[furniture].what)
			add_furniture(draft, furniture);
}
