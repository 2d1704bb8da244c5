/* Messages about the content: whoever finds a mistake puts exactly one message with its
 * place here and returns false; one run shows them all, sorted by place. */
#ifndef BASE_REPORT_H
#define BASE_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"

struct json;

/* A place in a file; line and column count from 1, 0 means "the file as a whole". Columns
 * count code points. */
struct place {
	struct str file;
	unsigned line, column;
};

/* The severities: error, something was left out or is wrong (exit 1); warning, something
 * a keeper should look at; note, said with -v only; fault, the machine failed us (exit
 * 3). */
enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_FAULT };

struct message {
	enum severity severity;
	struct place at;
	struct str text;
};

struct report {
	struct arena *arena;
	enum language language; /* of the messages */
	struct message *items;
	size_t count, capacity;
};

/* In English until `language` is set to another. The arena must outlive the report. */
struct report report_open(struct arena *arena);

/* Each of these adds one message ("no full stop, names the cure") and returns false. */
bool report_error(struct report *report, struct place at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
bool report_warning(struct report *report, struct place at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
bool report_note(struct report *report, struct place at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
bool report_fault(struct report *report, struct place at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* A word that becomes part of a message, in the report's language. */
const char *
report_word(const struct report *report, const char *word) __attribute__((format_arg(2)));

/* Adds a copy of a message made elsewhere. */
void report_add(struct report *report, const struct message *message);

/* The text with what could steer a terminal or turn a line round shown as \xNN: control
 * characters, bidi controls, bytes that are not UTF-8. For names of files, which nobody
 * cleans. */
struct str report_visible(struct str text, struct arena *arena);

size_t report_count(const struct report *report, enum severity severity);

/* Messages of at least the severity, sorted by file, line, column, one a line:
 * `file:line:column: error: text`. Control characters, bidi controls and bytes that are
 * not UTF-8 are shown as \xNN. */
void report_write(const struct report *report, enum severity least, struct strbuf *out);

/* All messages, sorted, as an array of objects: severity, file, line, column, text. */
void report_write_json(const struct report *report, struct json *json);

/* The same for a person to read: below each message the line that it is about, and with
 * `colour` what matters in colour. */
void report_show(const struct report *report, enum severity least, bool colour,
	struct strbuf *out);

#endif
