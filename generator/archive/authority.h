/* Authority files: what the keeper knows about people and tags (people.yaml, tags.yaml).
 */
#ifndef ARCHIVE_AUTHORITY_H
#define ARCHIVE_AUTHORITY_H

#include "archive/article.h"
#include "base/map.h"
#include "base/report.h"

struct person_split {
	struct str slug; /* unique among people */
	struct str_list
		offices;      /* named with one of these words in the title phrase ... */
	struct date from, to; /* ... or in an article of this time; unknown is open */
};

struct person_entry {
	struct str name;   /* canonical */
	struct str slug;   /* or "" */
	struct str pinyin; /* reading given by the keeper, or "" */
	struct str note;
	struct str_list variants;
	struct {
		struct person_split *items;
		size_t count, capacity;
	} splits;
	bool deny; /* this string is no person */
	struct place at;
};

struct trigger {
	struct str word;
	int weight; /* 1 to 100; 2 when not given */
};

struct tag_entry {
	struct str name;
	enum tag_kind kind;
	struct str slug;
	struct str parent;
	struct {
		struct trigger *items;
		size_t count, capacity;
	} triggers;
	struct str_list exclude, synonyms;
	unsigned articles; /* kinds of article that have the tag by themselves, as bits */
	bool is_default;   /* of the table that is compiled in, not of the keeper's */
	struct place at;
};

struct authority {
	struct {
		struct person_entry *items;
		size_t count, capacity;
	} people;
	struct {
		struct tag_entry *items;
		size_t count, capacity;
	} tags;
	bool default_tags;    /* the keeper asks for the default topics too */
	struct map person_of; /* name or variant to struct person_entry */
	struct map tag_of;    /* name or synonym to struct tag_entry */
	struct digest digest; /* of both files: part of what a record depends on */
};

/* Reads people.yaml and tags.yaml of the content folder. Without a people.yaml nothing is
 * known of people; without a tags.yaml, or where it includes them, the default topics
 * hold (archive/lexicon/tags.yaml), of which the keeper's entries of the same name win.
 * False after errors; the authority then holds what was right. */
bool authority_read(struct str content, struct authority *authority, struct arena *arena,
	struct report *report);

#endif
