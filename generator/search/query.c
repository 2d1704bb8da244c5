#include <stdlib.h>

#include "base/file.h"
#include "base/list.h"
#include "search/candidates.h"
#include "search/issue_reader.h"
#include "search/page_text.h"
#include "search/search.h"

#define PAGE_MOST   (16u << 20)
#define VERIFY_MOST 2000u /* candidates up to which the count is made exact */

struct searched_segment {
	struct str text, names;
	struct issue_entries issues;
};

struct ranked {
	size_t segment; /* newest first */
	struct issue_entry *issue;
	uint32_t article, impacts;
	double score;
};

struct searching {
	struct index_reader reader;
	struct query query;
	struct fold *fold;
	struct {
		struct searched_segment *items;
		size_t count, capacity;
	} segments;
	struct {
		struct ranked *items;
		size_t count, capacity;
	} ranked;
	double found[PIECES_MOST];
	double articles;
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
	bool good = json_integer_value(json_object_get(json, "format")) == 1 &&
		    json_is_array(segments);
	searching->articles =
		(double)json_integer_value(json_object_get(json, "articles"));
	size_t i;
	json_array_foreach(segments, i, row)
	{
		struct searched_segment *segment =
			list_add(&searching->segments, reader->arena);
		good = good && index_text(reader, row, "text", &segment->text) &&
		       index_text(reader, row, "names", &segment->names);
	}
	json_decref(json);
	return good || index_damaged(reader, STR("manifest.js"));
}

static bool
search_segment(struct searching *searching, size_t number)
{
	const struct index_reader *reader = &searching->reader;
	struct searched_segment *segment = &searching->segments.items[number];
	struct term_folder folder = {0};
	struct posting_array candidates = {0};
	if (!term_folder_read(reader, segment->text, &folder) ||
		!candidates_find(reader, &folder, &searching->query, &candidates,
			searching->found))
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
		*list_add(&searching->ranked, reader->arena) = (struct ranked){
			number, issue, posting->article, posting->impact, 0};
	}
	return true;
}

/* --- order --- */

/* The binary logarithm, by straight lines between the powers of two. */
static double
log_of(double number)
{
	double power = 0;
	for (; number >= 2; number /= 2)
		power++;
	return power + number - 1;
}

/* The rarer a piece, the more it counts; in a title it counts most. */
static double
score_of(const struct searching *searching, uint32_t impacts)
{
	static const double weights[] = {1, 1.5, 2, 3};
	double score = 0;
	for (size_t i = 0; i < searching->query.pieces.count; i++)
		if (!searching->query.pieces.items[i].excluded && searching->found[i] > 0)
			score += weights[impacts >> 2 * i & 3] *
				 log_of(1 + searching->articles / searching->found[i]);
	return score;
}

/* Best first, then newest first, then as printed. */
static int
by_rank(const void *a, const void *b)
{
	const struct ranked *left = a, *right = b;
	if (left->score != right->score)
		return left->score > right->score ? -1 : 1;
	if (left->segment != right->segment)
		return left->segment < right->segment ? -1 : 1;
	if (left->issue->day != right->issue->day)
		return left->issue->day > right->issue->day ? -1 : 1;
	return left->article < right->article ? -1 : left->article > right->article;
}

static void
rank(struct searching *searching)
{
	for (size_t i = 0; i < searching->ranked.count; i++) {
		struct ranked *ranked = &searching->ranked.items[i];
		ranked->score = score_of(searching, ranked->impacts);
	}
	if (searching->ranked.count)
		qsort(searching->ranked.items, searching->ranked.count,
			sizeof *searching->ranked.items, by_rank);
}

/* --- the check against the article's page --- */

static bool
texts_match(const struct searching *searching, const struct str_list *folded)
{
	for (size_t p = 0; p < searching->query.pieces.count; p++) {
		const struct query_piece *piece = &searching->query.pieces.items[p];
		bool found = false;
		for (size_t i = 0; i < folded->count && !found; i++)
			found = query_piece_in(piece, folded->items[i]);
		if (found == piece->excluded)
			return false;
	}
	return true;
}

static bool
check_page(struct searching *searching, struct str address, bool *matches)
{
	const struct index_reader *reader = &searching->reader;
	struct arena *arena = arena_open();
	struct str html, path = file_join(reader->site, address, arena);
	bool good = file_read(path, PAGE_MOST, &html, arena, reader->report);
	if (good) {
		struct str_list texts = page_texts(html, arena);
		for (size_t i = 0; i < texts.count; i++)
			texts.items[i] =
				fold_text(searching->fold, texts.items[i], arena);
		*matches = texts_match(searching, &texts);
	}
	arena_close(arena);
	return good;
}

/* Checks the candidates from the best on, all of them where they are few, else until
 * enough are found. */
static bool
check_ranked(struct searching *searching, size_t limit, struct search_result *result)
{
	const struct index_reader *reader = &searching->reader;
	size_t count = searching->ranked.count, checked = 0, refuted = 0;
	bool all = count <= VERIFY_MOST && !candidates_exact(&searching->query);
	for (; checked < count && (all || result->count < limit); checked++) {
		const struct ranked *ranked = &searching->ranked.items[checked];
		const struct shown_article *article =
			issue_entry_article(reader, ranked->issue, ranked->article);
		bool matches = false;
		if (!article || !check_page(searching, article->address, &matches))
			return false;
		refuted += !matches;
		if (matches && result->count < limit)
			*list_add(result, reader->arena) = (struct search_hit){
				article->address, article->title, article->date};
	}
	result->total = count - refuted;
	result->exact = checked == count || candidates_exact(&searching->query);
	return true;
}

bool
search_query(struct str site_folder, struct str query, size_t limit, struct text *text,
	struct search_result *result, struct arena *arena, struct report *report)
{
	struct searching searching = {.reader = {site_folder, arena, report}};
	*result = (struct search_result){.exact = true};
	searching.fold = fold_open(text, arena);
	searching.query = query_parse(query, text, searching.fold, arena);
	if (!read_manifest(&searching))
		return false;
	if (!searching.query.wanted)
		return true;
	for (size_t i = 0; i < searching.segments.count; i++)
		if (!search_segment(&searching, i))
			return false;
	rank(&searching);
	return check_ranked(&searching, limit, result);
}
