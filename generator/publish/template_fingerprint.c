#include "base/bytes.h"
#include "publish/template_walk.h"

/* Stands for the rules of rendering: raised when the same template and values give other
 * bytes. */
enum { RENDERING = 2 };

static void
print_template(struct walk *walk, const struct template *template)
{
	bytes_add_digest(walk->out, template->digest);
}

/* Covered by the digest of the template. */
static void
print_text(struct walk *walk, struct str text)
{
	(void)walk;
	(void)text;
}

static void
print_value(struct walk *walk, enum step_kind kind, struct str value)
{
	(void)kind;
	bytes_add_str(walk->out, value);
}

static void
print_number(struct walk *walk, long value)
{
	bytes_add_number(walk->out, (uint64_t)value);
}

static void
print_times(struct walk *walk, size_t count)
{
	bytes_add_number(walk->out, count);
}

struct digest
template_fingerprint(
	const struct template *template, const struct shape *root, const void *record)
{
	static const struct visitor printer = {
		.template = print_template,
		.text = print_text,
		.value = print_value,
		.number = print_number,
		.times = print_times,
	};
	struct arena *arena = arena_open();
	struct report report = report_open(arena); /* rendering will say it again */
	struct strbuf shown = strbuf_open(arena);
	bytes_add_number(&shown, RENDERING);
	bytes_add_number(
		&shown, template_walk(template, root, record, &printer, &shown, &report));
	struct digest digest = digest_of(strbuf_str(&shown));
	arena_close(arena);
	return digest;
}
