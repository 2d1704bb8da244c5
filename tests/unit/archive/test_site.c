#include "content.h"

#include "archive/site.h"

static bool
read_conf(struct fixture *fixture, const char *text, struct site *site)
{
	put(fixture, "site.conf", text);
	*site = site_default();
	return site_read(STR("site.conf"), false, site, fixture->arena, &fixture->report);
}

static void
test_site_default_works(void **state)
{
	struct site site = site_default();
	(void)state;
	assert_str(site.language, "zh-Hans");
	assert_str(site.content, "content");
	assert_str(site.output, "public");
	assert_str(site.state, ".backfile");
	assert_int_equal(site.page_limit, 4 << 20);
	assert_int_equal(site.encoding, ENCODING_UNKNOWN);
	assert_true(site.title.len > 0);
}

static void
test_site_read_missing_file(void **state)
{
	struct fixture *fixture = *state;
	struct site site = site_default();
	assert_true(site_read(
		STR("site.conf"), true, &site, fixture->arena, &fixture->report));
	assert_int_equal(fixture->report.count, 0);
	assert_false(site_read(
		STR("site.conf"), false, &site, fixture->arena, &fixture->report));
	assert_int_equal(fixture->report.count, 1);
}

static void
test_site_read_all_keys(void **state)
{
	struct site site;
	assert_true(read_conf(*state,
		"title: 棠津日报\ndescription: 旧报\npublisher: 报社\nplace: 棠津\nlang: "
		"en\n"
		"base: https://example.org/a\nmail: a@example.org\nabout: "
		"一段话\ncontent: in\n"
		"output: out\ntemplates: t\nstatic: s\nencoding: GB18030\npage_limit: "
		"2048\n"
		"markdown_limit: 4096\n",
		&site));
	assert_str(site.title, "棠津日报");
	assert_str(site.publisher, "报社");
	assert_str(site.place, "棠津");
	assert_str(site.language, "en");
	assert_str(site.base, "https://example.org/a/");
	assert_str(site.mail, "a@example.org");
	assert_str(site.about, "一段话");
	assert_str(site.content, "in");
	assert_str(site.output, "out");
	assert_str(site.templates, "t");
	assert_str(site.statics, "s");
	assert_int_equal(site.encoding, ENCODING_GB18030);
	assert_int_equal(site.page_limit, 2048);
	assert_int_equal(site.markdown_limit, 4096);
}

static void
test_site_read_keeps_defaults(void **state)
{
	struct site site;
	assert_true(read_conf(*state, "# nothing but a comment\n", &site));
	assert_str(site.content, "content");
	assert_true(read_conf(*state, "title: 报\n", &site));
	assert_str(site.output, "public");
}

static void
test_site_read_every_mistake_with_its_place(void **state)
{
	struct site site;
	assert_false(read_conf(*state,
		"titel: 报\nlang: fr\nbase: ftp://x\nencoding: utf-7\npage_limit: "
		"12\nmail: x\n"
		"output:\n",
		&site));
	assert_str(messages(*state, SEVERITY_NOTE),
		"site.conf:1:1: error: unknown key `titel`; did you mean `title`?\n"
		"site.conf:2:7: error: `lang` should be zh-Hans or en, not `fr`\n"
		"site.conf:3:7: error: `base` should begin with https:// or http://, not "
		"`ftp://x`\n"
		"site.conf:4:11: error: `encoding` should be utf-8, gb18030, big5 or "
		"utf-16, not "
		"`utf-7`\n"
		"site.conf:5:13: error: `page_limit` should be a whole number from 1024 "
		"to "
		"2147483647, not `12`\n"
		"site.conf:6:7: error: `mail` should be a mail address, not `x`\n"
		"site.conf:7:8: error: `output` must name a folder\n");
}

static void
test_site_read_no_map(void **state)
{
	struct site site;
	assert_false(read_conf(*state, "- a\n", &site));
	assert_str(messages(*state, SEVERITY_NOTE),
		"site.conf:1:1: error: expected lines of the form `key: value`\n");
}

static void
test_site_read_empty_title(void **state)
{
	struct site site;
	assert_false(read_conf(*state, "title: \"\"\n", &site));
	assert_str(messages(*state, SEVERITY_NOTE),
		"site.conf:1:8: error: the archive needs a title\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_site_default_works),
		content_test(test_site_read_missing_file),
		content_test(test_site_read_all_keys),
		content_test(test_site_read_keeps_defaults),
		content_test(test_site_read_every_mistake_with_its_place),
		content_test(test_site_read_no_map),
		content_test(test_site_read_empty_title),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
