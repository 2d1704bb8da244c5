/* withdrawn.yaml: what the keeper has taken down. An entry names an article by its
 * address and says how far it goes: not for search engines (noindex), passages replaced
 * (redacted), or gone but for a tombstone (withdrawn). One that is `shown` loses nothing:
 * it was looked at, and is no part of another that was taken down. */
#ifndef ARCHIVE_WITHDRAWN_FILE_H
#define ARCHIVE_WITHDRAWN_FILE_H

#include "archive/article.h"
#include "base/digest.h"
#include "base/report.h"

/* A passage to be replaced wherever the article or its page has it. */
struct redaction {
	struct str text, with;
	struct place at;
};

struct withdrawal {
	struct str address; /* as the ledger has it: "2024/03/05/01-3.html" */
	enum takedown state;
	struct str reason; /* shown to readers, or "" */
	struct date date;  /* of the takedown, shown to readers, or unknown */
	struct {
		struct redaction *items;
		size_t count, capacity;
	} redactions;
	struct place at;
};

struct withdrawal_list {
	struct withdrawal *items;
	size_t count, capacity;
	struct digest digest; /* of the file's bytes; 0 without one */
};

/* Reads withdrawn.yaml of the content folder; one that is missing is empty. Addresses may
 * be given as a browser shows them: behind `base`, with a slash before them or an anchor
 * behind. False after errors: then nothing may be published, since what was to be taken
 * down is not known. */
bool withdrawn_file_read(struct str content, struct str base,
	struct withdrawal_list *list, struct arena *arena, struct report *report);

#endif
