/* A page (版) of an issue: a source file and what was found on it. */
#ifndef ARCHIVE_PAGE_H
#define ARCHIVE_PAGE_H

#include "archive/article.h"

/* What is on the page but belongs to no article: folio lines, page editors, masthead. */
struct furniture {
	struct str text;
	struct str what; /* "folio", "editors", "masthead", "name", "other" */
	unsigned first_line, last_line;
};

/* A passage printed twice by the extraction: dropped, logged here. */
struct repeat {
	struct str text;
	unsigned first_line, last_line;
	unsigned of_first_line, of_last_line; /* where it stands the first time */
};

struct page {
	struct str source;    /* path below content/ */
	struct digest digest; /* of the source's bytes */
	struct date date;     /* unknown for an undated page */
	bool date_inferred;
	struct str number;       /* "01", "A01", "1-2"; "" for a loose page */
	struct str name;         /* 要闻 */
	struct str issue_number; /* 期号 as its folio line has it, or "" */
	struct str address;  /* "2024/03/05/01.html"; "" for undated and curated pages */
	struct str picture;  /* path below content/ of the page's picture, or "" */
	struct str census;   /* what could be names and is not, see edit/census */
	struct str text;     /* the cleaned source without front matter */
	unsigned first_line; /* line of the source file at which text begins */
	bool is_head;        /* text, furniture and repeats were left on disk: see
				archive/full_text */
	bool curated;        /* a Markdown source: its one article is the page */
	struct digest takedown; /* of what was taken out of it: archive/withdrawal; 0 for
				   nothing */
	bool unlisted;          /* not for search engines; set anew in each build */

	struct {
		struct article **items;
		size_t count, capacity;
	} articles;
	struct {
		struct furniture *items;
		size_t count, capacity;
	} furniture;
	struct {
		struct repeat *items;
		size_t count, capacity;
	} repeats;
};

#endif
