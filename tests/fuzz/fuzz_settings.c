/* Settings and front matter. */
#include "fuzz.h"

#include "base/settings.h"
#include "read/frontmatter.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	struct str text = {(const char *)bytes, len};
	struct place at = {STR("fuzz.md"), 1, 1};
	struct frontmatter frontmatter;
	settings_parse(text, at, arena, &report);
	frontmatter_read(text, at, &frontmatter, arena, &report);
	arena_close(arena);
	return 0;
}
