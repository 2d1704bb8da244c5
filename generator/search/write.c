#include "base/json.h"
#include "search/bits.h"
#include "search/confusions.h"
#include "search/index_files.h"
#include "search/issue_file.h"
#include "search/listing.h"
#include "search/merging.h"
#include "search/search.h"
#include "search/segment.h"
#include "search/shard.h"
#include "search/standing.h"
#include "search/suggestion_file.h"

#define FORMAT_VERSION 4

/* One part being written. */
struct writing {
	struct search_plan *plan;
	const struct search_part *part;
	const struct search_ways *ways;
	struct index_out out;
	struct arena *arena; /* for the value */
};

/* --- folders --- */

/* "text-2024" of the part "text 2024". */
static struct index_folder
folder_of(struct writing *writing)
{
	return (struct index_folder){
		str_replace(writing->part->name, STR(" "), STR("-"), writing->arena),
		&writing->out};
}

/* The postings of the texts that the last build does not have; NULL when an article
 * cannot be had. */
static struct postings *
list_articles(
	const struct writing *writing, const struct former *former, struct arena *arena)
{
	struct arena *line = arena_open();
	struct postings *postings = postings_open(arena);
	struct text_lister *lister =
		text_lister_open(postings, search_plan_fold(writing->plan), arena);
	for (size_t i = writing->part->from; postings && i < writing->part->to; i++) {
		if (former_has(former, i)) {
			postings_skip_article(postings);
			continue;
		}
		const struct article *article =
			writing->ways->full(writing->ways->context, i, line);
		if (article)
			list_texts(lister, article, line);
		else
			postings = NULL;
		arena_empty(line);
	}
	arena_close(line);
	return postings;
}

/* In the place of the shard being made come the one of the last build that begins like it
 * and those behind that stand. */
static void
take_standing(struct shards *shards, struct standing *standing, struct merging *merging)
{
	struct former *former = merging->former;
	shards_give_up(shards);
	for (; standing->next < standing->count && standing->stands[standing->next];
		standing->next++) {
		const struct former_shard *shard = former_shard(former, standing->next);
		shards_take(shards, shard->begin, shard->name);
		merging->whole &= former_keep(former, standing->next);
	}
	if (merging->whole)
		merging_go(merging, standing->next);
}

/* The texts' folder, its former lists and the new ones put together; "" where the former
 * ones cannot be read. */
static struct str
write_lists(struct writing *writing, const struct postings *postings,
	struct former *former, struct arena *arena)
{
	struct index_folder folder = folder_of(writing);
	struct shards *shards =
		shards_open(&folder, postings_articles(postings), false, arena);
	struct term_walk fresh = term_walk_open(postings, arena);
	struct standing standing = standing_find(former, &fresh, arena);
	struct merging merging = merging_open(&fresh, former, arena);
	while (merging_next(&merging)) {
		shards_add(shards, strbuf_str(&merging.term), &merging.postings);
		if (standing_begins(&standing, former, shards_begin(shards)))
			take_standing(shards, &standing, &merging);
	}
	if (merging.whole)
		return shards_close(shards, STR(""), writing->arena);
	shards_drop(shards);
	return STR("");
}

static struct str
write_texts_with(struct writing *writing, bool anew)
{
	struct arena *arena = arena_open();
	struct str root = STR("");
	struct former *former =
		anew ? NULL
		     : former_open(writing->plan, writing->part, writing->ways, arena);
	const struct postings *postings = list_articles(writing, former, arena);
	if (postings)
		root = write_lists(writing, postings, former, arena);
	former_close(former);
	arena_close(arena);
	return root;
}

static struct str
write_texts(struct writing *writing)
{
	struct str root = write_texts_with(writing, false);
	return root.len || !writing->ways->former ? root
						  : write_texts_with(writing, true);
}

static struct str
list_issues(const struct writing *writing, struct arena *arena)
{
	const struct search_plan *plan = writing->plan;
	struct issue_list list = issue_list_open(arena);
	for (size_t i = 0; i < plan->count; i++) {
		const struct search_part *issue = &plan->items[i];
		if (issue->kind != SEARCH_ISSUE || issue->from < writing->part->from ||
			issue->to > writing->part->to)
			continue;
		struct date date = plan->catalog->articles.items[issue->from]->date;
		issue_list_add(&list, date, issue->to - issue->from, issue->stamp);
	}
	return issue_list_json(&list, arena);
}

/* The index of persons, tags, columns, pages and kinds; its root has the issues. */
static struct str
write_names(struct writing *writing)
{
	struct arena *arena = arena_open();
	struct name_index index = list_names(
		writing->plan->catalog, writing->part->from, writing->part->to, arena);
	struct index_folder folder = folder_of(writing);
	struct shards *shards =
		shards_open(&folder, postings_articles(index.postings), true, arena);
	struct posting_list **lists = postings_sorted(index.postings, arena);
	struct posting_array postings = {0};
	for (size_t i = 0; i < postings_terms(index.postings); i++) {
		postings.count = 0;
		postings_take(index.postings, lists[i], &postings, arena);
		shards_add(shards, index.names.items[lists[i]->term], &postings);
	}
	struct str root =
		shards_close(shards, list_issues(writing, arena), writing->arena);
	arena_close(arena);
	return root;
}

/* --- single files --- */

static struct str
write_issue(struct writing *writing)
{
	const struct catalog *catalog = writing->plan->catalog;
	const struct search_part *part = writing->part;
	struct date date = catalog->articles.items[part->from]->date;
	struct arena *arena = writing->arena;
	struct str name = issue_name(date, part->stamp, arena);
	index_out_put(&writing->out, str_format(arena, "issues/%.*s.js", STR_ARG(name)),
		issue_json(catalog, part->from, part->to, arena));
	index_out_put(&writing->out, str_format(arena, "issues/%.*sn.js", STR_ARG(name)),
		issue_names_json(catalog, part->from, part->to, arena));
	return name;
}

/* A file of JSON at the top of the index; its name, which has its digest. */
static struct str
write_named(struct writing *writing, const char *stem, struct str json)
{
	struct arena *arena = writing->arena;
	struct digest digest = digest_of(script_of(json, arena));
	struct str hash = str_slice(digest_text(digest, arena), 0, 8);
	struct str name = str_format(arena, "%s-%.*s.js", stem, STR_ARG(hash));
	index_out_put(&writing->out, name, json);
	return name;
}

static struct str
write_suggestions(struct writing *writing)
{
	return write_named(writing, "suggest",
		suggestion_json(writing->plan->catalog, writing->arena));
}

static struct str
write_confusions(struct writing *writing)
{
	return write_named(writing, "confusions",
		confusions_json(writing->plan->catalog, writing->arena));
}

/* The folding table. */
static struct str
write_fold(struct writing *writing)
{
	struct arena *arena = writing->arena;
	struct fold_pairs pairs = fold_pairs(search_plan_fold(writing->plan), arena);
	struct strbuf out = strbuf_open(arena);
	struct strbuf to = strbuf_open(arena);
	struct bits_out from = bits_open(arena);
	uint32_t last = 0;
	for (size_t i = 0; i < pairs.count; i++) {
		bits_add_number(&from, BITS_ORDER, pairs.items[i].from - last);
		strbuf_add_point(&to, pairs.items[i].to);
		last = pairs.items[i].from;
	}
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_key(&json, "from");
	json_text(&json, bits_text(&from, arena));
	json_key(&json, "to");
	json_text(&json, strbuf_str(&to));
	json_object_end(&json);
	return write_named(writing, "fold", strbuf_str(&out));
}

/* --- the manifest --- */

/* What the part of this kind that begins with this article was written to. */
static struct str
value_of(const struct search_plan *plan, enum search_kind kind, size_t from)
{
	for (size_t i = 0; i < plan->count; i++)
		if (plan->items[i].kind == kind && plan->items[i].from == from)
			return plan->items[i].value;
	return STR("");
}

/* The date that the segment begins with; those who have none at all stand before those of
 * whom the year is known. */
static struct date
first_date(struct article *const *articles, const struct segment *segment)
{
	size_t i = segment->from;
	while (i + 1 < segment->to && !articles[i]->date.year)
		i++;
	return articles[i]->date;
}

static void
describe_segment(
	struct json *json, const struct writing *writing, const struct segment *segment)
{
	const struct search_plan *plan = writing->plan;
	struct article *const *articles = plan->catalog->articles.items;
	struct arena *arena = writing->arena;
	json_object_begin(json);
	json_key(json, "name");
	json_text(json, segment->name);
	json_count(json, "articles", segment->to - segment->from);
	json_key(json, "first");
	json_text(json, date_text(first_date(articles, segment), arena));
	json_key(json, "last");
	json_text(json, date_text(articles[segment->to - 1]->date, arena));
	json_key(json, "text");
	json_text(json, value_of(plan, SEARCH_TEXT, segment->from));
	json_key(json, "names");
	json_text(json, value_of(plan, SEARCH_NAMES, segment->from));
	json_object_end(json);
}

static struct str
write_manifest(struct writing *writing)
{
	const struct search_plan *plan = writing->plan;
	const struct catalog *catalog = plan->catalog;
	struct segments segments = segments_plan(
		catalog->articles.items, catalog->articles.count, writing->arena);
	struct strbuf out = strbuf_open(writing->arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_key(&json, "format");
	json_number(&json, FORMAT_VERSION);
	json_count(&json, "articles", catalog->articles.count);
	json_key(&json, "fold");
	json_text(&json, value_of(plan, SEARCH_FOLD, 0));
	json_key(&json, "suggest");
	json_text(&json, value_of(plan, SEARCH_SUGGESTIONS, 0));
	json_key(&json, "confusions");
	json_text(&json, value_of(plan, SEARCH_CONFUSIONS, 0));
	json_key(&json, "segments");
	json_array_begin(&json);
	for (size_t i = 0; i < segments.count; i++)
		describe_segment(&json, writing, &segments.items[i]);
	json_array_end(&json);
	json_object_end(&json);
	index_out_put(&writing->out, STR("manifest.js"), strbuf_str(&out));
	return STR("manifest.js");
}

struct str
search_write(struct search_plan *plan, const struct search_part *part,
	const struct search_ways *ways, struct arena *arena)
{
	static struct str (*const write[])(struct writing *) = {
		[SEARCH_FOLD] = write_fold,
		[SEARCH_SUGGESTIONS] = write_suggestions,
		[SEARCH_CONFUSIONS] = write_confusions,
		[SEARCH_TEXT] = write_texts,
		[SEARCH_NAMES] = write_names,
		[SEARCH_ISSUE] = write_issue,
		[SEARCH_ALL] = write_manifest,
	};
	struct writing writing = {
		plan, part, ways, {.sink = ways->sink, .context = ways->context}, arena};
	struct str value = write[part->kind](&writing);
	return writing.out.refused ? STR("") : value;
}

struct str
search_note(const struct search_plan *plan, const struct search_part *part,
	struct arena *arena)
{
	return part->kind == SEARCH_TEXT ? former_note(plan, part, arena) : STR("");
}
