/* person.html: who a person is, when and with whom the paper names him or her, and what
 * he or she wrote. The page of a year has that year's articles alone. */
#include "base/list.h"
#include "publish/feed.h"
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/timeline.h"
#include "publish/words.h"

enum { MOST_OFFICES = 12 /* shown at once */ };

struct office_row {
	struct str title, first, last; /* last is "" where it is the first */
	long count;
	struct str first_href, last_href;
};

struct person_view {
	bool has_feed;
	const struct frame *frame;
	struct str name, pinyin, note, slug, years, variants;
	long year; /* of a yearly page, else 0 */
	long news_count, credit_count;
	const struct link *whole; /* from a yearly page to the person */
	const struct timeline *timeline;
	struct rows offices, other_offices, together, news, credits;
	long other_office_count;
	bool has_offices, has_together, has_news, has_credits;
};

static const struct field office_fields[] = {
	FIELD(struct office_row, title, FIELD_TEXT, NULL, "title phrase as printed"),
	FIELD(struct office_row, first, FIELD_TEXT, NULL, "first date in words"),
	FIELD(struct office_row, last, FIELD_TEXT, NULL, "last date, empty if the same"),
	FIELD(struct office_row, first_href, FIELD_TEXT, NULL,
		"address of the first article"),
	FIELD(struct office_row, last_href, FIELD_TEXT, NULL,
		"address of the last article"),
	FIELD(struct office_row, count, FIELD_NUMBER, NULL, "number of articles"),
	{0},
};

static const struct shape office_shape = {
	"office", sizeof(struct office_row), office_fields};

static const struct field fields[] = {
	FIELD(struct person_view, has_feed, FIELD_FLAG, NULL,
		"whether there is a feed.xml beside"),
	FIELD(struct person_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct person_view, name, FIELD_TEXT, NULL, "name"),
	FIELD(struct person_view, pinyin, FIELD_TEXT, NULL, "reading of the name"),
	FIELD(struct person_view, note, FIELD_TEXT, NULL, "the keeper's note, or empty"),
	FIELD(struct person_view, slug, FIELD_TEXT, NULL, "slug, for searches"),
	FIELD(struct person_view, years, FIELD_TEXT, NULL, "years: 2019–2024"),
	FIELD(struct person_view, variants, FIELD_TEXT, NULL,
		"other spellings, or empty"),
	FIELD(struct person_view, year, FIELD_NUMBER, NULL,
		"year of a yearly page, else 0"),
	FIELD(struct person_view, news_count, FIELD_NUMBER, NULL,
		"articles that name them; 0 on a yearly page"),
	FIELD(struct person_view, credit_count, FIELD_NUMBER, NULL,
		"articles made by them; 0 on a yearly page"),
	FIELD(struct person_view, whole, FIELD_RECORD, &link_shape,
		"from a year to the person"),
	FIELD(struct person_view, timeline, FIELD_RECORD, &timeline_shape,
		"chart, if any"),
	FIELD(struct person_view, offices, FIELD_ROWS, &office_shape,
		"offices by first date"),
	FIELD(struct person_view, other_offices, FIELD_ROWS, &office_shape,
		"those used less, where there are many"),
	FIELD(struct person_view, other_office_count, FIELD_NUMBER, NULL,
		"number of those"),
	FIELD(struct person_view, together, FIELD_ROWS, &name_row_shape,
		"named together with"),
	FIELD(struct person_view, news, FIELD_ROWS, &yearly_shape,
		"articles that name them"),
	FIELD(struct person_view, credits, FIELD_ROWS, &yearly_shape,
		"articles made by them"),
	FIELD(struct person_view, has_offices, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct person_view, has_together, FIELD_FLAG, NULL,
		"whether there are any"),
	FIELD(struct person_view, has_news, FIELD_FLAG, NULL,
		"whether there are any here"),
	FIELD(struct person_view, has_credits, FIELD_FLAG, NULL,
		"whether there are any here"),
	{0},
};

static const struct shape shape = {"person", sizeof(struct person_view), fields};

static struct entries
news_of(const struct person *person)
{
	return (struct entries){
		.appearances = person->news.items, .count = person->news.count};
}

static struct entries
credits_of(const struct person *person)
{
	return (struct entries){
		.appearances = person->credits.items, .count = person->credits.count};
}

static bool
is_split(const struct person *person)
{
	return yearly_is_split(person->news.count + person->credits.count);
}

static struct office_row
office_row_of(const struct words *words, const struct office *office, struct str from,
	struct arena *arena)
{
	bool once = date_compare(office->first, office->last) == 0;
	return (struct office_row){
		.title = office->title,
		.first = words_day(words, office->first, arena),
		.last = once ? STR("") : words_day(words, office->last, arena),
		.first_href = html_relative(from, office->first_article->address, arena),
		.last_href = office->last_article
				     ? html_relative(
					       from, office->last_article->address, arena)
				     : STR(""),
		.count = (long)office->count,
	};
}

/* Most used first; of equals, the one that came first. */
static size_t
rank_of(const struct person *person, size_t at)
{
	const struct office *offices = person->offices.items;
	size_t rank = 0;
	for (size_t i = 0; i < person->offices.count; i++)
		rank += offices[i].count > offices[at].count ||
			(offices[i].count == offices[at].count && i < at);
	return rank;
}

/* Both lists are in the order of first dates: the most used offices, and the others. */
static void
show_offices(struct person_view *view, const struct words *words,
	const struct person *person, struct str from, struct arena *arena)
{
	size_t count = person->offices.count, few = 0, more = 0;
	struct office_row *most = arena_array(arena, struct office_row, MOST_OFFICES);
	struct office_row *others = arena_array(arena, struct office_row, count + 1);
	for (size_t i = 0; i < count; i++) {
		struct office_row row =
			office_row_of(words, &person->offices.items[i], from, arena);
		if (rank_of(person, i) < MOST_OFFICES)
			most[few++] = row;
		else
			others[more++] = row;
	}
	view->offices = (struct rows){most, few};
	view->other_offices = (struct rows){others, more};
	view->other_office_count = (long)more;
	view->has_offices = few > 0;
}

static struct rows
together_of(const struct person *person, struct str from, struct arena *arena)
{
	struct name_row *rows =
		arena_array(arena, struct name_row, person->together.count + 1);
	for (size_t i = 0; i < person->together.count; i++) {
		rows[i] = person_row_of(person->together.items[i].person, from, arena);
		rows[i].count = (long)person->together.items[i].count;
	}
	return (struct rows){rows, person->together.count};
}

static void
show_articles(struct person_view *view, const struct publication *publication,
	const struct output *output, struct arena *arena)
{
	const struct person *person = output->subject;
	struct entries news = news_of(person);
	struct entries credits = credits_of(person);
	bool split = is_split(person);
	view->news = yearly_rows(
		publication, &news, output->year, split, "news", output->path, arena);
	view->credits = yearly_rows(publication, &credits, output->year, split, "credits",
		output->path, arena);
	view->has_news = view->news.count > 0;
	view->has_credits = view->credits.count > 0;
	if (!output->year)
		view->timeline = timeline_of(
			publication->words, news.count ? &news : &credits, arena);
}

/* --- the kind --- */

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		struct output *added = output_add(
			outputs, &person_kind, person_address(person, arena), arena);
		added->subject = person;
		if (!is_split(person))
			continue;
		struct output index = *added;
		struct entries news = news_of(person);
		struct entries credits = credits_of(person);
		yearly_plan(&news, &index, outputs, arena);
		yearly_plan(&credits, &index, outputs, arena);
	}
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct person *person = output->subject;
	struct person_view *view = arena_new(arena, struct person_view);
	*view = (struct person_view){
		.has_feed = !output->year && feed_is_worth_it(person->news.count),
		.frame = frame_of(publication, output->path, arena),
		.name = person->name,
		.slug = person->slug,
		.year = output->year,
	};
	show_articles(view, publication, output, arena);
	if (output->year) {
		view->whole = link_to(
			output->path, person_address(person, arena), person->name, arena);
		return view;
	}
	view->pinyin = person->pinyin;
	view->note = person->note;
	view->years = date_years(person->first, person->last, arena);
	view->variants = str_join(&person->variants, publication->words->comma, arena);
	view->news_count = (long)person->news.count;
	view->credit_count = (long)person->credits.count;
	show_offices(view, publication->words, person, output->path, arena);
	view->together = together_of(person, output->path, arena);
	view->has_together = view->together.count > 0;
	return view;
}

/* The page of a year lists the articles of that year alone. */
static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	(void)publication;
	const struct person *person = output->subject;
	struct entries news = news_of(person);
	struct entries credits = credits_of(person);
	bool split = is_split(person);
	key_add_text(key, person->name);
	key_add_text(key, person->slug);
	key_add_number(key, split);
	yearly_made_of(key, &news, output->year, split);
	yearly_made_of(key, &credits, output->year, split);
	if (output->year)
		return;
	key_add_person(key, person);
	for (size_t i = 0; i < person->variants.count; i++)
		key_add_text(key, person->variants.items[i]);
	for (size_t i = 0; i < person->together.count; i++) {
		key_add_person(key, person->together.items[i].person);
		key_add_number(key, person->together.items[i].count);
	}
}

const struct output_kind person_kind = {
	"person", "person.html", &shape, plan, view_of, made_of};
