/* Long lists of articles, year by year, newest first: what a person or tag has. A long
 * list is split: its newest month stays on the page of the person or tag, and each year
 * has a page of its own for the rest, people/guo-lingji/2024.html. So a new issue changes
 * one short page, and a year's page once a month. */
#ifndef PUBLISH_YEARLY_H
#define PUBLISH_YEARLY_H

#include "publish/output.h"
#include "publish/rows.h"

struct entry {
	const struct article *article;
	const struct mention *mention; /* that names the person, or NULL */
};

/* What a person or a tag has, borrowed from it: either appearances or articles. In date
 * order, undated ones last. */
struct entries {
	const struct appearance *appearances; /* or NULL */
	struct article *const *articles;
	size_t count;
};

struct entry entry_at(const struct entries *entries, size_t number);

struct yearly {
	long number;      /* 0 for articles without a date */
	struct str month; /* of the newest month of a split list its name, else "" */
	struct str id;    /* news-2024, news-2024-03 */
	struct str href;  /* to the page with the articles where it is another, else "" */
	long count;       /* 0 on the page of a year for the newest month */
	struct rows articles; /* struct article_row; none where another page has them */
};

extern const struct shape yearly_shape;

/* Whether a list of so many articles is split. */
bool yearly_is_split(size_t count);

/* "people/guo-lingji/2024.html" from "people/guo-lingji/index.html" */
struct str yearly_address(struct str index, int year, struct arena *arena);

/* The list on the page `from`, as rows of struct yearly. With a year, that year alone;
 * else all, and of a split list the articles of the newest month and the undated ones.
 * `name` begins their ids. */
struct rows
yearly_rows(const struct publication *publication, const struct entries *entries,
	int year, bool split, const char *name, struct str from, struct arena *arena);

/* Adds all that these rows, and a timeline beside them, may be made from. */
void yearly_made_of(struct key *key, const struct entries *entries, int year, bool split);

/* Adds outputs for the years of a split list: year and subject are set. */
void yearly_plan(const struct entries *entries, const struct output *index,
	struct output_list *outputs, struct arena *arena);

#endif
