#include "base/file.h"
#include "base/list.h"
#include "search/candidates.h"
#include "search/fold_reader.h"
#include "search/issue_reader.h"
#include "search/page_text.h"
#include "search/ranking.h"
#include "search/search.h"
#include "search/snippet.h"
#include "search/tokens.h"

#define PAGE_MOST   (16u << 20)
#define VERIFY_MOST 2000u /* candidates up to which the count is made exact */

struct searched_segment {
	struct str text, names, first, last;
	uint32_t articles;
	struct issue_entries issues;
};

struct searching {
	const struct search_request *request;
	uint32_t from, to; /* days, both included */
	struct index_reader reader;
	struct str fold_path;
	struct fold *fold;
	struct query query;
	struct {
		struct searched_segment *items;
		size_t count, capacity;
	} segments;
	struct ranking ranking;
};

/* --- candidates of all segments --- */

static bool
read_manifest(struct searching *searching)
{
	const struct index_reader *reader = &searching->reader;
	json_t *json = index_read(reader, STR("manifest.js"));
	if (!json)
		return false;
	const json_t *segments = json_object_get(json, "segments"), *row;
	bool good = json_integer_value(json_object_get(json, "format")) == 2 &&
		    json_is_array(segments) &&
		    index_text(reader, json, "fold", &searching->fold_path);
	searching->ranking.articles =
		(double)json_integer_value(json_object_get(json, "articles"));
	size_t i;
	json_array_foreach(segments, i, row)
	{
		struct searched_segment *segment =
			list_add(&searching->segments, reader->arena);
		segment->articles =
			(uint32_t)json_integer_value(json_object_get(row, "articles"));
		good = good && index_text(reader, row, "text", &segment->text) &&
		       index_text(reader, row, "names", &segment->names) &&
		       index_text(reader, row, "first", &segment->first) &&
		       index_text(reader, row, "last", &segment->last);
	}
	json_decref(json);
	return good || index_damaged(reader, STR("manifest.js"));
}

/* --- the days asked for --- */

/* The first of a month includes what is dated by month only, and New Year's Day what is
 * dated by year only. */
static uint32_t
first_day(uint32_t day)
{
	if (day % 32 == 1)
		day--;
	if (day % 32 == 0 && day / 32 % 13 == 1)
		day -= 32;
	return day;
}

static bool
wrong_date(const struct searching *searching, const char *option, struct str date)
{
	struct place at = {0};
	return report_error(searching->reader.report, at,
		"%s takes a date such as 2024, 2024-03 or 2024-03-05, not `%.*s`", option,
		STR_ARG(date));
}

static bool
read_days(struct searching *searching)
{
	const struct search_request *request = searching->request;
	searching->from = 0;
	searching->to = UINT32_MAX;
	if (request->from.len && !issue_day_of(request->from, false, &searching->from))
		return wrong_date(searching, "--from", request->from);
	if (request->to.len && !issue_day_of(request->to, true, &searching->to))
		return wrong_date(searching, "--to", request->to);
	searching->from = first_day(searching->from);
	return true;
}

/* Whether a segment has days that are asked for. What has no date has none. */
static bool
is_in_range(const struct searching *searching, const struct searched_segment *segment)
{
	uint32_t first, last;
	if (!searching->request->from.len && !searching->request->to.len)
		return true;
	return issue_day_of(segment->first, false, &first) &&
	       issue_day_of(segment->last, true, &last) && first <= searching->to &&
	       last >= searching->from;
}

/* --- one segment --- */

static void
take_all(const struct searched_segment *segment, struct posting_array *candidates,
	struct arena *arena)
{
	for (uint32_t i = 0; i < segment->articles; i++)
		*list_add(candidates, arena) = (struct posting){i, 0};
}

/* Keeps the articles that are listed under a name in the index of names. */
static bool
narrow(const struct searching *searching, const struct term_folder *folder, char kind,
	struct str name, struct posting_array *candidates)
{
	const struct index_reader *reader = &searching->reader;
	struct posting_array named = {0};
	if (!name.len)
		return true;
	struct str term = str_format(reader->arena, "%c%.*s", kind, STR_ARG(name));
	if (!term_folder_find(reader, folder, term_written(term, reader->arena), &named))
		return false;
	candidates_narrow(candidates, &named);
	return true;
}

static bool
has_names(const struct search_request *request)
{
	return request->person.len || request->tag.len || request->column.len ||
	       request->page.len || request->kind.len;
}

static bool
narrow_by_names(const struct searching *searching, const struct searched_segment *segment,
	struct posting_array *candidates)
{
	const struct search_request *request = searching->request;
	struct term_folder folder = {0};
	if (!has_names(request))
		return true;
	return term_folder_read(&searching->reader, segment->names, &folder) &&
	       narrow(searching, &folder, 'p', request->person, candidates) &&
	       narrow(searching, &folder, 't', request->tag, candidates) &&
	       narrow(searching, &folder, 'c', request->column, candidates) &&
	       narrow(searching, &folder, 'n', request->page, candidates) &&
	       narrow(searching, &folder, 'k', request->kind, candidates);
}

static bool
find_candidates(struct searching *searching, const struct searched_segment *segment,
	struct posting_array *candidates)
{
	const struct index_reader *reader = &searching->reader;
	struct term_folder folder = {0};
	if (!searching->query.wanted) {
		take_all(segment, candidates, reader->arena);
		return true;
	}
	return term_folder_read(reader, segment->text, &folder) &&
	       candidates_find(reader, &folder, &searching->query, candidates,
		       searching->ranking.found);
}

static bool
search_segment(struct searching *searching, struct searched_segment *segment)
{
	const struct index_reader *reader = &searching->reader;
	struct posting_array candidates = {0};
	if (!is_in_range(searching, segment))
		return true;
	if (!find_candidates(searching, segment, &candidates) ||
		!narrow_by_names(searching, segment, &candidates))
		return false;
	if (candidates.count &&
		!issue_entries_read(reader, segment->names, &segment->issues))
		return false;
	for (size_t i = 0; i < candidates.count; i++) {
		struct posting *posting = &candidates.items[i];
		struct issue_entry *issue =
			issue_entry_of(&segment->issues, posting->article);
		if (!issue)
			return index_damaged(reader, segment->names);
		if (issue->day >= searching->from && issue->day <= searching->to)
			*list_add(&searching->ranking, reader->arena) = (struct ranked){
				issue, posting->article, posting->impact, 0};
	}
	return true;
}

/* --- the check against the article's page --- */

static bool
texts_match(const struct searching *searching, struct folded_texts *texts,
	struct arena *arena)
{
	bool has[PIECES_MOST] = {false};
	for (size_t p = 0; p < searching->query.pieces.count; p++) {
		const struct query_piece *piece = &searching->query.pieces.items[p];
		for (size_t i = 0; i < texts->count && !has[p]; i++)
			has[p] = places_any(
				&texts->items[i], piece, searching->fold, arena);
	}
	return query_matches(&searching->query, has);
}

/* Fills in the snippet of a hit that matches, where the caller wants one. */
static bool
check_page(struct searching *searching, struct str address, bool *matches,
	struct search_hit *hit)
{
	const struct index_reader *reader = &searching->reader;
	struct arena *arena = arena_open();
	struct str html, path = file_join(reader->site, address, arena);
	bool good = file_read(path, PAGE_MOST, &html, arena, reader->report);
	if (good) {
		struct str_list texts = page_texts(html, arena);
		struct folded_texts folded = {0};
		for (size_t i = 0; i < texts.count; i++)
			*list_add(&folded, arena) =
				folded_text_of(searching->fold, texts.items[i], arena);
		*matches = texts_match(searching, &folded, arena);
		if (*matches && hit)
			snippet_cut(&folded, &searching->query, searching->fold, hit,
				reader->arena, arena);
	}
	arena_close(arena);
	return good;
}

/* Whether nothing but the index is needed to know that a candidate matches. */
static bool
is_exact(const struct query *query)
{
	return query->wanted ? candidates_exact(query) : !query->pieces.count;
}

static struct search_hit
hit_of(const struct shown_article *article)
{
	return (struct search_hit){
		.address = article->address,
		.title = article->title,
		.date = article->date,
		.page = article->page,
		.column = article->column,
		.kind = article->kind,
	};
}

/* Checks the candidates from the best on, all of them where they are few, else until
 * enough are found. */
static bool
check_ranked(struct searching *searching, struct search_result *result)
{
	const struct index_reader *reader = &searching->reader;
	bool exact = is_exact(&searching->query);
	size_t limit = searching->request->limit;
	size_t count = searching->ranking.count, checked = 0, refuted = 0;
	bool all = count <= VERIFY_MOST && !exact;
	for (; checked < count && (all || result->count < limit); checked++) {
		const struct ranked *ranked = &searching->ranking.items[checked];
		const struct shown_article *article =
			issue_entry_article(reader, ranked->issue, ranked->article);
		bool matches = false, wanted = result->count < limit;
		struct search_hit hit;
		if (!article)
			return false;
		hit = hit_of(article);
		if (!check_page(
			    searching, article->address, &matches, wanted ? &hit : NULL))
			return false;
		refuted += !matches;
		if (matches && wanted)
			*list_add(result, reader->arena) = hit;
	}
	result->total = count - refuted;
	result->exact = checked == count || exact;
	return true;
}

bool
search_query(struct str site_folder, const struct search_request *request,
	struct text *text, struct search_result *result, struct arena *arena,
	struct report *report)
{
	struct searching searching = {
		.request = request, .reader = {site_folder, arena, report}};
	bool narrowed = request->from.len || request->to.len || has_names(request);
	*result = (struct search_result){.exact = true};
	if (!read_days(&searching) || !read_manifest(&searching))
		return false;
	searching.fold = fold_read(&searching.reader, searching.fold_path, text);
	if (!searching.fold)
		return false;
	searching.query =
		query_parse(request->query, narrowed, text, searching.fold, arena);
	if (!searching.query.wanted && !narrowed)
		return true;
	for (size_t i = 0; i < searching.segments.count; i++)
		if (!search_segment(&searching, &searching.segments.items[i]))
			return false;
	ranking_sort(&searching.ranking, &searching.query, request->sort);
	return check_ranked(&searching, result);
}
