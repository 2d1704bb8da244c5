#include "edit/segment_article.h"

#include "base/list.h"
#include "base/text.h"
#include "edit/segment_dates.h"
#include "edit/segment_judge.h"

static const struct passage *
passage_at(const struct builder *builder, size_t index)
{
	return &builder->draft->passages.items[index];
}

/* The source lines that the passage begins and ends in. */
static unsigned
first_line(const struct builder *builder, const struct passage *passage)
{
	return builder->draft->lines.items[passage->first].number;
}

static unsigned
last_line(const struct builder *builder, const struct passage *passage)
{
	return builder->draft->lines.items[passage->last].last_number;
}

static void
span_lines(struct builder *builder, unsigned first, unsigned last)
{
	struct article *article = builder->article;
	if (!article->first_line || first < article->first_line)
		article->first_line = first;
	if (last > article->last_line)
		article->last_line = last;
}

static struct block *
add_block(struct builder *builder, enum block_kind kind, struct str text, size_t index)
{
	const struct passage *passage = passage_at(builder, index);
	struct block *block = list_add(&builder->article->blocks, builder->arena);
	*block = (struct block){.kind = kind,
		.text = str_copy(text, builder->arena),
		.first_line = first_line(builder, passage),
		.last_line = last_line(builder, passage),
		.html = STR("")};
	span_lines(builder, block->first_line, block->last_line);
	return block;
}

/* --- body --- */

static void
note_jump(struct builder *builder, struct str jump)
{
	struct str digits = STR("");
	for (struct str rest = jump; rest.len;) {
		struct str before = rest;
		uint32_t c = str_next(&rest);
		bool part = text_is_digit(c) || text_is_latin(c);
		if (part && !digits.len)
			digits = str_slice(before, 0, before.len - rest.len);
		else if (part && digits.data + digits.len == before.data)
			digits.len += before.len - rest.len;
	}
	bool from = str_has(jump, STR("上接"));
	struct str *side =
		from ? &builder->article->jump_from : &builder->article->jump_to;
	*side = str_copy(digits, builder->arena);
}

/* The paragraph that begins with this passage, with all that goes on with it. */
static struct str
whole_paragraph(const struct builder *builder, size_t index, size_t *last)
{
	*last = index;
	if (!passage_at(builder, index)->next)
		return line_body_text(
			passage_at(builder, index)->text, builder->draft->arena);
	struct strbuf text = strbuf_open(builder->draft->arena);
	uint32_t left = 0;
	for (size_t at = index + 1; at; at = passage_at(builder, at - 1)->next) {
		struct str part = passage_at(builder, at - 1)->text;
		if (text_is_latin(left) && text_is_latin(str_peek(part)))
			strbuf_add_char(&text, ' ');
		strbuf_add(&text, part);
		left = str_last(&part);
		*last = at - 1;
	}
	bool spread;
	struct str closed =
		line_close_up(strbuf_str(&text), &spread, builder->draft->arena);
	return line_body_text(closed, builder->draft->arena);
}

static void
add_paragraph(struct builder *builder, size_t index)
{
	size_t last;
	struct str text = whole_paragraph(builder, index, &last);
	size_t jump = line_jump(text);
	if (jump != SIZE_MAX) {
		struct furniture *furniture =
			list_add(&builder->page->furniture, builder->arena);
		furniture->text =
			str_copy(str_slice(text, jump, text.len), builder->arena);
		furniture->what = STR("other");
		furniture->first_line = furniture->last_line =
			last_line(builder, passage_at(builder, last));
		note_jump(builder, furniture->text);
		text = str_trim(str_slice(text, 0, jump));
	}
	struct block *block = add_block(builder, BLOCK_PARAGRAPH, text, index);
	unsigned end = last_line(builder, passage_at(builder, last));
	if (end > block->last_line)
		block->last_line = end;
	span_lines(builder, block->first_line, block->last_line);
}

enum {
	LONGEST_STACK = 300 /* bytes: a hundred ideographs, more than any headline has */
};

/* Subheads stacked on two lines are one. */
static void
add_subhead(struct builder *builder, size_t index)
{
	struct article *article = builder->article;
	struct str text =
		title_text(passage_at(builder, index)->text, builder->draft->arena);
	struct block *above = article->blocks.count
				      ? &article->blocks.items[article->blocks.count - 1]
				      : NULL;
	if (!above || above->kind != BLOCK_SUBHEAD || above->text.len > LONGEST_STACK) {
		add_block(builder, BLOCK_SUBHEAD, text, index);
		return;
	}
	above->text = str_format(
		builder->arena, "%.*s　%.*s", STR_ARG(above->text), STR_ARG(text));
	above->last_line = last_line(builder, passage_at(builder, index));
}

static void
add_body(struct builder *builder)
{
	for (size_t i = 0; i < builder->piece->body.count; i++) {
		size_t index = builder->piece->body.items[i];
		const struct passage *passage = passage_at(builder, index);
		if (passage->label == LABEL_VERSE)
			add_block(builder, BLOCK_VERSE, passage->text, index);
		else if (passage->label == LABEL_TABLE)
			add_block(builder, BLOCK_TABLE, passage->text, index);
		else if (passage->label != LABEL_BODY)
			add_subhead(builder, index);
		else if (!passage->previous)
			add_paragraph(builder, index);
	}
	for (size_t i = 0; i < builder->piece->jumps.count; i++)
		note_jump(builder,
			passage_at(builder, builder->piece->jumps.items[i])->text);
}

/* --- credits --- */

/* A name, or an office that gave the picture; the verb is cut off. */
static bool
names_giver(const struct credit_words *words, struct str *name, bool photo)
{
	const struct lexicon_word *verb = lexicon_end(words->shot, *name);
	if (photo && verb && verb->word.len < name->len)
		*name = str_slice(*name, 0, name->len - verb->word.len);
	/* A byline of one name only, whatever the surname. */
	bool lone = !photo && credit_is_short_name(words, *name);
	return lone || credit_is_name(words, *name) ||
	       (photo && credit_is_office(words, *name));
}

static void
add_credits(struct builder *builder, struct str text, bool photo)
{
	struct credit_list found = {0};
	const struct credit_words *words = builder->draft->words->credits;
	if (!credits_read(words, text, &found, builder->arena)) {
		struct str rest = text, name;
		bool given = false;
		while (str_cut(&rest, ' ', &name))
			if (names_giver(words, &name, photo) &&
				!lexicon_find(words->nobody, name)) {
				*(struct credit *)list_add(
					&found, builder->arena) = (struct credit){
					.role = STR(""), .name = name, .photo = photo};
				given = true;
			}
		if (!given)
			return;
	}
	for (size_t i = 0; i < found.count; i++) {
		struct credit *credit =
			list_add(&builder->article->credits, builder->arena);
		*credit = (struct credit){
			.role = str_copy(found.items[i].role, builder->arena),
			.name = str_copy(found.items[i].name, builder->arena),
			.photo = photo || found.items[i].photo};
	}
}

/* The text without a sign between the caption and its credit at `at`. */
static struct str
without_mark(const struct builder *builder, struct str text, size_t *at)
{
	struct str words = str_trim(str_slice(text, 0, *at)), rest = words;
	if (!line_is_mark(str_last(&rest)))
		return text;
	struct str credit = str_slice(text, *at, text.len);
	rest = str_trim(rest);
	*at = rest.len + 1;
	return str_format(
		builder->draft->arena, "%.*s %.*s", STR_ARG(rest), STR_ARG(credit));
}

/* The caption is put together from its paragraph and its credit. */
static void
add_caption(struct builder *builder, size_t from, size_t to)
{
	struct str text = STR("");
	for (size_t i = from; i < to; i++) {
		struct str part =
			passage_at(builder, builder->piece->captions.items[i])->text;
		text = text.len ? str_format(builder->draft->arena, "%.*s %.*s",
					  STR_ARG(text), STR_ARG(part))
				: part;
	}
	size_t at = photo_credit_find(
		builder->draft->words->credits, text, builder->draft->arena);
	if (at != SIZE_MAX)
		text = without_mark(builder, text, &at);
	struct block *block = add_block(
		builder, BLOCK_CAPTION, text, builder->piece->captions.items[from]);
	block->last_line = last_line(
		builder, passage_at(builder, builder->piece->captions.items[to - 1]));
	span_lines(builder, block->first_line, block->last_line);
	if (at == SIZE_MAX)
		return;
	struct str credit = str_trim(str_slice(text, at, text.len));
	add_credits(builder, credit, true);
	if (!builder->piece->photo)
		return;
	builder->article->byline = str_copy(credit, builder->arena);
	struct str words = str_trim(str_slice(text, 0, at));
	if (!builder->head && words.len && str_count(words) <= 16 && !line_ends(words))
		builder->article->title =
			str_copy(title_text(words, builder->arena), builder->arena);
}

static void
add_captions(struct builder *builder)
{
	const struct index_list *captions = &builder->piece->captions;
	const struct credit_words *words = builder->draft->words->credits;
	for (size_t i = 0; i < captions->count;) {
		size_t end = i + 1;
		if (end < captions->count &&
			photo_credit_find(words,
				passage_at(builder, captions->items[end])->text,
				builder->draft->arena) == 0)
			end++;
		add_caption(builder, i, end);
		i = end;
	}
}

/* --- headline --- */

static void
add_headline(struct builder *builder)
{
	struct article *article = builder->article;
	const struct headset *head = builder->head;
	if (!head)
		return;
	article->kicker = str_copy(head->kicker, builder->arena);
	article->title = str_copy(head->title, builder->arena);
	article->subtitle = str_copy(head->subtitle, builder->arena);
	article->column = str_copy(head->column, builder->arena);
	article->byline = str_copy(head->byline, builder->arena);
	for (size_t i = 0; i < head->passages.count; i++) {
		const struct passage *passage =
			passage_at(builder, head->passages.items[i]);
		span_lines(builder, first_line(builder, passage),
			last_line(builder, passage));
	}
}

/* Notes on the author follow the byline. */
static void
add_notes(struct builder *builder)
{
	struct article *article = builder->article;
	for (size_t i = 0; i < builder->piece->notes.count; i++) {
		const struct passage *note =
			passage_at(builder, builder->piece->notes.items[i]);
		article->byline =
			str_format(builder->arena, "%.*s%s%.*s", STR_ARG(article->byline),
				article->byline.len ? " " : "", STR_ARG(note->text));
		span_lines(builder, first_line(builder, note), last_line(builder, note));
	}
}

static void
add_lede(struct builder *builder)
{
	struct article *article = builder->article;
	if (!article->blocks.count || article->blocks.items[0].kind != BLOCK_PARAGRAPH)
		return;
	struct str byline, text = article->blocks.items[0].text;
	size_t len = lede_find(builder->draft->words->credits, text, &byline);
	article->dateline = str_slice(text, 0, len);
	if (len && byline.len && !article->byline.len)
		article->byline = byline;
}

/* The day that the first words name, of a news item or of a picture. */
static void
find_event_date(struct builder *builder, int year)
{
	struct article *article = builder->article;
	struct date published = builder->page->date;
	if (!article->blocks.count || (!article->dateline.len && !builder->piece->photo))
		return;
	struct str text = article->blocks.items[0].text;
	text = str_slice(text, article->dateline.len, text.len);
	struct date date;
	if (!event_date_find(text, published, year, &date))
		return;
	article->event_date = date;
	if (!published.year)
		article->marks |= MARK_DATE_INFERRED;
}

struct article *
article_of_piece(const struct cutting *cutting, size_t n, struct page *page, int year,
	struct arena *arena)
{
	const struct piece *piece = &cutting->pieces.items[n - 1];
	struct builder builder = {.cutting = cutting,
		.draft = cutting->draft,
		.piece = piece,
		.page = page,
		.arena = arena,
		.article = arena_new(arena, struct article)};
	builder.head = piece->head ? &cutting->heads.items[piece->head - 1] : NULL;
	struct article *article = builder.article;
	article->kicker = article->title = article->subtitle = article->column = STR("");
	article->series = article->byline = article->dateline = STR("");
	article->jump_to = article->jump_from = article->address = article->slug =
		STR("");
	add_headline(&builder);
	add_body(&builder);
	add_lede(&builder);
	add_notes(&builder);
	if (article->byline.len)
		add_credits(&builder, article->byline, false);
	add_captions(&builder);
	if (!article->blocks.count && !article->title.len)
		return NULL;
	find_event_date(&builder, year);
	article_judge(&builder);
	return article;
}
