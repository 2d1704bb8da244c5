/* Whole YAML files that a keeper writes: site.conf, people.yaml, tags.yaml, issue.yaml.
 */
#ifndef ARCHIVE_DATA_FILE_H
#define ARCHIVE_DATA_FILE_H

#include "base/digest.h"
#include "base/settings.h"
#include "base/text.h"

/* Reads, cleans and parses the file, of at most 4 MiB, in any encoding that page text may
 * have. `digest`, if not NULL, is that of its bytes. NULL after one error. */
struct setting *data_file_read(struct str path, struct digest *digest, struct text *text,
	struct arena *arena, struct report *report);

#endif
