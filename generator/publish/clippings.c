/* clippings.html: the articles that a reader keeps in the browser, by
 * static/clippings.js. */
#include "publish/assets.h"
#include "publish/frame.h"
#include "publish/kinds.h"

struct clippings_view {
	const struct frame *frame;
	struct str script;
};

static const struct field fields[] = {
	FIELD(struct clippings_view, frame, FIELD_RECORD, &frame_shape,
		"what pages share"),
	FIELD(struct clippings_view, script, FIELD_TEXT, NULL,
		"shows the list; to stand behind root"),
	{0},
};

static const struct shape shape = {"clippings", sizeof(struct clippings_view), fields};

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &clippings_kind, STR("clippings.html"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct clippings_view *view = arena_new(arena, struct clippings_view);
	view->frame = frame_of(publication, output->path, arena);
	view->script = asset_path(publication->assets, STR("clippings.js"));
	return view;
}

const struct output_kind clippings_kind = {
	"clippings", "clippings.html", &shape, plan, view_of, NULL};
