/* Review: everything in an archive that a keeper should look at, most doubtful first,
 * each with what to do about it; behind the doubts, names that were found in one article
 * alone, and what looked like a name and was taken for none. */
#ifndef REVIEW_H
#define REVIEW_H

#include "archive/catalog.h"
#include "archive/site.h"
#include "base/messages.h"
#include "base/report.h"

enum review_kind {
	REVIEW_CUT,       /* an article that may be two, or half of one */
	REVIEW_HEADLINE,  /* none was found */
	REVIEW_BEGINNING, /* is lost */
	REVIEW_END,
	REVIEW_DATE,    /* inferred */
	REVIEW_REPEAT,  /* a passage that was dropped */
	REVIEW_LINE,    /* belongs to no article, and to nothing that we know */
	REVIEW_UNKNOWN, /* an entry of people.yaml that occurs nowhere */
	REVIEW_UNUSED,  /* an entry of people.yaml or tags.yaml that nothing answers to */
	REVIEW_DOUBTFUL, /* a name that may be none, and has no page */
	REVIEW_NAME,     /* a person found in one article alone */
	REVIEW_KINDS
};

struct review_item {
	enum review_kind kind;
	int doubt; /* 1 to 1000 */
	struct place at;
	struct str text;   /* what is in doubt, on one line; of a name the sentence */
	struct str advice; /* one sentence, no full stop */
	struct str name;   /* of a REVIEW_DOUBTFUL or REVIEW_NAME, else "" */
	unsigned count;    /* how often it is printed; 0 for all others */
};

struct review {
	struct arena *arena;
	enum language language; /* of advice, and of kinds in lines */
	struct {
		struct review_item *items;
		size_t count, capacity;
	} list;
	size_t counts[REVIEW_KINDS];
};

/* The list, sorted. `content` is the folder that places name. */
struct review review_of(const struct catalog *catalog, struct str content,
	enum language language, struct arena *arena);

/* Most doubtful first, names by how often they are printed; then by place, kind, text. */
void review_sort(struct review *review);

/* "no-headline": the kind in JSON; "no headline": in lines; 没有标题: on the page. */
struct review_words {
	const char *name, *english, *chinese;
};
extern const struct review_words review_words[REVIEW_KINDS];

/* For a terminal, a doubt a line: `file:line: kind: text: advice`; then the names as
 * people.yaml has them, each under a comment with its sentence. */
struct str review_lines(const struct review *review);

/* An array of {kind, doubt, file, line, text, advice}. */
struct str review_json(const struct review *review);

/* Writes the list as one page without scripts or links to `path`; false after an error.
 */
bool review_write_page(const struct review *review, const struct site *site,
	struct str path, struct report *report);

#endif
