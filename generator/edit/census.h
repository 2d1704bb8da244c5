/* The census of a page: strings on it that could be names and were not taken for one,
 * counted, so that the archive as a whole can tell how often a name's characters stand
 * for something else (edit/people_settle). It is kept in the page's record, so it is
 * small: a string is 25 bits of its digest, and of those that no surroundings could make
 * a name, which are five in six, one in eight is kept. */
#ifndef EDIT_CENSUS_H
#define EDIT_CENSUS_H

#include "base/bytes.h"
#include "edit/name_candidates.h"

enum { CENSUS_SAMPLE = 8 }; /* a sampled string stands for so many */

struct census_entry {
	uint32_t sign;
	bool sampled;
	unsigned count;
};

struct census {
	struct census_entry *items;
	size_t count, capacity;
};

/* What stands for a name in a census, the same on every machine. */
uint32_t census_sign(struct str name);

/* Adds what name_choice did not take of the candidates of one passage. */
void census_add(struct census *census, const struct candidate_list *candidates,
	const struct passage *passage, struct arena *arena);

/* The census as bytes; its entries are put in order. */
struct str census_write(struct census *census, struct arena *arena);

/* Reads the next entry; false at the end, or where the bytes are damaged. `entry` is zero
 * at first and then as the last call left it. */
bool census_next(struct bytes_reader *reader, struct census_entry *entry);

#endif
