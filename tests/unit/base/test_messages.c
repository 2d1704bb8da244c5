#include "unit.h"

#include <stdlib.h>

#include "base/messages.h"

static enum language
asked(const char *all, const char *messages, const char *lang)
{
	setenv("LC_ALL", all, 1);
	setenv("LC_MESSAGES", messages, 1);
	setenv("LANG", lang, 1);
	return language_of_locale();
}

static void
test_language_of_locale(void **state)
{
	(void)state;
	assert_int_equal(asked("", "", ""), LANGUAGE_ENGLISH);
	assert_int_equal(asked("", "", "zh_CN.UTF-8"), LANGUAGE_CHINESE);
	assert_int_equal(asked("", "", "zh_TW.utf8"), LANGUAGE_CHINESE);
	assert_int_equal(asked("", "", "de_DE.UTF-8"), LANGUAGE_ENGLISH);
	assert_int_equal(asked("", "", "zh_CN.GB18030"), LANGUAGE_ENGLISH);
	assert_int_equal(asked("", "", "zh_CN"), LANGUAGE_ENGLISH);
	assert_int_equal(asked("", "en_GB.UTF-8", "zh_CN.UTF-8"), LANGUAGE_ENGLISH);
	assert_int_equal(asked("zh_CN.UTF-8", "en_GB.UTF-8", "C"), LANGUAGE_CHINESE);
	assert_int_equal(asked("C", "zh_CN.UTF-8", "zh_CN.UTF-8"), LANGUAGE_ENGLISH);
}

static void
test_message_in(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_string_equal(message_in(LANGUAGE_ENGLISH, "error", arena), "error");
	assert_string_equal(message_in(LANGUAGE_CHINESE, "error", arena), "错误");
	assert_string_equal(message_in(LANGUAGE_CHINESE, "erro", arena), "erro");
	assert_string_equal(message_in(LANGUAGE_CHINESE, "", arena), "");
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_language_of_locale),
		cmocka_unit_test(test_message_in),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
