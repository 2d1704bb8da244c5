/* Content files: what kind each is, which issue and page it stands for, its bytes as clean text. */
#ifndef READ_SOURCE_H
#define READ_SOURCE_H

#include "archive/page.h"
#include "archive/site.h"
#include "base/file.h"

enum source_kind {
	SOURCE_PLAINTEXT,
	SOURCE_MARKDOWN,
	SOURCE_PICTURE,   /* of a page: shown beside its text */
	SOURCE_ISSUE,     /* issue.yaml */
	SOURCE_AUTHORITY, /* people.yaml, tags.yaml, withdrawn.yaml, addresses.tsv at the top */
	SOURCE_OTHER,     /* listed as not read, never an error */
};

struct source {
	enum source_kind kind;
	struct file_info file; /* path below content/ */
	struct date date;      /* from the path, or unknown */
	struct str page;       /* page number from the path, or "" */
};

struct source_list {
	struct source *items;
	size_t count, capacity;
};

/* All sources below the content folder, sorted by path. False, with errors, when a folder cannot
 * be read. */
bool source_walk(struct str content, struct source_list *list, struct arena *arena,
	struct report *report);

/* Reads a text or Markdown source into a page: the raw page text with its front matter applied, or
 * the one finished article of a Markdown file. NULL after one error; the page of an empty file is an
 * error too ("file is empty"). */
struct page *source_read(const struct source *source, const struct site *site,
	struct text *text, struct arena *arena, struct report *report);

#endif
