#include "unit.h"

#include "serve/request.h"

static struct request
asked(struct arena *arena, const char *host, const char *target)
{
	return request_read(STR("GET"), host ? str_from(host) : STR_NONE,
		str_from(target), 8000, arena);
}

static void
test_request_read_hosts(void **state)
{
	static const struct {
		const char *host;
		enum request_answer answer;
	} rows[] = {
		{"localhost:8000", REQUEST_FILE},
		{"LocalHost:8000", REQUEST_FILE},
		{"127.0.0.1:8000", REQUEST_FILE},
		{"[::1]:8000", REQUEST_FILE},
		{"localhost", REQUEST_MISDIRECTED},
		{"localhost:8001", REQUEST_MISDIRECTED},
		{"evil.example:8000", REQUEST_MISDIRECTED},
		{"localhost.evil.example:8000", REQUEST_MISDIRECTED},
		{"127.0.0.1.evil.example:8000", REQUEST_MISDIRECTED},
		{"localhost:8000@evil.example", REQUEST_MISDIRECTED},
		{"127.0.0.1:8000 ", REQUEST_MISDIRECTED},
		{"", REQUEST_MISDIRECTED},
		{NULL, REQUEST_BAD},
	};
	struct arena *arena = arena_open();
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(asked(arena, rows[i].host, "/").answer, rows[i].answer);
	arena_close(arena);
}

static void
test_request_read_usual_port_may_be_left_out(void **state)
{
	struct arena *arena = arena_open();
	(void)state;
	assert_int_equal(
		request_read(STR("GET"), STR("localhost"), STR("/"), 80, arena).answer,
		REQUEST_FILE);
	arena_close(arena);
}

static void
test_request_read_targets(void **state)
{
	static const struct {
		const char *target;
		enum request_answer answer;
		const char *path;
	} rows[] = {
		{"/", REQUEST_FILE, ""},
		{"/2024/03/05/01-1.html", REQUEST_FILE, "2024/03/05/01-1.html"},
		{"/people/", REQUEST_FILE, "people/"},
		{"/%E7%89%88.html", REQUEST_FILE, "版.html"},
		{"/a%20b%2Ehtml", REQUEST_FILE, "a b.html"},
		{"/a..b/..c.html", REQUEST_HIDDEN, NULL},
		{"/%252e%252e/x", REQUEST_FILE, "%2e%2e/x"},
		{"/../etc/passwd", REQUEST_BAD, NULL},
		{"/..", REQUEST_BAD, NULL},
		{"/a/../../etc/passwd", REQUEST_BAD, NULL},
		{"/%2e%2e/etc/passwd", REQUEST_BAD, NULL},
		{"/a%2f..%2f..%2fetc", REQUEST_BAD, NULL},
		{"/./a", REQUEST_BAD, NULL},
		{"/..\\a", REQUEST_BAD, NULL},
		{"/a%5c..%5cb", REQUEST_BAD, NULL},
		{"/a%00.html", REQUEST_BAD, NULL},
		{"/a%0d%0aX: y", REQUEST_BAD, NULL},
		{"/a%7f", REQUEST_BAD, NULL},
		{"/%c0%ae%c0%ae/etc", REQUEST_BAD, NULL},
		{"/%ff", REQUEST_BAD, NULL},
		{"/%", REQUEST_BAD, NULL},
		{"/%4", REQUEST_BAD, NULL},
		{"/%zz", REQUEST_BAD, NULL},
		{"", REQUEST_BAD, NULL},
		{"*", REQUEST_BAD, NULL},
		{"http://evil.example/", REQUEST_BAD, NULL},
		{"//evil.example/", REQUEST_HIDDEN, NULL},
		{"/a//b", REQUEST_HIDDEN, NULL},
		{"/.backfile/catalog.db", REQUEST_HIDDEN, NULL},
		{"/a/.git/config", REQUEST_HIDDEN, NULL},
		{"/.backfile/events", REQUEST_EVENTS, NULL},
		{"/.backfile/reload.js", REQUEST_SCRIPT, NULL},
	};
	struct arena *arena = arena_open();
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct request request = asked(arena, "localhost:8000", rows[i].target);
		if (request.answer != rows[i].answer)
			fail_msg("%s: %d, not %d", rows[i].target, (int)request.answer,
				(int)rows[i].answer);
		if (rows[i].path)
			assert_str(request.path, rows[i].path);
	}
	arena_close(arena);
}

static void
test_request_read_methods(void **state)
{
	static const char *const refused[] = {
		"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", ""};
	struct arena *arena = arena_open();
	(void)state;
	const struct str host = STR("localhost:8000"), target = STR("/");
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		assert_int_equal(
			request_read(str_from(refused[i]), host, target, 8000, arena)
				.answer,
			REQUEST_METHOD);
	assert_int_equal(request_read(STR("HEAD"), host, target, 8000, arena).answer,
		REQUEST_FILE);
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_request_read_hosts),
		cmocka_unit_test(test_request_read_usual_port_may_be_left_out),
		cmocka_unit_test(test_request_read_targets),
		cmocka_unit_test(test_request_read_methods),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
