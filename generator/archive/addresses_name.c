#include "archive/addresses.h"

#include "base/list.h"
#include "archive/slug.h"
#include "base/file.h"

/* One of the two indexes: people/ or tags/. */
struct index {
	enum address_kind kind;
	struct str folder; /* "people" */
	struct map rows;   /* subject to row number + 1, the one in use if there is one */
	struct map taken;  /* slugs */
};

/* What can be named. */
struct subject {
	struct str subject, name;
	struct str *slug;
	bool given; /* by the keeper */
};

static struct str
address_of(const struct index *index, struct str slug, struct arena *arena)
{
	return str_format(
		arena, "%.*s/%.*s/index.html", STR_ARG(index->folder), STR_ARG(slug));
}

static struct str
slug_in(const struct index *index, struct str address)
{
	return str_slice(file_folder(address), index->folder.len + 1, SIZE_MAX);
}

static bool
is_of(const struct index *index, const struct address *row)
{
	return str_equal(file_folder(file_folder(row->address)), index->folder);
}

static struct index
index_open(struct addresses *addresses, enum address_kind kind, struct str folder)
{
	struct index index = {
		kind, folder, map_open(addresses->arena), map_open(addresses->arena)};
	for (size_t i = 0; i < addresses->rows.count; i++) {
		const struct address *row = &addresses->rows.items[i];
		if (!is_of(&index, row))
			continue;
		*map_at(&index.taken, slug_in(&index, row->address)) = addresses;
		void **place = map_at(&index.rows, row->subject);
		if (!*place || row->kind == kind)
			*place = (void *)(uintptr_t)(i + 1);
	}
	return index;
}

/* Notes that the subject stands at its slug. */
static void
settle(struct addresses *addresses, struct index *index, const struct subject *subject)
{
	struct str address = address_of(index, *subject->slug, addresses->arena);
	struct address *row = addresses_find(addresses, address);
	if (!row)
		row = addresses_add(addresses, address);
	row->kind = index->kind;
	row->subject = subject->subject;
	row->title = subject->name;
	row->target = STR("");
	row->current = true;
	*map_at(&index->taken, *subject->slug) = addresses;
}

/* The keeper's slugs go before all others, then those that stand in the ledger, then new
 * ones. */
static void
name_all(struct addresses *addresses, struct index *index, const struct subject *subjects,
	size_t count)
{
	struct map waiting =
		map_open(addresses->arena); /* subjects without a slug so far */
	for (size_t i = 0; i < count; i++)
		if (subjects[i].given)
			settle(addresses, index, &subjects[i]);
	for (size_t i = 0; i < count; i++) {
		uintptr_t number = (uintptr_t)map_find(&index->rows, subjects[i].subject);
		const struct address *row =
			number ? &addresses->rows.items[number - 1] : NULL;
		if (subjects[i].given)
			continue;
		if (row && !row->current) {
			*subjects[i].slug = slug_in(index, row->address);
			settle(addresses, index, &subjects[i]);
		} else {
			*map_at(&waiting, subjects[i].subject) = (void *)&subjects[i];
		}
	}
	for (size_t i = 0; i < waiting.count; i++) {
		const struct subject *subject = waiting.entries[i].value;
		*subject->slug =
			slug_unique(&index->taken, *subject->slug, addresses->arena);
		settle(addresses, index, subject);
	}
}

/* Where a subject has moved to, or the index itself. */
static void
retire(struct addresses *addresses, const struct index *index,
	const struct subject *subjects, size_t count)
{
	struct map moved = map_open(addresses->arena);
	for (size_t i = 0; i < count; i++)
		*map_at(&moved, subjects[i].subject) = subjects[i].slug;
	for (size_t i = 0; i < addresses->rows.count; i++) {
		struct address *row = &addresses->rows.items[i];
		if (row->current || !is_of(index, row))
			continue;
		const struct str *slug = map_find(&moved, row->subject);
		row->kind = ADDRESS_GONE;
		row->target = slug ? address_of(index, *slug, addresses->arena)
				   : str_format(addresses->arena, "%.*s/index.html",
					     STR_ARG(index->folder));
	}
}

static void
name_subjects(struct addresses *addresses, enum address_kind kind, struct str folder,
	const struct subject *subjects, size_t count)
{
	struct index index = index_open(addresses, kind, folder);
	name_all(addresses, &index, subjects, count);
	retire(addresses, &index, subjects, count);
}

void
addresses_name(struct addresses *addresses, struct catalog *catalog)
{
	size_t people = catalog->people.count, tags = catalog->tags.count;
	struct subject *subjects =
		arena_array(addresses->arena, struct subject, people + tags + 1);
	for (size_t i = 0; i < people; i++) {
		struct person *person = catalog->people.items[i];
		subjects[i] = (struct subject){
			person->subject, person->name, &person->slug, person->slug_given};
	}
	for (size_t i = 0; i < tags; i++) {
		struct tag *tag = catalog->tags.items[i];
		subjects[people + i] = (struct subject){
			tag->subject, tag->name, &tag->slug, tag->slug_given};
	}
	name_subjects(addresses, ADDRESS_PERSON, STR("people"), subjects, people);
	name_subjects(addresses, ADDRESS_TAG, STR("tags"), subjects + people, tags);
}

/* --- redirects --- */

/* "/old/post/" of a foreign system is "old/post/index.html" here. */
static struct str
alias_path(struct str alias, struct arena *arena)
{
	while (str_starts(alias, STR("/")))
		alias = str_slice(alias, 1, alias.len);
	if (str_ends(alias, STR("/")))
		return str_format(arena, "%.*sindex.html", STR_ARG(alias));
	if (alias.len && !str_ends(alias, STR(".html")))
		return str_format(arena, "%.*s/index.html", STR_ARG(alias));
	return alias;
}

static void
add_redirect(struct catalog *catalog, struct str address, struct str target)
{
	if (address.len && target.len)
		*list_add(&catalog->redirects, catalog->arena) =
			(struct redirect){address, target};
}

/* Of a person or tag that is nowhere any more: it leads to the index alone. */
static bool
is_lost_name(const struct address *row)
{
	return str_equal(row->target, STR("people/index.html")) ||
	       str_equal(row->target, STR("tags/index.html"));
}

void
addresses_add_redirects(
	const struct addresses *addresses, bool discreet, struct catalog *catalog)
{
	for (size_t i = 0; i < addresses->rows.count; i++) {
		const struct address *row = &addresses->rows.items[i];
		if (row->kind == ADDRESS_GONE && !(discreet && is_lost_name(row)))
			add_redirect(catalog, row->address, row->target);
	}
	for (size_t i = 0; i < catalog->articles.count; i++) {
		const struct article *article = catalog->articles.items[i];
		for (size_t j = 0; j < article->aliases.count; j++)
			add_redirect(catalog,
				alias_path(article->aliases.items[j], catalog->arena),
				article->address);
	}
}
