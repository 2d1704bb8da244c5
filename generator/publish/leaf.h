/* Leaves: the pages of an issue as readers leaf through them. A page number may stand for
 * several sources (a page of raw text, finished Markdown articles); a leaf is all of
 * them. */
#ifndef PUBLISH_LEAF_H
#define PUBLISH_LEAF_H

#include "publish/rows.h"

struct leaf {
	struct str number, name;
	const struct page *page;         /* the one with an address of its own, or NULL */
	struct article *const *articles; /* in print order */
	size_t article_count;
};

struct leaves {
	struct leaf *items;
	size_t count, capacity;
};

/* The leaves of an issue, by number. */
struct leaves
leaves_of(const struct catalog *catalog, const struct issue *issue, struct arena *arena);

size_t leaves_article_count(const struct leaves *leaves);

/* NULL when there is none of that number. */
const struct leaf *leaf_find(const struct leaves *leaves, struct str number);

/* Where a leaf is read: its page, or its place in the issue where it has none of its own.
 */
struct str leaf_address(const struct leaf *leaf, struct date date, struct arena *arena);

/* "第1版"; articles of a date may stand on no page that is known: "版次不详". */
struct str
leaf_label(const struct words *words, const struct leaf *leaf, struct arena *arena);

/* A leaf as lists show it. */
struct leaf_row {
	struct str id;        /* page-01 */
	struct str label;     /* 第1版 */
	struct str name;      /* 要闻, or "" */
	struct str href;      /* to its page, or "" where it has none of its own */
	struct str picture;   /* to its picture, or "" */
	struct rows articles; /* struct article_row */
	bool is_here;         /* it is the page on which the row stands */
};

extern const struct shape leaf_row_shape;

struct rows leaf_rows(const struct words *words, const struct leaves *leaves,
	struct str from, struct arena *arena);

#endif
