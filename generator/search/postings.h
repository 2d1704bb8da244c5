/* Posting lists while a segment's index is made: for each term, the articles that have it
 * and how much it weighs in each (its impact). Articles are numbered from 0 in the order
 * of adding. */
#ifndef SEARCH_POSTINGS_H
#define SEARCH_POSTINGS_H

#include "base/map.h"

/* Impacts: FORMAT.md, "Impacts". */
#define IMPACTS      4u
#define IMPACT_TITLE 3u

struct posting_chunk;

/* The articles of one term. */
struct posting_list {
	struct str term;
	uint32_t count;   /* articles */
	uint32_t article; /* the latest one */
	uint32_t times;   /* in the article being added; 0 when it was flushed */
	bool in_title;
	struct posting_chunk *first, *last;
};

struct postings {
	struct arena *arena;
	struct map by_term; /* to struct posting_list */
	struct {
		struct posting_list **items;
		size_t count, capacity;
	} open;            /* terms of the article */
	uint32_t articles; /* added completely */
	uint32_t length;   /* terms added of the article, repeats counted */
};

struct postings *postings_open(struct arena *arena);

/* Adds an occurrence to the article being added; the term is copied when it is new. */
void postings_add(struct postings *postings, struct str term, bool in_title);

/* Ends the article being added. */
void postings_end_article(struct postings *postings);

/* All lists in order of their terms. */
struct posting_list **
postings_sorted(const struct postings *postings, struct arena *arena);

/* Walks a list: each posting is the gap since the article before (0 for the next one)
 * times IMPACTS plus the impact. False at the end. */
struct posting_walk {
	const struct posting_chunk *chunk;
	uint32_t at;
};
struct posting_walk posting_walk(const struct posting_list *list);
bool posting_next(struct posting_walk *walk, uint32_t *posting);

#endif
