/* The template compiler. */
#include "fuzz.h"

#include "publish/template_tree.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	struct templates *templates =
		templates_open(STR("tests/fuzz"), STR("tests/fuzz"), arena);
	struct template *template = arena_new(arena, struct template);
	template->name = template->path = STR("fuzz.html");
	template->templates = templates;
	template_parse(template, (struct str){(const char *)bytes, len}, &report);
	arena_close(arena);
	return 0;
}
