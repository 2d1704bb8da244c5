/* Bytes of a source through the cleaner; what is text, through segmentation. */
#include "fuzz.h"

#include "archive/page.h"
#include "base/text.h"
#include "edit/segment.h"

struct tools {
	struct text *text;
	struct arena *arena, *scratch;
	struct segmenter *segmenter;
};

/* Made once, as a worker does. */
static const struct tools *
tools_of_process(void)
{
	static struct tools tools;
	if (!tools.arena) {
		tools = (struct tools){text_open(), arena_open(), arena_open(), NULL};
		tools.segmenter = segmenter_open(tools.text, tools.arena);
	}
	return &tools;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	const struct tools *tools = tools_of_process();
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	struct str clean;
	struct page *page = arena_new(arena, struct page);
	struct place at = {STR("fuzz.txt"), 1, 1};
	if (text_read(tools->text, (struct str){(const char *)bytes, len},
		    ENCODING_UNKNOWN, at, &clean, arena, &report)) {
		page->source = STR("fuzz.txt");
		page->text = clean;
		page->first_line = 1;
		segment_page(tools->segmenter, page, NULL, arena, tools->scratch);
		arena_empty(tools->scratch);
	}
	arena_close(arena);
	return 0;
}
