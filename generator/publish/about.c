/* about.html: what the archive is, how to read it, and how to cite it. */
#include "base/list.h"
#include "publish/frame.h"
#include "publish/kinds.h"
#include "publish/rows.h"

struct about_view {
	const struct frame *frame;
	struct str about;
	struct rows doubts;
};

static const struct field fields[] = {
	FIELD(struct about_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct about_view, about, FIELD_TEXT, NULL,
		"a paragraph on the site, or empty"),
	FIELD(struct about_view, doubts, FIELD_ROWS, &doubt_shape,
		"signs and their meaning"),
	{0},
};

static const struct shape shape = {"about", sizeof(struct about_view), fields};

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &about_kind, STR("about.html"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct about_view *view = arena_new(arena, struct about_view);
	*view = (struct about_view){
		.frame = frame_of(publication, output->path, arena),
		.about = publication->site->about,
		.doubts = {publication->words->doubts, DOUBTS},
	};
	return view;
}

const struct output_kind about_kind = {
	"about", "about.html", &shape, plan, view_of, NULL};
