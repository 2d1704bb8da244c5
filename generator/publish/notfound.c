/* 404.html: shown by the server under whatever address was asked for, so relative links
 * would lead astray: where the site knows its own address, links begin at the root of the
 * host. */
#include "publish/frame.h"
#include "publish/kinds.h"

struct notfound_view {
	const struct frame *frame;
};

static const struct field fields[] = {
	FIELD(struct notfound_view, frame, FIELD_RECORD, &frame_shape,
		"what pages share"),
	{0},
};

static const struct shape shape = {"notfound", sizeof(struct notfound_view), fields};

/* "/archive/" of "https://example.org/archive/"; "" where there is no base. */
static struct str
root_of(struct str base)
{
	size_t host = str_find(base, STR("://"));
	if (host == SIZE_MAX)
		return STR("");
	struct str rest = str_slice(base, host + 3, base.len);
	size_t path = str_find(rest, STR("/"));
	return path == SIZE_MAX ? STR("/") : str_slice(rest, path, rest.len);
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &notfound_kind, STR("404.html"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct frame *frame = arena_new(arena, struct frame);
	*frame = *frame_of(publication, output->path, arena);
	frame->root = root_of(publication->site->base);
	frame->canonical = STR("");
	struct notfound_view *view = arena_new(arena, struct notfound_view);
	view->frame = frame;
	return view;
}

const struct output_kind notfound_kind = {
	"notfound", "notfound.html", &shape, plan, view_of, NULL};
