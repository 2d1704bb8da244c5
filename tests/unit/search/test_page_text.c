#include "unit.h"

#include "search/page_text.h"

static struct str
texts(const char *html, struct arena *arena)
{
	struct str_list list = page_texts(str_from(html), arena);
	return str_join(&list, STR("|"), arena);
}

static void
test_page_texts_of_marked_elements(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(texts("<!DOCTYPE html>\n<h1 data-text>题</h1>\n<p>无</p><p "
			 "class=\"a\" data-text>"
			 "正文</p>",
			   arena),
		"题|正文");
	assert_str(
		texts("<p data-text=\"\">一</p><p data-text='x'>二</p>", arena), "一|二");
	assert_str(texts("<p title=\"data-text\">一</p><p data-texts>二</p><p title=\"> "
			 "data-text "
			 "\">三</p>",
			   arena),
		"");
	assert_str(texts("", arena), "");
	arena_close(arena);
}

static void
test_page_texts_of_nested_elements(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(texts("<p data-text>一<a href=\"x>y\">二</a>三<br>四</p>", arena),
		"一二三四");
	assert_str(texts("<div data-text>一<div>二</div>三</div><p>四</p>", arena),
		"一二三");
	assert_str(texts("<p data-text>一<!-- 二 </p> -->三</p>", arena), "一三");
	arena_close(arena);
}

static void
test_page_texts_of_references(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(
		texts("<p data-text>&lt;a&gt; &amp;&quot;&#39;&#x4e00;&nbsp;</p>", arena),
		"<a> &\"'一\u00a0");
	assert_str(
		texts("<p data-text>&unknown; & &#; &</p>", arena), "&unknown; & &#; &");
	arena_close(arena);
}

static void
test_page_texts_of_broken_pages(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(texts("<p data-text>一", arena), "一");
	assert_str(texts("<p data-text", arena), "");
	assert_str(texts("<p data-text=\"", arena), "");
	assert_str(texts("<p data-text><!-- ", arena), "");
	assert_str(texts("<", arena), "");
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page_texts_of_marked_elements),
		cmocka_unit_test(test_page_texts_of_nested_elements),
		cmocka_unit_test(test_page_texts_of_references),
		cmocka_unit_test(test_page_texts_of_broken_pages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
