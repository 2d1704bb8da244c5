/* Long lists of articles, year by year, newest first: what a person or tag has. A long
 * list is split: each year then has a page of its own, people/guo-lingji/2024.html, so
 * that a new issue changes only the page of its year. */
#ifndef PUBLISH_YEARLY_H
#define PUBLISH_YEARLY_H

#include "publish/output.h"
#include "publish/rows.h"

struct entry {
	const struct article *article;
	const struct mention *mention; /* that names the person, or NULL */
};

/* In date order, undated ones last. */
struct entries {
	struct entry *items;
	size_t count, capacity;
};

struct yearly {
	long number;     /* 0 for articles without a date */
	struct str id;   /* news-2024 */
	struct str href; /* to the page of the year where the list is split, else "" */
	long count;
	struct rows articles; /* struct article_row; none where the list is split */
};

extern const struct shape yearly_shape;

/* Whether a list of so many articles is split. */
bool yearly_is_split(size_t count);

/* "people/guo-lingji/2024.html" from "people/guo-lingji/index.html" */
struct str yearly_address(struct str index, int year, struct arena *arena);

/* The list on the page `from`, as rows of struct yearly. With a year, that year's
 * articles alone; else all, without the articles of the years when it is split. `name`
 * begins their ids. */
struct rows
yearly_rows(const struct publication *publication, const struct entries *entries,
	int year, bool split, const char *name, struct str from, struct arena *arena);

/* Adds outputs for the years of the list: year and subject are set. */
void yearly_plan(const struct entries *entries, const struct output *index,
	struct output_list *outputs, struct arena *arena);

#endif
