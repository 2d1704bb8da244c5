#include "read/fields.h"

#include "base/list.h"
#include "read/authors.h"
#include "read/frontmatter.h"

enum { OWN_WEIGHT = 1000 /* of a tag that the front matter gives */ };

static const char *const known_keys[] = {"title", "kicker", "subtitle", "date", "page",
	"name", "column", "author", "authors", "byline", "photographer", "tags", "tag",
	"categories", "category", "kind", "draft", "published", "slug", "aliases",
	"series", "part", "event_date", "dateline", "summary", "description", "excerpt",
	"credits", "jump_from", "jump_to", "marks", "lines", NULL};

static const char *const foreign_keys[] = {"layout", "permalink", "url", "type", "id",
	"lang", "language", "lastmod", "updated", "modified", "last_modified_at",
	"publishDate", "expiryDate", "weight", "order", "keywords", "image", "images",
	"img", "cover", "thumbnail", "banner", "featured", "featured_image", "header",
	"toc", "comments", "comment", "math", "mathjax", "katex", "mermaid", "pin",
	"sticky", "top", "hidden", "copyright", "license", "sidebar", "author_profile",
	"classes", "read_time", "share", "related", "resources", "menu", "outputs",
	"linkTitle", "linktitle", "translationKey", "audio", "video", "videos", "cascade",
	"markup", "sitemap", "params", "abbrlink", "password", "source", "link",
	"excerpt_separator", "noindex", "robots", "redirect_from", "redirect_to", NULL};

static const char *const kinds[] = {"news", "brief", "feature", "commentary", "photo",
	"notice", "weather", "poem", "advert", "obituary", NULL};

static bool
read_kind(const struct setting *map, struct article *article, struct report *report)
{
	struct str name = frontmatter_text(map, "kind", report);
	if (name.len == 0 || article_kind_named(name, &article->kind))
		return true;
	struct str near = settings_nearest(name, kinds);
	if (near.len)
		return report_error(report, setting_find(map, "kind")->at,
			"unknown kind `%.*s`; did you mean `%.*s`?", STR_ARG(name),
			STR_ARG(near));
	return report_error(report, setting_find(map, "kind")->at,
		"unknown kind `%.*s`; write news, brief, feature, commentary, photo, "
		"notice, "
		"weather, poem, advert or obituary",
		STR_ARG(name));
}

static void
read_texts(const struct setting *map, struct article *article, struct report *report)
{
	const struct {
		const char *key;
		struct str *text;
	} texts[] = {
		{"title", &article->title},
		{"kicker", &article->kicker},
		{"subtitle", &article->subtitle},
		{"column", &article->column},
		{"byline", &article->byline},
		{"dateline", &article->dateline},
		{"slug", &article->slug},
		{"summary", &article->summary},
		{"jump_from", &article->jump_from},
		{"jump_to", &article->jump_to},
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i].text = frontmatter_text(map, texts[i].key, report);
	if (!article->summary.len)
		article->summary = frontmatter_text(map, "description", report);
	if (!article->summary.len)
		article->summary = frontmatter_text(map, "excerpt", report);
}

/* One of `credits`: a map of role, name and photo, or a byline such as 记者 刘某. */
static void
read_credit(const struct setting *setting, struct article *article, struct arena *arena,
	struct report *report)
{
	if (setting->kind == SETTING_TEXT) {
		authors_read(article, setting->text, false, arena);
		return;
	}
	static const char *const keys[] = {"role", "name", "photo", NULL};
	bool is_map = setting->kind == SETTING_MAP &&
		      settings_check_keys(setting, keys, report);
	struct credit credit = {
		.role = frontmatter_text(is_map ? setting : NULL, "role", report),
		.name = frontmatter_text(is_map ? setting : NULL, "name", report),
		.photo = setting_bool(is_map ? setting : NULL, "photo", false, report),
	};
	if (credit.name.len)
		*list_add(&article->credits, arena) = credit;
	else if (is_map || setting->kind != SETTING_MAP)
		report_error(report, setting->at, "a credit needs a `name`");
}

/* Credits given one by one stand for all that bylines would say. */
static bool
read_given_credits(const struct setting *map, struct article *article,
	struct arena *arena, struct report *report)
{
	const struct setting *credits = setting_find(map, "credits");
	if (!credits)
		return false;
	for (size_t i = 0; credits->kind == SETTING_LIST && i < credits->count; i++)
		read_credit(credits->items[i], article, arena, report);
	if (credits->kind != SETTING_LIST)
		report_error(report, credits->at, "`credits` should be a list");
	return true;
}

static void
read_credits(const struct setting *map, struct article *article, struct arena *arena)
{
	static const char *const keys[] = {"author", "authors"};
	struct str_list authors = {0};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct str_list more = frontmatter_texts(map, keys[i], arena);
		for (size_t k = 0; k < more.count; k++)
			if (!str_list_has(&authors, more.items[k]))
				str_list_add(&authors, more.items[k], arena);
	}
	for (size_t i = 0; i < authors.count; i++)
		authors_read(article, authors.items[i], false, arena);
	if (authors.count == 0)
		authors_read(article, article->byline, false, arena);
	if (!article->byline.len)
		article->byline = str_join(&authors, STR(" "), arena);
	struct str_list photographers = frontmatter_texts(map, "photographer", arena);
	for (size_t i = 0; i < photographers.count; i++)
		authors_read(article, photographers.items[i], true, arena);
}

static bool
has_tag(const struct article *article, struct str name)
{
	for (size_t i = 0; i < article->tags.count; i++)
		if (str_equal(article->tags.items[i].name, name))
			return true;
	return false;
}

static void
read_tags(const struct setting *map, struct article *article, struct arena *arena)
{
	static const char *const keys[] = {"tags", "tag", "categories", "category"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct str_list names = frontmatter_texts(map, keys[i], arena);
		for (size_t k = 0; k < names.count; k++)
			if (!has_tag(article, names.items[k]))
				*list_add(&article->tags, arena) =
					(struct tag_use){.kind = TAG_TOPIC,
						.name = names.items[k],
						.weight = OWN_WEIGHT};
	}
}

static void
read_series(const struct setting *map, struct article *article, struct arena *arena,
	struct report *report)
{
	struct str_list series = frontmatter_texts(map, "series", arena);
	article->series = series.count ? series.items[0] : STR("");
	article->part = setting_int(map, "part", 0, 1, 9999, report);
	if (article->part && !article->series.len)
		report_error(report, setting_find(map, "part")->at,
			"`part` of which series? Add the key `series`");
}

static void
read_marks(const struct setting *map, struct article *article, struct arena *arena,
	struct report *report)
{
	struct str_list names = frontmatter_texts(map, "marks", arena);
	for (size_t i = 0; i < names.count; i++) {
		enum mark mark = 0;
		if (!mark_named(names.items[i], &mark))
			report_error(report, setting_find(map, "marks")->at,
				"unknown mark `%.*s`; write title-supplied, "
				"beginning-lost, end-lost or date-inferred",
				STR_ARG(names.items[i]));
		article->marks |= mark;
	}
}

/* 12-48, or a single line. */
static void
read_lines(const struct setting *map, struct article *article, struct report *report)
{
	struct str text = frontmatter_text(map, "lines", report), first;
	int from = 0, to = 0;
	struct str rest = text;
	if (!text.len)
		return;
	str_cut(&rest, '-', &first);
	bool good = str_number(first, &from) &&
		    str_number(rest.len ? rest : first, &to) && from > 0 && from <= to;
	if (!good) {
		report_error(report, setting_find(map, "lines")->at,
			"`lines` should be line numbers such as 12-48, not `%.*s`",
			STR_ARG(text));
		return;
	}
	article->evidence_first = (unsigned)from;
	article->evidence_last = (unsigned)to;
}

bool
fields_read(const struct setting *map, struct page *page, struct article *article,
	struct arena *arena, struct report *report)
{
	size_t before = report_count(report, SEVERITY_ERROR);
	frontmatter_check(map, known_keys, foreign_keys, report);
	frontmatter_date(map, "date", &page->date, report);
	frontmatter_date(map, "event_date", &article->event_date, report);
	struct str number = frontmatter_text(map, "page", report);
	if (number.len)
		page->number = number;
	page->name = frontmatter_text(map, "name", report);
	read_kind(map, article, report);
	read_texts(map, article, report);
	if (!read_given_credits(map, article, arena, report))
		read_credits(map, article, arena);
	read_tags(map, article, arena);
	read_series(map, article, arena, report);
	read_marks(map, article, arena, report);
	read_lines(map, article, report);
	article->aliases = frontmatter_texts(map, "aliases", arena);
	article->draft = setting_bool(map, "draft", false, report) ||
			 !setting_bool(map, "published", true, report);
	return report_count(report, SEVERITY_ERROR) == before;
}
