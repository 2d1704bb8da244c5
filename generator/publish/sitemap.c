/* sitemap.xml: for search engines (https://www.sitemaps.org/protocol.html). A map holds
 * at most 50,000 addresses, so the first is an index of one map a year and one for people
 * and tags. Without a base there is none, since addresses in it must be full. */
#include "base/list.h"
#include "publish/anniversary.h"
#include "publish/frame.h"
#include "publish/kinds.h"
#include "publish/leaf.h"
#include "publish/rows.h"

enum { MOST_ADDRESSES = 40000 /* the protocol allows 50,000 */ };

struct sitemap_view {
	bool is_index;
	struct rows addresses; /* struct mapped: maps of the index, pages of a map */
};

/* A page, and the day of the newest content that it shows. */
struct mapped {
	struct str href, modified;
};

struct address_list {
	struct mapped *items;
	size_t count, capacity;
};

static const struct field mapped_fields[] = {
	FIELD(struct mapped, href, FIELD_TEXT, NULL, "full address"),
	FIELD(struct mapped, modified, FIELD_TEXT, NULL,
		"day of its newest content: 2024-03-05, or empty"),
	{0},
};

static const struct shape mapped_shape = {
	"mapped page", sizeof(struct mapped), mapped_fields};

static const struct field fields[] = {
	FIELD(struct sitemap_view, is_index, FIELD_FLAG, NULL,
		"whether it lists other maps"),
	FIELD(struct sitemap_view, addresses, FIELD_ROWS, &mapped_shape, "pages or maps"),
	{0},
};

static const struct shape shape = {"sitemap", sizeof(struct sitemap_view), fields};

static void
add(struct address_list *list, const struct site *site, struct str path, struct date date,
	struct arena *arena)
{
	*list_add(list, arena) =
		(struct mapped){frame_address(site, path, arena), date_text(date, arena)};
}

/* --- what a map holds --- */

static void
add_article(struct address_list *list, const struct site *site,
	const struct article *article, struct arena *arena)
{
	if (article->takedown != TAKEDOWN_NOINDEX)
		add(list, site, article->address, article->date, arena);
}

static struct date
last_of(const struct year *year)
{
	if (!year->issues.count)
		return (struct date){year->number, 0, 0};
	return year->issues.items[year->issues.count - 1]->date;
}

static void
add_year(struct address_list *list, const struct publication *publication,
	const struct year *year, struct arena *arena)
{
	const struct site *site = publication->site;
	struct str path = str_format(arena, "%04d/index.html", year->number);
	add(list, site, path, last_of(year), arena);
	for (size_t i = 0; i < year->issues.count; i++) {
		const struct issue *issue = year->issues.items[i];
		struct leaves leaves = leaves_of(publication->catalog, issue, arena);
		add(list, site, issue_address(issue->date, arena), issue->date, arena);
		for (size_t k = 0; k < leaves.count; k++) {
			const struct leaf *leaf = &leaves.items[k];
			if (leaf->page && !leaf->page->unlisted)
				add(list, site, leaf->page->address, issue->date, arena);
			for (size_t n = 0; n < leaf->article_count; n++)
				add_article(list, site, leaf->articles[n], arena);
		}
	}
}

static void
add_days(struct address_list *list, const struct publication *publication,
	struct arena *arena)
{
	struct anniversaries days = anniversaries_of(publication->catalog, arena);
	if (days.count)
		add(list, publication->site, STR("days/index.html"), (struct date){0},
			arena);
	for (size_t i = 0; i < days.count; i++) {
		const struct anniversary *day = &days.items[i];
		add(list, publication->site, anniversary_address(day, arena),
			day->issues.items[day->issues.count - 1]->date, arena);
	}
}

static void
add_names(struct address_list *list, const struct publication *publication,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	const struct site *site = publication->site;
	struct date last = {0};
	if (catalog->issues.count)
		last = catalog->issues.items[catalog->issues.count - 1]->date;
	add(list, site, STR("index.html"), last, arena);
	add(list, site, STR("about.html"), last, arena);
	add(list, site, STR("coverage.html"), last, arena);
	add(list, site, STR("search/index.html"), last, arena);
	add(list, site, STR("people/index.html"), last, arena);
	add(list, site, STR("tags/index.html"), last, arena);
	add_days(list, publication, arena);
	if (catalog->undated.count)
		add(list, site, STR("undated/index.html"), (struct date){0}, arena);
	for (size_t i = 0; i < catalog->undated.count; i++) {
		add_article(list, site, catalog->undated.items[i], arena);
	}
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		add(list, site, person_address(person, arena), person->last, arena);
	}
	for (size_t i = 0; i < catalog->tags.count; i++) {
		const struct tag *tag = catalog->tags.items[i];
		add(list, site, tag_address(tag, arena), tag->last, arena);
	}
}

/* Of a year, or of people and tags where it is NULL. */
static struct address_list
pages_of(const struct publication *publication, const struct year *year,
	struct arena *arena)
{
	struct address_list list = {0};
	if (year)
		add_year(&list, publication, year, arena);
	else
		add_names(&list, publication, arena);
	return list;
}

/* --- maps --- */

/* "sitemap-2024.xml", "sitemap-2024-2.xml" ... */
static struct str
map_path(const struct year *year, size_t part, struct arena *arena)
{
	struct str name = year ? str_format(arena, "%04d", year->number) : STR("names");
	return part ? str_format(arena, "sitemap-%.*s-%zu.xml", STR_ARG(name), part + 1)
		    : str_format(arena, "sitemap-%.*s.xml", STR_ARG(name));
}

static size_t
parts_of(const struct publication *publication, const struct year *year)
{
	struct arena *scratch = arena_open();
	size_t count = pages_of(publication, year, scratch).count;
	arena_close(scratch);
	return (count + MOST_ADDRESSES - 1) / MOST_ADDRESSES;
}

/* The subject is the year, the number in `year` the part of its map, from 0. */
static void
plan_maps(const struct publication *publication, const struct year *year,
	struct output_list *outputs, struct arena *arena)
{
	size_t parts = parts_of(publication, year);
	for (size_t part = 0; part < parts; part++) {
		struct output *output = output_add(
			outputs, &sitemap_kind, map_path(year, part, arena), arena);
		output->subject = year;
		output->year = (int)part;
	}
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	if (!publication->site->base.len)
		return;
	for (size_t i = 0; i < catalog->years.count; i++)
		plan_maps(publication, &catalog->years.items[i], outputs, arena);
	plan_maps(publication, NULL, outputs, arena);
	output_add(outputs, &sitemap_kind, STR("sitemap.xml"), arena);
}

static void
add_maps(struct address_list *list, const struct publication *publication,
	const struct year *year, struct date last, struct arena *arena)
{
	size_t parts = parts_of(publication, year);
	for (size_t part = 0; part < parts; part++)
		add(list, publication->site, map_path(year, part, arena), last, arena);
}

static struct address_list
maps_of(const struct publication *publication, struct arena *arena)
{
	struct address_list list = {0};
	const struct catalog *catalog = publication->catalog;
	struct date last = {0};
	for (size_t i = 0; i < catalog->years.count; i++) {
		last = last_of(&catalog->years.items[i]);
		add_maps(&list, publication, &catalog->years.items[i], last, arena);
	}
	add_maps(&list, publication, NULL, last, arena);
	return list;
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct sitemap_view *view = arena_new(arena, struct sitemap_view);
	view->is_index = str_equal(output->path, STR("sitemap.xml"));
	if (view->is_index) {
		struct address_list maps = maps_of(publication, arena);
		view->addresses = (struct rows){maps.items, maps.count};
		return view;
	}
	struct address_list pages = pages_of(publication, output->subject, arena);
	size_t first = (size_t)output->year * MOST_ADDRESSES;
	size_t count = pages.count - first;
	view->addresses = (struct rows){
		pages.items + first, count < MOST_ADDRESSES ? count : MOST_ADDRESSES};
	return view;
}

const struct output_kind sitemap_kind = {
	"sitemap", "sitemap.xml", &shape, plan, view_of, NULL};
