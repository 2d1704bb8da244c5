/* Content files: what kind each is, which issue and page it stands for, its bytes as
 * clean text. */
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
	SOURCE_AUTHORITY, /* at the top: people.yaml, tags.yaml, withdrawn.yaml,
			     addresses.tsv */
	SOURCE_DESIGN,    /* below templates/ and static/: how the site looks */
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

/* What a file is, told from its path below content/ alone. Dates: a folder 2024-03-05,
 * 20240305 or 2024/03/05, or a file name that begins with one; pages: a file name 01,
 * A01, 1-2 (01-3.md is the third article of page 01). README files and Hugo's _index.md
 * are SOURCE_OTHER. */
struct source source_of(const struct file_info *file);

/* All sources below the content folder, sorted by path. False, with errors, when a folder
 * cannot be read. */
bool source_walk(struct str content, struct source_list *list, struct arena *arena,
	struct report *report);

/* Reads a text or Markdown source into a page: the raw page text with its front matter
 * applied, or the one finished article of a Markdown file. NULL after one error; the page
 * of an empty file is an error too ("file is empty"). */
struct page *source_read(const struct source *source, const struct site *site,
	struct text *text, struct arena *arena, struct report *report);

/* Gives each page the picture of the same name in its folder; a picture that its text
 * asked for stays if it is among the sources. Run on all pages, cached or not, since
 * pictures come and go without them. */
void source_add_pictures(const struct source_list *list, struct page **pages,
	size_t count, struct arena *arena);

#endif
