/* feed.xml: the newest articles as an Atom feed (RFC 4287). */
#include "archive/full_text.h"
#include "publish/citation.h"
#include "publish/frame.h"
#include "publish/kinds.h"
#include "publish/words.h"

enum {
	MOST_ENTRIES = 50,
	LONGEST_SUMMARY = 160, /* characters */
};

struct feed_entry {
	struct str id, href, title, updated, summary;
	struct str author; /* "" where nobody is named */
};

struct feed_view {
	const struct frame *frame;
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
href_of(const struct site *site, struct str address, struct arena *arena)
{
	return site->base.len ? frame_address(site, address, arena) : address;
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
entry_of(const struct publication *publication, const struct article *head,
	struct arena *arena)
{
	const struct site *site = publication->site;
	const struct article *article =
		full_text_of_article(publication->cache, head, arena);
	struct str_list authors = citation_authors(article, arena);
	return (struct feed_entry){
		.id = id_of(site, article->address, arena),
		.href = href_of(site, article->address, arena),
		.title = words_title(publication->words, article),
		.updated = time_of(article->date, arena),
		.summary = summary_of(article, arena),
		.author = str_join(&authors, publication->words->comma, arena),
	};
}

/* Dated articles stand before the undated ones. */
static size_t
dated_count(const struct catalog *catalog)
{
	return catalog->articles.count - catalog->undated.count;
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	if (dated_count(publication->catalog))
		output_add(outputs, &feed_kind, STR("feed.xml"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct site *site = publication->site;
	const struct catalog *catalog = publication->catalog;
	size_t dated = dated_count(catalog);
	size_t count = dated < MOST_ENTRIES ? dated : MOST_ENTRIES;
	struct feed_entry *entries = arena_array(arena, struct feed_entry, count + 1);
	for (size_t i = 0; i < count; i++)
		entries[i] = entry_of(
			publication, catalog->articles.items[dated - 1 - i], arena);
	struct feed_view *view = arena_new(arena, struct feed_view);
	*view = (struct feed_view){
		.frame = frame_of(publication, output->path, arena),
		.id = id_of(site, output->path, arena),
		.home = href_of(site, STR("index.html"), arena),
		.self = href_of(site, output->path, arena),
		.updated = entries[0].updated,
		.entries = {entries, count},
	};
	return view;
}

const struct output_kind feed_kind = {"feed", "feed.xml", &shape, plan, view_of, NULL};
