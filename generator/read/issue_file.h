/* issue.yaml: what a keeper writes down about one issue. */
#ifndef READ_ISSUE_FILE_H
#define READ_ISSUE_FILE_H

#include "archive/issue.h"
#include "read/source.h"

/* The notes of a source of kind SOURCE_ISSUE; their date is that of its folder, or the
 * `date` that it gives. NULL after errors. */
struct issue_notes *issue_file_read(const struct source *source, const struct site *site,
	struct text *text, struct arena *arena, struct report *report);

#endif
