/* search.html: the form; what it finds is the business of the scripts in static/search.
 */
#include "base/list.h"
#include "publish/assets.h"
#include "publish/frame.h"
#include "publish/kinds.h"
#include "publish/rows.h"

struct search_view {
	const struct frame *frame;
	struct str first_day, last_day;    /* 2019-06-06, the bounds of the date fields */
	struct rows scripts, later, years; /* struct link */
};

static const struct field fields[] = {
	FIELD(struct search_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct search_view, first_day, FIELD_TEXT, NULL, "first issue: 2019-06-06"),
	FIELD(struct search_view, last_day, FIELD_TEXT, NULL, "newest issue: 2024-06-11"),
	FIELD(struct search_view, scripts, FIELD_ROWS, &link_shape,
		"the search client: href to stand behind root"),
	FIELD(struct search_view, later, FIELD_ROWS, &link_shape,
		"scripts of the client that are loaded when needed: name, and href to "
		"stand behind root"),
	FIELD(struct search_view, years, FIELD_ROWS, &link_shape, "all years"),
	{0},
};

static const struct shape shape = {"search", sizeof(struct search_view), fields};

/* "facets" of "search/later/facets.js"; "" where the script is not in the folder. */
static struct str
script_name(struct str asset, struct str folder)
{
	struct str name = str_slice(asset, folder.len, asset.len), extension = STR(".js");
	if (!str_starts(asset, folder) || !str_ends(name, extension) ||
		str_has(name, STR("/")))
		return STR("");
	return str_slice(name, 0, name.len - extension.len);
}

/* The scripts of a folder, in the order of their names, but the one of article pages. */
static struct rows
scripts_of(const struct asset_list *assets, struct str folder, struct arena *arena)
{
	struct {
		struct link *items;
		size_t count, capacity;
	} scripts = {0};
	for (size_t i = 0; i < assets->count; i++) {
		const struct asset *asset = &assets->items[i];
		struct str name = script_name(asset->name, folder);
		if (name.len && !str_equal(asset->name, STR("search/answer.js")))
			*list_add(&scripts, arena) = (struct link){asset->path, name};
	}
	return (struct rows){scripts.items, scripts.count};
}

static struct rows
years_of(const struct catalog *catalog, struct arena *arena)
{
	struct link *rows = arena_array(arena, struct link, catalog->years.count + 1);
	for (size_t i = 0; i < catalog->years.count; i++) {
		int year = catalog->years.items[i].number;
		rows[i].href = str_format(arena, "../%04d/index.html", year);
		rows[i].name = str_format(arena, "%d", year);
	}
	return (struct rows){rows, catalog->years.count};
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &search_kind, STR("search/index.html"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	struct search_view *view = arena_new(arena, struct search_view);
	view->frame = frame_of(publication, output->path, arena);
	view->scripts = scripts_of(publication->assets, STR("search/"), arena);
	view->later = scripts_of(publication->assets, STR("search/later/"), arena);
	view->years = years_of(catalog, arena);
	if (catalog->issues.count) {
		size_t last = catalog->issues.count - 1;
		view->first_day = date_text(catalog->issues.items[0]->date, arena);
		view->last_day = date_text(catalog->issues.items[last]->date, arena);
	}
	return view;
}

const struct output_kind search_kind = {
	"search", "search.html", &shape, plan, view_of, NULL};
