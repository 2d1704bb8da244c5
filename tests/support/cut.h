/* Fixture of the tests of edit/: the words of the segmentation, and pages cut from text
 * in the test. */
#ifndef CUT_H
#define CUT_H

#include "unit.h"

#include "base/text.h"
#include "edit/blocks.h"
#include "edit/segment.h"

struct cut {
	struct arena *arena, *scratch;
	struct text *text;
	struct segment_words *words;
	struct segmenter *segmenter;
};

static inline int
cut_open(void **state)
{
	struct arena *arena = arena_open();
	struct cut *cut = arena_new(arena, struct cut);
	*cut = (struct cut){.arena = arena, .scratch = arena_open(), .text = text_open()};
	cut->words = segment_words_read(cut->text, arena);
	cut->segmenter = segmenter_open(cut->text, arena);
	*state = cut;
	return 0;
}

static inline int
cut_close(void **state)
{
	struct cut *cut = *state;
	text_close(cut->text);
	arena_close(cut->scratch);
	arena_close(cut->arena);
	return 0;
}

static inline struct page *
cut_page(struct cut *cut, const char *text)
{
	struct page *page = arena_new(cut->arena, struct page);
	page->text = str_from(text);
	page->first_line = 1;
	segment_page(cut->segmenter, page, NULL, cut->arena, cut->scratch);
	return page;
}

static inline struct draft
cut_draft(struct cut *cut, const char *text)
{
	struct draft draft = {.words = cut->words, .arena = cut->arena};
	lines_read(str_from(text), 1, &draft.lines, cut->arena);
	blocks_find(&draft);
	return draft;
}

#define CUT_TESTS(tests) cmocka_run_group_tests(tests, cut_open, cut_close)

#endif
