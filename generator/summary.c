#include "summary.h"

#include <stdio.h>

#include "base/json.h"

static void
print_json(const struct summary *summary, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_count(&json, "articles", summary->articles);
	json_count(&json, "read", summary->read);
	json_count(&json, "indexed", summary->indexed);
	json_count(&json, "rendered", summary->rendered);
	json_count(&json, "written", summary->written);
	json_count(&json, "unchanged", summary->unchanged);
	json_count(&json, "removed", summary->removed);
	json_key(&json, "seconds");
	json_decimal(&json, summary->seconds);
	json_key(&json, "changed");
	json_array_begin(&json);
	for (size_t i = 0; i < summary->changed.count; i++)
		json_text(&json, summary->changed.items[i]);
	json_array_end(&json);
	json_object_end(&json);
	puts(out.data);
}

void
summary_print(const struct summary *summary, struct run *run)
{
	if (run->options.json) {
		print_json(summary, run->arena);
		return;
	}
	if (run->options.quiet)
		return;
	progress_close(&run->progress);
	run_say(run,
		run->options.dry_run
			? "%zu articles in %zu issues; read %zu, rendered %zu, written "
			  "%zu, unchanged %zu, removed %zu; %.1f s (dry run)"
			: "%zu articles in %zu issues; read %zu, rendered %zu, written "
			  "%zu, unchanged %zu, removed %zu; %.1f s",
		summary->articles, summary->issues, summary->read, summary->rendered,
		summary->written, summary->unchanged, summary->removed, summary->seconds);
}
