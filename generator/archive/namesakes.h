/* Persons of one name, whom a keeper has told apart (split in people.yaml): readers need
 * to see which is which wherever the name stands by itself. */
#ifndef ARCHIVE_NAMESAKES_H
#define ARCHIVE_NAMESAKES_H

#include "archive/catalog.h"

/* Sets what is said about each person who has a namesake: the office printed most, else
 * the keeper's note, with the years where that is nothing or said of another too. */
void namesakes_tell_apart(struct catalog *catalog);

/* The name, with what is said about the person behind a space. */
struct str namesakes_name(const struct person *person, struct arena *arena);

#endif
