#include "edit/blocks_labels.h"

#include "edit/lines.h"

/*     by form   a byline, a caption, a jump, verse, a table's row: see label_by_form
 *     headline  short, ends no sentence, has at most one comma
 *     body      all else */

const char *
label_name(enum label label)
{
	static const char *const names[LABELS] = {[LABEL_BODY] = "body",
		[LABEL_HEAD] = "headline",
		[LABEL_BYLINE] = "byline",
		[LABEL_CAPTION] = "caption",
		[LABEL_VERSE] = "verse",
		[LABEL_TABLE] = "table",
		[LABEL_JUMP] = "jump",
		[LABEL_FURNITURE] = "furniture",
		[LABEL_REPEAT] = "repeat"};
	return names[label];
}

/* The first line of a paragraph, cut off by the end of its column: narrower by the indent
 * than the lines above, nothing between, a gap behind. */
static bool
breaks_off(const struct draft *draft, const struct shape_list *shapes, size_t i)
{
	const struct shape *shape = &shapes->items[i];
	struct shape same = *shape;
	same.after = shape->before;
	bool gap = i + 1 == shapes->count || shapes->items[i + 1].blanks > 0;
	return i > 0 && !shape->blanks && gap && !shapes->items[i - 1].alone &&
	       !str_has(draft->lines.items[shape->line].text, STR(" ")) &&
	       shape_is_indented(draft, &same);
}

bool
blocks_has_figures(struct str text)
{
	size_t digits = 0;
	bool colon = false;
	while (text.len) {
		uint32_t c = str_next(&text);
		colon |= c == ':' || c == 0xFF1A;
		digits += text_is_digit(c);
	}
	return colon && digits >= 5;
}

/* What the passage is by its own words or signs; LABELS when they do not tell. */
static enum label
label_by_form(const struct draft *draft, const struct shape_list *shapes, size_t first,
	size_t last, struct str text, size_t points)
{
	const struct credit_words *words = draft->words->credits;
	const struct line *line = &draft->lines.items[shapes->items[first].line];
	struct credit_list credits = {0};
	if (shapes->items[first].verse)
		return LABEL_VERSE;
	if (line->table)
		return LABEL_TABLE;
	if (line->spread && points > 7)
		return LABEL_BODY;
	if (line_jump(text) == 0)
		return LABEL_JUMP;
	if (credit_is_note(text) || credit_is_signed(words, text))
		return LABEL_BYLINE;
	if (points <= 400 && photo_credit_find(words, text, draft->arena) != SIZE_MAX)
		return LABEL_CAPTION;
	if (points <= 60 && credits_read(words, text, &credits, draft->arena))
		return LABEL_BYLINE;
	if (first == last && !line->ends && shape_is_name(draft, shapes, first))
		return LABEL_BYLINE;
	return LABELS;
}

enum label
blocks_label(const struct draft *draft, const struct shape_list *shapes, size_t first,
	size_t last, struct str text)
{
	const struct shape *shape = &shapes->items[first];
	const struct line *line = &draft->lines.items[shape->line];
	const struct line *end = &draft->lines.items[shapes->items[last].line];
	size_t points = str_count(text);
	unsigned stops = 0;
	for (size_t i = first; i <= last; i++)
		stops += draft->lines.items[shapes->items[i].line].stops;
	enum label label = label_by_form(draft, shapes, first, last, text, points);
	if (label != LABELS)
		return label;
	if (line->level)
		return points > 80 && end->ends ? LABEL_BODY : LABEL_HEAD;
	if (shape->anew && last == first && !end->ends && points <= 60 && stops < 2 &&
		str_peek(text) != 0x3010 && !lede_starts(draft->words->credits, text))
		return LABEL_HEAD;
	if (end->ends || points > 60 || last - first > 3 || line_is_bracketed(text))
		return LABEL_BODY;
	if (lede_starts(draft->words->credits, text) || str_peek(text) == 0x3010 ||
		end->runs || blocks_has_figures(text))
		return LABEL_BODY;
	bool full = !shape_is_short(draft, &shapes->items[last]) &&
		    !shape_is_wide(draft, &shapes->items[last]) &&
		    shapes->items[last].before;
	if (stops > 1 || (stops > 0 && full))
		return LABEL_BODY;
	return breaks_off(draft, shapes, last) ? LABEL_BODY : LABEL_HEAD;
}
