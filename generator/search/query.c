#include "base/list.h"
#include "search/candidates.h"
#include "search/fallback.h"
#include "search/searching.h"

#define VERIFY_MOST 2000u /* candidates up to which the count is made exact */

/* What a query is being answered with. */
struct answering {
	struct searching searching;
	struct query query;
	struct ranking ranking;
};

/* --- the check against the article's page --- */

static bool
texts_match(const struct answering *answering, struct folded_texts *texts,
	struct arena *arena)
{
	bool has[PIECES_MOST] = {false};
	for (size_t p = 0; p < answering->query.pieces.count; p++) {
		const struct query_piece *piece = &answering->query.pieces.items[p];
		for (size_t i = 0; i < texts->count && !has[p]; i++)
			has[p] = places_any(&texts->items[i], piece,
				answering->searching.fold, arena);
	}
	return query_matches(&answering->query, has);
}

/* Fills in the snippet of a hit that matches, where the caller wants one. */
static bool
check_page(const struct answering *answering, struct str address, bool *matches,
	struct search_hit *hit)
{
	const struct searching *searching = &answering->searching;
	struct arena *arena = arena_open();
	struct folded_texts texts = {0};
	bool good = searching_texts(searching, address, &texts, arena);
	if (good) {
		*matches = texts_match(answering, &texts, arena);
		if (*matches && hit)
			snippet_cut(&texts, &answering->query, searching->fold, hit,
				searching->reader.arena, arena);
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
check_ranked(struct answering *answering, struct search_result *result)
{
	const struct searching *searching = &answering->searching;
	bool exact = is_exact(&answering->query);
	size_t limit = searching->request->limit;
	size_t count = answering->ranking.count, checked = 0, refuted = 0;
	bool all = count <= VERIFY_MOST && !exact;
	for (; checked < count && (all || result->count < limit); checked++) {
		const struct shown_article *article =
			searching_article(searching, &answering->ranking.items[checked]);
		bool matches = false, wanted = result->count < limit;
		struct search_hit hit;
		if (!article)
			return false;
		hit = hit_of(article);
		if (!check_page(
			    answering, article->address, &matches, wanted ? &hit : NULL))
			return false;
		refuted += !matches;
		if (matches && wanted)
			*list_add(result, searching->reader.arena) = hit;
	}
	result->total = count - refuted;
	result->exact = checked == count || exact;
	return true;
}

/* --- all --- */

static bool
answer(struct answering *answering, struct search_result *result)
{
	return searching_find(&answering->searching, &answering->query,
		       answering->searching.request->sort, &answering->ranking) &&
	       check_ranked(answering, result);
}

/* Nothing is found: what the archive has instead, if there is anything. */
static bool
answer_instead(struct answering *answering, struct search_result *result)
{
	struct searching *searching = &answering->searching;
	struct arena *arena = searching->reader.arena;
	struct strbuf query = strbuf_open(arena);
	if (!fallback_find(searching, &answering->query, &result->also) ||
		!result->also.count)
		return !result->also.count;
	for (size_t i = 0; i < result->also.count; i++)
		strbuf_printf(&query, "%s\"%.*s\"", i ? " OR " : "",
			STR_ARG(result->also.items[i]));
	answering->query = query_parse(
		strbuf_str(&query), false, searching->text, searching->fold, arena);
	return answer(answering, result);
}

bool
search_query(struct str site_folder, const struct search_request *request,
	struct text *text, struct search_result *result, struct arena *arena,
	struct report *report)
{
	struct answering answering = {.searching = {.request = request,
					      .reader = {site_folder, arena, report},
					      .text = text}};
	struct searching *searching = &answering.searching;
	*result = (struct search_result){.exact = true};
	if (!searching_open(searching))
		return false;
	bool narrowed = searching_is_narrowed(searching);
	answering.query =
		query_parse(request->query, narrowed, text, searching->fold, arena);
	if (!answering.query.wanted && !narrowed)
		return true;
	return answer(&answering, result) &&
	       (result->total || answer_instead(&answering, result));
}
