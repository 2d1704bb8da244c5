#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "publish/template.h"
#include "review.h"

const struct review_words review_words[REVIEW_KINDS] = {
	[REVIEW_CUT] = {"doubtful-cut", "doubtful cut", "切分可疑"},
	[REVIEW_HEADLINE] = {"no-headline", "no headline", "没有标题"},
	[REVIEW_BEGINNING] = {"beginning-lost", "beginning lost", "上文缺"},
	[REVIEW_END] = {"end-lost", "end lost", "下文缺"},
	[REVIEW_DATE] = {"inferred-date", "inferred date", "日期推定"},
	[REVIEW_REPEAT] = {"dropped-repeat", "dropped repeat", "略去的重复文字"},
	[REVIEW_LINE] = {"unknown-line", "unknown line", "不明归属的文字"},
	[REVIEW_UNKNOWN] = {"unknown-name", "unknown name", "文中没有的人名"},
	[REVIEW_UNUSED] = {"unused-entry", "unused entry", "没有用到的词条"},
	[REVIEW_DOUBTFUL] = {"doubtful-name", "doubtful name", "可疑的人名"},
	[REVIEW_NAME] = {"new-name", "new name", "新出现的人名"},
};

/* --- lines --- */

/* Bare where YAML reads it as it stands: characters of names, a letter beyond ASCII
 * first, so that it is no number, no truth value and no null. */
static bool
is_bare(struct str name)
{
	bool bare = str_peek(name) > 0x7F;
	for (struct str rest = name; rest.len && bare;) {
		uint32_t c = str_next(&rest);
		bare = text_is_alphanumeric(c) || c == 0xB7 || c == '-' || c == '.';
	}
	return bare;
}

static void
add_name(struct strbuf *out, const struct review_item *item)
{
	strbuf_printf(out, "# %.*s:%u: %.*s\n- name: ", STR_ARG(item->at.file),
		item->at.line, STR_ARG(item->text));
	if (is_bare(item->name)) {
		strbuf_add(out, item->name);
	} else {
		strbuf_add_char(out, '\'');
		strbuf_add(out, str_replace(item->name, STR("'"), STR("''"), out->arena));
		strbuf_add_char(out, '\'');
	}
	strbuf_add(
		out, item->kind == REVIEW_DOUBTFUL ? STR("\n  deny: true\n") : STR("\n"));
}

static bool
is_name(const struct review_item *item)
{
	return item->kind == REVIEW_NAME || item->kind == REVIEW_DOUBTFUL;
}

static struct str
names(const struct review *review, enum review_kind kind)
{
	struct strbuf out = strbuf_open(review->arena);
	for (size_t i = 0; i < review->list.count; i++)
		if (review->list.items[i].kind == kind)
			add_name(&out, &review->list.items[i]);
	return strbuf_str(&out);
}

static const char *
kind_in_words(const struct review *review, enum review_kind kind)
{
	return review->language == LANGUAGE_CHINESE ? review_words[kind].chinese
						    : review_words[kind].english;
}

/* A comment above names, in the reader's language. */
static void
add_heading(struct strbuf *out, const struct review *review, const char *words)
{
	strbuf_printf(
		out, "\n# %s\n", message_in(review->language, words, review->arena));
}

struct str
review_lines(const struct review *review)
{
	struct strbuf out = strbuf_open(review->arena);
	for (size_t i = 0; i < review->list.count; i++) {
		const struct review_item *item = &review->list.items[i];
		if (!is_name(item))
			strbuf_printf(&out, "%.*s:%u: %s: %.*s: %.*s\n",
				STR_ARG(item->at.file), item->at.line,
				kind_in_words(review, item->kind), STR_ARG(item->text),
				STR_ARG(item->advice));
	}
	if (review->counts[REVIEW_NAME])
		add_heading(&out, review,
			"New names, each in one article alone: copy those that are "
			"right to people.yaml, and those that are no names with a line "
			"`  deny: true` below");
	strbuf_add(&out, names(review, REVIEW_NAME));
	if (review->counts[REVIEW_DOUBTFUL])
		add_heading(&out, review,
			"Doubtful names, which have no page: of those that are "
			"persons, copy the line `- name:` alone; copied whole, they "
			"are doubtful no more");
	strbuf_add(&out, names(review, REVIEW_DOUBTFUL));
	return strbuf_str(&out);
}

/* --- JSON --- */

static void
write_item(struct json *json, const struct review_item *item)
{
	json_object_begin(json);
	json_key(json, "kind");
	json_text(json, str_from(review_words[item->kind].name));
	json_key(json, "doubt");
	json_number(json, item->doubt);
	json_key(json, "file");
	json_text(json, item->at.file);
	json_key(json, "line");
	json_number(json, item->at.line);
	json_key(json, "text");
	json_text(json, item->text);
	json_key(json, "advice");
	json_text(json, item->advice);
	json_object_end(json);
}

struct str
review_json(const struct review *review)
{
	struct strbuf out = strbuf_open(review->arena);
	struct json json = json_open(&out);
	json_array_begin(&json);
	for (size_t i = 0; i < review->list.count; i++)
		write_item(&json, &review->list.items[i]);
	json_array_end(&json);
	return strbuf_str(&out);
}

/* --- the page --- */

struct kind_view {
	struct str english, chinese;
	long count;
};

struct item_view {
	struct str english, chinese, file, text, advice;
	long line;
};

struct review_view {
	struct str title, names, doubtful, advice_language;
	struct rows kinds, items;
	long count;
	bool has_items;
};

static const struct field kind_fields[] = {
	FIELD(struct kind_view, english, FIELD_TEXT, NULL,
		"the kind of doubt in English"),
	FIELD(struct kind_view, chinese, FIELD_TEXT, NULL,
		"the kind of doubt in Chinese"),
	FIELD(struct kind_view, count, FIELD_NUMBER, NULL, "how many there are"),
	{0},
};

static const struct shape kind_shape = {"kind", sizeof(struct kind_view), kind_fields};

static const struct field item_fields[] = {
	FIELD(struct item_view, english, FIELD_TEXT, NULL,
		"the kind of doubt in English"),
	FIELD(struct item_view, chinese, FIELD_TEXT, NULL,
		"the kind of doubt in Chinese"),
	FIELD(struct item_view, file, FIELD_TEXT, NULL, "path of the file"),
	FIELD(struct item_view, line, FIELD_NUMBER, NULL, "line of the file"),
	FIELD(struct item_view, text, FIELD_TEXT, NULL, "what is in doubt"),
	FIELD(struct item_view, advice, FIELD_TEXT, NULL, "what to do"),
	{0},
};

static const struct shape item_shape = {"item", sizeof(struct item_view), item_fields};

static const struct field fields[] = {
	FIELD(struct review_view, title, FIELD_TEXT, NULL, "of the site"),
	FIELD(struct review_view, advice_language, FIELD_TEXT, NULL,
		"of what to do: en or zh-Hans"),
	FIELD(struct review_view, kinds, FIELD_ROWS, &kind_shape, "kinds that occur"),
	FIELD(struct review_view, items, FIELD_ROWS, &item_shape,
		"doubts, but for names"),
	FIELD(struct review_view, has_items, FIELD_FLAG, NULL,
		"whether there are such doubts"),
	FIELD(struct review_view, names, FIELD_TEXT, NULL, "new names, for people.yaml"),
	FIELD(struct review_view, doubtful, FIELD_TEXT, NULL,
		"doubtful names, for people.yaml"),
	FIELD(struct review_view, count, FIELD_NUMBER, NULL, "doubts and names together"),
	{0},
};

static const struct shape shape = {"review", sizeof(struct review_view), fields};

static struct rows
kind_rows(const struct review *review)
{
	struct kind_view *rows =
		arena_array(review->arena, struct kind_view, REVIEW_KINDS);
	size_t count = 0;
	for (int kind = 0; kind < REVIEW_KINDS; kind++)
		if (review->counts[kind])
			rows[count++] =
				(struct kind_view){str_from(review_words[kind].english),
					str_from(review_words[kind].chinese),
					(long)review->counts[kind]};
	return (struct rows){rows, count};
}

static struct rows
item_rows(const struct review *review)
{
	struct item_view *rows =
		arena_array(review->arena, struct item_view, review->list.count + 1);
	size_t count = 0;
	for (size_t i = 0; i < review->list.count; i++) {
		const struct review_item *item = &review->list.items[i];
		if (!is_name(item))
			rows[count++] = (struct item_view){
				.english = str_from(review_words[item->kind].english),
				.chinese = str_from(review_words[item->kind].chinese),
				.file = item->at.file,
				.line = item->at.line,
				.text = item->text,
				.advice = item->advice,
			};
	}
	return (struct rows){rows, count};
}

bool
review_write_page(const struct review *review, const struct site *site, struct str path,
	struct report *report)
{
	struct review_view view = {
		.title = site->title,
		.names = names(review, REVIEW_NAME),
		.doubtful = names(review, REVIEW_DOUBTFUL),
		.advice_language =
			review->language == LANGUAGE_CHINESE ? STR("zh-Hans") : STR("en"),
		.kinds = kind_rows(review),
		.items = item_rows(review),
		.count = (long)review->list.count,
		.has_items = review->list.count > review->counts[REVIEW_NAME] +
							  review->counts[REVIEW_DOUBTFUL],
	};
	struct strbuf out = strbuf_open(review->arena);
	struct str own = file_join(site->content, STR("templates"), review->arena);
	struct templates *templates = templates_open(site->templates, own, review->arena);
	const struct template *template =
		template_find(templates, STR("review.html"), report);
	return template && template_check(template, &shape, report) &&
	       template_render(template, &shape, &view, &out, report) &&
	       file_replace(path, strbuf_str(&out), report);
}
