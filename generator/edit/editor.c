#include "edit/editor.h"

#include "archive/issue.h"
#include "edit/people.h"
#include "edit/punctuation.h"
#include "edit/tags.h"

struct editor {
	struct segmenter *segmenter;
	struct people_finder *people;
	struct tagger *tagger;
};

struct editor *
editor_open(const struct authority *authority, struct text *text, struct arena *arena)
{
	struct editor *editor = arena_new(arena, struct editor);
	editor->segmenter = segmenter_open(text, arena);
	editor->people = people_open(authority, text, arena);
	editor->tagger = tagger_open(authority, text, arena);
	return editor;
}

/* What an article takes over from its page, unless its own front matter said otherwise.
 */
static void
inherit(struct article *article, const struct page *page, unsigned ordinal)
{
	article->source = page->source;
	if (!article->date.year)
		article->date = page->date;
	if (!article->page.len)
		article->page = page->number;
	article->ordinal = ordinal;
	if (page->date_inferred)
		article->marks |= MARK_DATE_INFERRED;
}

static void
number_issue(struct page *page)
{
	page->issue_number = STR("");
	for (size_t i = 0; i < page->furniture.count && !page->issue_number.len; i++)
		page->issue_number = issue_number_in(page->furniture.items[i].text);
}

static void
widen_punctuation(struct article *article, struct arena *arena)
{
	struct str *const texts[] = {&article->kicker, &article->title,
		&article->subtitle, &article->byline, &article->dateline};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = punctuation_widened(*texts[i], arena);
	for (size_t i = 0; i < article->blocks.count; i++) {
		struct str *text = &article->blocks.items[i].text;
		*text = punctuation_widened(*text, arena);
	}
}

/* Of its text; of a picture without any, of its captions. */
static uint64_t
sketch_of(const struct article *article, struct arena *scratch)
{
	struct strbuf captions = strbuf_open(scratch);
	struct str body = article_body(article, scratch);
	for (size_t i = 0; i < article->blocks.count; i++)
		strbuf_add(&captions, article->blocks.items[i].text);
	return article_sketch(body.len ? body : strbuf_str(&captions));
}

void
edit_page(const struct editor *editor, struct page *page, struct line_notes *notes,
	struct arena *arena, struct arena *scratch)
{
	if (!page->curated)
		segment_page(editor->segmenter, page, notes, arena, scratch);
	number_issue(page);
	struct census census = {0};
	for (size_t i = 0; i < page->articles.count; i++) {
		struct article *article = page->articles.items[i];
		inherit(article, page, (unsigned)i + 1);
		if (!page->curated)
			widen_punctuation(article, arena);
		struct passage passage = passage_of_article(article, scratch);
		people_find(editor->people, article, &passage, &census, arena, scratch);
		tags_find(editor->tagger, article, &passage, arena, scratch);
		article->sketch = sketch_of(article, scratch);
		article->opening = str_trim(article->title).len
					   ? STR("")
					   : article_opening(article, arena);
		article->digest = article_digest(article);
	}
	page->census = census_write(&census, arena);
}
