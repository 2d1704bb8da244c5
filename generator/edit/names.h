/* What is known of Chinese names as such: surnames and the characters of given names,
 * both graded in the lexicons surnames, surnames_compound and given. */
#ifndef EDIT_NAMES_H
#define EDIT_NAMES_H

#include "edit/lexicon.h"
#include "edit/passage.h"

enum { NAME_GRADES = 6, NAME_UNLISTED = 1 };

struct names; /* the tables, read once */
struct names *names_read(struct arena *arena);

/* The grade of the surname of one character, 1 to 5; 0 when it is none. */
unsigned names_surname(const struct names *names, uint32_t c);

/* Whether the surname is a word that goes on behind an office: 和 从 并. */
bool names_links(const struct names *names, uint32_t c);

/* Whether the character closes names of places: 江 山 桥. */
bool names_ends_place(const struct names *names, uint32_t c);

/* The number of points of the compound surname that stands at a point, and its grade; 0
 * when there is none. */
size_t names_compound(const struct names *names, const struct passage *passage, size_t at,
	unsigned *grade);

/* The grade of a character of given names: 0 never, 1 not listed, 2 to 5 ever likelier.
 */
unsigned names_given(const struct names *names, uint32_t c);

/* How much a character serves to write foreign names: 0 not, 1 also (古 金 丽), 2 mainly
 * (尔 克 斯). */
unsigned names_foreign(const struct names *names, uint32_t c);

#endif
