/* The fixture of tests that read content: an arena, a report, ICU, and an empty folder
 * that is the current one while the test runs. */
#ifndef CONTENT_H
#define CONTENT_H

#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/report.h"
#include "base/text.h"

struct fixture {
	struct arena *arena;
	struct report report;
	struct text *text;
	struct str folder;
};

static inline int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	char name[] = "/tmp/backfile-test-XXXXXX";
	if (!mkdtemp(name) || chdir(name) != 0)
		return -1;
	*fixture = (struct fixture){
		arena, report_open(arena), text_open(), str_copy(str_from(name), arena)};
	*state = fixture;
	return 0;
}

static inline int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	struct str command =
		str_format(fixture->arena, "rm -rf %.*s", STR_ARG(fixture->folder));
	int failed = chdir("/") != 0 || system(command.data) != 0;
	text_close(fixture->text);
	arena_close(fixture->arena);
	return failed;
}

static inline void
put(struct fixture *fixture, const char *path, const char *text)
{
	assert_true(file_replace(str_from(path), str_from(text), &fixture->report));
}

/* Everything reported, of the severity or above, sorted, one a line. */
static inline struct str
messages(struct fixture *fixture, enum severity least)
{
	struct strbuf out = strbuf_open(fixture->arena);
	report_write(&fixture->report, least, &out);
	return strbuf_str(&out);
}

#define content_test(function)                                                           \
	cmocka_unit_test_setup_teardown(function, set_up, tear_down)

#endif
