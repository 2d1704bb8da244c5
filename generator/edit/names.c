#include "edit/names.h"

LEXICON(surnames);
LEXICON(surnames_compound);
LEXICON(given);
LEXICON(people_foreign);
LEXICON(people_places);

/* The unified ideographs of Unicode 1.1; the rarer ones beyond are not graded. */
enum { FIRST = 0x4E00, LAST = 0x9FFF };

enum {
	GRADE = 0x0F,
	COMPOUND_HEAD = 0x10,
	LINKING = 0x20,
	FOREIGN_SHIFT = 4,
	FOREIGN = 0x03,
	PLACE = 0x40,
};

struct names {
	uint8_t surname[LAST - FIRST + 1]; /* grade, COMPOUND_HEAD, LINKING */
	uint8_t given[LAST - FIRST + 1];   /* grade, that of foreign names above it, PLACE
					    */
	struct lexicon *compound;
};

static uint8_t *
place_of(uint8_t *table, struct str word)
{
	uint32_t c = str_peek(word);
	return c >= FIRST && c <= LAST ? &table[c - FIRST] : NULL;
}

static uint8_t
grade_of(struct str value)
{
	return value.len ? (uint8_t)(value.data[0] - '0') : NAME_UNLISTED;
}

static void
read_flag(const struct lexicon *lexicon, uint8_t *table, uint8_t flag)
{
	for (size_t i = 0; i < lexicon->words.count; i++) {
		uint8_t *place = place_of(table, lexicon->words.items[i].word);
		if (place)
			*place |= flag;
	}
}

static void
read_grades(struct str text, uint8_t *table, struct arena *arena)
{
	const struct lexicon *lexicon = lexicon_read(text, arena);
	for (size_t i = 0; i < lexicon->words.count; i++) {
		uint8_t *place = place_of(table, lexicon->words.items[i].word);
		if (place)
			*place = grade_of(lexicon->words.items[i].value);
	}
}

static void
read_flags(struct names *names, const struct lexicon *foreign)
{
	read_flag(names->compound, names->surname, COMPOUND_HEAD);
	for (size_t i = 0; i < foreign->words.count; i++) {
		uint8_t *place = place_of(names->given, foreign->words.items[i].word);
		if (place)
			*place |= (uint8_t)(grade_of(foreign->words.items[i].value)
					    << FOREIGN_SHIFT);
	}
}

struct names *
names_read(struct arena *arena)
{
	struct names *names = arena_new(arena, struct names);
	for (size_t i = 0; i < sizeof names->given; i++)
		names->given[i] = NAME_UNLISTED;
	read_grades(LEXICON_BYTES(surnames), names->surname, arena);
	read_grades(LEXICON_BYTES(given), names->given, arena);
	names->compound = lexicon_read(LEXICON_BYTES(surnames_compound), arena);
	read_flags(names, lexicon_read(LEXICON_BYTES(people_foreign), arena));
	const struct lexicon *surnames = lexicon_read(LEXICON_BYTES(surnames), arena);
	read_flag(lexicon_group(surnames, "linking", arena), names->surname, LINKING);
	read_flag(lexicon_read(LEXICON_BYTES(people_places), arena), names->given, PLACE);
	return names;
}

unsigned
names_surname(const struct names *names, uint32_t c)
{
	return c >= FIRST && c <= LAST ? names->surname[c - FIRST] & GRADE : 0;
}

bool
names_links(const struct names *names, uint32_t c)
{
	return c >= FIRST && c <= LAST && names->surname[c - FIRST] & LINKING;
}

bool
names_ends_place(const struct names *names, uint32_t c)
{
	return c >= FIRST && c <= LAST && names->given[c - FIRST] & PLACE;
}

size_t
names_compound(const struct names *names, const struct passage *passage, size_t at,
	unsigned *grade)
{
	uint32_t c = passage->points[at];
	if (c < FIRST || c > LAST || !(names->surname[c - FIRST] & COMPOUND_HEAD))
		return 0;
	const struct lexicon_word *word =
		lexicon_start(names->compound, passage_view(passage, at, passage->count));
	if (!word)
		return 0;
	*grade = grade_of(word->value);
	return str_count(word->word);
}

unsigned
names_given(const struct names *names, uint32_t c)
{
	return c >= FIRST && c <= LAST ? names->given[c - FIRST] & GRADE : 0;
}

unsigned
names_foreign(const struct names *names, uint32_t c)
{
	return c >= FIRST && c <= LAST
		       ? names->given[c - FIRST] >> FOREIGN_SHIFT & FOREIGN
		       : 0;
}
