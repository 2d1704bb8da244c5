#include "publish/reason.h"

#include "base/bytes.h"
#include "base/map.h"
#include "publish/assets.h"

enum { MOST_PARTS = 3 /* of those that all outputs have in common, named */ };

/* --- what all have in common: a name and a digest each --- */

static void
add_part(struct strbuf *note, struct str name, struct digest digest)
{
	bytes_add_str(note, name);
	bytes_add_digest(note, digest);
}

static void
add_template(void *context, struct str name, struct digest digest)
{
	struct strbuf *note = context;
	struct arena *scratch = arena_open();
	add_part(note, str_format(scratch, "the template %.*s", STR_ARG(name)), digest);
	arena_close(scratch);
}

struct str
reason_shared(
	const struct publication *publication, struct digest base, struct arena *arena)
{
	struct strbuf note = strbuf_open(arena);
	const struct asset_list *assets = publication->assets;
	add_part(&note, STR("people.yaml, tags.yaml or the program"), base);
	add_part(&note, STR("site.conf"), site_digest(publication->site));
	templates_visit(publication->templates, add_template, &note);
	for (size_t i = 0; i < assets->count; i++)
		add_part(&note,
			str_format(arena, "the static file %.*s",
				STR_ARG(assets->items[i].name)),
			digest_of(assets->items[i].path));
	return strbuf_str(&note);
}

static bool
next_part(struct bytes_reader *reader, struct str *name, struct digest *digest)
{
	if (!reader->rest.len)
		return false;
	*name = bytes_str(reader);
	*digest = bytes_digest(reader);
	return !reader->bad;
}

static struct map
parts_of(struct str note, struct arena *arena)
{
	struct map parts = map_open(arena);
	struct bytes_reader reader = {.rest = note};
	struct str name;
	struct digest digest;
	while (next_part(&reader, &name, &digest)) {
		struct digest *kept = arena_new(arena, struct digest);
		*kept = digest;
		*map_at(&parts, name) = kept;
	}
	return parts;
}

/* Adds the names in one note that the other has not, or with another digest. */
static void
add_changed(struct str_list *changed, const struct map *parts, const struct map *others,
	bool missing_only, struct arena *arena)
{
	for (size_t i = 0; i < parts->count; i++) {
		const struct digest *other = map_find(others, parts->entries[i].key);
		if (!other || (!missing_only &&
				      !digest_equal(*other,
					      *(struct digest *)parts->entries[i].value)))
			str_list_add(changed, parts->entries[i].key, arena);
	}
}

struct str
reason_of_shared(struct str before, struct str now, struct arena *arena)
{
	struct map old = parts_of(before, arena), new = parts_of(now, arena);
	struct str_list changed = {0};
	if (!old.count)
		return STR("");
	add_changed(&changed, &new, &old, false, arena);
	add_changed(&changed, &old, &new, true, arena);
	if (!changed.count)
		return STR("");
	size_t others = changed.count > MOST_PARTS ? changed.count - MOST_PARTS : 0;
	changed.count -= others;
	struct str names = str_join(&changed, STR(", "), arena);
	if (others)
		return str_format(
			arena, "%.*s and %zu more changed", STR_ARG(names), others);
	return str_format(arena, "%.*s changed", STR_ARG(names));
}

/* --- one output --- */

static struct str
title_of(const struct article *article)
{
	if (article->title.len)
		return article->title;
	return article->kicker.len ? article->kicker : article->opening;
}

static struct str
about_article(
	const struct output *output, const struct article *article, struct arena *arena)
{
	if (str_equal(output->path, article->address))
		return STR("its article is new or changed");
	return str_format(arena, "of the article %.*s, new or changed: %.*s",
		STR_ARG(article->address), STR_ARG(title_of(article)));
}

struct str
reason_of_output(
	const struct keys *keys, const struct output *output, struct arena *arena)
{
	struct fresh fresh = output_find_fresh(keys, output, arena);
	if (fresh.article)
		return about_article(output, fresh.article, arena);
	if (fresh.issue)
		return str_format(arena, "its issue of %.*s changed",
			STR_ARG(date_text(fresh.issue->date, arena)));
	if (fresh.person)
		return str_format(
			arena, "more is known of %.*s", STR_ARG(fresh.person->name));
	return STR("a name, tag or link on it became another, or what it showed is gone");
}
