/* Walks a template's program beside a record and writes what it shows. */
#include "base/json.h"
#include "publish/html.h"
#include "publish/template_bind.h"

/* White space in front of the lines of a partial, outermost last. */
struct margin {
	struct str text;
	const struct margin *outer;
};

struct walk {
	struct templates *templates;
	struct strbuf *out;
	void (*escape)(struct strbuf *out, struct str text); /* fit for the file */
	struct report *report;
	const struct margin *margin; /* NULL for none */
	bool at_line_start;          /* no byte of the line is out yet */
	bool good;
	unsigned depth; /* of templates */
	const void
		*records[SLOTS_MOST]; /* by slot; set where the scope names the shape */
};

static void walk_program(struct walk *walk, const struct program *program);

/* --- lines --- */

static void
add_margin(struct strbuf *out, const struct margin *margin)
{
	if (margin) {
		add_margin(out, margin->outer);
		strbuf_add(out, margin->text);
	}
}

/* Before anything that is put on a line. */
static void
begin_line(struct walk *walk)
{
	if (walk->at_line_start)
		add_margin(walk->out, walk->margin);
	walk->at_line_start = false;
}

static bool
is_empty_line(struct str line)
{
	return str_starts(line, STR("\n")) || str_starts(line, STR("\r\n"));
}

static struct str
cut_line(struct str *text)
{
	size_t end = str_find(*text, STR("\n"));
	struct str line = str_slice(*text, 0, end == SIZE_MAX ? text->len : end + 1);
	*text = str_slice(*text, line.len, text->len);
	return line;
}

/* Lines of the template get the margin in front; empty ones and values do not. */
static void
render_text(struct walk *walk, struct str text)
{
	if (!walk->margin) {
		strbuf_add(walk->out, text);
		walk->at_line_start =
			text.len ? text.data[text.len - 1] == '\n' : walk->at_line_start;
		return;
	}
	do {
		struct str line = cut_line(&text);
		if (!is_empty_line(line))
			begin_line(walk);
		strbuf_add(walk->out, line);
		walk->at_line_start = str_ends(line, STR("\n"));
	} while (text.len);
}

static void
render_value(struct walk *walk, enum step_kind kind, struct str value)
{
	begin_line(walk);
	if (kind == STEP_RAW)
		strbuf_add(walk->out, value);
	else
		walk->escape(walk->out, value);
}

static void
render_number(struct walk *walk, long value)
{
	begin_line(walk);
	strbuf_add_number(walk->out, value);
}

/* --- values --- */

/* The value itself; NULL when a record on the way to it is not there. */
static const void *
find_value(const struct walk *walk, const struct value *value)
{
	const char *record = walk->records[value->slot];
	for (size_t i = 0; i < value->hop_count && record; i++)
		record = *(const void *const *)(const void *)(record + value->hops[i]);
	return record ? record + value->offset : NULL;
}

static struct str
text_of(const void *value)
{
	return value ? *(const struct str *)value : STR("");
}

/* How often a section over the value is shown. */
static size_t
times_shown(const struct value *value, const void *found)
{
	if (!found)
		return 0;
	switch (value->type) {
	case FIELD_TEXT:
	case FIELD_HTML: return text_of(found).len > 0;
	case FIELD_NUMBER: return *(const long *)found != 0;
	case FIELD_MANY: return *(const long *)found != 1;
	case FIELD_FLAG: return *(const bool *)found;
	case FIELD_RECORD: return *(const void *const *)found != NULL;
	case FIELD_ROWS: return ((const struct rows *)found)->count;
	}
	return 0;
}

/* The record that the section enters at its turn i. */
static const void *
record_of(const struct value *value, const void *found, size_t i)
{
	if (value->type == FIELD_RECORD)
		return *(const void *const *)found;
	if (value->type == FIELD_ROWS)
		return (const char *)((const struct rows *)found)->items +
		       i * value->shape->size;
	return found;
}

/* --- sections --- */

static void
walk_section(struct walk *walk, const struct step *step)
{
	const void *found = find_value(walk, &step->value);
	size_t times = times_shown(&step->value, found);
	if (step->slot == SLOTS_MOST) {
		if (times)
			walk_program(walk, step->body);
		return;
	}
	const void *outer = walk->records[step->slot];
	for (size_t i = 0; i < times && walk->good; i++) {
		walk->records[step->slot] = record_of(&step->value, found, i);
		walk_program(walk, step->body);
	}
	walk->records[step->slot] = outer;
}

static void
walk_inverted(struct walk *walk, const struct step *step)
{
	bool shown = !times_shown(&step->value, find_value(walk, &step->value));
	if (shown)
		walk_program(walk, step->body);
}

/* --- partials and blocks --- */

static void
walk_behind_margin(struct walk *walk, const struct step *step, const struct program *body)
{
	const struct margin *outer = walk->margin;
	struct margin margin = {step->node->margin, outer};
	if (margin.text.len)
		walk->margin = &margin;
	walk_program(walk, body);
	walk->margin = outer;
}

static void
walk_block(struct walk *walk, const struct step *step)
{
	size_t before = walk->out->len;
	walk_behind_margin(walk, step, step->body);
	if (!walk->at_line_start && walk->out->len != before)
		render_text(walk, step->node->line_end);
}

/* A partial in the middle of a line begins behind that line's margin and has none of its
 * own. */
static void
walk_inline(struct walk *walk, const struct program *body)
{
	const struct margin *outer = walk->margin;
	if (walk->at_line_start)
		render_text(walk, STR(""));
	walk->margin = NULL;
	walk_program(walk, body);
	walk->margin = outer;
}

static void
walk_partial(struct walk *walk, const struct step *step, const struct program *body)
{
	if (walk->depth == TEMPLATES_DEEPEST) {
		walk->good = report_error(walk->report, step->node->at,
			"more than %d templates within one another", TEMPLATES_DEEPEST);
		return;
	}
	walk->depth++;
	if (step->node->standalone)
		walk_behind_margin(walk, step, body);
	else
		walk_inline(walk, body);
	walk->depth--;
}

static void
walk_dynamic(struct walk *walk, const struct step *step)
{
	struct str name = text_of(find_value(walk, &step->value));
	if (name.len == 0)
		return;
	const struct template *template =
		templates_look_up(walk->templates, name, walk->report);
	if (!template_usable(template, step->node, walk->report)) {
		walk->good = walk->templates->lenient;
		return;
	}
	const struct program *body = template_bind(template, step->scope, walk->report);
	walk->good = body->good;
	if (body->good)
		walk_partial(walk, step, body);
}

/* --- all --- */

static void
walk_step(struct walk *walk, const struct step *step)
{
	const void *found;
	switch (step->kind) {
	case STEP_TEXT: render_text(walk, step->text); break;
	case STEP_VALUE:
	case STEP_RAW:
		render_value(walk, step->kind, text_of(find_value(walk, &step->value)));
		break;
	case STEP_NUMBER:
		found = find_value(walk, &step->value);
		if (found)
			render_number(walk, *(const long *)found);
		else
			render_value(walk, STEP_VALUE, STR(""));
		break;
	case STEP_SECTION: walk_section(walk, step); break;
	case STEP_INVERTED: walk_inverted(walk, step); break;
	case STEP_PARTIAL: walk_partial(walk, step, step->body); break;
	case STEP_DYNAMIC: walk_dynamic(walk, step); break;
	case STEP_BLOCK: walk_block(walk, step); break;
	}
}

static void
walk_program(struct walk *walk, const struct program *program)
{
	for (size_t i = 0; i < program->steps.count && walk->good; i++)
		walk_step(walk, &program->steps.items[i]);
}

/* --- escaping --- */

/* RFC 4180: quoted where a comma, a quotation mark or a line end stands in it. */
static void
csv_text(struct strbuf *out, struct str text)
{
	bool quoted = str_has(text, STR(",")) || str_has(text, STR("\"")) ||
		      str_has(text, STR("\n")) || str_has(text, STR("\r"));
	if (quoted)
		strbuf_add_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '"')
			strbuf_add_char(out, '"');
		strbuf_add_char(out, text.data[i]);
	}
	if (quoted)
		strbuf_add_char(out, '"');
}

/* What is neither text, table nor script is escaped as HTML and XML are. */
static void (*escape_for(struct str name))(struct strbuf *out, struct str text)
{
	if (str_ends(name, STR(".txt")))
		return strbuf_add;
	if (str_ends(name, STR(".csv")))
		return csv_text;
	if (str_ends(name, STR(".js")) || str_ends(name, STR(".webmanifest")))
		return json_escaped;
	return html_text;
}

bool
template_render(const struct template *template, const struct shape *root,
	const void *record, struct strbuf *out, struct report *report)
{
	struct scope scope = scope_of(root);
	const struct program *program = template_bind(template, &scope, report);
	if (!program->good)
		return false;
	struct walk walk;
	walk.templates = template->templates;
	walk.out = out;
	walk.escape = escape_for(template->name);
	walk.report = report;
	walk.margin = NULL;
	walk.at_line_start = true;
	walk.good = true;
	walk.depth = 0;
	walk.records[program->slot] = record;
	walk_program(&walk, program);
	return walk.good;
}
