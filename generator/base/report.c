#include "base/report.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/excerpt.h"
#include "base/json.h"
#include "base/list.h"

struct report
report_open(struct arena *arena)
{
	return (struct report){.arena = arena};
}

void
report_add(struct report *report, const struct message *message)
{
	struct message *added = list_add(report, report->arena);
	*added = *message;
	added->at.file = str_copy(message->at.file, report->arena);
	added->text = str_copy(message->text, report->arena);
}

static bool
add(struct report *report, enum severity severity, struct place at, const char *format,
	va_list arguments)
{
	struct strbuf text = strbuf_open(report->arena);
	strbuf_vprintf(
		&text, message_in(report->language, format, report->arena), arguments);
	struct message message = {severity, at, strbuf_str(&text)};
	report_add(report, &message);
	return false;
}

#define DEFINE_REPORT(name, severity)                                                    \
	bool name(struct report *report, struct place at, const char *format, ...)       \
	{                                                                                \
		va_list arguments;                                                       \
		va_start(arguments, format);                                             \
		add(report, severity, at, format, arguments);                            \
		va_end(arguments);                                                       \
		return false;                                                            \
	}

DEFINE_REPORT(report_error, SEVERITY_ERROR)
DEFINE_REPORT(report_warning, SEVERITY_WARNING)
DEFINE_REPORT(report_note, SEVERITY_NOTE)
DEFINE_REPORT(report_fault, SEVERITY_FAULT)

const char *
report_word(const struct report *report, const char *word)
{
	return message_in(report->language, word, report->arena);
}

size_t
report_count(const struct report *report, enum severity severity)
{
	size_t count = 0;
	for (size_t i = 0; i < report->count; i++)
		count += report->items[i].severity == severity;
	return count;
}

static int
by_place(const void *a, const void *b)
{
	const struct message *x = *(const struct message *const *)a;
	const struct message *y = *(const struct message *const *)b;
	int order = str_compare(x->at.file, y->at.file);
	if (order)
		return order;
	if (x->at.line != y->at.line)
		return x->at.line < y->at.line ? -1 : 1;
	if (x->at.column != y->at.column)
		return x->at.column < y->at.column ? -1 : 1;
	order = str_compare(x->text, y->text);
	return order ? order : (int)x->severity - (int)y->severity;
}

/* What could steer a terminal or turn a line round: control characters of both kinds and
 * the controls of writing direction. */
static bool
is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void
add_visible(struct strbuf *out, struct str text)
{
	while (text.len) {
		struct str rest = text;
		uint32_t c = str_next(&rest);
		size_t len = text.len - rest.len;
		bool broken = c == 0xFFFD && len == 1;
		if (!is_control(c) && !broken)
			strbuf_add(out, str_slice(text, 0, len));
		for (size_t i = 0; (is_control(c) || broken) && i < len; i++)
			strbuf_printf(out, "\\x%02X", (unsigned char)text.data[i]);
		text = rest;
	}
}

struct str
report_visible(struct str text, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	add_visible(&out, text);
	return strbuf_str(&out);
}

/* --- writing --- */

static const char *const names[] = {
	[SEVERITY_NOTE] = "note",
	[SEVERITY_WARNING] = "warning",
	[SEVERITY_ERROR] = "error",
	[SEVERITY_FAULT] = "fault",
};

struct writing {
	const struct report *report;
	struct strbuf *out;
	bool colour;
	struct excerpt *excerpt; /* NULL: without the lines that messages are about */
};

static void
add_colour(const struct writing *writing, const char *code)
{
	if (writing->colour)
		strbuf_printf(writing->out, "\033[%sm", code);
}

static void
write_message(const struct writing *writing, const struct message *message)
{
	static const char *const colours[] = {
		[SEVERITY_NOTE] = "36",
		[SEVERITY_WARNING] = "35",
		[SEVERITY_ERROR] = "31",
		[SEVERITY_FAULT] = "31",
	};
	struct strbuf *out = writing->out;
	add_colour(writing, "1");
	add_visible(out, message->at.file.len ? message->at.file : STR("backfile"));
	if (message->at.line)
		strbuf_printf(out, ":%u", message->at.line);
	if (message->at.line && message->at.column)
		strbuf_printf(out, ":%u", message->at.column);
	add_colour(writing, "0");
	strbuf_add(out, STR(": "));
	add_colour(writing, colours[message->severity]);
	strbuf_printf(
		out, "%s: ", report_word(writing->report, names[message->severity]));
	add_colour(writing, "0");
	add_visible(out, message->text);
	strbuf_add_char(out, '\n');
	if (writing->excerpt)
		excerpt_add(writing->excerpt, message->at, out);
}

static const struct message **
sorted_messages(const struct report *report)
{
	const struct message **sorted =
		arena_array(report->arena, const struct message *, report->count + 1);
	for (size_t i = 0; i < report->count; i++)
		sorted[i] = &report->items[i];
	if (report->count)
		qsort(sorted, report->count, sizeof *sorted, by_place);
	return sorted;
}

static void
write_sorted(const struct writing *writing, enum severity least)
{
	const struct report *report = writing->report;
	const struct message **sorted = sorted_messages(report);
	for (size_t i = 0; i < report->count; i++)
		if (sorted[i]->severity >= least)
			write_message(writing, sorted[i]);
}

void
report_write(const struct report *report, enum severity least, struct strbuf *out)
{
	struct writing writing = {.report = report, .out = out};
	write_sorted(&writing, least);
}

void
report_show(
	const struct report *report, enum severity least, bool colour, struct strbuf *out)
{
	struct excerpt excerpt = {.arena = arena_open()};
	struct writing writing = {report, out, colour, &excerpt};
	write_sorted(&writing, least);
	arena_close(excerpt.arena);
}

void
report_write_json(const struct report *report, struct json *json)
{
	const struct message **sorted = sorted_messages(report);
	json_array_begin(json);
	for (size_t i = 0; i < report->count; i++) {
		json_object_begin(json);
		json_field(json, "severity", str_from(names[sorted[i]->severity]));
		json_field(json, "file", sorted[i]->at.file);
		json_key(json, "line");
		json_number(json, sorted[i]->at.line);
		json_key(json, "column");
		json_number(json, sorted[i]->at.column);
		json_field(json, "text", sorted[i]->text);
		json_object_end(json);
	}
	json_array_end(json);
}
