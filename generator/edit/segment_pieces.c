#include "edit/segment_pieces.h"

#include <stdlib.h>

#include "base/list.h"

/* Passages in reading order become pieces:
 *
 *     headline                    a headline that is no subhead begins a piece
 *     lede, body, subhead, body   so does a lede,
 *     lede, body                  a body that goes on from none above in another column,
 *     caption                     and a caption, until it is known whose it is
 *
 * Links between the halves of cut paragraphs then join pieces again. */

void
index_add(struct index_list *list, size_t index, struct arena *arena)
{
	*(size_t *)list_add(list, arena) = index;
}

size_t
piece_root(const struct cutting *cutting, size_t n)
{
	while (n && cutting->pieces.items[n - 1].into)
		n = cutting->pieces.items[n - 1].into;
	return n;
}

void
piece_merge(struct cutting *cutting, size_t to, size_t from, bool ahead)
{
	struct arena *arena = cutting->draft->arena;
	struct piece *target = &cutting->pieces.items[to - 1];
	struct piece *source = &cutting->pieces.items[from - 1];
	struct index_list second = source->body;
	if (ahead) {
		second = target->body;
		target->body = source->body;
	}
	for (size_t i = 0; i < second.count; i++)
		index_add(&target->body, second.items[i], arena);
	for (size_t i = 0; i < source->captions.count; i++)
		index_add(&target->captions, source->captions.items[i], arena);
	for (size_t i = 0; i < source->jumps.count; i++)
		index_add(&target->jumps, source->jumps.items[i], arena);
	for (size_t i = 0; i < source->notes.count; i++)
		index_add(&target->notes, source->notes.items[i], arena);
	if (!target->head)
		target->head = source->head;
	if (source->column &&
		(!target->column || (source->column_sure && !target->column_sure))) {
		target->column = source->column;
		target->column_sure = source->column_sure;
	}
	source->into = to;
}

/* --- cutting --- */

struct cutter {
	struct cutting *cutting;
	struct index_list run;   /* headline passages since the last body */
	size_t current;          /* piece, from 1 */
	size_t last;             /* its last body passage, from 1 */
	struct index_list jumps; /* waiting for the body that they stand before */
	size_t above_jump; /* headline passages of the run that stand above 上接 */
	bool parted;       /* a headline that surely is one stood above a caption */
};

static struct passage *
passage_at(const struct cutter *cutter, size_t index)
{
	return &cutter->cutting->draft->passages.items[index];
}

static struct piece *
new_piece(struct cutter *cutter, size_t first)
{
	struct cutting *cutting = cutter->cutting;
	struct piece *piece = list_add(&cutting->pieces, cutting->draft->arena);
	piece->first = first;
	return piece;
}

/* The last line of the run touches the text below, with a gap above it: a headline of its
 * own, while those above it stand behind their text. */
static void
read_run(struct cutter *cutter, unsigned gap)
{
	struct cutting *cutting = cutter->cutting;
	struct index_list *run = &cutter->run;
	const struct passage *last = passage_at(cutter, run->items[run->count - 1]);
	bool apart = run->count > 1 && cutter->current && !cutting->draft->gapless &&
		     !gap && last->blanks && last->label == LABEL_HEAD && !last->level;
	if (!apart) {
		titles_read(cutting->draft, run, &cutting->heads);
		return;
	}
	struct index_list lone = {.items = &run->items[run->count - 1], .count = 1};
	run->count--;
	titles_read(cutting->draft, run, &cutting->heads);
	titles_read(cutting->draft, &lone, &cutting->heads);
}

/* The run becomes headlines between two pieces. */
static void
close_run(struct cutter *cutter, size_t after, unsigned gap)
{
	struct cutting *cutting = cutter->cutting;
	size_t first = cutting->heads.count;
	if (!cutter->run.count)
		return;
	read_run(cutter, gap);
	for (size_t i = first; i < cutting->heads.count; i++) {
		cutting->heads.items[i].order = i - first;
		cutting->heads.items[i].of = cutting->heads.count - first;
		cutting->heads.items[i].before = cutter->current;
		cutting->heads.items[i].after = after;
		cutting->heads.items[i].gap_before =
			passage_at(cutter, cutting->heads.items[i].passages.items[0])
				->blanks;
		cutting->heads.items[i].gap_after = gap;
		if (i > first)
			cutting->heads.items[i - 1].gap_after =
				cutting->heads.items[i].gap_before;
	}
	cutter->run = (struct index_list){0};
}

static bool
run_is_strong(const struct cutter *cutter)
{
	const struct draft *draft = cutter->cutting->draft;
	size_t plain = 0;
	/* 上接 between a headline and its body */
	if (cutter->jumps.count && cutter->run.count)
		return true;
	for (size_t i = 0; i < cutter->run.count; i++) {
		const struct passage *passage = passage_at(cutter, cutter->run.items[i]);
		if (title_is_strong(draft, passage))
			return true;
		if (passage->level && passage->level <= draft->title_level)
			return true;
		plain++;
	}
	return plain > 2;
}

/* A byline in the middle of a sentence: the extraction put it there. */
static bool
run_is_byline(const struct cutter *cutter)
{
	for (size_t i = 0; i < cutter->run.count; i++)
		if (passage_at(cutter, cutter->run.items[i])->label != LABEL_BYLINE)
			return false;
	return cutter->run.count > 0;
}

/* Widths that were measured well tell more than those of a line or two. */
static bool
columns_differ(const struct passage *above, const struct passage *below, bool headed)
{
	int off = above->column && below->column ? abs(above->column - below->column) : 0;
	if (above->column_sure && below->column_sure)
		return off >= (headed ? 3 : 4);
	return (above->column_sure || below->column_sure) && off >= 6 && below->blanks;
}

/* Where extractors print gaps at all, columns do not change without one. */
static bool
has_gap(const struct cutter *cutter, const struct passage *below)
{
	if (cutter->cutting->draft->gapless || below->blanks)
		return true;
	for (size_t i = 0; i < cutter->run.count; i++)
		if (passage_at(cutter, cutter->run.items[i])->blanks)
			return true;
	return false;
}

/* A headline between two columns with gaps on both sides: a character's difference in
 * width suffices. */
static bool
run_stands_free(const struct cutter *cutter, const struct passage *above,
	const struct passage *below)
{
	const struct piece *piece = &cutter->cutting->pieces.items[cutter->current - 1];
	if (!cutter->run.count || cutter->cutting->draft->gapless)
		return false;
	const struct passage *first = passage_at(cutter, cutter->run.items[0]);
	return first->blanks && below->blanks && !first->level && !above->open_end &&
	       above->column_sure && below->column_sure &&
	       abs(piece->widest - below->column) >= 2;
}

/* Why a piece begins with this passage; "" when none does. */
static struct str
reason_to_cut(const struct cutter *cutter, size_t index)
{
	const struct passage *below = passage_at(cutter, index);
	if (below->lede)
		return STR("a lede begins a piece");
	if (!cutter->current)
		return STR("the first text");
	const struct piece *piece = &cutter->cutting->pieces.items[cutter->current - 1];
	if (piece->verse != (below->label == LABEL_VERSE))
		return piece->verse ? STR("behind verse") : STR("verse begins a piece");
	if (cutter->parted)
		return STR("behind a headline and a picture");
	const struct passage *above = passage_at(cutter, cutter->last - 1);
	if (above->next == index + 1)
		return STR("");
	if (above->signs)
		return STR("behind a signature");
	if (above->next || below->previous)
		return STR("the paragraph goes on elsewhere");
	if (above->open_end && run_is_byline(cutter))
		return STR("");
	if (run_is_strong(cutter))
		return STR("behind a headline");
	if (!has_gap(cutter, below))
		return STR("");
	if (run_stands_free(cutter, above, below))
		return STR("behind a headline, in another column");
	return columns_differ(above, below, cutter->run.count > 0)
		       ? STR("another column width")
		       : STR("");
}

static void
add_subheads(struct cutter *cutter, struct piece *piece)
{
	for (size_t i = 0; i < cutter->run.count; i++)
		index_add(&piece->body, cutter->run.items[i],
			cutter->cutting->draft->arena);
	cutter->run = (struct index_list){0};
}

/* Takes the headline passages that stand below 上接 out of the run. */
static struct index_list
take_subheads(struct cutter *cutter)
{
	struct index_list run = cutter->run, subheads = {0};
	if (!cutter->jumps.count || !cutter->above_jump)
		return subheads;
	for (size_t i = cutter->above_jump; i < run.count; i++)
		index_add(&subheads, run.items[i], cutter->cutting->draft->arena);
	cutter->run.count =
		run.count < cutter->above_jump ? run.count : cutter->above_jump;
	return subheads;
}

static void
take_body(struct cutter *cutter, size_t index)
{
	struct cutting *cutting = cutter->cutting;
	struct arena *arena = cutting->draft->arena;
	struct passage *passage = passage_at(cutter, index);
	struct str reason = reason_to_cut(cutter, index);
	if (reason.len) {
		if (!passage->reason.len)
			passage->reason = reason;
		struct index_list subheads = take_subheads(cutter);
		close_run(cutter, cutting->pieces.count + 1, passage->blanks);
		new_piece(cutter, index);
		cutter->current = cutting->pieces.count;
		cutter->run = subheads;
	} else if (passage->previous || run_is_byline(cutter)) {
		close_run(cutter, cutter->current, 0);
	}
	cutter->parted = false;
	struct piece *piece = &cutting->pieces.items[cutter->current - 1];
	add_subheads(cutter, piece);
	index_add(&piece->body, index, arena);
	for (size_t i = 0; i < cutter->jumps.count; i++)
		index_add(&piece->jumps, cutter->jumps.items[i], arena);
	cutter->jumps = (struct index_list){0};
	if (passage->column_sure && passage->column > piece->widest)
		piece->widest = passage->column;
	piece->lede |= passage->lede;
	piece->verse |= passage->label == LABEL_VERSE;
	if (passage->column && (passage->column_sure || !piece->column_sure)) {
		piece->column = passage->column;
		piece->column_sure = passage->column_sure;
	}
	cutter->last = index + 1;
}

/* A credit alone belongs to the paragraph before it, which then is a caption. */
static bool
take_back_caption(struct cutter *cutter, size_t index)
{
	struct draft *draft = cutter->cutting->draft;
	struct passage *credit = passage_at(cutter, index);
	if (!cutter->current || cutter->run.count || cutter->last + 1 != index + 1 ||
		photo_credit_find(draft->words->credits, credit->text, draft->arena) != 0)
		return false;
	struct passage *above = passage_at(cutter, cutter->last - 1);
	struct piece *piece = &cutter->cutting->pieces.items[cutter->current - 1];
	if (above->lede || above->previous || above->label != LABEL_BODY ||
		str_count(above->text) > 250)
		return false;
	piece->body.count--;
	above->label = LABEL_CAPTION;
	return true;
}

static void
take_caption(struct cutter *cutter, size_t index)
{
	struct cutting *cutting = cutter->cutting;
	struct arena *arena = cutting->draft->arena;
	bool back = take_back_caption(cutter, index);
	cutter->parted |= run_is_strong(cutter);
	close_run(cutter, cutting->pieces.count + 1, passage_at(cutter, index)->blanks);
	struct piece *photo = new_piece(cutter, back ? index - 1 : index);
	if (back)
		index_add(&photo->captions, index - 1, arena);
	index_add(&photo->captions, index, arena);
	photo->photo = true;
	if (!back)
		return;
	struct piece *piece = &cutting->pieces.items[cutter->current - 1];
	if (!piece->body.count) {
		piece->into = cutting->pieces.count;
		cutter->current = 0;
	} else {
		cutter->last = piece->body.items[piece->body.count - 1] + 1;
	}
}

static void
take_jump(struct cutter *cutter, size_t index)
{
	struct draft *draft = cutter->cutting->draft;
	if (cutter->current && !cutter->run.count &&
		!str_has(passage_at(cutter, index)->text, STR("上接")))
		index_add(&cutter->cutting->pieces.items[cutter->current - 1].jumps,
			index, draft->arena);
	else
		index_add(&cutter->jumps, index, draft->arena);
	cutter->above_jump = cutter->run.count;
}

/* A note on the author right behind a text is not of the headline that follows. */
static void
take_head(struct cutter *cutter, size_t index)
{
	const struct passage *passage = passage_at(cutter, index);
	bool note = passage->label == LABEL_BYLINE && credit_is_note(passage->text);
	struct index_list *list = &cutter->run;
	if (note && !list->count && cutter->current)
		list = &cutter->cutting->pieces.items[cutter->current - 1].notes;
	index_add(list, index, cutter->cutting->draft->arena);
}

static void
join_links(struct cutting *cutting)
{
	struct draft *draft = cutting->draft;
	size_t *piece_of = arena_array(draft->arena, size_t, draft->passages.count + 1);
	for (size_t n = 1; n <= cutting->pieces.count; n++)
		for (size_t i = 0; i < cutting->pieces.items[n - 1].body.count; i++)
			piece_of[cutting->pieces.items[n - 1].body.items[i]] = n;
	for (size_t i = 0; i < draft->passages.count; i++) {
		size_t next = draft->passages.items[i].next;
		if (!next || !piece_of[i] || !piece_of[next - 1])
			continue;
		size_t to = piece_root(cutting, piece_of[i]);
		size_t from = piece_root(cutting, piece_of[next - 1]);
		if (to != from && !cutting->pieces.items[from - 1].lede)
			piece_merge(cutting, to, from, false);
	}
}

void
pieces_cut(struct cutting *cutting)
{
	struct cutter cutter = {.cutting = cutting};
	struct draft *draft = cutting->draft;
	for (size_t i = 0; i < draft->passages.count; i++) {
		switch (draft->passages.items[i].label) {
		case LABEL_BODY:
		case LABEL_VERSE:
		case LABEL_TABLE: take_body(&cutter, i); break;
		case LABEL_HEAD:
		case LABEL_BYLINE: take_head(&cutter, i); break;
		case LABEL_CAPTION: take_caption(&cutter, i); break;
		case LABEL_JUMP: take_jump(&cutter, i); break;
		default: break;
		}
	}
	/* Nothing but headlines: they are the page's text. */
	if (!cutting->pieces.count && cutter.run.count) {
		new_piece(&cutter, cutter.run.items[0])->body = cutter.run;
		for (size_t i = 0; i < cutter.run.count; i++)
			passage_at(&cutter, cutter.run.items[i])->label = LABEL_BODY;
		cutter.run = (struct index_list){0};
	}
	close_run(&cutter, 0, 99);
	for (size_t i = 0; i < cutter.jumps.count && cutter.current; i++)
		index_add(&cutting->pieces.items[cutter.current - 1].jumps,
			cutter.jumps.items[i], draft->arena);
	join_links(cutting);
}
