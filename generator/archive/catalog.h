/* The catalog: everything known of all articles, in date order, and the indexes made from it. */
#ifndef ARCHIVE_CATALOG_H
#define ARCHIVE_CATALOG_H

#include "archive/authority.h"
#include "archive/issue.h"
#include "base/text.h"

/* An office of a person: a title phrase with the articles that use it. */
struct office {
	struct str title;
	struct date first, last;
	size_t count;
};

/* Where a person stands: an article and what it says of them. */
struct appearance {
	struct article *article;
	const struct mention *mention; /* NULL for a credit */
	const struct credit *credit;   /* NULL for a mention */
};

struct person {
	struct str name, slug, pinyin, sort_key, note;
	struct str initials; /* "glj" */
	struct str_list variants;
	struct { struct office *items; size_t count, capacity; } offices; /* by first date */
	struct { struct appearance *items; size_t count, capacity; } news;    /* date order */
	struct { struct appearance *items; size_t count, capacity; } credits; /* date order */
	struct { struct together { struct person *person; size_t count; } *items;
		size_t count, capacity; } together; /* most frequent first, at most 12 */
	struct date first, last;
};

struct tag {
	enum tag_kind kind;
	struct str name, slug, pinyin, sort_key;
	struct { struct article **items; size_t count, capacity; } articles; /* date order */
	struct date first, last;
};

struct year {
	int number;
	struct { struct issue **items; size_t count, capacity; } issues;
	size_t article_count;
};

struct catalog {
	struct arena *arena;
	struct { struct page **items; size_t count, capacity; } pages;       /* by source path */
	struct { struct article **items; size_t count, capacity; } articles; /* by date, page, ordinal; undated last */
	struct { struct article **items; size_t count, capacity; } undated;
	struct { struct issue **items; size_t count, capacity; } issues;     /* by date */
	struct { struct year *items; size_t count, capacity; } years;
	struct { struct person **items; size_t count, capacity; } people;    /* in pinyin order */
	struct { struct tag **items; size_t count, capacity; } tags;         /* by kind, pinyin order */
	struct map person_by_name; /* printed name to struct person, splits excepted */
	struct map tag_by_name;    /* tag name to struct tag */
	struct str_list not_read;  /* files of other kinds in content */
};

/* The persons and tags of one article that have a page, in the order in which the article shows
 * them; the lists live in the arena. */
struct person_refs { struct person **items; size_t count, capacity; };
struct tag_refs { struct tag **items; size_t count, capacity; };
struct person_refs catalog_people_of(const struct catalog *catalog,
	const struct article *article, struct arena *arena);
struct tag_refs catalog_tags_of(const struct catalog *catalog, const struct article *article,
	struct arena *arena);

/* Builds everything from the pages (read and edited, in any order; their articles have
 * addresses): issues, years, people, tags. A pure function of its arguments. */
struct catalog *catalog_build(struct page **pages, size_t count,
	const struct authority *authority, struct text *text, struct arena *arena);

#endif
