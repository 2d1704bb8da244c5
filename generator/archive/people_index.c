#include "archive/people_index.h"

#include <stdlib.h>

#include "archive/corporate.h"
#include "archive/namesakes.h"
#include "archive/reading.h"
#include "archive/slug.h"
#include "archive/together.h"
#include "base/list.h"

enum {
	ENOUGH = 2,        /* occurrences that make a name a person's */
	LONGEST_NAME = 4,  /* characters of a Chinese name */
	MANY_OFFICES = 16, /* that are no longer looked through */
};

/* A name on its way to becoming a person. */
struct candidate {
	struct person person;
	const struct person_entry
		*entry; /* NULL when the keeper does not know the name */
	size_t occurrences, strong, faint;
	struct map offices; /* title to its number + 1, once there are many */
};

struct people {
	struct catalog *catalog;
	struct map candidates; /* subject to struct candidate */
	const struct corporate *corporate;
	struct arena *arena;
	struct arena *scratch; /* in which lists grow */
};

/* --- whom a name means --- */

static bool
office_fits(const struct person_split *split, struct str office)
{
	for (size_t i = 0; i < split->offices.count; i++)
		if (str_has(office, split->offices.items[i]))
			return true;
	return false;
}

static bool
time_fits(const struct person_split *split, struct date date)
{
	if (!date.year || (!split->from.year && !split->to.year))
		return false;
	struct date last = split->to;
	if (last.year && !last.month)
		last.month = 12;
	if (last.year && !last.day)
		last.day = 31;
	return date_compare(date, split->from) >= 0 &&
	       (!last.year || date_compare(date, last) <= 0);
}

/* The office says more than the time; NULL when neither tells. */
static const struct person_split *
split_of(const struct person_entry *entry, struct str office, struct date date)
{
	for (size_t i = 0; i < entry->splits.count; i++)
		if (office_fits(&entry->splits.items[i], office))
			return &entry->splits.items[i];
	for (size_t i = 0; i < entry->splits.count; i++)
		if (time_fits(&entry->splits.items[i], date))
			return &entry->splits.items[i];
	return NULL;
}

struct str
person_subject(const struct authority *authority, struct str name, struct str office,
	struct date date, struct arena *arena)
{
	const struct person_entry *entry = map_find(&authority->person_of, name);
	if (!entry)
		return name;
	if (entry->deny)
		return STR("");
	const struct person_split *split = split_of(entry, office, date);
	return split ? str_format(arena, "%.*s#%.*s", STR_ARG(entry->name),
			       STR_ARG(split->slug))
		     : entry->name;
}

/* --- gathering --- */

static bool
is_persons(const struct people *people, struct str name)
{
	size_t length = str_count(name);
	bool foreign = str_has(name, STR("·")) || !text_is_han(str_peek(name));
	if (map_find(&people->catalog->authority->person_of, name))
		return true;
	return length >= 2 && (foreign || length <= LONGEST_NAME) &&
	       !corporate_has(people->corporate, name);
}

static struct candidate *
candidate_of(struct people *people, struct str name, struct str office, struct date date)
{
	const struct authority *authority = people->catalog->authority;
	struct str subject = person_subject(authority, name, office, date, people->arena);
	if (!subject.len)
		return NULL;
	struct candidate **place =
		(struct candidate **)map_at(&people->candidates, subject);
	if (*place)
		return *place;
	struct candidate *candidate = arena_new(people->arena, struct candidate);
	*place = candidate;
	candidate->entry = map_find(&authority->person_of, name);
	candidate->person.subject = subject;
	candidate->person.name = candidate->entry ? candidate->entry->name : name;
	if (candidate->entry) {
		candidate->person.note = candidate->entry->note;
		candidate->person.variants = candidate->entry->variants;
		candidate->person.slug = candidate->entry->slug;
	}
	size_t mark = str_find(subject, STR("#"));
	if (candidate->entry && mark != SIZE_MAX)
		candidate->person.slug = str_slice(subject, mark + 1, subject.len);
	candidate->person.slug_given = candidate->person.slug.len > 0;
	return candidate;
}

static void
note_date(struct date date, struct date *first, struct date *last)
{
	if (!date.year)
		return;
	if (!first->year || date_compare(date, *first) < 0)
		*first = date;
	if (date_compare(date, *last) > 0)
		*last = date;
}

/* The number of the office, or that of none. */
static size_t
find_office(struct candidate *candidate, struct str title, struct arena *arena)
{
	const struct person *person = &candidate->person;
	size_t count = person->offices.count, i = 0;
	if (count < MANY_OFFICES) {
		while (i < count && !str_equal(person->offices.items[i].title, title))
			i++;
		return i;
	}
	if (!candidate->offices.arena)
		candidate->offices = map_open(arena);
	for (i = candidate->offices.count; i < count; i++)
		*map_at(&candidate->offices, person->offices.items[i].title) =
			(void *)(uintptr_t)(i + 1);
	uintptr_t number = (uintptr_t)map_find(&candidate->offices, title);
	return number ? number - 1 : count;
}

static void
add_office(struct people *people, struct candidate *candidate, struct str title,
	const struct article *article)
{
	struct person *person = &candidate->person;
	size_t number = find_office(candidate, title, people->scratch);
	if (number == person->offices.count)
		list_add(&person->offices, people->scratch)->title = title;
	struct office *office = &person->offices.items[number];
	if (!office->count++)
		office->first_article = article;
	if (article->date.year)
		office->last_article = article;
	note_date(article->date, &office->first, &office->last);
}

/* Two spellings in one article are one appearance: that of the one printed more often. */
static void
add_mention(struct people *people, struct article *article, struct mention *mention)
{
	mention->person = NULL;
	if (mention->dropped)
		return;
	struct candidate *candidate =
		candidate_of(people, mention->name, mention->office, article->date);
	if (!candidate)
		return;
	struct person *person = &candidate->person;
	mention->person = person;
	struct appearance *last =
		person->news.count ? &person->news.items[person->news.count - 1] : NULL;
	if (!last || last->article != article)
		*list_add(&person->news, people->scratch) =
			(struct appearance){.article = article, .mention = mention};
	else if (mention->count > last->mention->count)
		last->mention = mention;
	candidate->occurrences += mention->count;
	candidate->strong += mention->strong;
	candidate->faint += mention->faint;
	if (mention->office.len)
		add_office(people, candidate, mention->office, article);
	note_date(article->date, &person->first, &person->last);
}

static void
add_credit(struct people *people, struct article *article, struct credit *credit)
{
	credit->person = NULL;
	struct candidate *candidate =
		is_persons(people, credit->name)
			? candidate_of(people, credit->name, credit->role, article->date)
			: NULL;
	if (!candidate)
		return;
	struct person *person = &candidate->person;
	credit->person = person;
	bool again = person->credits.count &&
		     person->credits.items[person->credits.count - 1].article == article;
	if (!again)
		*list_add(&person->credits, people->scratch) =
			(struct appearance){.article = article, .credit = credit};
	candidate->strong++;
	note_date(article->date, &person->first, &person->last);
}

/* --- finishing --- */

static int
compare_offices(const void *a, const void *b)
{
	const struct office *first = a, *second = b;
	if (!first->first.year != !second->first.year)
		return first->first.year ? -1 : 1;
	int order = date_compare(first->first, second->first);
	return order ? order : str_compare(first->title, second->title);
}

static struct str
main_office(const struct person *person)
{
	const struct office *main = NULL;
	for (size_t i = 0; i < person->offices.count; i++)
		if (!main || person->offices.items[i].count >= main->count)
			main = &person->offices.items[i];
	return main ? main->title : STR("");
}

static int
compare_people(const void *a, const void *b)
{
	const struct person *first = *(struct person *const *)a;
	const struct person *second = *(struct person *const *)b;
	int order = str_compare(first->sort_key, second->sort_key);
	return order ? order : str_compare(first->subject, second->subject);
}

static void
finish(struct people *people, struct candidate *candidate,
	const struct readings *readings)
{
	struct person *person = &candidate->person;
	struct str given = candidate->entry ? candidate->entry->pinyin : STR("");
	struct reading reading =
		reading_of(readings, person->name, given, people->scratch);
	person->pinyin = str_copy(reading.display, people->arena);
	person->search = str_copy(reading.search, people->arena);
	person->initials = str_copy(reading.initials, people->arena);
	person->sort_key = str_copy(reading.sort_key, people->arena);
	list_settle(&person->offices, people->arena);
	list_settle(&person->news, people->arena);
	list_settle(&person->credits, people->arena);
	if (person->offices.count)
		qsort(person->offices.items, person->offices.count, sizeof(struct office),
			compare_offices);
	person->office = main_office(person);
	*list_add(&people->catalog->people, people->arena) = person;
}

static void
add_slugs(struct catalog *catalog, struct text *text, struct arena *scratch)
{
	struct map taken = map_open(scratch);
	for (size_t i = 0; i < catalog->people.count; i++)
		if (catalog->people.items[i]->slug_given)
			*map_at(&taken, catalog->people.items[i]->slug) = catalog;
	for (size_t i = 0; i < catalog->people.count; i++) {
		struct person *person = catalog->people.items[i];
		if (!person->slug_given)
			person->slug = str_copy(
				slug_unique(&taken,
					slug_of(text, person->pinyin, scratch), scratch),
				catalog->arena);
	}
}

static void
add_subjects(struct catalog *catalog)
{
	for (size_t i = 0; i < catalog->people.count; i++) {
		struct person *person = catalog->people.items[i];
		person->place = i;
		*map_at(&catalog->person_by_subject, person->subject) = person;
	}
}

/* Names that did not become persons are let go: they have no place in the order. */
static void
drop_others(const struct catalog *catalog)
{
	for (size_t i = 0; i < catalog->articles.count; i++) {
		struct article *article = catalog->articles.items[i];
		for (size_t k = 0; k < article->mentions.count; k++) {
			struct mention *mention = &article->mentions.items[k];
			if (mention->person && !mention->person->sort_key.data)
				mention->person = NULL;
		}
		for (size_t k = 0; k < article->credits.count; k++) {
			struct credit *credit = &article->credits.items[k];
			if (credit->person && !credit->person->sort_key.data)
				credit->person = NULL;
		}
	}
}

/* Faint evidence makes no person, however often it is met: what looks like a name by
 * chance (一劳永逸) does so everywhere. */
static bool
is_person(const struct candidate *candidate)
{
	return candidate->entry || candidate->strong ||
	       (candidate->occurrences >= ENOUGH &&
		       candidate->occurrences > candidate->faint);
}

void
people_index_build(struct catalog *catalog, struct text *text)
{
	struct arena *scratch = arena_open();
	struct people people = {catalog, map_open(scratch), corporate_open(scratch),
		catalog->arena, scratch};
	for (size_t i = 0; i < catalog->articles.count; i++) {
		struct article *article = catalog->articles.items[i];
		for (size_t k = 0; k < article->mentions.count; k++)
			add_mention(&people, article, &article->mentions.items[k]);
		for (size_t k = 0; k < article->credits.count; k++)
			add_credit(&people, article, &article->credits.items[k]);
	}
	const struct readings *readings = readings_open(text, scratch);
	for (size_t i = 0; i < people.candidates.count; i++) {
		struct candidate *candidate = people.candidates.entries[i].value;
		if (is_person(candidate))
			finish(&people, candidate, readings);
	}
	if (catalog->people.count)
		qsort(catalog->people.items, catalog->people.count,
			sizeof(struct person *), compare_people);
	namesakes_tell_apart(catalog);
	add_slugs(catalog, text, scratch);
	drop_others(catalog);
	add_subjects(catalog);
	together_build(catalog);
	arena_close(scratch);
}

/* --- asking --- */

struct person_refs
catalog_people_of(const struct article *article, struct arena *arena)
{
	struct person_refs refs = {0};
	for (size_t i = 0; i < article->mentions.count; i++) {
		struct person *person = article->mentions.items[i].person;
		for (size_t k = 0; person && k < refs.count; k++)
			if (refs.items[k] == person)
				person = NULL;
		if (person)
			*list_add(&refs, arena) = person;
	}
	return refs;
}
