/* Posting lists while a segment's index is made: for each term, the articles that have it
 * and how much it weighs in each (its impact). Terms are numbers, in whose order the
 * lists come out; articles are numbered from 0 in the order of adding. A posting takes
 * one or two bytes, a term about fifty. */
#ifndef SEARCH_POSTINGS_H
#define SEARCH_POSTINGS_H

#include "search/bits.h"
#include "search/posting_codes.h"

/* The articles of one term. */
struct posting_list {
	uint64_t term;
	uint32_t next;                     /* the article behind the latest one */
	uint32_t times : 31, in_title : 1; /* in the article being added */
	struct posting_codes codes;
};

struct postings;

struct postings *postings_open(struct arena *arena);

/* Adds an occurrence to the article being added. */
void postings_add(struct postings *postings, uint64_t term, bool in_title);

/* Ends the article being added. */
void postings_end_article(struct postings *postings);

/* Leaves out a number: the article's postings are elsewhere. */
void postings_skip_article(struct postings *postings);

/* Articles added or left out, and terms of them. */
uint32_t postings_articles(const struct postings *postings);
size_t postings_terms(const struct postings *postings);

/* All lists in order of their terms. */
struct posting_list **
postings_sorted(const struct postings *postings, struct arena *arena);

struct posting_walk
postings_walk(const struct postings *postings, const struct posting_list *list);

/* Adds the postings of a list to the array. */
void postings_take(const struct postings *postings, const struct posting_list *list,
	struct posting_array *taken, struct arena *arena);

#endif
