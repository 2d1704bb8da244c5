/* tag.html: the articles of a tag. The page of a year has that year's alone. */
#include "base/list.h"
#include "publish/feed.h"
#include "publish/frame.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/timeline.h"
#include "publish/words.h"

struct tag_view {
	bool has_feed;
	const struct frame *frame;
	struct str name, kind, slug, years;
	long year, article_count;
	const struct link *whole;
	const struct timeline *timeline;
	struct rows articles;
};

static const struct field fields[] = {
	FIELD(struct tag_view, has_feed, FIELD_FLAG, NULL,
		"whether there is a feed.xml beside"),
	FIELD(struct tag_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct tag_view, name, FIELD_TEXT, NULL, "name"),
	FIELD(struct tag_view, kind, FIELD_TEXT, NULL, "kind of tag: 主题, 地点"),
	FIELD(struct tag_view, slug, FIELD_TEXT, NULL, "slug, for searches"),
	FIELD(struct tag_view, years, FIELD_TEXT, NULL, "years: 2019–2024"),
	FIELD(struct tag_view, year, FIELD_NUMBER, NULL, "year of a yearly page, else 0"),
	FIELD(struct tag_view, article_count, FIELD_NUMBER, NULL, "number of articles"),
	FIELD(struct tag_view, whole, FIELD_RECORD, &link_shape,
		"from a year to the tag"),
	FIELD(struct tag_view, timeline, FIELD_RECORD, &timeline_shape, "chart, if any"),
	FIELD(struct tag_view, articles, FIELD_ROWS, &yearly_shape, "articles by year"),
	{0},
};

static const struct shape shape = {"tag", sizeof(struct tag_view), fields};

static struct entries
entries_of(const struct tag *tag)
{
	return (struct entries){
		.articles = tag->articles.items, .count = tag->articles.count};
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->tags.count; i++) {
		const struct tag *tag = catalog->tags.items[i];
		struct output *added =
			output_add(outputs, &tag_kind, tag_address(tag, arena), arena);
		added->subject = tag;
		if (!yearly_is_split(tag->articles.count))
			continue;
		struct output index = *added;
		struct entries entries = entries_of(tag);
		yearly_plan(&entries, &index, outputs, arena);
	}
}

static void
show_whole(struct tag_view *view, const struct words *words, const struct tag *tag,
	const struct entries *entries, struct arena *arena)
{
	view->years = date_years(tag->first, tag->last, arena);
	view->article_count = (long)entries->count;
	view->timeline = timeline_of(words, entries, arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct tag *tag = output->subject;
	struct entries entries = entries_of(tag);
	bool split = yearly_is_split(entries.count);
	struct tag_view *view = arena_new(arena, struct tag_view);
	*view = (struct tag_view){
		.has_feed = !output->year && feed_is_worth_it(tag->articles.count),
		.frame = frame_of(publication, output->path, arena),
		.name = tag->name,
		.kind = words_tag_kind(publication->words, tag->kind),
		.slug = tag->slug,
		.year = output->year,
		.articles = yearly_rows(publication, &entries, output->year, split,
			"articles", output->path, arena),
	};
	if (output->year)
		view->whole =
			link_to(output->path, tag_address(tag, arena), tag->name, arena);
	else
		show_whole(view, publication->words, tag, &entries, arena);
	return view;
}

/* The page of a year lists the articles of that year alone. */
static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	(void)publication;
	const struct tag *tag = output->subject;
	struct entries entries = entries_of(tag);
	bool split = yearly_is_split(entries.count);
	key_add_text(key, tag->name);
	key_add_text(key, tag->slug);
	key_add_number(key, tag->kind);
	key_add_number(key, split);
	key_add_date(key, tag->first);
	key_add_date(key, tag->last);
	yearly_made_of(key, &entries, output->year, split);
}

const struct output_kind tag_kind = {"tag", "tag.html", &shape, plan, view_of, made_of};
