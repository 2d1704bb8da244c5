#include "edit/segment.h"

#include "base/list.h"
#include "edit/blocks_links.h"
#include "edit/captions.h"
#include "edit/columns.h"
#include "edit/plain_page.h"
#include "edit/repeats.h"
#include "edit/segment_article.h"
#include "edit/segment_dates.h"
#include "edit/segment_notes.h"
#include "edit/titles_match.h"
#include "edit/titles_settle.h"

struct segmenter {
	struct segment_words *words;
};

struct segmenter *
segmenter_open(struct text *text, struct arena *arena)
{
	struct segmenter *segmenter = arena_new(arena, struct segmenter);
	segmenter->words = segment_words_read(text, arena);
	return segmenter;
}

/* --- what the page says about itself --- */

static void
add_furniture(const struct draft *draft, struct page *page, struct arena *arena)
{
	for (size_t i = 0; i < draft->passages.count; i++) {
		const struct passage *passage = &draft->passages.items[i];
		bool jump = passage->label == LABEL_JUMP;
		if (passage->label != LABEL_FURNITURE && !jump)
			continue;
		struct furniture *furniture = list_add(&page->furniture, arena);
		furniture->text = str_copy(passage->text, arena);
		furniture->what = str_from(jump ? "other" : passage->what);
		furniture->first_line = draft->lines.items[passage->first].number;
		furniture->last_line = draft->lines.items[passage->last].last_number;
	}
}

static void
read_folios(const struct draft *draft, struct page *page, struct arena *arena)
{
	for (size_t i = 0; i < draft->lines.count; i++) {
		const struct folio *folio = &draft->folios[i];
		if (!folio->what)
			continue;
		if (!page->date.year && date_known(folio->date))
			page->date = folio->date;
		if (!page->number.len && folio->number.len)
			page->number = str_copy(folio->number, arena);
		if (!page->name.len && folio->name.len)
			page->name = str_copy(folio->name, arena);
	}
}

/* --- a plain page: one article --- */

static void
add_plain_paragraph(struct article *article, struct strbuf *text, unsigned first,
	unsigned last, struct arena *arena)
{
	if (!text->len)
		return;
	struct block *block = list_add(&article->blocks, arena);
	*block = (struct block){.kind = BLOCK_PARAGRAPH,
		.html = STR(""),
		.text = str_copy(strbuf_str(text), arena),
		.first_line = first,
		.last_line = last};
	if (!article->title.len) {
		struct str title = block->text;
		while (str_peek(title) == '#')
			str_next(&title);
		article->title = str_points(str_trim(title), 0, 60);
		article->marks |= MARK_TITLE_SUPPLIED;
	}
	strbuf_cut(text, 0);
}

/* Paragraphs are what empty lines part; lines are joined by a space. */
static void
segment_plain(struct page *page, struct arena *arena, struct arena *scratch)
{
	struct article *article = arena_new(arena, struct article);
	struct strbuf text = strbuf_open(scratch);
	struct str rest = page->text, raw;
	unsigned number = page->first_line ? page->first_line : 1, first = number;
	article->title = STR("");
	article->confidence = 300;
	article->kind = ARTICLE_FEATURE;
	article->first_line = number;
	for (; str_cut(&rest, '\n', &raw); number++) {
		struct str line = str_trim(raw);
		if (!line.len) {
			add_plain_paragraph(article, &text, first, number - 1, arena);
			continue;
		}
		first = text.len ? first : number;
		if (text.len)
			strbuf_add_char(&text, ' ');
		strbuf_add(&text, line);
	}
	add_plain_paragraph(article, &text, first, number - 1, arena);
	article->last_line = number - 1;
	if (article->blocks.count)
		*(struct article **)list_add(&page->articles, arena) = article;
}

/* --- conductor --- */

/* The Markdown level of headlines: of each run of headline lines before a lede, or with a
 * byline, the highest one counts; of these the lowest. */
static int
find_title_level(const struct draft *draft)
{
	int found = 0, highest = 0;
	bool byline = false;
	for (size_t i = 0; i < draft->passages.count; i++) {
		const struct passage *passage = &draft->passages.items[i];
		if (passage->label == LABEL_HEAD || passage->label == LABEL_BYLINE) {
			byline |= passage->label == LABEL_BYLINE;
			if (passage->level && (!highest || passage->level < highest))
				highest = passage->level;
			continue;
		}
		if ((passage->lede || byline) && highest > found)
			found = highest;
		highest = 0;
		byline = false;
	}
	return found;
}

static void
add_articles(const struct cutting *cutting, struct page *page, struct noting *noting,
	struct arena *arena)
{
	int year = page->date.year ? 0 : year_of_page(page->text);
	for (size_t n = 1; n <= cutting->pieces.count; n++) {
		const struct piece *piece = &cutting->pieces.items[n - 1];
		if (piece->into)
			continue;
		struct article *article = article_of_piece(cutting, n, page, year, arena);
		if (!article)
			continue;
		*(struct article **)list_add(&page->articles, arena) = article;
		article->ordinal = (unsigned)page->articles.count;
		note_article(noting, n, article->ordinal);
	}
}

void
segment_page(const struct segmenter *segmenter, struct page *page,
	struct line_notes *notes, struct arena *arena, struct arena *scratch)
{
	if (plain_page_is(page->text)) {
		segment_plain(page, arena, scratch);
		if (notes)
			notes_write_plain(page, notes, arena);
		return;
	}
	struct draft draft = {.words = segmenter->words, .arena = scratch};
	lines_read(page->text, page->first_line ? page->first_line : 1, &draft.lines,
		scratch);
	columns_untangle(&draft.lines, segmenter->words->text, scratch);
	if (notes)
		draft.joints = arena_array(scratch, struct str, draft.lines.count + 1);
	blocks_find(&draft);
	read_folios(&draft, page, arena);
	repeats_find(&draft, page, arena);
	links_find(&draft);
	draft.title_level = find_title_level(&draft);
	struct cutting cutting = {.draft = &draft};
	pieces_cut(&cutting);
	titles_measure(&cutting);
	captions_place(&cutting);
	titles_match(&cutting);
	pieces_gather(&cutting);
	titles_settle(&cutting);
	struct noting noting = noting_open(&cutting);
	add_articles(&cutting, page, &noting, arena);
	add_furniture(&draft, page, arena);
	if (notes)
		notes_write(&noting, notes, arena);
}
