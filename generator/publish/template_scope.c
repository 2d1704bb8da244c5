#include "publish/template_scope.h"

#include "base/list.h"
#include "base/settings.h"

/* --- shapes --- */

/* A section over a plain value makes it the innermost record: {{.}} is the value itself.
 */
static const struct field text_fields[] = {
	{".", FIELD_TEXT, 0, NULL, "the text itself"},
	{0},
};
static const struct field html_fields[] = {
	{".", FIELD_HTML, 0, NULL, "the HTML itself"},
	{0},
};
static const struct field number_fields[] = {
	{".", FIELD_NUMBER, 0, NULL, "the number itself"},
	{"many", FIELD_MANY, 0, NULL, "whether it is another than 1"},
	{0},
};
static const struct shape text_shape = {"text", sizeof(struct str), text_fields};
static const struct shape html_shape = {"html", sizeof(struct html), html_fields};
static const struct shape number_shape = {"number", sizeof(long), number_fields};

const struct shape *
shape_inside(const struct value *value)
{
	switch (value->type) {
	case FIELD_TEXT: return &text_shape;
	case FIELD_HTML: return &html_shape;
	case FIELD_NUMBER: return &number_shape;
	case FIELD_RECORD:
	case FIELD_ROWS: return value->shape;
	default: return NULL;
	}
}

size_t
shape_slot(struct templates *templates, const struct shape *shape)
{
	for (size_t i = 0; i < templates->shapes.count; i++)
		if (templates->shapes.items[i] == shape)
			return i;
	if (templates->shapes.count == SLOTS_MOST)
		return SLOTS_MOST;
	*list_add(&templates->shapes, templates->arena) = shape;
	return templates->shapes.count - 1;
}

static const struct field *
find_field(const struct shape *shape, struct str name)
{
	for (const struct field *field = shape->fields; field->name; field++)
		if (str_equal(str_from(field->name), name))
			return field;
	return NULL;
}

/* --- scopes --- */

struct scope
scope_of(const struct shape *root)
{
	return (struct scope){.shapes = {root}, .shape_count = 1};
}

bool
scope_equal(const struct scope *a, const struct scope *b)
{
	if (a->shape_count != b->shape_count || a->layer_count != b->layer_count)
		return false;
	for (size_t i = 0; i < a->shape_count; i++)
		if (a->shapes[i] != b->shapes[i])
			return false;
	for (size_t i = 0; i < a->layer_count; i++)
		if (a->layers[i] != b->layers[i])
			return false;
	return true;
}

bool
scope_enter(struct scope *scope, const struct shape *shape)
{
	size_t kept = 0;
	for (size_t i = 0; i < scope->shape_count; i++)
		if (scope->shapes[i] != shape)
			scope->shapes[kept++] = scope->shapes[i];
	scope->shape_count = kept;
	if (kept == SCOPE_DEEPEST)
		return false;
	scope->shapes[scope->shape_count++] = shape;
	return true;
}

static const struct node *
find_block(const struct node *parent, struct str name)
{
	for (size_t i = 0; i < parent->children.count; i++)
		if (str_equal(parent->children.items[i].text, name))
			return &parent->children.items[i];
	return NULL;
}

const struct node *
scope_given(const struct scope *scope, struct str name, size_t *layer)
{
	for (*layer = 0; *layer < scope->layer_count; ++*layer) {
		const struct node *given = find_block(scope->layers[*layer], name);
		if (given)
			return given;
	}
	return NULL;
}

/* --- mistakes --- */

static bool
is_reported(const struct report *report, struct place at)
{
	for (size_t i = 0; i < report->count; i++) {
		const struct place *old = &report->items[i].at;
		if (old->line == at.line && old->column == at.column &&
			str_equal(old->file, at.file))
			return true;
	}
	return false;
}

bool
template_mistake(struct report *report, const struct node *node, const char *format, ...)
{
	if (is_reported(report, node->at))
		return false;
	struct strbuf text = strbuf_open(report->arena);
	va_list arguments;
	va_start(arguments, format);
	strbuf_vprintf(
		&text, message_in(report->language, format, report->arena), arguments);
	va_end(arguments);
	return report_error(report, node->at, "%.*s", STR_ARG(strbuf_str(&text)));
}

/* "row of article": the records in which a name was looked for. */
static struct str
scope_text(const struct scope *scope, struct arena *arena)
{
	struct str_list names = {0};
	for (size_t i = scope->shape_count; i > 0; i--)
		str_list_add(&names, str_from(scope->shapes[i - 1]->name), arena);
	return str_join(&names, STR(" of "), arena);
}

static struct str
nearest_name(const struct scope *scope, struct str wrong, struct arena *arena)
{
	struct {
		const char **items;
		size_t count, capacity;
	} names = {0};
	for (size_t i = scope->shape_count; i > 0; i--)
		for (const struct field *field = scope->shapes[i - 1]->fields;
			field->name; field++)
			*list_add(&names, arena) = field->name;
	*list_add(&names, arena) = NULL;
	return settings_nearest(wrong, names.items);
}

static void
report_unknown(const struct scope *scope, const struct node *node, struct str name,
	struct report *report)
{
	if (str_equal(name, STR("."))) {
		template_mistake(report, node, "`.` has no value here: %s is a record",
			scope->shapes[scope->shape_count - 1]->name);
		return;
	}
	struct str near = nearest_name(scope, name, report->arena);
	struct str where = scope_text(scope, report->arena);
	if (near.len)
		template_mistake(report, node,
			"unknown name `%.*s` in %.*s; did you mean `%.*s`?",
			STR_ARG(name), STR_ARG(where), STR_ARG(near));
	else
		template_mistake(report, node, "unknown name `%.*s` in %.*s",
			STR_ARG(name), STR_ARG(where));
}

/* --- names --- */

struct search {
	const struct node *node;
	struct templates *templates;
	struct report *report;
};

static enum scope_answer
not_found(const struct search *search, const struct scope *scope, struct str name)
{
	if (search->templates->lenient)
		return SCOPE_UNKNOWN;
	report_unknown(scope, search->node, name, search->report);
	return SCOPE_WRONG;
}

/* The field of the innermost shape that knows the name; `.` only means the innermost of
 * all. */
static const struct field *
find_in_scope(const struct scope *scope, struct str name, struct templates *templates,
	size_t *slot)
{
	size_t outermost = str_equal(name, STR(".")) ? scope->shape_count - 1 : 0;
	for (size_t i = scope->shape_count; i > outermost; i--) {
		const struct shape *shape = scope->shapes[i - 1];
		const struct field *field = find_field(shape, name);
		if (field) {
			*slot = shape_slot(templates, shape);
			return field;
		}
	}
	return NULL;
}

/* Follows the parts of a dotted name behind its first one from record to record. */
static enum scope_answer
follow(const struct search *search, struct str rest, const struct field **field,
	struct value *value)
{
	struct {
		size_t *items;
		size_t count, capacity;
	} hops = {0};
	struct str part;
	while (str_cut(&rest, '.', &part)) {
		if ((*field)->type != FIELD_RECORD && search->templates->lenient)
			return SCOPE_UNKNOWN;
		if ((*field)->type != FIELD_RECORD) {
			template_mistake(search->report, search->node,
				"`%.*s` leads nowhere: `%s` is no record",
				STR_ARG(search->node->text), (*field)->name);
			return SCOPE_WRONG;
		}
		struct scope inner = scope_of((*field)->shape);
		*list_add(&hops, search->templates->arena) = (*field)->offset;
		*field = find_field((*field)->shape, part);
		if (!*field)
			return not_found(search, &inner, part);
	}
	value->hops = hops.items;
	value->hop_count = hops.count;
	return SCOPE_FOUND;
}

enum scope_answer
scope_find(const struct scope *scope, const struct node *node,
	struct templates *templates, struct value *value, struct report *report)
{
	const struct search search = {node, templates, report};
	struct str rest = node->text, first = rest;
	if (str_equal(rest, STR(".")))
		rest = STR_NONE;
	else
		str_cut(&rest, '.', &first);
	*value = (struct value){0};
	const struct field *field = find_in_scope(scope, first, templates, &value->slot);
	if (!field)
		return not_found(&search, scope, first);
	enum scope_answer answer = follow(&search, rest, &field, value);
	if (answer != SCOPE_FOUND)
		return answer;
	value->type = field->type;
	value->shape = field->shape;
	value->offset = field->offset;
	return SCOPE_FOUND;
}
