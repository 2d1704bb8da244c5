#include "edit/segment_notes.h"

#include "base/list.h"

struct noting
noting_open(const struct cutting *cutting)
{
	struct arena *arena = cutting->draft->arena;
	size_t count = cutting->draft->passages.count + 1;
	return (struct noting){.cutting = cutting,
		.article_of = arena_array(arena, unsigned, count),
		.part_of = arena_array(arena, const char *, count)};
}

/* --- articles --- */

static void
note_passages(struct noting *noting, const struct index_list *list, unsigned ordinal)
{
	for (size_t i = 0; i < list->count; i++)
		noting->article_of[list->items[i]] = ordinal;
}

/* Which part of the headline the passage went to; NULL when none has its words. */
static const char *
part_of_headline(const struct headset *head, struct str text)
{
	const struct {
		const char *name;
		struct str text;
	} parts[] = {{"title", head->title}, {"kicker", head->kicker},
		{"subtitle", head->subtitle}, {"column", head->column},
		{"byline", head->byline}};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (str_has(parts[i].text, text))
			return parts[i].name;
	return NULL;
}

static void
note_headline(struct noting *noting, const struct headset *head, unsigned ordinal)
{
	const struct draft *draft = noting->cutting->draft;
	note_passages(noting, &head->passages, ordinal);
	for (size_t i = 0; i < head->passages.count; i++) {
		size_t index = head->passages.items[i];
		struct str text =
			title_text(draft->passages.items[index].text, draft->arena);
		noting->part_of[index] = part_of_headline(head, text);
	}
}

void
note_article(struct noting *noting, size_t n, unsigned ordinal)
{
	const struct cutting *cutting = noting->cutting;
	const struct piece *piece = &cutting->pieces.items[n - 1];
	note_passages(noting, &piece->body, ordinal);
	for (size_t i = 0; i < piece->body.count; i++)
		if (cutting->draft->passages.items[piece->body.items[i]].label ==
			LABEL_HEAD)
			noting->part_of[piece->body.items[i]] = "subhead";
	note_passages(noting, &piece->captions, ordinal);
	note_passages(noting, &piece->jumps, ordinal);
	note_passages(noting, &piece->notes, ordinal);
	if (piece->head)
		note_headline(noting, &cutting->heads.items[piece->head - 1], ordinal);
}

/* --- lines --- */

static struct str
reason_for_furniture(const char *what)
{
	static const struct {
		const char *what;
		struct str reason;
	} rows[] = {
		{"folio", STR_INIT("a folio line")},
		{"editors", STR_INIT("the page's editors")},
		{"masthead", STR_INIT("the masthead")},
		{"name", STR_INIT("the page's name")},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (what && str_equal(str_from(what), str_from(rows[i].what)))
			return rows[i].reason;
	return STR("of no article");
}

/* The reason of the passage stands with its first line: for a cut, a match, a repeat. */
static struct str
reason_for(const struct draft *draft, const struct passage *passage, size_t line)
{
	if (passage->label == LABEL_FURNITURE)
		return reason_for_furniture(passage->what);
	if (line == passage->first && passage->reason.len)
		return passage->reason;
	/* Widths say nothing of headlines. */
	bool head = passage->label == LABEL_HEAD || passage->label == LABEL_BYLINE;
	if (!draft->joints[line].data || (head && line == passage->first))
		return STR("");
	return draft->joints[line];
}

static void
write_passage(const struct noting *noting, size_t index, struct line_notes *notes,
	struct arena *arena)
{
	const struct draft *draft = noting->cutting->draft;
	const struct passage *passage = &draft->passages.items[index];
	const char *part = noting->part_of[index];
	for (size_t line = passage->first; line <= passage->last; line++) {
		if (draft->folios[line].what && passage->label != LABEL_FURNITURE)
			continue;
		struct line_note note = {.line = draft->lines.items[line].number,
			.label = part ? part : label_name(passage->label),
			.article = noting->article_of[index],
			.joined = line > passage->first || passage->previous,
			.reason = str_copy(reason_for(draft, passage, line), arena)};
		*(struct line_note *)list_add(notes, arena) = note;
		note.joined = true;
		note.reason = STR("one line in print");
		while (note.line++ < draft->lines.items[line].last_number)
			*(struct line_note *)list_add(notes, arena) = note;
	}
}

void
notes_write_plain(const struct page *page, struct line_notes *notes, struct arena *arena)
{
	const struct article *article =
		page->articles.count ? page->articles.items[0] : NULL;
	for (size_t i = 0; article && i < article->blocks.count; i++) {
		const struct block *block = &article->blocks.items[i];
		for (unsigned line = block->first_line; line <= block->last_line; line++)
			*(struct line_note *)list_add(notes, arena) = (struct line_note){
				.line = line,
				.label = "body",
				.article = 1,
				.joined = line > block->first_line,
				.reason = line > block->first_line
						  ? STR("no empty line above")
						  : STR("no Chinese newspaper text: "
							"empty lines part "
							"paragraphs")};
	}
}

void
notes_write(const struct noting *noting, struct line_notes *notes, struct arena *arena)
{
	for (size_t i = 0; i < noting->cutting->draft->passages.count; i++)
		write_passage(noting, i, notes, arena);
}
