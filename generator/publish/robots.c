/* robots.txt: everybody is welcome; where the site map is. */
#include "publish/frame.h"
#include "publish/kinds.h"

struct robots_view {
	struct str sitemap; /* full address, or "" */
};

static const struct field fields[] = {
	FIELD(struct robots_view, sitemap, FIELD_TEXT, NULL,
		"address of the site map, or empty"),
	{0},
};

static const struct shape shape = {"robots", sizeof(struct robots_view), fields};

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &robots_kind, STR("robots.txt"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	(void)output;
	struct robots_view *view = arena_new(arena, struct robots_view);
	view->sitemap = frame_address(publication->site, STR("sitemap.xml"), arena);
	return view;
}

const struct output_kind robots_kind = {
	"robots", "robots.txt", &shape, plan, view_of, NULL};
