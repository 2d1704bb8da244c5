#include "takedown_finish.h"

#include <stdio.h>

#include "base/file.h"

static size_t
count_of(const struct withdrawal_list *list, enum takedown state)
{
	size_t count = 0;
	for (size_t i = 0; i < list->count; i++)
		count += list->items[i].state == state;
	return count;
}

/* On the stream of messages, since answers in JSON have the other. */
static void
say_what_is_out_of_reach(struct run *run, const struct withdrawal_list *list)
{
	struct report *report = &run->report;
	if (run->options.quiet || !list->count)
		return;
	progress_close(&run->progress);
	fprintf(stderr,
		report_word(report,
			"taken down: %zu withdrawn, %zu redacted, %zu not for search "
			"engines. Out of reach of this build, so see to it yourself:"),
		count_of(list, TAKEDOWN_WITHDRAWN), count_of(list, TAKEDOWN_REDACTED),
		count_of(list, TAKEDOWN_NOINDEX));
	const char *const rest[] = {
		report_word(report, "the site as it was published: upload this one, and "
				    "remove there what it has no more"),
		report_word(report, "search engines and web archives that fetched it: "
				    "ask them to forget it"),
		report_word(report, "backups, version control, and the sources "
				    "themselves, which stay as they are"),
		report_word(report, "other output folders made from these sources, with "
				    "their own state"),
	};
	for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
		fprintf(stderr, "\n  - %s", rest[i]);
	fputs("\n", stderr);
}

bool
takedown_finish(struct run *run, struct gathered *gathered)
{
	const struct withdrawal_list *list = &gathered->withdrawals;
	struct str review = file_join(run->site.state, STR("review.html"), run->arena);
	struct str note =
		list->digest.high ? digest_text(list->digest, run->arena) : STR("");
	if (!file_remove(review, &run->report) ||
		!cache_scrub(gathered->cache, "withdrawn", note, &run->report))
		return false;
	say_what_is_out_of_reach(run, list);
	return true;
}
