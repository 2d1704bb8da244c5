/* tags.html: all tags by kind. */
#include "base/list.h"
#include "publish/assets.h"
#include "publish/frame.h"
#include "publish/kinds.h"
#include "publish/rows.h"
#include "publish/words.h"

struct tag_group {
	struct str name, id; /* 主题, kind-topic */
	long count;
	struct rows tags;
};

struct tags_view {
	const struct frame *frame;
	struct str script;
	struct rows groups;
	long tag_count;
};

static const struct field group_fields[] = {
	FIELD(struct tag_group, name, FIELD_TEXT, NULL, "kind of tag in words: 主题"),
	FIELD(struct tag_group, id, FIELD_TEXT, NULL, "its place: kind-topic"),
	FIELD(struct tag_group, count, FIELD_NUMBER, NULL, "number of tags"),
	FIELD(struct tag_group, tags, FIELD_ROWS, &name_row_shape,
		"tags in pinyin order"),
	{0},
};

static const struct shape group_shape = {
	"tag group", sizeof(struct tag_group), group_fields};

static const struct field fields[] = {
	FIELD(struct tags_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct tags_view, script, FIELD_TEXT, NULL, "filter, to stand behind root"),
	FIELD(struct tags_view, groups, FIELD_ROWS, &group_shape, "tags by kind"),
	FIELD(struct tags_view, tag_count, FIELD_NUMBER, NULL, "number of tags"),
	{0},
};

static const struct shape shape = {"tags", sizeof(struct tags_view), fields};

static struct rows
tags_of_kind(const struct catalog *catalog, enum tag_kind kind, struct str from,
	struct arena *arena)
{
	struct {
		struct name_row *items;
		size_t count, capacity;
	} rows = {0};
	for (size_t i = 0; i < catalog->tags.count; i++)
		if (catalog->tags.items[i]->kind == kind)
			*list_add(&rows, arena) =
				tag_row_of(catalog->tags.items[i], from, arena);
	return (struct rows){rows.items, rows.count};
}

static struct rows
groups_of(const struct words *words, const struct catalog *catalog, struct str from,
	struct arena *arena)
{
	struct {
		struct tag_group *items;
		size_t count, capacity;
	} groups = {0};
	for (int i = 0; i < TAG_KINDS; i++) {
		enum tag_kind kind = (enum tag_kind)i;
		struct rows tags = tags_of_kind(catalog, kind, from, arena);
		if (tags.count)
			*list_add(&groups, arena) = (struct tag_group){
				.name = words_tag_kind(words, kind),
				.id = str_format(arena, "kind-%s", tag_kind_name(kind)),
				.count = (long)tags.count,
				.tags = tags,
			};
	}
	return (struct rows){groups.items, groups.count};
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &tags_kind, STR("tags/index.html"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct tags_view *view = arena_new(arena, struct tags_view);
	view->frame = frame_of(publication, output->path, arena);
	view->script = asset_path(publication->assets, STR("people.js"));
	view->groups =
		groups_of(publication->words, publication->catalog, output->path, arena);
	view->tag_count = (long)publication->catalog->tags.count;
	return view;
}

const struct output_kind tags_kind = {"tags", "tags.html", &shape, plan, view_of, NULL};
