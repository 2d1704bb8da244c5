#include "review.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/list.h"
#include "base/text.h"
#include "edit/lines.h"
#include "usage.h"

enum {
	MOST_TEXT = 24, /* characters of a text that is in doubt */
	MOST_SENTENCE = 100,
	LEAST_CUT = 200, /* a cut with less doubt than this is not listed */
};

/* The doubt of a kind by itself; an article's own doubt counts where it is greater, so
 * that all that is to be said of a badly cut article stands together. */
static const int least_doubts[REVIEW_KINDS] = {
	[REVIEW_CUT] = LEAST_CUT,
	[REVIEW_HEADLINE] = 300,
	[REVIEW_BEGINNING] = 200,
	[REVIEW_END] = 200,
	[REVIEW_DATE] = 250,
	[REVIEW_REPEAT] = 150,
	[REVIEW_LINE] = 100,
	[REVIEW_UNKNOWN] = 60,
	[REVIEW_UNUSED] = 40,
	[REVIEW_DOUBTFUL] = 20,
	[REVIEW_NAME] = 10,
};

/* --- adding --- */

/* In the reader's language. */
static const char *__attribute__((format_arg(2)))
say(const struct review *review, const char *words)
{
	return message_in(review->language, words, review->arena);
}

static struct str
advice_of(const struct review *review, const char *words)
{
	return str_from(say(review, words));
}

/* On one line, fit for a terminal, of at most so many characters. */
static struct str
one_line(struct str text, size_t most, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct str rest = str_trim(text);
	for (size_t n = 0; rest.len && n < most; n++) {
		uint32_t c = str_next(&rest);
		if (c == '\n' || c == '\t')
			c = ' ';
		if (!text_is_unwanted(c))
			strbuf_add_point(&out, c);
	}
	if (rest.len)
		strbuf_add(&out, STR("…"));
	return strbuf_str(&out);
}

static struct review_item *
add(struct review *review, enum review_kind kind, int doubt, struct place at,
	struct str text, struct str advice)
{
	int least = least_doubts[kind];
	struct review_item *item = list_add(&review->list, review->arena);
	*item = (struct review_item){
		.kind = kind,
		.doubt = doubt > least ? doubt : least,
		.at = {one_line(at.file, SIZE_MAX, review->arena), at.line, at.column},
		.text = one_line(text, MOST_TEXT, review->arena),
		.advice = advice,
		.name = STR(""),
	};
	review->counts[kind]++;
	return item;
}

/* What helps with most doubts on a page; a Markdown file is what freezing would make. */
static struct str
mend(struct review *review, struct str what, struct str file, bool curated)
{
	if (curated)
		return str_format(
			review->arena, say(review, "%.*s in the file"), STR_ARG(what));
	return str_format(review->arena,
		say(review, "%.*s by freezing the page (backfile freeze %.*s)"),
		STR_ARG(what), STR_ARG(file));
}

/* --- articles --- */

/* The doubt that the marks do not account for; segment_article takes off as much for
 * them. */
static int
doubt_of_cut(const struct article *article)
{
	int doubt = 1000 - article->confidence;
	doubt -= article->marks & MARK_TITLE_SUPPLIED ? 300 : 0;
	doubt -= article->marks & (MARK_BEGINNING_LOST | MARK_END_LOST) ? 200 : 0;
	return doubt;
}

static void
add_article(struct review *review, const struct article *article, struct str file)
{
	struct place first = {file, article->first_line, 0};
	struct place last = {file, article->last_line, 0};
	int doubt = 1000 - article->confidence;
	bool curated = article->curated;
	if (doubt_of_cut(article) >= LEAST_CUT)
		add(review, REVIEW_CUT, doubt, first, article->title,
			mend(review,
				advice_of(review,
					"see why (backfile explain), compare headline, "
					"beginning and end; "
					"cut it otherwise"),
				file, curated));
	if (article->marks & MARK_TITLE_SUPPLIED)
		add(review, REVIEW_HEADLINE, doubt, first, article->title,
			curated ? advice_of(review,
					  "supply one as `title:` in the front matter")
				: mend(review, advice_of(review, "supply one"), file,
					  false));
	if (article->marks & MARK_BEGINNING_LOST)
		add(review, REVIEW_BEGINNING, doubt, first, article->title,
			mend(review,
				advice_of(review, "look for it in the original; add it"),
				file, curated));
	if (article->marks & MARK_END_LOST)
		add(review, REVIEW_END, doubt, last, article->title,
			mend(review,
				advice_of(review, "look for it in the original; add it"),
				file, curated));
}

/* --- pages --- */

/* One for a page: what dates the file dates all of its articles. */
static void
add_date(struct review *review, const struct page *page, struct str file)
{
	const struct article *article = NULL;
	for (size_t i = 0; i < page->articles.count && !article; i++)
		if (page->articles.items[i]->marks & MARK_DATE_INFERRED)
			article = page->articles.items[i];
	if (!article)
		return;
	struct date date = page->date_inferred ? page->date : article->event_date;
	add(review, REVIEW_DATE, 0, (struct place){file, article->first_line, 0},
		date_text(date, review->arena),
		advice_of(review,
			"confirm it as `date:` in front matter, or move the file to the "
			"folder of its day"));
}

/* Whether the second goes on where the first ends, in both places; an empty line may
 * stand between. */
static bool
goes_on(const struct repeat *first, const struct repeat *second)
{
	return second->first_line - first->last_line <= 2 &&
	       second->of_first_line - first->of_last_line <= 2;
}

/* Paragraphs that were dropped in a row are one doubt. */
static void
add_repeats(struct review *review, const struct page *page, struct str file)
{
	const struct repeat *repeats = page->repeats.items;
	for (size_t i = 0, end; i < page->repeats.count; i = end) {
		for (end = i + 1; end < page->repeats.count; end++)
			if (!goes_on(&repeats[end - 1], &repeats[end]))
				break;
		struct str what = str_format(review->arena,
			say(review, "compare lines %u-%u with %u-%u; where both belong, "
				    "keep both"),
			repeats[i].first_line, repeats[end - 1].last_line,
			repeats[i].of_first_line, repeats[end - 1].of_last_line);
		add(review, REVIEW_REPEAT, 0,
			(struct place){file, repeats[i].first_line, 0}, repeats[i].text,
			mend(review, what, file, page->curated));
	}
}

/* Rules and jumps to other pages are known for what they are. */
static bool
is_unknown_line(const struct furniture *furniture)
{
	if (!str_equal(furniture->what, STR("other")) ||
		line_jump(furniture->text) != SIZE_MAX)
		return false;
	for (struct str rest = furniture->text; rest.len;)
		if (text_is_alphanumeric(str_next(&rest)))
			return true;
	return false;
}

static void
add_page(struct review *review, const struct page *page, struct str content)
{
	struct str file = file_join(content, page->source, review->arena);
	add_date(review, page, file);
	for (size_t i = 0; i < page->articles.count; i++)
		if (!page->articles.items[i]->draft)
			add_article(review, page->articles.items[i], file);
	add_repeats(review, page, file);
	for (size_t i = 0; i < page->furniture.count; i++) {
		const struct furniture *line = &page->furniture.items[i];
		if (is_unknown_line(line))
			add(review, REVIEW_LINE, 0,
				(struct place){file, line->first_line, 0}, line->text,
				mend(review,
					advice_of(review, "if it belongs to an article, "
							  "put it there"),
					file, page->curated));
	}
}

/* --- people.yaml and tags.yaml --- */

static void
add_splits(struct review *review, const struct catalog *catalog,
	const struct person_entry *entry)
{
	for (size_t i = 0; i < entry->splits.count; i++) {
		struct str slug = entry->splits.items[i].slug;
		struct str subject = str_format(
			review->arena, "%.*s#%.*s", STR_ARG(entry->name), STR_ARG(slug));
		if (!map_find(&catalog->person_by_subject, subject))
			add(review, REVIEW_UNUSED, 0, entry->at, subject,
				advice_of(review, "no article fits this split: correct "
						  "its office or "
						  "dates, "
						  "or remove it"));
	}
}

static void
add_people(struct review *review, const struct catalog *catalog)
{
	const struct authority *authority = catalog->authority;
	enum usage *usage = usage_of_people(catalog, review->arena);
	for (size_t i = 0; i < authority->people.count; i++) {
		const struct person_entry *entry = &authority->people.items[i];
		if (usage[i] == USAGE_NONE)
			add(review, REVIEW_UNKNOWN, 0, entry->at, entry->name,
				advice_of(review, "it occurs nowhere: correct the "
						  "spelling or remove "
						  "the entry"));
		else if (usage[i] == USAGE_TEXT)
			add(review, REVIEW_UNUSED, 0, entry->at, entry->name,
				advice_of(review, "it is printed, but nowhere taken for "
						  "a person: look "
						  "how it is "
						  "printed, or remove the entry"));
		else
			add_splits(review, catalog, entry);
	}
}

static void
add_tags(struct review *review, const struct catalog *catalog)
{
	const struct authority *authority = catalog->authority;
	bool *used = usage_of_tags(catalog, review->arena);
	for (size_t i = 0; i < authority->tags.count; i++) {
		const struct tag_entry *entry = &authority->tags.items[i];
		if (!used[i] && !entry->is_default)
			add(review, REVIEW_UNUSED, 0, entry->at, entry->name,
				advice_of(review, "no article has this tag: give it "
						  "other triggers, or "
						  "remove the entry"));
	}
}

/* --- names --- */

static struct str
name_advice(
	const struct review *review, struct str name, struct str content, bool doubtful)
{
	struct str people = file_join(content, STR("people.yaml"), review->arena);
	if (doubtful)
		return str_format(review->arena,
			say(review, "if it is a name, put `- name: %.*s` in %.*s, with "
				    "`deny: true` below if it is none"),
			STR_ARG(name), STR_ARG(people));
	return str_format(review->arena,
		say(review, "confirm it as `- name: %.*s` in %.*s, with `deny: true` "
			    "below if it is no name"),
		STR_ARG(name), STR_ARG(people));
}

/* The line of the block that has the name first. */
static unsigned
line_of(const struct article *article, struct str name)
{
	for (size_t i = 0; i < article->blocks.count; i++)
		if (str_has(article->blocks.items[i].text, name))
			return article->blocks.items[i].first_line;
	return article->first_line;
}

static void
add_name(struct review *review, enum review_kind kind, const struct article *article,
	const struct mention *mention, struct str content)
{
	struct place at = {file_join(content, article->source, review->arena),
		line_of(article, mention->name), 0};
	struct review_item *item = add(review, kind, 0, at, STR(""),
		name_advice(review, mention->name, content, kind == REVIEW_DOUBTFUL));
	item->text = one_line(mention->context, MOST_SENTENCE, review->arena);
	item->name = one_line(mention->name, SIZE_MAX, review->arena);
	item->count = mention->count;
}

static void
add_new_names(struct review *review, const struct catalog *catalog, struct str content)
{
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		bool known = map_find(&catalog->authority->person_of, person->name);
		if (!known && person->news.count == 1 && !person->credits.count)
			add_name(review, REVIEW_NAME, person->news.items[0].article,
				person->news.items[0].mention, content);
	}
}

/* What looks like a name somewhere and was made no person, once for the archive; `places`
 * has the place in the list of each, counted from 1. */
static void
add_doubtful_name(struct review *review, struct map *places,
	const struct article *article, const struct mention *mention, struct str content)
{
	void **place = map_at(places, mention->name);
	if (*place) {
		review->list.items[(uintptr_t)*place - 1].count += mention->count;
		return;
	}
	add_name(review, REVIEW_DOUBTFUL, article, mention, content);
	*place = (void *)(uintptr_t)review->list.count;
}

static void
add_doubtful_names(
	struct review *review, const struct catalog *catalog, struct str content)
{
	struct map places = map_open(review->arena);
	for (size_t i = 0; i < catalog->articles.count; i++) {
		const struct article *article = catalog->articles.items[i];
		for (size_t k = 0; k < article->mentions.count; k++) {
			const struct mention *mention = &article->mentions.items[k];
			if (!mention->person &&
				!map_find(&catalog->authority->person_of, mention->name))
				add_doubtful_name(
					review, &places, article, mention, content);
		}
	}
}

/* --- the list --- */

static int
compare_counts(unsigned a, unsigned b)
{
	return (a > b) - (a < b);
}

static int
compare_items(const void *a, const void *b)
{
	const struct review_item *x = a, *y = b;
	if (x->doubt != y->doubt)
		return y->doubt - x->doubt;
	if (x->count != y->count)
		return compare_counts(y->count, x->count);
	int order = str_compare(x->at.file, y->at.file);
	if (!order)
		order = compare_counts(x->at.line, y->at.line);
	if (!order)
		order = (int)x->kind - (int)y->kind;
	if (!order)
		order = str_compare(x->name, y->name);
	return order ? order : str_compare(x->text, y->text);
}

void
review_sort(struct review *review)
{
	if (review->list.count)
		qsort(review->list.items, review->list.count, sizeof *review->list.items,
			compare_items);
}

struct review
review_of(const struct catalog *catalog, struct str content, enum language language,
	struct arena *arena)
{
	struct review review = {.arena = arena, .language = language};
	for (size_t i = 0; i < catalog->pages.count; i++)
		add_page(&review, catalog->pages.items[i], content);
	add_people(&review, catalog);
	add_tags(&review, catalog);
	add_doubtful_names(&review, catalog, content);
	add_new_names(&review, catalog, content);
	review_sort(&review);
	return review;
}
