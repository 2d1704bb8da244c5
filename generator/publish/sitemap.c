/* sitemap.xml: for search engines (https://www.sitemaps.org/protocol.html). A map holds
 * at most 50,000 addresses, so the first is an index of one map a year and one for people
 * and tags. Without a base there is none, since addresses in it must be full. */
#include "base/list.h"
#include "publish/frame.h"
#include "publish/kinds.h"
#include "publish/leaf.h"
#include "publish/rows.h"

enum { MOST_ADDRESSES = 50000 };

struct sitemap_view {
	bool is_index;
	struct rows addresses; /* struct link: maps of the index, pages of a map */
};

struct address_list {
	struct link *items;
	size_t count, capacity;
};

static const struct field fields[] = {
	FIELD(struct sitemap_view, is_index, FIELD_FLAG, NULL,
		"whether it lists other maps"),
	FIELD(struct sitemap_view, addresses, FIELD_ROWS, &link_shape, "full addresses"),
	{0},
};

static const struct shape shape = {"sitemap", sizeof(struct sitemap_view), fields};

static void
add(struct address_list *list, const struct site *site, struct str path,
	struct arena *arena)
{
	if (list->count < MOST_ADDRESSES)
		list_add(list, arena)->href = frame_address(site, path, arena);
}

static struct str
map_path(int year, struct arena *arena)
{
	return year ? str_format(arena, "sitemap-%04d.xml", year)
		    : STR("sitemap-names.xml");
}

static void
add_maps(struct address_list *list, const struct publication *publication,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->years.count; i++)
		add(list, publication->site,
			map_path(catalog->years.items[i].number, arena), arena);
	add(list, publication->site, map_path(0, arena), arena);
}

static void
add_year(struct address_list *list, const struct publication *publication,
	const struct year *year, struct arena *arena)
{
	const struct site *site = publication->site;
	add(list, site, str_format(arena, "%04d/index.html", year->number), arena);
	for (size_t i = 0; i < year->issues.count; i++) {
		const struct issue *issue = year->issues.items[i];
		struct leaves leaves = leaves_of(publication->catalog, issue, arena);
		add(list, site, issue_address(issue->date, arena), arena);
		for (size_t k = 0; k < leaves.count; k++) {
			const struct leaf *leaf = &leaves.items[k];
			if (leaf->page)
				add(list, site, leaf->page->address, arena);
			for (size_t n = 0; n < leaf->article_count; n++)
				add(list, site, leaf->articles[n]->address, arena);
		}
	}
}

static void
add_names(struct address_list *list, const struct publication *publication,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	const struct site *site = publication->site;
	add(list, site, STR("index.html"), arena);
	add(list, site, STR("people/index.html"), arena);
	add(list, site, STR("tags/index.html"), arena);
	for (size_t i = 0; i < catalog->undated.count; i++)
		add(list, site, catalog->undated.items[i]->address, arena);
	for (size_t i = 0; i < catalog->people.count; i++)
		add(list, site, person_address(catalog->people.items[i], arena), arena);
	for (size_t i = 0; i < catalog->tags.count; i++)
		add(list, site, tag_address(catalog->tags.items[i], arena), arena);
}

/* The subject of a map is its year, that of the others NULL. */
static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	if (!publication->site->base.len)
		return;
	for (size_t i = 0; i < catalog->years.count; i++) {
		const struct year *year = &catalog->years.items[i];
		struct output *output = output_add(
			outputs, &sitemap_kind, map_path(year->number, arena), arena);
		output->subject = year;
		output->year = year->number;
	}
	output_add(outputs, &sitemap_kind, map_path(0, arena), arena);
	output_add(outputs, &sitemap_kind, STR("sitemap.xml"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct address_list list = {0};
	struct sitemap_view *view = arena_new(arena, struct sitemap_view);
	view->is_index = str_equal(output->path, STR("sitemap.xml"));
	if (view->is_index)
		add_maps(&list, publication, arena);
	else if (output->subject)
		add_year(&list, publication, output->subject, arena);
	else
		add_names(&list, publication, arena);
	view->addresses = (struct rows){list.items, list.count};
	return view;
}

const struct output_kind sitemap_kind = {
	"sitemap", "sitemap.xml", &shape, plan, view_of, NULL};
