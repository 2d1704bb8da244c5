/* backfile clean: removes the files that builds made, the catalog and the list of doubts;
 * never what people wrote. */
#include <stdio.h>

#include "archive/cache.h"
#include "base/file.h"
#include "publish/writer.h"
#include "run.h"

static bool
remove_outputs(struct run *run, struct writer *writer, struct cache *cache, size_t *count)
{
	struct str_list made = cache_stale_outputs(cache, run->arena);
	*count = made.count;
	for (size_t i = 0; i < made.count; i++)
		if (!run->options.dry_run && !writer_remove(writer, made.items[i]))
			return false;
	file_remove_empty_folder(run->site.output);
	return true;
}

enum status
clean_command(struct run *run)
{
	struct writer writer;
	size_t count = 0;
	struct str catalog = file_join(run->site.state, STR("catalog.db"), run->arena);
	struct str review = file_join(run->site.state, STR("review.html"), run->arena);
	if (!run->options.dry_run && !file_remove(review, &run->report))
		return run_status(run);
	if (!file_exists(catalog)) {
		report_warning(&run->report, (struct place){catalog, 0, 0},
			"no catalog here: nothing is known to be made by a build");
		return run_status(run);
	}
	/* No output is current in a build that plans none, so all of them are stale. */
	struct cache *cache =
		cache_open(run->site.state, (struct digest){0}, run->arena, &run->report);
	if (!cache)
		return run_status(run);
	if (cache_load(cache, run->arena, &run->report) &&
		writer_open(&writer, run->site.output, run->site.content, run->arena,
			&run->report) &&
		remove_outputs(run, &writer, cache, &count) && !run->options.dry_run)
		file_remove(catalog, &run->report);
	cache_close(cache);
	run_say(run,
		run->options.dry_run ? "removed %zu files (dry run)"
				     : "removed %zu files",
		count);
	return run_status(run);
}
