/* opensearch.xml: how a browser searches the archive (OpenSearch 1.1, draft 6). Only
 * where the site knows its address, which the description must give in full. */
#include "publish/frame.h"
#include "publish/kinds.h"

enum { LONGEST_NAME = 16 /* characters, by the standard */ };

struct opensearch_view {
	const struct frame *frame;
	struct str name, search;
};

static const struct field fields[] = {
	FIELD(struct opensearch_view, frame, FIELD_RECORD, &frame_shape,
		"what pages share"),
	FIELD(struct opensearch_view, name, FIELD_TEXT, NULL,
		"title of the site, at most 16 characters"),
	FIELD(struct opensearch_view, search, FIELD_TEXT, NULL,
		"full address of the search page"),
	{0},
};

static const struct shape shape = {"opensearch", sizeof(struct opensearch_view), fields};

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	if (publication->site->base.len)
		output_add(outputs, &opensearch_kind, STR("opensearch.xml"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct site *site = publication->site;
	struct opensearch_view *view = arena_new(arena, struct opensearch_view);
	view->frame = frame_of(publication, output->path, arena);
	view->name = str_points(site->title, 0, LONGEST_NAME);
	view->search = frame_address(site, STR("search/index.html"), arena);
	return view;
}

const struct output_kind opensearch_kind = {
	"opensearch", "opensearch.xml", &shape, plan, view_of, NULL};
