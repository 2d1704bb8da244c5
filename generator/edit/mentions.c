#include "edit/mentions.h"

#include "base/list.h"
#include "edit/lines.h"
#include "edit/name_candidates.h"

/* --- the sentence --- */

enum { LONGEST_CONTEXT = 80, LEAD = 30 };

static bool
ends_sentence(uint32_t c)
{
	return c == '\n' || line_is_stop(c);
}

/* The nearest point in [from, to) behind a comma, or `from`. */
static size_t
after_comma(const struct passage *passage, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (line_is_comma(passage->points[i]))
			return i + 1;
	return from;
}

/* Where the context of a name begins: at its sentence, or where that is long, behind a
 * comma not too far before the name. */
static size_t
context_start(const struct passage *passage, size_t name)
{
	size_t from = name;
	while (from > 0 && !ends_sentence(passage->points[from - 1]) &&
		name - from < LEAD)
		from--;
	if (from > 0 && !ends_sentence(passage->points[from - 1]))
		return after_comma(passage, from, name);
	while (from < name && line_is_closer(passage->points[from]))
		from++;
	return from;
}

static size_t
context_end(const struct passage *passage, size_t from, size_t name_end)
{
	size_t to = name_end;
	while (to < passage->count && !ends_sentence(passage->points[to]) &&
		to - from < LONGEST_CONTEXT)
		to++;
	if (to >= passage->count || passage->points[to] == '\n' ||
		to - from >= LONGEST_CONTEXT)
		return to;
	to++;
	return to < passage->count && line_is_closer(passage->points[to]) ? to + 1 : to;
}

static struct str
context_of(const struct passage *passage, const struct sighting *sighting,
	struct arena *arena)
{
	size_t from = context_start(passage, sighting->from);
	size_t to = context_end(passage, from, sighting->to);
	bool cut = to < passage->count && to - from >= LONGEST_CONTEXT &&
		   !ends_sentence(passage->points[to]);
	struct str view = str_trim(passage_printed(passage, from, to));
	if (!cut)
		return str_copy(view, arena);
	return str_format(arena, "%.*s…", STR_ARG(view));
}

/* --- the office --- */

/* The title phrase before the name, else the office behind it (王成书记). */
static struct str
office_of(const struct passage *passage, const struct sighting *sighting,
	const struct contexts *contexts)
{
	size_t from = contexts_office(contexts, passage, sighting->from);
	if (from < sighting->from)
		return str_trim(passage_printed(passage, from, sighting->from));
	struct str behind = contexts_office_behind(contexts, passage, sighting->to);
	return passage_printed(passage, sighting->to, sighting->to + str_count(behind));
}

/* Whether only 、 or a space or 和 parts two names. */
static bool
is_next_in_list(const struct passage *passage, size_t end, size_t from)
{
	static const struct str signs[] = {
		STR_INIT("、"), STR_INIT("和"), STR_INIT("与")};
	struct str between = str_trim(passage_view(passage, end, from));
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_equal(between, signs[i]))
			return true;
	return between.len == 0 && from > end;
}

/* 市领导甲、乙: an office that many hold goes on through the list. */
static struct str
office_in_list(const struct sighting_list *sightings, size_t index, struct str before,
	const struct passage *passage, const struct contexts *contexts)
{
	const struct sighting *sighting = &sightings->items[index];
	struct str own = office_of(passage, sighting, contexts);
	if (own.len || index == 0 || !contexts_is_shared(contexts, before))
		return own;
	return is_next_in_list(passage, sightings->items[index - 1].to, sighting->from)
		       ? before
		       : own;
}

/* --- mentions --- */

/* The mention of a name, added when it is the first sighting. */
static struct mention *
mention_of(struct article *article, struct map *indexes, struct str name,
	struct arena *arena)
{
	void **place = map_at(indexes, name);
	if (!*place) {
		size_t *index = arena_new(indexes->arena, size_t);
		*index = article->mentions.count;
		*place = index;
		struct mention *added = list_add(&article->mentions, arena);
		added->name = str_copy(name, arena);
	}
	return &article->mentions.items[*(size_t *)*place];
}

static uint32_t
han_at(const struct passage *passage, size_t at)
{
	uint32_t c = passage->points[at];
	return text_is_han(c) ? c : 0;
}

static void
note_neighbours(struct mention *mention, const struct passage *passage,
	const struct sighting *sighting)
{
	uint32_t left = sighting->from ? han_at(passage, sighting->from - 1) : 0;
	uint32_t right = han_at(passage, sighting->to);
	if (!mention->count) {
		mention->left = left;
		mention->right = right;
	}
	if (left != mention->left)
		mention->left = 0;
	if (right != mention->right)
		mention->right = 0;
}

void
mentions_add(struct article *article, const struct sighting_list *sightings,
	const struct passage *passage, const struct contexts *contexts,
	struct arena *arena, struct arena *scratch)
{
	struct map indexes = map_open(scratch);
	struct str office = STR("");
	for (size_t i = 0; i < sightings->count; i++) {
		const struct sighting *sighting = &sightings->items[i];
		struct str name =
			name_text(passage, sighting->from, sighting->to, scratch);
		struct mention *mention = mention_of(article, &indexes, name, arena);
		if (!mention->count)
			mention->context = context_of(passage, sighting, arena);
		office = office_in_list(sightings, i, office, passage, contexts);
		if (office.len > mention->office.len)
			mention->office = str_copy(office, arena);
		note_neighbours(mention, passage, sighting);
		mention->count++;
		mention->strong += sighting->strong;
		mention->faint += sighting->faint;
	}
}
