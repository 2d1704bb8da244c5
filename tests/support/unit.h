/* What every unit test includes: cmocka in its order, and a comparison of string views.
 */
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/str.h"

static inline void
assert_str_at(struct str actual, const char *expected, const char *file, int line)
{
	if (str_equal(actual, str_from(expected)))
		return;
	print_error("\"%.*s\" is not \"%s\"\n", STR_ARG(actual), expected);
	_fail(file, line);
}

#define assert_str(actual, expected)                                                     \
	assert_str_at((actual), (expected), __FILE__, __LINE__)

#endif
