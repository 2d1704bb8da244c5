/* Markdown through cmark to blocks and safe HTML. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "read/markdown.h"

/* What may not come out, whatever goes in. */
static void
require_safe(const struct page *page)
{
	for (size_t i = 0; i < page->articles.count; i++) {
		const struct article *article = page->articles.items[i];
		for (size_t k = 0; k < article->blocks.count; k++) {
			struct str html = article->blocks.items[k].html;
			if (str_has(html, STR("<script")) ||
				str_has(html, STR("href=\"javascript:")) ||
				str_has(html, STR("<iframe")))
				abort();
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static struct text *text;
	text = text ? text : text_open();
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	struct page *page = arena_new(arena, struct page);
	struct place at = {STR("fuzz.md"), 1, 1};
	struct str clean;
	page->source = at.file;
	page->number = page->name = page->address = page->picture = STR("");
	if (text_read(text, (struct str){(const char *)bytes, len}, ENCODING_UNKNOWN, at,
		    &clean, arena, &report) &&
		markdown_read(page, clean, at, arena, &report))
		require_safe(page);
	arena_close(arena);
	return 0;
}
