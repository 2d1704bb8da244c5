/* The site as its keeper describes it in site.conf. */
#ifndef ARCHIVE_SITE_H
#define ARCHIVE_SITE_H

#include "base/digest.h"
#include "base/report.h"
#include "base/str.h"
#include "base/text.h"

struct site {
	struct str title;       /* name of the paper */
	struct str description; /* one sentence, shown on the home page */
	struct str publisher;
	struct str place;         /* where it appears, for citations */
	struct str language;      /* "zh-Hans" or "en": of the interface */
	struct str text_language; /* "zh-Hans": of the paper itself */
	struct str base;  /* "https://example.org/archive/", or "" when not known */
	struct str mail;  /* where readers report mistakes, or "" */
	struct str about; /* a paragraph on the archive, or "" */
	bool offline;     /* readers' browsers keep pages: static/offline.js */

	struct str content, output, templates,
		statics;        /* folders, relative to where we run */
	struct str state;       /* the folder for catalog and logs: ".backfile" */
	bool compress;          /* files of the site also as .gz and .br */
	enum encoding encoding; /* of page text; ENCODING_UNKNOWN: recognise */
	size_t page_limit, markdown_limit; /* largest sources, bytes */
	unsigned source_seconds;           /* most computing time for one source */
	size_t source_memory;              /* most memory for one source, MiB */
};

/* Every setting at its default. */
struct site site_default(void);

/* The keys that site.conf may have, with NULL behind the last. */
const char *const *site_keys(void);

/* Of everything that a page can show of it. */
struct digest site_digest(const struct site *site);

/* Reads site.conf over the defaults; false after errors (all of them reported).
 * `optional` says that a missing file is fine. */
bool site_read(struct str path, bool optional, struct site *site, struct arena *arena,
	struct report *report);

#endif
