#include <string.h>

#include <yaml.h>

#include "base/list.h"
#include "base/map.h"
#include "base/settings.h"
#include "base/settings_cures.h"
#include "base/text.h"

enum { DEEPEST = 16 };

struct parser {
	yaml_parser_t yaml;
	yaml_event_t event; /* the current one, ours to delete before the next */
	struct str text;
	struct place start; /* of the text within its file */
	unsigned depth;
	struct arena *arena;
	struct report *report;
};

static struct setting *read_value(struct parser *parser);

/* libyaml counts lines and columns, in code points, from 0. */
static struct place
place_of(const struct parser *parser, yaml_mark_t mark)
{
	return (struct place){
		.file = parser->start.file,
		.line = parser->start.line + (unsigned)mark.line,
		.column = (unsigned)mark.column + 1,
	};
}

static struct place
here(const struct parser *parser)
{
	return place_of(parser, parser->event.start_mark);
}

/* The place of a problem of the YAML itself, with its cure, or in libyaml's words. */
static bool
report_problem(struct parser *parser)
{
	const yaml_parser_t *yaml = &parser->yaml;
	if (yaml->error == YAML_MEMORY_ERROR)
		return report_fault(parser->report, parser->start, "out of memory");
	const char *problem = yaml->problem ? yaml->problem : "it cannot be read";
	yaml_mark_t mark =
		yaml->error == YAML_READER_ERROR ? yaml->mark : yaml->problem_mark;
	/* Quotes that stay open: where they were opened, not where the file ends. */
	if (strstr(problem, "unexpected end of stream") && yaml->context)
		mark = yaml->context_mark;
	const char *cure =
		settings_cure(problem, str_points(parser->text, mark.index, SIZE_MAX));
	if (cure)
		return report_error(parser->report, place_of(parser, mark), "%s",
			report_word(parser->report, cure));
	if (yaml->context)
		return report_error(parser->report, place_of(parser, mark),
			"not valid YAML: %s %s", problem, yaml->context);
	return report_error(
		parser->report, place_of(parser, mark), "not valid YAML: %s", problem);
}

static bool
next_event(struct parser *parser)
{
	yaml_event_delete(&parser->event);
	return yaml_parser_parse(&parser->yaml, &parser->event) || report_problem(parser);
}

static struct setting *
new_setting(struct parser *parser, enum setting_kind kind)
{
	struct setting *setting = arena_new(parser->arena, struct setting);
	setting->kind = kind;
	setting->at = here(parser);
	return setting;
}

/* YAML's own ways to say that there is nothing. */
static bool
is_nothing(struct str plain)
{
	return str_equal(plain, STR("~")) || str_equal(plain, STR("null")) ||
	       str_equal(plain, STR("Null")) || str_equal(plain, STR("NULL"));
}

/* Escapes such as "\0" can make characters that text_read would never have let in. */
static bool
has_unwanted(struct str text)
{
	while (text.len)
		if (text_is_unwanted(str_next(&text)))
			return true;
	return false;
}

/* YAML makes a space of the end of a line; where Chinese goes on none belongs. */
static struct str
without_folds(struct str text, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	for (uint32_t before = 0; text.len;) {
		struct str rest = text;
		uint32_t c = str_next(&rest);
		bool is_fold = c == ' ' && text_width(before) == 2 && rest.len &&
			       text_width(str_peek(rest)) == 2;
		if (!is_fold)
			strbuf_add(&out, str_slice(text, 0, text.len - rest.len));
		before = c;
		text = rest;
	}
	return strbuf_str(&out);
}

static struct setting *
read_text(struct parser *parser)
{
	struct setting *setting = new_setting(parser, SETTING_TEXT);
	yaml_scalar_style_t style = parser->event.data.scalar.style;
	struct str text = {(const char *)parser->event.data.scalar.value,
		parser->event.data.scalar.length};
	setting->quoted = style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
			  style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	if (has_unwanted(text)) {
		report_error(parser->report, setting->at,
			"the value has a control character that text may not have");
		return NULL;
	}
	if (style == YAML_PLAIN_SCALAR_STYLE && is_nothing(text))
		text = STR("");
	bool is_folded = style != YAML_LITERAL_SCALAR_STYLE &&
			 parser->event.start_mark.line != parser->event.end_mark.line;
	setting->text = is_folded ? without_folds(text, parser->arena)
				  : str_copy(text, parser->arena);
	return setting;
}

static struct setting *
read_list(struct parser *parser)
{
	struct setting *list = new_setting(parser, SETTING_LIST);
	while (next_event(parser)) {
		if (parser->event.type == YAML_SEQUENCE_END_EVENT)
			return list;
		struct setting *item = read_value(parser);
		if (!item)
			return NULL;
		*list_add(list, parser->arena) = item;
	}
	return NULL;
}

/* The current event as a key that the map does not have yet. */
static struct setting *
read_key(struct parser *parser, struct map *known)
{
	struct place at = here(parser);
	yaml_event_type_t type = parser->event.type;
	if (type == YAML_MAPPING_START_EVENT || type == YAML_SEQUENCE_START_EVENT) {
		report_error(parser->report, at, "a key must be a text");
		return NULL;
	}
	struct setting *key = read_value(parser);
	if (!key)
		return NULL;
	if (key->text.len == 0) {
		report_error(parser->report, at, "a key is missing before the colon");
		return NULL;
	}
	void **place = map_at(known, key->text);
	const struct setting *first = *place;
	if (first) {
		report_error(parser->report, at,
			"key `%.*s` stands twice, first on line %u; keep one of them",
			STR_ARG(key->text), first->at.line);
		return NULL;
	}
	*place = key;
	return key;
}

static struct setting *
read_map(struct parser *parser)
{
	struct setting *map = new_setting(parser, SETTING_MAP);
	struct map known = map_open(parser->arena);
	while (next_event(parser)) {
		if (parser->event.type == YAML_MAPPING_END_EVENT)
			return map;
		const struct setting *key = read_key(parser, &known);
		if (!key || !next_event(parser))
			return NULL;
		struct setting *value = read_value(parser);
		if (!value)
			return NULL;
		value->key = key->text;
		value->key_at = key->at;
		*list_add(map, parser->arena) = value;
	}
	return NULL;
}

/* Anchors and tags give a value a meaning beside its text, and aliases can make a small
 * file huge: nobody needs them here. */
static bool
is_bare(struct parser *parser)
{
	const yaml_event_t *event = &parser->event;
	const yaml_char_t *anchor = NULL, *tag = NULL;
	if (event->type == YAML_ALIAS_EVENT)
		return report_error(parser->report, here(parser),
			"aliases (*%s) are not supported; write the value out",
			(const char *)event->data.alias.anchor);
	if (event->type == YAML_SCALAR_EVENT) {
		anchor = event->data.scalar.anchor;
		tag = event->data.scalar.tag;
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		anchor = event->data.sequence_start.anchor;
		tag = event->data.sequence_start.tag;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		anchor = event->data.mapping_start.anchor;
		tag = event->data.mapping_start.tag;
	}
	if (anchor)
		return report_error(parser->report, here(parser),
			"anchors (&%s) are not supported; put a text that begins with & "
			"in quotes",
			(const char *)anchor);
	if (tag)
		return report_error(parser->report, here(parser),
			"tags (%s) are not supported; put a text that begins with ! in "
			"quotes",
			(const char *)tag);
	return true;
}

/* The value that begins with the current event. */
static struct setting *
read_value(struct parser *parser)
{
	if (!is_bare(parser))
		return NULL;
	if (parser->event.type == YAML_SCALAR_EVENT)
		return read_text(parser);
	if (parser->depth == DEEPEST) {
		report_error(parser->report, here(parser),
			"lists and maps are nested more than %d deep", DEEPEST);
		return NULL;
	}
	parser->depth++;
	struct setting *value = parser->event.type == YAML_MAPPING_START_EVENT
					? read_map(parser)
					: read_list(parser);
	parser->depth--;
	return value;
}

/* The one document between the start of the stream and its end. */
static struct setting *
read_document(struct parser *parser)
{
	/* Each takes one. NOLINTNEXTLINE(misc-redundant-expression) */
	if (!next_event(parser) || !next_event(parser))
		return NULL;
	struct setting *root = new_setting(parser, SETTING_MAP);
	if (parser->event.type == YAML_STREAM_END_EVENT)
		return root;
	if (!next_event(parser))
		return NULL;
	root = read_value(parser);
	if (!root || !next_event(parser) || !next_event(parser))
		return NULL;
	if (parser->event.type != YAML_STREAM_END_EVENT) {
		report_error(
			parser->report, here(parser), "a second document begins here");
		return NULL;
	}
	if (root->kind == SETTING_TEXT && !root->quoted && root->text.len == 0)
		root->kind = SETTING_MAP; /* nothing but comments, or a bare `---` */
	return root;
}

struct setting *
settings_parse(
	struct str text, struct place at, struct arena *arena, struct report *report)
{
	struct parser parser = {
		.text = text, .start = at, .arena = arena, .report = report};
	if (!parser.start.line)
		parser.start.line = 1;
	if (!yaml_parser_initialize(&parser.yaml)) {
		report_fault(report, at, "out of memory");
		return NULL;
	}
	yaml_parser_set_encoding(&parser.yaml, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser.yaml,
		(const unsigned char *)(text.len ? text.data : ""), text.len);
	struct setting *root = read_document(&parser);
	yaml_event_delete(&parser.event);
	yaml_parser_delete(&parser.yaml);
	return root;
}
