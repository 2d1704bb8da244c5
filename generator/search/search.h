/* The precomputed search index: FORMAT.md describes its files. Written part by part,
 * those that changed; read by the client in static/search/ and by `backfile search`. */
#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "archive/catalog.h"
#include "base/report.h"

/* Receives one file of the index; path is below the site ("search/..."), bytes are valid
 * during the call only. */
typedef bool search_sink(void *context, struct str path, struct str bytes);

/* Article `index` of the catalog with its blocks, in the arena, which is emptied after
 * each article. NULL, having said why, when it cannot be had. */
typedef const struct article *
search_full(void *context, size_t index, struct arena *arena);

/* A file that the last build wrote, in the arena, if it still stands as it was left. */
typedef bool
search_former(void *context, struct str path, struct str *bytes, struct arena *arena);

/* That file is one of this build, as it is; false where it does not stand. */
typedef bool search_keep(void *context, struct str path);

struct search_ways {
	search_full *full;
	search_sink *sink;     /* may be given a file twice */
	search_former *former; /* NULL: everything is made anew */
	search_keep *keep;     /* given with the one before */
	void *context;         /* of all of them */
};

/* The parts of one stage can be written in any order, each by itself; the stages come one
 * after another. */
enum search_stage {
	SEARCH_FOLDERS,  /* of texts and of names, the folding table, the suggestions */
	SEARCH_ISSUES,   /* what results show: many and small */
	SEARCH_MANIFEST, /* of all the others */
	SEARCH_STAGES
};

enum search_kind {
	SEARCH_FOLD,
	SEARCH_SUGGESTIONS,
	SEARCH_CONFUSIONS,
	SEARCH_TEXT,
	SEARCH_NAMES,
	SEARCH_ISSUE,
	SEARCH_ALL
};

/* A file or folder of the index. It depends on nothing but what its stamp was made of: a
 * part whose stamp is that of the last build needs no writing, if its files are still
 * there. */
struct search_part {
	struct str name; /* "text 2024", "issue 2024-03-05": one of a name in a plan */
	struct digest stamp; /* equal stamps, equal bytes */
	enum search_stage stage;
	enum search_kind kind;
	size_t from, to;  /* its articles: [from, to) of the catalog's */
	struct str value; /* name of the file, or path of the folder's root: set by the
			     caller, from search_write or from the last build */
	struct str former, note; /* value and note of the last build, if any */
};

struct search_plan {
	struct search_part *items; /* by stages; the largest folders first */
	size_t count, capacity;
	const struct catalog *catalog;
	struct text *text;
	struct arena *arena;
	struct fold *fold;   /* NULL until it is asked for */
	struct digest rules; /* of all that the index of a text depends on beside it */
};

/* The parts of the index of these articles. Looks at no blocks: needs digests, addresses,
 * persons and tags. Borrows catalog and text. */
struct search_plan *
search_plan(const struct catalog *catalog, struct text *text, struct arena *arena);

/* The folding of its texts. */
struct fold *search_plan_fold(struct search_plan *plan);

/* Writes a part of the plan and answers its value; "" when the sink or `full` gave up,
 * which have said why. For the manifest all values must be known. What the last build
 * wrote saves work and changes no byte. */
struct str search_write(struct search_plan *plan, const struct search_part *part,
	const struct search_ways *ways, struct arena *arena);

/* What is to be kept of a part that was written, for the next time; may be "". */
struct str search_note(const struct search_plan *plan, const struct search_part *part,
	struct arena *arena);

enum search_sort { SEARCH_RELEVANCE, SEARCH_NEWEST, SEARCH_OLDEST };

/* What is asked for; empty fields narrow nothing. */
struct search_request {
	struct str query;
	struct str from, to;    /* "2024", "2024-03" or "2024-03-05"; both included */
	struct str person, tag; /* slugs */
	struct str column;
	struct str page; /* its number: "01" */
	struct str kind; /* "news" */
	enum search_sort sort;
	size_t limit; /* hits wanted; all are counted */
};

struct search_hit {
	struct str address, title, date, page, column, kind;
	struct str snippet;      /* a part of the text around the first place */
	struct str_list marked;  /* the parts of it that match, in order */
	struct str_list surface; /* what matches anywhere in the article, each once */
};

struct search_result {
	struct search_hit *items; /* in the order asked for */
	size_t count, capacity;   /* of items: at most the limit */
	size_t total;             /* matches in the archive */
	bool exact;               /* total was verified, not estimated */
	struct str_list also;     /* where nothing is found as asked: what was searched
				     for instead */
};

/* Answers a request from the built site alone. False, with one error, when the site has
 * no index or a file of it is damaged or missing. */
bool search_query(struct str site_folder, const struct search_request *request,
	struct text *text, struct search_result *result, struct arena *arena,
	struct report *report);

#endif
