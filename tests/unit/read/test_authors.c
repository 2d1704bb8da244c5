#include "unit.h"

#include "read/authors.h"

/* "role=name" for each credit, a star behind photographers. */
static void
assert_credits(const char *byline, bool photo, const char *expected)
{
	struct arena *arena = arena_open();
	struct article article = {0};
	struct strbuf out = strbuf_open(arena);
	authors_read(&article, str_from(byline), photo, arena);
	for (size_t i = 0; i < article.credits.count; i++) {
		const struct credit *credit = &article.credits.items[i];
		strbuf_printf(&out, "%s%.*s=%.*s%s", i ? " " : "", STR_ARG(credit->role),
			STR_ARG(credit->name), credit->photo ? "*" : "");
	}
	assert_str(strbuf_str(&out), expected);
	arena_close(arena);
}

static void
test_authors_read_names(void **state)
{
	(void)state;
	assert_credits("林一苇", false, "=林一苇");
	assert_credits("林一苇 欧晓帆、宋知秋", false, "=林一苇 =欧晓帆 =宋知秋");
	assert_credits("于 汛", false, "=于汛");
	assert_credits("John Smith", false, "=John Smith");
	assert_credits("", false, "");
}

static void
test_authors_read_roles(void **state)
{
	(void)state;
	assert_credits("全媒体记者 林一苇 欧晓帆 通讯员 乔三妹", false,
		"全媒体记者=林一苇 全媒体记者=欧晓帆 通讯员=乔三妹");
	assert_credits("林一苇　整理", false, "整理=林一苇");
	assert_credits("石既明 摄", false, "摄=石既明*");
	assert_credits("摄影 石既明", false, "摄影=石既明*");
	assert_credits("石既明", true, "=石既明*");
	assert_credits("记者", false, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_authors_read_names),
		cmocka_unit_test(test_authors_read_roles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
