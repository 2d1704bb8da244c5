/* Reads the index of a built site, as FORMAT.md describes it; shares nothing with the
 * code that writes it but the codes. A file that is missing or damaged is one error. */
#ifndef SEARCH_INDEX_READER_H
#define SEARCH_INDEX_READER_H

#include <jansson.h>

#include "base/report.h"
#include "base/str.h"
#include "search/bits.h"

struct index_reader {
	struct str site; /* the folder of the built site */
	struct arena *arena;
	struct report *report;
};

/* The JSON of a file below search/; the caller gives it back with json_decref. NULL after
 * an error. */
json_t *index_read(const struct index_reader *reader, struct str path);

/* Reports that a file below search/ is not what it should be, and returns false. */
bool index_damaged(const struct index_reader *reader, struct str path);

/* The string of a key, copied; false when there is none. */
bool index_text(const struct index_reader *reader, const json_t *object, const char *key,
	struct str *text);

/* What a directory tells of some files: shards, or nodes below. */
struct term_node {
	struct str folder; /* "text-2024" */
	bool has_shards;
	struct str_list first; /* the first term in or below each file */
	struct str_list files; /* "text-2024/0123456789ab" */
};

/* A folder of terms. */
struct term_folder {
	uint32_t articles; /* of the segment */
	struct term_node root;
};

/* Reads the root, "text-2024/0123456789ab". */
bool term_folder_read(const struct index_reader *reader, struct str root,
	uint32_t articles, struct term_folder *folder);

/* The articles of a term in order; none when the term is unknown. */
bool term_folder_find(const struct index_reader *reader, const struct term_folder *folder,
	struct str term, struct posting_array *postings);

/* The articles of all terms that begin with a character, each once, in order. */
bool
term_folder_find_all(const struct index_reader *reader, const struct term_folder *folder,
	struct str head, struct posting_array *postings);

#endif
