#include "publish/key.h"

#include "base/bytes.h"
#include "publish/assets.h"

struct keys {
	const struct publication *publication;
	struct digest base;
	struct digest *articles, *issues, *people; /* by their place in the catalog */
};

struct key {
	const struct keys *keys;
	struct strbuf bytes;
	struct fresh *fresh; /* what is looked for besides, or NULL */
};

/* --- what is fresh --- */

static void
see_article(struct fresh *fresh, const struct article *article)
{
	if (!fresh->article && article->is_fresh)
		fresh->article = article;
}

static void
see_issue(struct fresh *fresh, const struct issue *issue)
{
	for (size_t i = 0; i < issue->pages.count && !fresh->issue; i++) {
		const struct page *page = issue->pages.items[i];
		for (size_t k = 0; k < page->articles.count && !fresh->issue; k++)
			if (page->articles.items[k]->is_fresh)
				fresh->issue = issue;
	}
}

static void
see_person(struct fresh *fresh, const struct person *person)
{
	for (size_t i = 0; i < person->news.count && !fresh->person; i++)
		if (person->news.items[i].article->is_fresh)
			fresh->person = person;
	for (size_t i = 0; i < person->credits.count && !fresh->person; i++)
		if (person->credits.items[i].article->is_fresh)
			fresh->person = person;
}

/* --- parts --- */

void
key_add_text(struct key *key, struct str text)
{
	bytes_add_str(&key->bytes, text);
}

void
key_add_number(struct key *key, uint64_t number)
{
	bytes_add_number(&key->bytes, number);
}

void
key_add_date(struct key *key, struct date date)
{
	key_add_number(key, (uint64_t)date.year * 512 + (uint64_t)date.month * 32 +
				    (uint64_t)date.day);
}

void
key_add_article(struct key *key, const struct article *article)
{
	bytes_add_digest(&key->bytes, key->keys->articles[article->rank]);
	if (key->fresh)
		see_article(key->fresh, article);
}

void
key_add_issue(struct key *key, const struct issue *issue)
{
	bytes_add_digest(&key->bytes, key->keys->issues[issue->place]);
	if (key->fresh)
		see_issue(key->fresh, issue);
}

void
key_add_person(struct key *key, const struct person *person)
{
	bytes_add_digest(&key->bytes, key->keys->people[person->place]);
	if (key->fresh)
		see_person(key->fresh, person);
}

/* --- digests --- */

/* The article's own covers all that its reader can see; the rest is where it stands and
 * what the archive as a whole makes of it. */
static void
digest_articles(struct keys *keys, struct key *key)
{
	const struct catalog *catalog = keys->publication->catalog;
	for (size_t i = 0; i < catalog->articles.count; i++) {
		const struct article *article = catalog->articles.items[i];
		strbuf_cut(&key->bytes, 0);
		bytes_add_digest(&key->bytes, article->digest);
		key_add_text(key, article->address);
		key_add_number(key, article->takedown);
		for (size_t k = 0; k < article->tags.count; k++)
			key_add_text(key, article->tags.items[k].name);
		keys->articles[i] = digest_of(strbuf_str(&key->bytes));
	}
}

static void
add_page(struct key *key, const struct page *page)
{
	key_add_text(key, page->source);
	key_add_text(key, page->number);
	key_add_text(key, page->name);
	key_add_text(key, page->address);
	key_add_text(key, page->picture);
	key_add_number(key, page->date_inferred);
}

/* Issues and dated articles are both in the order of dates: one pass for all. */
static void
digest_issues(struct keys *keys, struct key *key)
{
	const struct catalog *catalog = keys->publication->catalog;
	size_t next = 0, dated = catalog->articles.count - catalog->undated.count;
	for (size_t i = 0; i < catalog->issues.count; i++) {
		const struct issue *issue = catalog->issues.items[i];
		strbuf_cut(&key->bytes, 0);
		key_add_date(key, issue->date);
		key_add_text(key, issue->number);
		key_add_text(key, issue->note);
		for (size_t k = 0; k < issue->pages.count; k++)
			add_page(key, issue->pages.items[k]);
		while (next < dated && date_compare(catalog->articles.items[next]->date,
					       issue->date) < 0)
			next++;
		for (; next < dated && date_compare(catalog->articles.items[next]->date,
					       issue->date) == 0;
			next++)
			key_add_article(key, catalog->articles.items[next]);
		keys->issues[i] = digest_of(strbuf_str(&key->bytes));
	}
}

static void
digest_people(struct keys *keys, struct key *key)
{
	const struct catalog *catalog = keys->publication->catalog;
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		strbuf_cut(&key->bytes, 0);
		key_add_text(key, person->name);
		key_add_text(key, person->slug);
		key_add_text(key, person->pinyin);
		key_add_text(key, person->initials);
		key_add_text(key, person->note);
		key_add_text(key, person->about);
		key_add_date(key, person->first);
		key_add_date(key, person->last);
		key_add_number(key, person->news.count);
		key_add_number(key, person->credits.count);
		for (size_t k = 0; k < person->offices.count; k++) {
			key_add_text(key, person->offices.items[k].title);
			key_add_date(key, person->offices.items[k].first);
			key_add_date(key, person->offices.items[k].last);
			key_add_number(key, person->offices.items[k].count);
			key_add_text(
				key, person->offices.items[k].first_article->address);
			if (person->offices.items[k].last_article)
				key_add_text(key,
					person->offices.items[k].last_article->address);
		}
		keys->people[i] = digest_of(strbuf_str(&key->bytes));
	}
}

/* What the frame of every page shows. */
static void
digest_frame(struct keys *keys, struct key *key, struct digest base)
{
	const struct publication *publication = keys->publication;
	const struct catalog *catalog = publication->catalog;
	strbuf_cut(&key->bytes, 0);
	bytes_add_digest(&key->bytes, base);
	bytes_add_digest(&key->bytes, site_digest(publication->site));
	bytes_add_digest(&key->bytes, templates_digest(publication->templates));
	for (size_t i = 0; i < publication->assets->count; i++)
		key_add_text(key, publication->assets->items[i].path);
	key_add_number(key, catalog->articles.count > catalog->undated.count);
	keys->base = digest_of(strbuf_str(&key->bytes));
}

struct keys *
keys_open(const struct publication *publication, struct digest base, struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	struct keys *keys = arena_new(arena, struct keys);
	*keys = (struct keys){
		.publication = publication,
		.articles =
			arena_array(arena, struct digest, catalog->articles.count + 1),
		.issues = arena_array(arena, struct digest, catalog->issues.count + 1),
		.people = arena_array(arena, struct digest, catalog->people.count + 1),
	};
	struct arena *scratch = arena_open();
	struct key key = {keys, strbuf_open(scratch), NULL};
	digest_frame(keys, &key, base);
	digest_articles(keys, &key);
	digest_issues(keys, &key);
	digest_people(keys, &key);
	arena_close(scratch);
	return keys;
}

struct digest
output_key(const struct keys *keys, const struct output *output, struct arena *scratch)
{
	if (!output->kind->made_of)
		return (struct digest){0};
	struct key key = {keys, strbuf_open(scratch), NULL};
	bytes_add_digest(&key.bytes, keys->base);
	key_add_text(&key, output->path);
	output->kind->made_of(keys->publication, output, &key);
	return digest_of(strbuf_str(&key.bytes));
}

struct fresh
output_find_fresh(
	const struct keys *keys, const struct output *output, struct arena *scratch)
{
	struct fresh fresh = {0};
	struct key key = {keys, strbuf_open(scratch), &fresh};
	if (output->kind->made_of)
		output->kind->made_of(keys->publication, output, &key);
	return fresh;
}
