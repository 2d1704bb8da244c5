/* undated.html: articles without a date, in a list. */
#include "publish/frame.h"
#include "publish/kinds.h"
#include "publish/rows.h"

struct undated_view {
	const struct frame *frame;
	long article_count;
	struct rows articles;
};

static const struct field fields[] = {
	FIELD(struct undated_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct undated_view, article_count, FIELD_NUMBER, NULL,
		"number of articles"),
	FIELD(struct undated_view, articles, FIELD_ROWS, &article_row_shape, "articles"),
	{0},
};

static const struct shape shape = {"undated", sizeof(struct undated_view), fields};

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	if (publication->catalog->undated.count)
		output_add(outputs, &undated_kind, STR("undated/index.html"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	size_t count = catalog->undated.count;
	struct article_row *rows = arena_array(arena, struct article_row, count + 1);
	for (size_t i = 0; i < count; i++)
		rows[i] = article_row_of(publication->words, catalog->undated.items[i],
			output->path, arena);
	struct undated_view *view = arena_new(arena, struct undated_view);
	*view = (struct undated_view){
		.frame = frame_of(publication, output->path, arena),
		.article_count = (long)count,
		.articles = {rows, count},
	};
	return view;
}

const struct output_kind undated_kind = {
	"undated", "undated.html", &shape, plan, view_of, NULL};
