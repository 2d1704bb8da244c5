/* article.html: one article with its place in the paper, its people, tags and source. */
#include <string.h>

#include "archive/full_text.h"
#include "base/list.h"
#include "publish/article_place.h"
#include "publish/assets.h"
#include "publish/citation.h"
#include "publish/html.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/plain.h"
#include "publish/reference.h"
#include "publish/words.h"

enum { LONGEST_DESCRIPTION = 100 /* characters */ };

/* --- headline --- */

static struct str
series_of(const struct article *article, struct arena *arena)
{
	if (!article->part)
		return article->series;
	return str_format(arena, "%.*s（%d）", STR_ARG(article->series), article->part);
}

static struct str
description_of(const struct article *article, struct arena *arena)
{
	if (article->summary.len)
		return article->summary;
	struct str body = article_body(article, arena);
	struct str start = str_points(body, 0, LONGEST_DESCRIPTION);
	return str_replace(start, STR("\n"), STR(" "), arena);
}

static struct rows
doubts_of(const struct words *words, unsigned marks, struct arena *arena)
{
	struct {
		struct doubt *items;
		size_t count, capacity;
	} doubts = {0};
	for (size_t i = 0; i < DOUBTS; i++)
		if (marks & words->doubts[i].mark)
			*list_add(&doubts, arena) = words->doubts[i];
	return (struct rows){doubts.items, doubts.count};
}

static void
show_headline(struct article_view *view, const struct words *words,
	const struct article *article, struct arena *arena)
{
	view->name = words_title(words, article);
	view->kicker = couplet_view(article->kicker, arena);
	view->title = couplet_view(article->title, arena);
	view->subtitle = couplet_view(article->subtitle, arena);
	view->has_kicker = view->kicker.count > 0;
	view->has_title = view->title.count > 0;
	view->has_subtitle = view->subtitle.count > 0;
	view->byline = article->byline;
	view->column = article->column;
	view->series = series_of(article, arena);
	view->kind = words_kind(words, article->kind);
	view->description = description_of(article, arena);
	view->date = words_date(words, article->date, arena);
	view->iso = date_text(article->date, arena);
	view->doubts = doubts_of(words, article->marks, arena);
	view->has_doubts = view->doubts.count > 0;
	view->is_poem = article->kind == ARTICLE_POEM;
}

/* --- names --- */

static struct rows
credits_of(const struct article *article, struct arena *arena)
{
	size_t count = article->credits.count;
	struct credit_row *rows = arena_array(arena, struct credit_row, count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct credit *credit = &article->credits.items[i];
		const struct person *person = credit->person;
		rows[i] = (struct credit_row){
			.role = credit->role,
			.name = credit->name,
			.is_photo = credit->photo && !str_has(credit->role, STR("摄")),
		};
		if (person)
			rows[i].href = html_relative(
				article->address, person_address(person, arena), arena);
	}
	return (struct rows){rows, count};
}

static struct rows
people_of(const struct person_refs *people, struct str from, struct arena *arena)
{
	struct link *rows = arena_array(arena, struct link, people->count + 1);
	for (size_t i = 0; i < people->count; i++)
		rows[i] = *link_to(from, person_address(people->items[i], arena),
			people->items[i]->name, arena);
	return (struct rows){rows, people->count};
}

static struct rows
tags_of(const struct tag_refs *tags, struct str from, struct arena *arena)
{
	struct link *rows = arena_array(arena, struct link, tags->count + 1);
	for (size_t i = 0; i < tags->count; i++)
		rows[i] = *link_to(from, tag_address(tags->items[i], arena),
			tags->items[i]->name, arena);
	return (struct rows){rows, tags->count};
}

static struct rows
authors_of(const struct article *article, struct arena *arena)
{
	struct {
		struct credit_row *items;
		size_t count, capacity;
	} rows = {0};
	struct str_list authors = citation_authors(article, arena);
	for (size_t i = 0; i < authors.count; i++)
		list_add(&rows, arena)->name = authors.items[i];
	return (struct rows){rows.items, rows.count};
}

static void
show_names(struct article_view *view, const struct article *article, struct arena *arena)
{
	struct person_refs people = catalog_people_of(article, arena);
	struct tag_refs tags = catalog_tags_of(article, arena);
	view->credits = credits_of(article, arena);
	view->people = people_of(&people, article->address, arena);
	view->tags = tags_of(&tags, article->address, arena);
	view->authors = authors_of(article, arena);
	view->has_credits = view->credits.count > 0;
	view->has_people = view->people.count > 0;
	view->has_tags = view->tags.count > 0;
}

/* --- its other parts --- */

/* The first part has the others below its own text; a later part leads to those before
 * and behind. */
static void
show_jumps(struct article_view *view, const struct publication *publication,
	const struct article *article, struct arena *arena)
{
	const struct words *words = publication->words;
	view->jump_from = words_page(words, article->jump_from, arena);
	view->jump_to = words_page(words, article->jump_to, arena);
	view->continues = article_link(words, article, article->continues, arena);
	view->continuation = continuation_view(publication, article, arena);
	if (article->continues)
		view->continued = article_link(words, article, article->continued, arena);
	view->lost_from = article->continues ? STR("") : view->jump_from;
	view->lost_to = article->continued ? STR("") : view->jump_to;
}

/* --- how it is cited --- */

static void
show_citations(struct article_view *view, const struct publication *publication,
	const struct article *article, struct arena *arena)
{
	const struct words *words = publication->words;
	const struct site *site = publication->site;
	const struct issue *issue = catalog_issue(publication->catalog, article->date);
	struct reference reference = reference_of(words, article, site, arena);
	reference.section = view->leaf_name;
	reference.issue_number = issue ? issue->number : STR("");
	reference.description = view->description;
	const struct citation_row rows[] = {
		{STR("gbt2025"), STR("GB/T 7714—2025"),
			citation_of(words, article, site, GBT_7714_2025, arena), true},
		{STR("gbt2015"), STR("GB/T 7714—2015"),
			citation_of(words, article, site, GBT_7714_2015, arena), false},
		{STR("ris"), STR("RIS"), reference_ris(&reference, arena), false},
		{STR("bibtex"), STR("BibTeX"), reference_bibtex(&reference, arena),
			false},
		{STR("csl"), STR("CSL-JSON"), reference_csl_json(&reference, arena),
			false},
	};
	size_t count = sizeof rows / sizeof *rows;
	struct citation_row *kept = arena_array(arena, struct citation_row, count);
	memcpy(kept, rows, sizeof rows);
	view->citations = (struct rows){kept, count};
	view->json_ld = reference_json_ld(&reference, arena);
	view->is_unlisted = article->takedown == TAKEDOWN_NOINDEX;
	view->is_redacted = article->takedown == TAKEDOWN_REDACTED;
	view->text_href = view->is_unlisted
				  ? STR("")
				  : html_relative(article->address,
					    plain_address(article, arena), arena);
}

/* A letter to the keeper that says which article it is about. */
static struct str
report_href_of(const struct article_view *view, const struct site *site,
	const struct article *article, struct arena *arena)
{
	struct strbuf href = strbuf_open(arena);
	if (!site->mail.len)
		return STR("");
	strbuf_printf(&href, "mailto:%.*s?subject=", STR_ARG(site->mail));
	html_url_argument(&href, view->name);
	strbuf_add(&href, STR("&body="));
	html_url_argument(&href, site->base);
	html_url_argument(&href, article->address);
	return strbuf_str(&href);
}

static struct rows
scripts_of(const struct asset_list *assets, struct arena *arena)
{
	static const struct str names[] = {STR_INIT("search/answer.js"),
		STR_INIT("copy.js"), STR_INIT("clippings.js")};
	size_t count = sizeof names / sizeof *names;
	struct link *rows = arena_array(arena, struct link, count);
	for (size_t i = 0; i < count; i++)
		rows[i] = (struct link){asset_path(assets, names[i]), names[i]};
	return (struct rows){rows, count};
}

/* --- what it is made of --- */

static void
add_person(struct key *key, const struct person *person)
{
	key_add_text(key, person ? person->name : STR(""));
	key_add_text(key, person ? person->slug : STR(""));
}

static void
add_tag(struct key *key, const struct tag *tag)
{
	key_add_text(key, tag ? tag->name : STR(""));
	key_add_text(key, tag ? tag->slug : STR(""));
}

/* --- the kind --- */

/* The subject is the article's place in the catalog, whose neighbours are its neighbours
 * in print. */
static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->articles.count; i++)
		output_add(outputs, &article_kind, catalog->articles.items[i]->address,
			arena)
			->subject = &catalog->articles.items[i];
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct article *const *place = output->subject;
	const struct article *article =
		full_text_of_article(publication->cache, *place, arena);
	const struct words *words = publication->words;
	struct article_view *view = arena_new(arena, struct article_view);
	view->frame = frame_of(publication, output->path, arena);
	show_headline(view, words, article, arena);
	view->blocks = blocks_view(article, arena);
	show_names(view, article, arena);
	article_place_show(view, publication, place, arena);
	show_jumps(view, publication, article, arena);
	show_citations(view, publication, article, arena);
	view->report_href = report_href_of(view, publication->site, article, arena);
	view->scripts = scripts_of(publication->assets, arena);
	view->citation_date = str_replace(view->iso, STR("-"), STR("/"), arena);
	return view;
}

static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	struct article *const *place = output->subject;
	const struct article *article = *place;
	const struct issue *issue = catalog_issue(publication->catalog, article->date);
	key_add_article(key, article);
	key_add_text(key, article_origin(article));
	key_add_number(key, article->first_line);
	key_add_number(key, article->last_line);
	key_add_number(key, article->evidence_first);
	key_add_number(key, article->evidence_last);
	for (size_t i = 0; i < article->mentions.count; i++)
		add_person(key, article->mentions.items[i].person);
	for (size_t i = 0; i < article->credits.count; i++)
		add_person(key, article->credits.items[i].person);
	for (size_t i = 0; i < article->tags.count; i++)
		add_tag(key, article->tags.items[i].tag);
	add_tag(key, article->column_tag);
	if (issue)
		key_add_issue(key, issue);
}

const struct output_kind article_kind = {
	"article", "article.html", &article_view_shape, plan, view_of, made_of};
