#include "publish/template_walk.h"

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
	if (kind == STEP_DYNAMIC)
		return;
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
	strbuf_printf(walk->out, "%ld", value);
}

static void
render_times(struct walk *walk, size_t count)
{
	(void)walk;
	(void)count;
}

static void
render_template(struct walk *walk, const struct template *template)
{
	(void)walk;
	(void)template;
}

bool
template_render(const struct template *template, const struct shape *root,
	const void *record, struct strbuf *out, struct report *report)
{
	static const struct visitor renderer = {
		.template = render_template,
		.text = render_text,
		.value = render_value,
		.number = render_number,
		.times = render_times,
	};
	return template_walk(template, root, record, &renderer, out, report);
}
