/* feed.xml: the newest articles of the paper, of a person or of a tag as an Atom feed
 * (RFC 4287). */
#include "archive/full_text.h"
#include "publish/citation.h"
#include "publish/feed.h"
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/rows.h"
#include "publish/words.h"

enum {
	MOST_ENTRIES = 50,     /* of the paper: some issues */
	MOST_OF_ONE = 20,      /* of a person or tag */
	LEAST_OF_ONE = 100,    /* articles of a person or tag that has a feed: each is
				   written anew with every issue that names them */
	LONGEST_SUMMARY = 160, /* characters */
};

struct feed_entry {
	struct str id, href, title, updated, summary;
	struct str author; /* "" where nobody is named */
};

struct feed_view {
	const struct frame *frame;
	struct str name; /* of the person or tag, or "" */
	struct str id, home, self, updated;
	struct rows entries;
};

static const struct field entry_fields[] = {
	FIELD(struct feed_entry, id, FIELD_TEXT, NULL, "urn:uuid: that never changes"),
	FIELD(struct feed_entry, href, FIELD_TEXT, NULL, "link to the article"),
	FIELD(struct feed_entry, title, FIELD_TEXT, NULL, "title"),
	FIELD(struct feed_entry, updated, FIELD_TEXT, NULL, "2024-03-05T00:00:00Z"),
	FIELD(struct feed_entry, summary, FIELD_TEXT, NULL, "summary, or how it begins"),
	FIELD(struct feed_entry, author, FIELD_TEXT, NULL, "who wrote it, or empty"),
	{0},
};

static const struct shape entry_shape = {
	"feed entry", sizeof(struct feed_entry), entry_fields};

static const struct field fields[] = {
	FIELD(struct feed_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct feed_view, name, FIELD_TEXT, NULL,
		"person or tag that it is about, or empty"),
	FIELD(struct feed_view, id, FIELD_TEXT, NULL, "urn:uuid: of the feed"),
	FIELD(struct feed_view, home, FIELD_TEXT, NULL, "address of the home page"),
	FIELD(struct feed_view, self, FIELD_TEXT, NULL, "address of the feed"),
	FIELD(struct feed_view, updated, FIELD_TEXT, NULL, "date of the newest article"),
	FIELD(struct feed_view, entries, FIELD_ROWS, &entry_shape,
		"articles, newest first"),
	{0},
};

static const struct shape shape = {"feed", sizeof(struct feed_view), fields};

/* An id must outlive every move of the site to another host, so it is made from the title
 * of the site and the address below it: a UUID of version 8 (RFC 9562), which leaves its
 * bits to us. */
static struct str
id_of(const struct site *site, struct str address, struct arena *arena)
{
	struct digest digest = digest_of(
		str_format(arena, "%.*s\n%.*s", STR_ARG(site->title), STR_ARG(address)));
	uint64_t high = (digest.high & ~0xF000ull) | 0x8000ull;
	uint64_t low = (digest.low & ~(3ull << 62)) | (2ull << 62);
	return str_format(arena, "urn:uuid:%08x-%04x-%04x-%04x-%012llx",
		(unsigned)(high >> 32), (unsigned)(high >> 16 & 0xFFFF),
		(unsigned)(high & 0xFFFF), (unsigned)(low >> 48),
		(unsigned long long)(low & 0xFFFFFFFFFFFFull));
}

/* Absolute where the site knows its address, else relative to the feed. */
static struct str
href_of(const struct site *site, struct str from, struct str address, struct arena *arena)
{
	return site->base.len ? frame_address(site, address, arena)
			      : html_relative(from, address, arena);
}

/* Partly known dates count from their first day. */
static struct str
time_of(struct date date, struct arena *arena)
{
	return str_format(arena, "%04d-%02d-%02dT00:00:00Z", date.year,
		date.month ? date.month : 1, date.day ? date.day : 1);
}

static struct str
summary_of(const struct article *article, struct arena *arena)
{
	if (article->summary.len)
		return article->summary;
	struct str body = article_body(article, arena);
	struct str start = str_points(body, 0, LONGEST_SUMMARY);
	return str_format(arena, start.len < body.len ? "%.*s…" : "%.*s", STR_ARG(start));
}

static struct feed_entry
entry_of(const struct publication *publication, struct str from,
	const struct article *head, struct arena *arena)
{
	const struct site *site = publication->site;
	const struct article *article =
		full_text_of_article(publication->cache, head, arena);
	struct str_list authors = citation_authors(article, arena);
	return (struct feed_entry){
		.id = id_of(site, article->address, arena),
		.href = href_of(site, from, article->address, arena),
		.title = words_title(publication->words, article),
		.updated = time_of(article->date, arena),
		.summary = summary_of(article, arena),
		.author = str_join(&authors, publication->words->comma, arena),
	};
}

/* --- what it is a feed of --- */

/* The newest articles, newest first; those without a date are in no feed. */
struct newest {
	const struct article *items[MOST_ENTRIES];
	size_t count;
};

static void
add_newest(struct newest *newest, const struct article *article, size_t most)
{
	if (article->date.year && article->takedown != TAKEDOWN_NOINDEX &&
		newest->count < most)
		newest->items[newest->count++] = article;
}

static struct newest
newest_of_paper(const struct catalog *catalog)
{
	struct newest newest = {.count = 0};
	size_t dated = catalog->articles.count - catalog->undated.count;
	for (size_t i = dated; i > 0 && newest.count < MOST_ENTRIES; i--)
		add_newest(&newest, catalog->articles.items[i - 1], MOST_ENTRIES);
	return newest;
}

static struct newest
newest_of_person(const struct person *person)
{
	struct newest newest = {.count = 0};
	for (size_t i = person->news.count; i > 0 && newest.count < MOST_OF_ONE; i--)
		add_newest(&newest, person->news.items[i - 1].article, MOST_OF_ONE);
	return newest;
}

static struct newest
newest_of_tag(const struct tag *tag)
{
	struct newest newest = {.count = 0};
	for (size_t i = tag->articles.count; i > 0 && newest.count < MOST_OF_ONE; i--)
		add_newest(&newest, tag->articles.items[i - 1], MOST_OF_ONE);
	return newest;
}

static const void *
view_of_newest(const struct publication *publication, const struct output *output,
	const struct newest *newest, struct str name, struct str home,
	struct arena *arena)
{
	const struct site *site = publication->site;
	struct feed_entry *entries =
		arena_array(arena, struct feed_entry, newest->count + 1);
	for (size_t i = 0; i < newest->count; i++)
		entries[i] = entry_of(publication, output->path, newest->items[i], arena);
	struct feed_view *view = arena_new(arena, struct feed_view);
	*view = (struct feed_view){
		.frame = frame_of(publication, output->path, arena),
		.name = name,
		.id = id_of(site, output->path, arena),
		.home = href_of(site, output->path, home, arena),
		.self = href_of(site, output->path, output->path, arena),
		.updated = newest->count ? entries[0].updated : STR(""),
		.entries = {entries, newest->count},
	};
	return view;
}

static void
key_add_newest(struct key *key, const struct newest *newest)
{
	for (size_t i = 0; i < newest->count; i++)
		key_add_article(key, newest->items[i]);
}

/* --- of the paper --- */

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	if (newest_of_paper(publication->catalog).count)
		output_add(outputs, &feed_kind, STR("feed.xml"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct newest newest = newest_of_paper(publication->catalog);
	return view_of_newest(
		publication, output, &newest, STR(""), STR("index.html"), arena);
}

static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	(void)output;
	struct newest newest = newest_of_paper(publication->catalog);
	key_add_newest(key, &newest);
}

const struct output_kind feed_kind = {"feed", "feed.xml", &shape, plan, view_of, made_of};

/* --- of people --- */

bool
feed_is_worth_it(size_t articles)
{
	return articles >= LEAST_OF_ONE;
}

static struct str
feed_beside(struct str index, struct arena *arena)
{
	return str_replace(index, STR("index.html"), STR("feed.xml"), arena);
}

static void
plan_people(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		if (!feed_is_worth_it(person->news.count))
			continue;
		struct str path = feed_beside(person_address(person, arena), arena);
		output_add(outputs, &person_feed_kind, path, arena)->subject = person;
	}
}

static const void *
view_of_person(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct person *person = output->subject;
	struct newest newest = newest_of_person(person);
	return view_of_newest(publication, output, &newest, person->name,
		person_address(person, arena), arena);
}

static void
made_of_person(const struct publication *publication, const struct output *output,
	struct key *key)
{
	(void)publication;
	const struct person *person = output->subject;
	struct newest newest = newest_of_person(person);
	key_add_text(key, person->name);
	key_add_newest(key, &newest);
}

const struct output_kind person_feed_kind = {
	"person feed", "feed.xml", &shape, plan_people, view_of_person, made_of_person};

/* --- of tags --- */

static void
plan_tags(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->tags.count; i++) {
		const struct tag *tag = catalog->tags.items[i];
		if (!feed_is_worth_it(tag->articles.count))
			continue;
		struct str path = feed_beside(tag_address(tag, arena), arena);
		output_add(outputs, &tag_feed_kind, path, arena)->subject = tag;
	}
}

static const void *
view_of_tag(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct tag *tag = output->subject;
	struct newest newest = newest_of_tag(tag);
	return view_of_newest(
		publication, output, &newest, tag->name, tag_address(tag, arena), arena);
}

static void
made_of_tag(const struct publication *publication, const struct output *output,
	struct key *key)
{
	(void)publication;
	const struct tag *tag = output->subject;
	struct newest newest = newest_of_tag(tag);
	key_add_text(key, tag->name);
	key_add_newest(key, &newest);
}

const struct output_kind tag_feed_kind = {
	"tag feed", "feed.xml", &shape, plan_tags, view_of_tag, made_of_tag};
