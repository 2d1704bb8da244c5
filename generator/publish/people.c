/* people.html: everybody, by reading; those who write and photograph apart. */
#include <stdlib.h>

#include "base/list.h"
#include "publish/assets.h"
#include "publish/frame.h"
#include "publish/kinds.h"
#include "publish/rows.h"
#include "publish/words.h"

enum {
	LETTERS = 27, /* A to Z, then all else */
	MOST_PRESENT = 20,
};

struct name_list {
	struct name_row *items;
	size_t count, capacity;
};

struct letter {
	struct str name, id; /* A, letter-a */
	struct rows people;
};

struct people_view {
	const struct frame *frame;
	struct str script;
	struct rows letters, present, reporters, photographers;
	long year;
	bool has_present;
	long news_count, reporter_count, photographer_count;
};

static const struct field letter_fields[] = {
	FIELD(struct letter, name, FIELD_TEXT, NULL, "the letter: A"),
	FIELD(struct letter, id, FIELD_TEXT, NULL, "its place: letter-a"),
	FIELD(struct letter, people, FIELD_ROWS, &name_row_shape,
		"people in pinyin order"),
	{0},
};

static const struct shape letter_shape = {"letter", sizeof(struct letter), letter_fields};

static const struct field fields[] = {
	FIELD(struct people_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct people_view, script, FIELD_TEXT, NULL,
		"filter, to stand behind root"),
	FIELD(struct people_view, letters, FIELD_ROWS, &letter_shape,
		"people in the news"),
	FIELD(struct people_view, present, FIELD_ROWS, &name_row_shape,
		"people in most articles of the last year"),
	FIELD(struct people_view, has_present, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct people_view, year, FIELD_NUMBER, NULL, "the last year"),
	FIELD(struct people_view, reporters, FIELD_ROWS, &name_row_shape, "who writes"),
	FIELD(struct people_view, photographers, FIELD_ROWS, &name_row_shape,
		"who photographs"),
	FIELD(struct people_view, news_count, FIELD_NUMBER, NULL, "people in the news"),
	FIELD(struct people_view, reporter_count, FIELD_NUMBER, NULL, "people who write"),
	FIELD(struct people_view, photographer_count, FIELD_NUMBER, NULL,
		"people who photograph"),
	{0},
};

static const struct shape shape = {"people", sizeof(struct people_view), fields};

/* --- people in the news --- */

static int
letter_of(const struct person *person)
{
	char c = person->pinyin.len ? person->pinyin.data[0] : '#';
	if (c >= 'a' && c <= 'z')
		return c - 'a';
	return c >= 'A' && c <= 'Z' ? c - 'A' : LETTERS - 1;
}

static struct letter
letter_named(int letter, const struct name_list *people, struct arena *arena)
{
	bool named = letter < LETTERS - 1;
	return (struct letter){
		.name = named ? str_format(arena, "%c", 'A' + letter) : STR("#"),
		.id = named ? str_format(arena, "letter-%c", 'a' + letter)
			    : STR("letter-other"),
		.people = {people->items, people->count},
	};
}

static struct rows
letters_of(
	const struct catalog *catalog, struct str from, long *count, struct arena *arena)
{
	struct name_list people[LETTERS] = {0};
	struct {
		struct letter *items;
		size_t count, capacity;
	} letters = {0};
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		if (!person->news.count)
			continue;
		struct name_row *row = list_add(&people[letter_of(person)], arena);
		*row = person_row_of(person, from, arena);
		/* Years that tell namesakes apart are not said twice. */
		if (row->years.len && str_ends(row->about, row->years))
			row->years = STR("");
		++*count;
	}
	for (int i = 0; i < LETTERS; i++)
		if (people[i].count)
			*list_add(&letters, arena) = letter_named(i, &people[i], arena);
	return (struct rows){letters.items, letters.count};
}

/* --- most present --- */

struct presence {
	const struct person *person;
	size_t articles;
};

static int
by_articles(const void *a, const void *b)
{
	const struct presence *x = a, *y = b;
	if (x->articles != y->articles)
		return x->articles < y->articles ? 1 : -1;
	return x->person->place < y->person->place ? -1 : 1;
}

static size_t
articles_in(const struct person *person, int year)
{
	size_t count = 0;
	for (size_t i = person->news.count; i-- > 0;) {
		int of = person->news.items[i].article->date.year;
		if (of && of < year)
			break;
		count += of == year;
	}
	return count;
}

static int
last_year(const struct catalog *catalog)
{
	int year = 0;
	for (size_t i = 0; i < catalog->articles.count; i++)
		if (catalog->articles.items[i]->date.year > year)
			year = catalog->articles.items[i]->date.year;
	return year;
}

/* Of the last year of the archive: what this year is, the archive says and not the clock.
 * One article makes nobody present. */
static struct rows
most_present(
	const struct catalog *catalog, int year, struct str from, struct arena *arena)
{
	struct {
		struct presence *items;
		size_t count, capacity;
	} all = {0};
	struct name_list rows = {0};
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		size_t articles = articles_in(person, year);
		if (articles > 1)
			*(struct presence *)list_add(&all, arena) =
				(struct presence){person, articles};
	}
	if (all.count)
		qsort(all.items, all.count, sizeof *all.items, by_articles);
	for (size_t i = 0; i < all.count && i < MOST_PRESENT; i++) {
		struct name_row *row = list_add(&rows, arena);
		*row = person_row_of(all.items[i].person, from, arena);
		row->count = (long)all.items[i].articles;
	}
	return (struct rows){rows.items, rows.count};
}

/* --- people who make the paper --- */

static struct name_row
credited_row(
	const struct person *person, bool photo, struct str from, struct arena *arena)
{
	struct name_row row = person_row_of(person, from, arena);
	struct date first = {0}, last = {0};
	row.count = 0;
	for (size_t i = 0; i < person->credits.count; i++) {
		const struct appearance *credit = &person->credits.items[i];
		if (credit->credit->photo != photo)
			continue;
		if (!row.count++)
			first = credit->article->date;
		if (credit->article->date.year)
			last = credit->article->date;
	}
	row.years = date_years(first, last, arena);
	return row;
}

static struct rows
credited_rows(
	const struct catalog *catalog, bool photo, struct str from, struct arena *arena)
{
	struct name_list rows = {0};
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		struct name_row row = credited_row(person, photo, from, arena);
		if (row.count)
			*list_add(&rows, arena) = row;
	}
	return (struct rows){rows.items, rows.count};
}

/* --- the kind --- */

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &people_kind, STR("people/index.html"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	struct people_view *view = arena_new(arena, struct people_view);
	view->frame = frame_of(publication, output->path, arena);
	view->script = asset_path(publication->assets, STR("people.js"));
	view->letters = letters_of(catalog, output->path, &view->news_count, arena);
	view->year = last_year(catalog);
	view->present = most_present(catalog, (int)view->year, output->path, arena);
	view->has_present = view->present.count > 0;
	view->reporters = credited_rows(catalog, false, output->path, arena);
	view->photographers = credited_rows(catalog, true, output->path, arena);
	view->reporter_count = (long)view->reporters.count;
	view->photographer_count = (long)view->photographers.count;
	return view;
}

const struct output_kind people_kind = {
	"people", "people.html", &shape, plan, view_of, NULL};
