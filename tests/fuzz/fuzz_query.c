/* What readers type. */
#include "fuzz.h"

#include "search/query_parse.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static struct text *text;
	static struct fold *fold;
	static struct arena *kept;
	if (!text) {
		text = text_open();
		kept = arena_open();
		fold = fold_open(text, kept);
	}
	struct arena *arena = arena_open();
	query_parse((struct str){(const char *)bytes, len}, false, text, fold, arena);
	arena_close(arena);
	return 0;
}
