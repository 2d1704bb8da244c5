#include "publish/frame.h"

#include "publish/assets.h"

static const struct field fields[] = {
	FIELD(struct frame, title, FIELD_TEXT, NULL, "name of the site"),
	FIELD(struct frame, description, FIELD_TEXT, NULL,
		"one sentence on the site, or empty"),
	FIELD(struct frame, publisher, FIELD_TEXT, NULL,
		"who publishes the paper, or empty"),
	FIELD(struct frame, language, FIELD_TEXT, NULL,
		"language of the interface: zh-Hans"),
	FIELD(struct frame, text_language, FIELD_TEXT, NULL,
		"language of the paper: zh-Hans; empty where it is the interface's"),
	FIELD(struct frame, mail, FIELD_TEXT, NULL,
		"where mistakes are reported, or empty"),
	FIELD(struct frame, root, FIELD_TEXT, NULL,
		"the way to the top of the site: ../../"),
	FIELD(struct frame, canonical, FIELD_TEXT, NULL,
		"full address of the page, or empty"),
	FIELD(struct frame, style, FIELD_TEXT, NULL, "stylesheet, to stand behind root"),
	FIELD(struct frame, icon, FIELD_TEXT, NULL, "icon, to stand behind root"),
	FIELD(struct frame, script, FIELD_TEXT, NULL,
		"large type and reading offline, to stand behind root"),
	FIELD(struct frame, offline, FIELD_FLAG, NULL,
		"whether browsers keep pages for reading without a connection"),
	FIELD(struct frame, has_feed, FIELD_FLAG, NULL, "whether there is a feed.xml"),
	{0},
};

const struct shape frame_shape = {"frame", sizeof(struct frame), fields};

struct str
frame_root(struct str path, struct arena *arena)
{
	struct strbuf root = strbuf_open(arena);
	for (size_t i = 0; i < path.len; i++)
		if (path.data[i] == '/')
			strbuf_add(&root, STR("../"));
	return strbuf_str(&root);
}

struct str
frame_address(const struct site *site, struct str path, struct arena *arena)
{
	if (!site->base.len)
		return STR("");
	return str_format(arena, "%.*s%.*s", STR_ARG(site->base), STR_ARG(path));
}

/* What the reader's browser need not be told of each text is left out. */
static struct str
text_language_of(const struct site *site)
{
	return str_equal(site->text_language, site->language) ? STR("")
							      : site->text_language;
}

const struct frame *
frame_of(const struct publication *publication, struct str path, struct arena *arena)
{
	const struct site *site = publication->site;
	const struct catalog *catalog = publication->catalog;
	struct frame *frame = arena_new(arena, struct frame);
	*frame = (struct frame){
		.title = site->title,
		.description = site->description,
		.publisher = site->publisher,
		.language = site->language,
		.text_language = text_language_of(site),
		.mail = site->mail,
		.root = frame_root(path, arena),
		.canonical = frame_address(site, path, arena),
		.style = asset_path(publication->assets, STR("style.css")),
		.icon = asset_path(publication->assets, STR("icon.svg")),
		.script = asset_path(publication->assets, STR("reader.js")),
		.offline = site->offline,
		.has_feed = catalog->articles.count > catalog->undated.count,
	};
	return frame;
}
