/* backfile check: validates content, settings and templates without writing anything. */
#include <stdio.h>

#include "gather.h"
#include "publish/publication.h"

static void
print_counts(const struct run *run, const struct gathered *gathered)
{
	const struct catalog *catalog = gathered->catalog;
	printf("%zu sources, %zu issues, %zu articles, %zu people, %zu tags; %zu errors, %zu "
	       "warnings\n",
		gathered->sources.count, catalog->issues.count, catalog->articles.count,
		catalog->people.count, catalog->tags.count,
		report_count(&run->report, SEVERITY_ERROR) +
			report_count(&run->report, SEVERITY_FAULT),
		report_count(&run->report, SEVERITY_WARNING));
}

enum status
check_command(struct run *run)
{
	struct gathered gathered;
	if (!gather(run, false, &gathered))
		return run_status(run);
	struct publication publication;
	publication_open(&publication, &run->site, gathered.catalog, run->text, run->arena,
		&run->report);
	if (!run->options.quiet)
		print_counts(run, &gathered);
	return run_status(run);
}
