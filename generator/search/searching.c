#include "search/searching.h"

#include "base/file.h"
#include "base/list.h"
#include "search/candidates.h"
#include "search/fold_reader.h"
#include "search/page_text.h"
#include "search/tokens.h"

#define PAGE_MOST (16u << 20)

/* --- what every query needs --- */

static bool
read_manifest(struct searching *searching, struct str *fold)
{
	const struct index_reader *reader = &searching->reader;
	json_t *json = index_read(reader, STR("manifest.js"));
	if (!json)
		return false;
	const json_t *segments = json_object_get(json, "segments"), *row;
	bool good = json_integer_value(json_object_get(json, "format")) == 4 &&
		    json_is_array(segments) && index_text(reader, json, "fold", fold) &&
		    index_text(reader, json, "confusions", &searching->confusions);
	searching->articles =
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
	return term_folder_read(
		       &searching->reader, segment->names, segment->articles, &folder) &&
	       narrow(searching, &folder, 'p', request->person, candidates) &&
	       narrow(searching, &folder, 't', request->tag, candidates) &&
	       narrow(searching, &folder, 'c', request->column, candidates) &&
	       narrow(searching, &folder, 'n', request->page, candidates) &&
	       narrow(searching, &folder, 'k', request->kind, candidates);
}

/* The directory of the texts, read once. */
static const struct term_folder *
texts_of(const struct searching *searching, struct searched_segment *segment)
{
	if (!segment->terms.articles &&
		!term_folder_read(&searching->reader, segment->text, segment->articles,
			&segment->terms))
		return NULL;
	return &segment->terms;
}

static bool
find_candidates(const struct searching *searching, struct searched_segment *segment,
	const struct query *query, struct posting_array *candidates, double *found)
{
	const struct index_reader *reader = &searching->reader;
	if (!query->wanted) {
		take_all(segment, candidates, reader->arena);
		return true;
	}
	const struct term_folder *folder = texts_of(searching, segment);
	return folder && candidates_find(reader, folder, query, candidates, found);
}

static bool
search_segment(const struct searching *searching, struct searched_segment *segment,
	const struct query *query, struct ranking *ranking)
{
	const struct index_reader *reader = &searching->reader;
	struct posting_array candidates = {0};
	if (!is_in_range(searching, segment))
		return true;
	if (!find_candidates(searching, segment, query, &candidates, ranking->found) ||
		!narrow_by_names(searching, segment, &candidates))
		return false;
	if (candidates.count && !segment->issues.count &&
		!issue_entries_read(reader, segment->names, &segment->issues))
		return false;
	for (size_t i = 0; i < candidates.count; i++) {
		struct posting *posting = &candidates.items[i];
		struct issue_entry *issue =
			issue_entry_of(&segment->issues, posting->article);
		if (!issue)
			return index_damaged(reader, segment->names);
		if (issue->day >= searching->from && issue->day <= searching->to)
			*list_add(ranking, reader->arena) = (struct ranked){
				issue, posting->article, posting->impact, 0};
	}
	return true;
}

/* --- all --- */

bool
searching_is_narrowed(const struct searching *searching)
{
	const struct search_request *request = searching->request;
	return request->from.len || request->to.len || has_names(request);
}

bool
searching_open(struct searching *searching)
{
	struct str fold;
	if (!read_days(searching) || !read_manifest(searching, &fold))
		return false;
	searching->fold = fold_read(&searching->reader, fold, searching->text);
	return searching->fold != NULL;
}

bool
searching_find(struct searching *searching, const struct query *query,
	enum search_sort sort, struct ranking *ranking)
{
	*ranking = (struct ranking){.articles = searching->articles};
	for (size_t i = 0; i < searching->segments.count; i++)
		if (!search_segment(
			    searching, &searching->segments.items[i], query, ranking))
			return false;
	ranking_sort(ranking, query, sort);
	return true;
}

const struct shown_article *
searching_article(const struct searching *searching, const struct ranked *ranked)
{
	return issue_entry_article(&searching->reader, ranked->issue, ranked->article);
}

bool
searching_texts(const struct searching *searching, struct str address,
	struct folded_texts *texts, struct arena *arena)
{
	const struct index_reader *reader = &searching->reader;
	struct str html, path = file_join(reader->site, address, arena);
	if (!file_read(path, PAGE_MOST, &html, arena, reader->report))
		return false;
	struct str_list read = page_texts(html, arena);
	for (size_t i = 0; i < read.count; i++)
		*list_add(texts, arena) =
			folded_text_of(searching->fold, read.items[i], arena);
	return true;
}
