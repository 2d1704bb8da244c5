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
	size_t place; /* in the catalog, from 0 */
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

/* The number in 第13118期; the running one in 第45期 总第1234期. "" when there is none.
 */
struct str issue_number_in(struct str folio);

/* "2024/03/05/index.html" */
struct str issue_address(struct date date, struct arena *arena);

#endif
