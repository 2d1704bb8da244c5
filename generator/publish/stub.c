/* stub.html: stands where something was published once and sends readers on, since
 * addresses never die. */
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/rows.h"

struct stub_view {
	const struct frame *frame;
	const struct link *target;
};

static const struct field fields[] = {
	FIELD(struct stub_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct stub_view, target, FIELD_RECORD, &link_shape,
		"where readers are sent"),
	{0},
};

static const struct shape shape = {"stub", sizeof(struct stub_view), fields};

/* A stub never takes the place of a page, and one address has one stub. */
static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	struct arena *scratch = arena_open();
	struct map taken = map_open(scratch);
	for (size_t i = 0; i < outputs->count && catalog->redirects.count; i++)
		*map_at(&taken, outputs->items[i].path) = outputs;
	for (size_t i = 0; i < catalog->redirects.count; i++) {
		const struct redirect *redirect = &catalog->redirects.items[i];
		if (!html_path_allowed(redirect->address) ||
			map_find(&taken, redirect->address))
			continue;
		*map_at(&taken, redirect->address) = outputs;
		output_add(outputs, &stub_kind, redirect->address, arena)->subject =
			redirect;
	}
	arena_close(scratch);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct redirect *redirect = output->subject;
	struct stub_view *view = arena_new(arena, struct stub_view);
	view->frame = frame_of(publication, output->path, arena);
	view->target = link_to(output->path, redirect->target, redirect->target, arena);
	return view;
}

static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	(void)publication;
	const struct redirect *redirect = output->subject;
	key_add_text(key, redirect->target);
}

const struct output_kind stub_kind = {
	"stub", "stub.html", &shape, plan, view_of, made_of};
