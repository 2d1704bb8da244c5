/* An issue (期): the pages of one day. */
#ifndef ARCHIVE_ISSUE_H
#define ARCHIVE_ISSUE_H

#include "archive/page.h"

struct issue {
	struct date date;
	struct str number; /* 期号, from issue.yaml or a folio line, or "" */
	struct str note;   /* from issue.yaml, or "" */
	struct {
		struct page **items;
		size_t count, capacity;
	} pages; /* by number */
	struct issue *previous, *next;
};

/* What a keeper noted about an issue, in issue.yaml. */
struct page_name {
	struct str number, name; /* "01", 要闻 */
};

struct issue_notes {
	struct date date;
	struct str number, note; /* or "" */
	struct {
		struct page_name *items;
		size_t count, capacity;
	} pages;
};

/* "2024/03/05/index.html" */
struct str issue_address(struct date date, struct arena *arena);

#endif
