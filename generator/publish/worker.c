/* worker.js and manifest.webmanifest: the site as something that is kept and read without
 * a connection. What the worker does is in static/offline.js; its own file only says
 * which assets are in use, so that browsers fetch it anew when these change. */
#include "publish/assets.h"
#include "publish/frame.h"
#include "publish/kinds.h"
#include "publish/rows.h"

struct worker_view {
	const struct frame *frame;
	bool offline;
	struct str script;
	struct rows assets; /* struct link */
};

static const struct field fields[] = {
	FIELD(struct worker_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct worker_view, offline, FIELD_FLAG, NULL,
		"whether pages are kept for reading without a connection"),
	FIELD(struct worker_view, script, FIELD_TEXT, NULL,
		"what the worker does; below the site"),
	FIELD(struct worker_view, assets, FIELD_ROWS, &link_shape,
		"styles and scripts in use: href below the site"),
	{0},
};

static const struct shape shape = {"worker", sizeof(struct worker_view), fields};

static struct rows
assets_of(const struct asset_list *assets, struct arena *arena)
{
	struct link *rows = arena_array(arena, struct link, assets->count + 1);
	for (size_t i = 0; i < assets->count; i++)
		rows[i] = (struct link){assets->items[i].path, assets->items[i].name};
	return (struct rows){rows, assets->count};
}

static void
plan_worker(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &worker_kind, STR("worker.js"), arena);
}

static void
plan_manifest(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &manifest_kind, STR("manifest.webmanifest"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct worker_view *view = arena_new(arena, struct worker_view);
	*view = (struct worker_view){
		.frame = frame_of(publication, output->path, arena),
		.offline = publication->site->offline,
		.script = asset_path(publication->assets, STR("offline.js")),
		.assets = assets_of(publication->assets, arena),
	};
	return view;
}

const struct output_kind worker_kind = {
	"worker", "worker.js", &shape, plan_worker, view_of, NULL};
const struct output_kind manifest_kind = {
	"manifest", "manifest.webmanifest", &shape, plan_manifest, view_of, NULL};
