/* issue.yaml: what a keeper writes down about one issue. */
#ifndef READ_ISSUE_FILE_H
#define READ_ISSUE_FILE_H

#include "archive/catalog.h"
#include "read/source.h"

/* The notes of a source of kind SOURCE_ISSUE; their date is that of its folder, or the
 * `date` that it gives. NULL after errors. */
struct issue_notes *issue_file_read(const struct source *source, const struct site *site,
	struct text *text, struct arena *arena, struct report *report);

/* Gives the catalog what all issue files among the sources say, and the names of the
 * files that nobody reads. */
void issue_files_add(const struct source_list *sources, const struct site *site,
	struct text *text, struct catalog *catalog, struct arena *arena,
	struct report *report);

#endif
