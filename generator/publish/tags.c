/* tags.html: all tags by kind. */
#include <stdlib.h>

#include "base/list.h"
#include "publish/assets.h"
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/kinds.h"
#include "publish/rows.h"
#include "publish/words.h"

struct tag_group {
	struct str name, id; /* 主题, kind-topic */
	long count;
	bool is_first;
	struct rows tags;
};

struct tags_view {
	const struct frame *frame;
	struct str script;
	struct rows groups, cloud;
	long tag_count;
	bool has_cloud;
};

/* A tag in the cloud. */
struct cloud_tag {
	struct str href, name;
	long count, size;
};

static const struct field cloud_fields[] = {
	FIELD(struct cloud_tag, href, FIELD_TEXT, NULL, "address of the tag"),
	FIELD(struct cloud_tag, name, FIELD_TEXT, NULL, "its name"),
	FIELD(struct cloud_tag, count, FIELD_NUMBER, NULL, "number of articles"),
	FIELD(struct cloud_tag, size, FIELD_NUMBER, NULL, "1 to 5, by that number"),
	{0},
};

static const struct shape cloud_shape = {
	"cloud tag", sizeof(struct cloud_tag), cloud_fields};

static const struct field group_fields[] = {
	FIELD(struct tag_group, name, FIELD_TEXT, NULL, "kind of tag in words: 主题"),
	FIELD(struct tag_group, id, FIELD_TEXT, NULL, "its place: kind-topic"),
	FIELD(struct tag_group, count, FIELD_NUMBER, NULL, "number of tags"),
	FIELD(struct tag_group, is_first, FIELD_FLAG, NULL, "whether it stands first"),
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
	FIELD(struct tags_view, cloud, FIELD_ROWS, &cloud_shape,
		"the tags of most articles in pinyin order"),
	FIELD(struct tags_view, has_cloud, FIELD_FLAG, NULL, "whether there are many"),
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
				.is_first = groups.count == 1,
				.tags = tags,
			};
	}
	return (struct rows){groups.items, groups.count};
}

/* --- the cloud --- */

enum { CLOUD_LEAST = 10, CLOUD_MOST = 60, CLOUD_SIZES = 5 };

static int
by_count(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	return (x < y) - (x > y);
}

/* So many articles a tag of the cloud has at least; one less where too many have them. */
static size_t
least_count(const struct catalog *catalog, struct arena *arena)
{
	size_t count = catalog->tags.count;
	size_t *counts = arena_array(arena, size_t, count + 1);
	for (size_t i = 0; i < count; i++)
		counts[i] = catalog->tags.items[i]->articles.count;
	if (count)
		qsort(counts, count, sizeof *counts, by_count);
	return count > CLOUD_MOST ? counts[CLOUD_MOST] + 1 : 0;
}

/* Each size stands for twice the articles of the one before, and five for all beyond. */
static long
size_of(size_t count, size_t least)
{
	long size = 1;
	for (size_t limit = 2 * (least ? least : 1); count >= limit && size < CLOUD_SIZES;
		limit *= 2)
		size++;
	return size;
}

static struct rows
cloud_of(const struct catalog *catalog, struct str from, struct arena *arena)
{
	size_t least = least_count(catalog, arena), count = 0;
	struct cloud_tag *tags =
		arena_array(arena, struct cloud_tag, catalog->tags.count + 1);
	for (size_t i = 0; i < catalog->tags.count; i++) {
		const struct tag *tag = catalog->tags.items[i];
		if (tag->articles.count >= least)
			tags[count++] = (struct cloud_tag){
				.href = html_relative(
					from, tag_address(tag, arena), arena),
				.name = tag->name,
				.count = (long)tag->articles.count,
				.size = size_of(tag->articles.count, least),
			};
	}
	return (struct rows){tags, count};
}

/* --- the kind --- */

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
	view->cloud = cloud_of(publication->catalog, output->path, arena);
	view->has_cloud = view->cloud.count >= CLOUD_LEAST;
	view->tag_count = (long)publication->catalog->tags.count;
	return view;
}

const struct output_kind tags_kind = {"tags", "tags.html", &shape, plan, view_of, NULL};
