#include <stdlib.h>

#include "base/bytes.h"
#include "base/list.h"
#include "search/confusions.h"
#include "search/fold.h"
#include "search/issue_file.h"
#include "search/search.h"
#include "search/segment.h"
#include "search/suggestion_file.h"

/* What a part depends on, and so what its stamp is made of:
 *
 *     fold       ICU, the table of lookalikes
 *     text       fold, the digests of its articles in their order
 *     suggest    its own bytes
 *     confusions its own bytes
 *     issue      what it says of its articles
 *     names      its issues
 *     manifest   all parts
 *
 * and all on this, which stands for the code: to be raised whenever the same articles
 * would yield other bytes. */
#define INDEX_VERSION 9

/* What a stamp is being made of. */
static struct strbuf
stamp_open(struct arena *arena)
{
	struct strbuf seen = strbuf_open(arena);
	bytes_add_number(&seen, INDEX_VERSION);
	return seen;
}

static struct search_part *
add_part(struct search_plan *plan, enum search_stage stage, enum search_kind kind,
	struct str name)
{
	struct search_part *part = list_add(plan, plan->arena);
	*part = (struct search_part){.name = name, .stage = stage, .kind = kind};
	return part;
}

/* --- issues --- */

/* Of an issue that is cut, the later parts are numbered. */
static struct str
name_of_issue(const struct search_plan *plan, size_t from)
{
	struct article *const *articles = plan->catalog->articles.items;
	struct date date = articles[from]->date;
	struct str day = date.year ? date_text(date, plan->arena) : STR("undated");
	size_t first = from;
	while (first >= ISSUE_MOST &&
		date_compare(articles[first - ISSUE_MOST]->date, date) == 0)
		first -= ISSUE_MOST;
	size_t number = (from - first) / ISSUE_MOST;
	return number ? str_format(plan->arena, "issue %.*s %zu", STR_ARG(day), number)
		      : str_format(plan->arena, "issue %.*s", STR_ARG(day));
}

/* The issues of a segment; answers the stamp of its names. */
static struct digest
add_issues(struct search_plan *plan, const struct segment *segment)
{
	struct arena *arena = arena_open(), *line = arena_open();
	struct strbuf seen = stamp_open(arena);
	size_t count;
	for (size_t at = segment->from; at < segment->to; at += count) {
		count = issue_length(plan->catalog, at, segment->to);
		struct search_part *part = add_part(
			plan, SEARCH_ISSUES, SEARCH_ISSUE, name_of_issue(plan, at));
		part->from = at;
		part->to = at + count;
		struct strbuf said = stamp_open(line);
		issue_see(plan->catalog, at, at + count, &said);
		part->stamp = digest_of(strbuf_str(&said));
		bytes_add_digest(&seen, part->stamp);
		arena_empty(line);
	}
	struct digest stamp = digest_of(strbuf_str(&seen));
	arena_close(line);
	arena_close(arena);
	return stamp;
}

/* --- folders --- */

static struct digest
rules_digest(struct digest fold, struct arena *arena)
{
	struct strbuf seen = stamp_open(arena);
	bytes_add_digest(&seen, fold);
	return digest_of(strbuf_str(&seen));
}

static struct digest
texts_stamp(const struct search_plan *plan, const struct segment *segment)
{
	struct arena *arena = arena_open();
	struct strbuf seen = strbuf_open(arena);
	bytes_add_digest(&seen, plan->rules);
	for (size_t i = segment->from; i < segment->to; i++)
		bytes_add_digest(&seen, plan->catalog->articles.items[i]->digest);
	struct digest stamp = digest_of(strbuf_str(&seen));
	arena_close(arena);
	return stamp;
}

static void
add_folder(struct search_plan *plan, enum search_kind kind, const struct segment *segment,
	struct digest stamp)
{
	struct str name = str_format(plan->arena, "%s %.*s",
		kind == SEARCH_TEXT ? "text" : "names", STR_ARG(segment->name));
	struct search_part *part = add_part(plan, SEARCH_FOLDERS, kind, name);
	part->from = segment->from;
	part->to = segment->to;
	part->stamp = stamp;
}

/* A part that is made of little more than its own bytes. */
static void
add_small(struct search_plan *plan, enum search_kind kind, struct str name,
	struct str (*json)(const struct catalog *catalog, struct arena *arena))
{
	struct arena *arena = arena_open();
	struct search_part *part = add_part(plan, SEARCH_FOLDERS, kind, name);
	struct strbuf seen = stamp_open(arena);
	strbuf_add(&seen, json(plan->catalog, arena));
	part->stamp = digest_of(strbuf_str(&seen));
	arena_close(arena);
}

static void
add_manifest(struct search_plan *plan)
{
	struct strbuf seen = stamp_open(plan->arena);
	for (size_t i = 0; i < plan->count; i++) {
		bytes_add_str(&seen, plan->items[i].name);
		bytes_add_digest(&seen, plan->items[i].stamp);
	}
	struct search_part *part =
		add_part(plan, SEARCH_MANIFEST, SEARCH_ALL, STR("manifest"));
	part->to = plan->catalog->articles.count;
	part->stamp = digest_of(strbuf_str(&seen));
}

/* --- all --- */

/* Folders come with the largest first, so that workers end together; issues in the order
 * of their articles. */
static int
by_stage(const void *a, const void *b)
{
	const struct search_part *left = a, *right = b;
	size_t left_size = left->stage == SEARCH_FOLDERS ? left->to - left->from : 0;
	size_t right_size = right->stage == SEARCH_FOLDERS ? right->to - right->from : 0;
	if (left->stage != right->stage)
		return left->stage < right->stage ? -1 : 1;
	if (left_size != right_size)
		return left_size > right_size ? -1 : 1;
	if (left->from != right->from)
		return left->from < right->from ? -1 : 1;
	return (left->kind > right->kind) - (left->kind < right->kind);
}

struct search_plan *
search_plan(const struct catalog *catalog, struct text *text, struct arena *arena)
{
	struct search_plan *plan = arena_new(arena, struct search_plan);
	*plan = (struct search_plan){.catalog = catalog, .text = text, .arena = arena};
	struct segments segments =
		segments_plan(catalog->articles.items, catalog->articles.count, arena);
	struct digest fold = fold_stamp(arena);
	plan->rules = rules_digest(fold, arena);
	add_part(plan, SEARCH_FOLDERS, SEARCH_FOLD, STR("fold"))->stamp = fold;
	add_small(plan, SEARCH_SUGGESTIONS, STR("suggestions"), suggestion_json);
	add_small(plan, SEARCH_CONFUSIONS, STR("confusions"), confusions_json);
	for (size_t i = 0; i < segments.count; i++) {
		const struct segment *segment = &segments.items[i];
		add_folder(plan, SEARCH_TEXT, segment, texts_stamp(plan, segment));
		add_folder(plan, SEARCH_NAMES, segment, add_issues(plan, segment));
	}
	add_manifest(plan);
	qsort(plan->items, plan->count, sizeof *plan->items, by_stage);
	return plan;
}

struct fold *
search_plan_fold(struct search_plan *plan)
{
	if (!plan->fold)
		plan->fold = fold_open(plan->text, plan->arena);
	return plan->fold;
}
