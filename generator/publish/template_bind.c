#include "publish/template_bind.h"

#include "base/list.h"

struct binder {
	struct templates *templates;
	struct arena *arena;
	struct report *report;
	struct scope scope;
	unsigned sections; /* that we are in, of all templates on the way */
	unsigned depth;    /* templates on the way */
	bool good;
};

static void
bind_nodes(struct binder *binder, const struct node *parent, struct program *program);

static struct step *
add_step(struct binder *binder, struct program *program, enum step_kind kind,
	const struct node *node)
{
	struct step *step = list_add(&program->steps, binder->arena);
	*step = (struct step){.kind = kind, .node = node, .slot = SLOTS_MOST};
	return step;
}

static bool
find_value(struct binder *binder, const struct node *node, struct value *value)
{
	enum scope_answer answer = scope_find(
		&binder->scope, node, binder->templates, value, binder->report);
	if (answer == SCOPE_WRONG)
		binder->good = false;
	return answer == SCOPE_FOUND;
}

/* --- values --- */

/* Whether the tag may show a value of that type; says why not unless we are lenient. */
static bool
check_type(const struct binder *binder, const struct node *node, enum field_type type)
{
	const bool raw = node->kind == NODE_RAW;
	struct str name = node->text;
	switch (type) {
	case FIELD_NUMBER: return true;
	case FIELD_TEXT:
		return !raw || binder->templates->lenient ||
		       template_mistake(binder->report, node,
			       "`%.*s` is plain text: write {{%.*s}}", STR_ARG(name),
			       STR_ARG(name));
	case FIELD_HTML:
		return raw || template_mistake(binder->report, node,
				      "`%.*s` is HTML: write {{{%.*s}}}", STR_ARG(name),
				      STR_ARG(name));
	default:
		return template_mistake(binder->report, node,
			"`%.*s` has nothing to show: it is for sections, as in {{#%.*s}}",
			STR_ARG(name), STR_ARG(name));
	}
}

static void
bind_value(struct binder *binder, const struct node *node, struct program *program)
{
	struct value value;
	if (!find_value(binder, node, &value))
		return;
	if (!check_type(binder, node, value.type)) {
		binder->good = false;
		return;
	}
	enum step_kind kind = node->kind == NODE_RAW ? STEP_RAW : STEP_VALUE;
	if (value.type == FIELD_NUMBER)
		kind = STEP_NUMBER;
	add_step(binder, program, kind, node)->value = value;
}

/* --- sections --- */

static const struct program *
bind_body(struct binder *binder, const struct node *node)
{
	struct program *body = arena_new(binder->arena, struct program);
	bind_nodes(binder, node, body);
	return body;
}

static void
bind_section(struct binder *binder, const struct node *node, struct program *program)
{
	struct value value;
	if (!find_value(binder, node, &value))
		return;
	const struct scope outer = binder->scope;
	const struct shape *shape = shape_inside(&value);
	size_t slot = shape ? shape_slot(binder->templates, shape) : SLOTS_MOST;
	if (shape && (slot == SLOTS_MOST || !scope_enter(&binder->scope, shape))) {
		binder->good = template_mistake(
			binder->report, node, "too many kinds of records");
		return;
	}
	struct step *step = add_step(binder, program, STEP_SECTION, node);
	step->value = value;
	step->slot = slot;
	binder->sections++;
	step->body = bind_body(binder, node);
	binder->sections--;
	binder->scope = outer;
}

/* A name that means nothing, where that is allowed, is false for ever. */
static void
bind_inverted(struct binder *binder, const struct node *node, struct program *program)
{
	struct value value;
	binder->sections++;
	if (find_value(binder, node, &value)) {
		struct step *step = add_step(binder, program, STEP_INVERTED, node);
		step->value = value;
		step->body = bind_body(binder, node);
	} else
		bind_nodes(binder, node, program);
	binder->sections--;
}

/* --- blocks --- */

/* What is given was written in a template further out: blocks in it belong to that one,
 * and are given by the layers around it alone. */
static void
bind_block(struct binder *binder, const struct node *node, struct program *program)
{
	size_t outer = binder->scope.layer_count, layer;
	const struct node *given = scope_given(&binder->scope, node->text, &layer);
	struct step *step = add_step(binder, program, STEP_BLOCK, node);
	if (given)
		binder->scope.layer_count = layer;
	step->body = bind_body(binder, given ? given : node);
	binder->scope.layer_count = outer;
}

static bool
gives_something(const struct scope *scope, const struct node *parent)
{
	size_t layer;
	for (size_t i = 0; i < parent->children.count; i++)
		if (!scope_given(scope, parent->children.items[i].text, &layer))
			return true;
	return false;
}

/* --- partials --- */

static const struct program *
find_program(const struct template *template, const struct scope *scope)
{
	const struct program_list *programs = template->programs;
	for (size_t i = 0; i < programs->count; i++)
		if (scope_equal(&programs->items[i]->scope, scope))
			return programs->items[i];
	return NULL;
}

/* The program is in the list before it is bound, so that templates may include
 * themselves. */
static const struct program *
bind_template(struct binder *binder, const struct template *template)
{
	const struct program *known = find_program(template, &binder->scope);
	if (known)
		return known;
	struct program *program = arena_new(binder->arena, struct program);
	*list_add(template->programs, binder->arena) = program;
	*program = (struct program){
		.template = template,
		.scope = binder->scope,
		.slot = shape_slot(binder->templates,
			binder->scope.shapes[binder->scope.shape_count - 1]),
		.good = true,
		.open = true,
		.sections = binder->sections,
	};
	bool good = binder->good;
	binder->good = true;
	binder->depth++;
	bind_nodes(binder, &template->root, program);
	binder->depth--;
	program->good = binder->good;
	program->open = false;
	binder->good = good;
	return program;
}

bool
template_usable(
	const struct template *template, const struct node *tag, struct report *report)
{
	if (template->state != TEMPLATE_MISSING || template->templates->lenient)
		return template->state == TEMPLATE_GOOD;
	struct str name = template->name;
	struct str near = templates_nearest(template->templates, name, report->arena);
	if (near.len)
		return template_mistake(report, tag,
			"no template `%.*s`; did you mean `%.*s`?", STR_ARG(name),
			STR_ARG(near));
	return template_mistake(report, tag, "no template `%.*s`", STR_ARG(name));
}

static bool
bind_static_partial(
	struct binder *binder, const struct node *node, struct program *program)
{
	const struct template *template =
		templates_look_up(binder->templates, node->text, binder->report);
	if (!template_usable(template, node, binder->report))
		return binder->templates->lenient;
	const struct program *body = bind_template(binder, template);
	if (body->open && body->sections == binder->sections)
		return template_mistake(binder->report, node,
			"`%.*s` includes itself, and no section ends that",
			STR_ARG(template->name));
	add_step(binder, program, STEP_PARTIAL, node)->body = body;
	return body->good;
}

static bool
bind_dynamic_partial(
	struct binder *binder, const struct node *node, struct program *program)
{
	struct value value;
	if (!find_value(binder, node, &value))
		return binder->good;
	if (value.type != FIELD_TEXT)
		return template_mistake(binder->report, node,
			"`%.*s` is no text, so it cannot name a template",
			STR_ARG(node->text));
	struct scope *scope = arena_new(binder->arena, struct scope);
	*scope = binder->scope;
	struct step *step = add_step(binder, program, STEP_DYNAMIC, node);
	step->value = value;
	step->scope = scope;
	return true;
}

static void
bind_partial(struct binder *binder, const struct node *node, struct program *program)
{
	struct scope *scope = &binder->scope;
	size_t outer = scope->layer_count;
	if (binder->depth > TEMPLATES_DEEPEST || outer == SCOPE_DEEPEST) {
		binder->good = template_mistake(
			binder->report, node, "too many templates within one another");
		return;
	}
	if (node->kind == NODE_PARENT && gives_something(scope, node))
		scope->layers[scope->layer_count++] = node;
	bool good = node->dynamic ? bind_dynamic_partial(binder, node, program)
				  : bind_static_partial(binder, node, program);
	binder->good = binder->good && good;
	scope->layer_count = outer;
}

/* --- all --- */

static void
bind_node(struct binder *binder, const struct node *node, struct program *program)
{
	switch (node->kind) {
	case NODE_TEXT:
		add_step(binder, program, STEP_TEXT, node)->text = node->text;
		break;
	case NODE_VALUE:
	case NODE_RAW: bind_value(binder, node, program); break;
	case NODE_SECTION: bind_section(binder, node, program); break;
	case NODE_INVERTED: bind_inverted(binder, node, program); break;
	case NODE_PARTIAL:
	case NODE_PARENT: bind_partial(binder, node, program); break;
	case NODE_BLOCK: bind_block(binder, node, program); break;
	}
}

static void
bind_nodes(struct binder *binder, const struct node *parent, struct program *program)
{
	for (size_t i = 0; i < parent->children.count; i++)
		bind_node(binder, &parent->children.items[i], program);
}

const struct program *
template_bind(
	const struct template *template, const struct scope *scope, struct report *report)
{
	struct binder binder = {
		.templates = template->templates,
		.arena = template->templates->arena,
		.report = report,
		.scope = *scope,
		.good = true,
	};
	return bind_template(&binder, template);
}

bool
template_check(
	const struct template *template, const struct shape *root, struct report *report)
{
	struct scope scope = scope_of(root);
	return template_bind(template, &scope, report)->good;
}
