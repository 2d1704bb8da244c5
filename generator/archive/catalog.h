/* The catalog: everything known of all articles, in date order, and the indexes made from
 * it. */
#ifndef ARCHIVE_CATALOG_H
#define ARCHIVE_CATALOG_H

#include "archive/authority.h"
#include "archive/issue.h"
#include "base/text.h"

/* An office of a person: a title phrase with the articles that use it. */
struct office {
	struct str title;
	struct date first, last;
	const struct article *first_article, *last_article; /* of these dates */
	size_t count;
};

/* Where a person stands: an article and what it says of them. */
struct appearance {
	struct article *article;
	const struct mention *mention; /* NULL for a credit */
	const struct credit *credit;   /* NULL for a mention */
};

struct person {
	struct str name, slug, sort_key, note;
	struct str pinyin;   /* "Guo Lingji" */
	struct str search;   /* "guolingji" */
	struct str initials; /* "glj" */
	struct str subject;  /* what the slug stands for in the ledger: the name, or
				name#slug of a split */
	bool slug_given;     /* by the keeper, so it may not be changed */
	struct str office;   /* printed most, of several the last; "" without any */
	struct str about;    /* what tells namesakes apart (namesakes.h), else "" */
	struct str_list variants;
	struct {
		struct office *items;
		size_t count, capacity;
	} offices; /* by first date */
	struct {
		struct appearance *items;
		size_t count, capacity;
	} news; /* date order */
	struct {
		struct appearance *items;
		size_t count, capacity;
	} credits; /* date order */
	struct {
		struct together {
			struct person *person;
			size_t count;
		} * items;
		size_t count, capacity;
	} together; /* most frequent first, at most 12 */
	struct date first, last;
	size_t place; /* in the catalog, from 0 */
};

struct tag {
	enum tag_kind kind;
	struct str name, slug, sort_key;
	struct str pinyin;  /* "fang xun" */
	struct str subject; /* what the slug stands for in the ledger: "topic:防汛" */
	bool slug_given;    /* by the keeper, so it may not be changed */
	struct {
		struct article **items;
		size_t count, capacity;
	} articles; /* date order */
	struct date first, last;
};

struct year {
	int number;
	struct {
		struct issue **items;
		size_t count, capacity;
	} issues;
	size_t article_count;
};

struct withdrawal;

/* An address at which nothing is published any more, and where its readers are sent. */
struct redirect {
	struct str address, target;
};

struct catalog {
	struct arena *arena;
	struct {
		struct page **items;
		size_t count, capacity;
	} pages; /* by source path */
	struct {
		struct article **items;
		size_t count, capacity;
	} articles; /* by date, page, ordinal; undated last */
	struct {
		struct article **items;
		size_t count, capacity;
	} undated;
	struct {
		struct issue **items;
		size_t count, capacity;
	} issues; /* by date */
	struct {
		struct year *items;
		size_t count, capacity;
	} years;
	struct {
		struct person **items;
		size_t count, capacity;
	} people; /* in pinyin order */
	struct {
		struct tag **items;
		size_t count, capacity;
	} tags;                                       /* by kind, pinyin order */
	struct map person_by_subject, tag_by_subject; /* person.subject, tag.subject */
	const struct authority *authority;            /* borrowed */
	struct {
		struct redirect *items;
		size_t count, capacity;
	} redirects;
	struct {
		const struct withdrawal **items;
		size_t count, capacity;
	} tombstones;             /* of withdrawn articles; borrowed */
	struct str_list not_read; /* files of other kinds in content */
};

/* The persons in the news (see catalog_author for credits) and the tags of one article
 * that have a page, each once, in the order in which the article names them; the lists
 * live in the arena. */
struct person_refs {
	struct person **items;
	size_t count, capacity;
};
struct tag_refs {
	struct tag **items;
	size_t count, capacity;
};
struct person_refs catalog_people_of(const struct article *article, struct arena *arena);
struct tag_refs catalog_tags_of(const struct article *article, struct arena *arena);

/* Builds everything from the pages (read and edited, in any order; their articles have
 * addresses): issues, years, people, tags. Drafts are left out. Slugs are unique;
 * addresses_name makes them those of the ledger. A pure function of its arguments, but
 * that it links the articles' parts. */
struct catalog *catalog_build(struct page **pages, size_t count,
	const struct authority *authority, struct text *text, struct arena *arena);

/* The issue of a day, or NULL. */
struct issue *catalog_issue(const struct catalog *catalog, struct date date);

/* Adds what issue.yaml says of an issue: number, note, names of pages. Nothing where
 * there is no such issue. */
void catalog_add_notes(struct catalog *catalog, const struct issue_notes *notes);

#endif
