/* What results show, read from the issues of a built site's index. */
#ifndef SEARCH_ISSUE_READER_H
#define SEARCH_ISSUE_READER_H

#include "search/index_reader.h"

/* One file of issue data: the articles [first, first + count) of a segment. */
struct issue_entry {
	uint32_t day; /* (year * 13 + month) * 32 + day */
	uint32_t first, count;
	struct str path;                /* below search/ */
	struct shown_article *articles; /* read on first use */
};

struct shown_article {
	struct str address, title, date, page, column, kind;
};

struct issue_entries {
	struct issue_entry *items;
	size_t count, capacity;
};

/* A date as such a number; false for what is none. Unknown parts are 0, or the greatest
 * where it is the end of a range. */
bool issue_day_of(struct str date, bool is_end, uint32_t *day);

/* The issues of the segment whose index of names is in this folder. */
bool issue_entries_read(const struct index_reader *reader, struct str names,
	struct issue_entries *entries);

/* The issue of an article of the segment; NULL when there is none. */
struct issue_entry *issue_entry_of(const struct issue_entries *entries, uint32_t article);

/* What is shown of an article; NULL after an error. */
const struct shown_article *issue_entry_article(
	const struct index_reader *reader, struct issue_entry *entry, uint32_t article);

#endif
