#include "archive/namesakes.h"

static struct str
office_or_note(const struct person *person)
{
	return person->office.len ? person->office : person->note;
}

static bool
is_said_of_another(
	struct person *const *persons, size_t count, const struct person *person)
{
	for (size_t i = 0; i < count; i++)
		if (persons[i] != person &&
			str_equal(office_or_note(persons[i]), office_or_note(person)))
			return true;
	return false;
}

static struct str
joined(struct str first, struct str second, struct arena *arena)
{
	if (!first.len || !second.len)
		return first.len ? first : second;
	return str_format(arena, "%.*s %.*s", STR_ARG(first), STR_ARG(second));
}

static void
tell_apart(struct person *const *persons, size_t count, struct arena *arena)
{
	for (size_t i = 0; i < count; i++) {
		struct person *person = persons[i];
		struct str years = date_years(person->first, person->last, arena);
		person->about = office_or_note(person);
		if (!person->about.len || is_said_of_another(persons, count, person))
			person->about = joined(person->about, years, arena);
	}
}

/* They stand side by side in the catalog. */
void
namesakes_tell_apart(struct catalog *catalog)
{
	struct person *const *people = catalog->people.items;
	for (size_t from = 0, to; from < catalog->people.count; from = to) {
		for (to = from + 1; to < catalog->people.count; to++)
			if (!str_equal(people[to]->name, people[from]->name))
				break;
		if (to - from > 1)
			tell_apart(people + from, to - from, catalog->arena);
	}
}

struct str
namesakes_name(const struct person *person, struct arena *arena)
{
	return joined(person->name, person->about, arena);
}
