#include "cut.h"

static const struct block *
caption_in(const struct article *article)
{
	for (size_t i = 0; i < article->blocks.count; i++)
		if (article->blocks.items[i].kind == BLOCK_CAPTION)
			return &article->blocks.items[i];
	return NULL;
}

#define NEWS                                                                                              \
	"春灌会议开到地头\n\n本报讯（记者 "                                                 \
	"田小禾）5月6日，全县春灌工作会议在河口镇召开，与会人员实地查看了" \
	"三条老渠的清淤情况，听取了水源调度方案的汇报。\n\n"

static void
test_caption_of_the_event_goes_to_its_article(void **state)
{
	struct page *page =
		cut_page(*state, NEWS "5月6日，春灌工作会议与会人员在河口镇查看老渠清淤情"
				      "况。 全媒体记者 罗星 摄\n");
	assert_int_equal(page->articles.count, 1);
	assert_non_null(caption_in(page->articles.items[0]));
	assert_int_equal(page->articles.items[0]->credits.count, 2);
	assert_true(page->articles.items[0]->credits.items[1].photo);
}

static void
test_caption_of_something_else_stands_alone(void **state)
{
	struct page *page =
		cut_page(*state, NEWS "湿地来客\n\n一群白鹭在城南湿地公园觅食嬉戏，引来不"
				      "少爱好者。 通讯员 何青 摄\n");
	assert_int_equal(page->articles.count, 2);
	const struct article *photo = page->articles.items[1];
	assert_int_equal(photo->kind, ARTICLE_PHOTO);
	assert_str(photo->title, "湿地来客");
	assert_str(photo->byline, "通讯员 何青 摄");
}

static void
test_caption_with_its_credit_on_another_line(void **state)
{
	struct page *page =
		cut_page(*state, NEWS "近日，县政协委员在步行街开展垃圾不落地活动，号召群"
				      "众保护环境。\n\n本报通讯员 何青 摄\n");
	assert_int_equal(page->articles.count, 2);
	assert_int_equal(page->articles.items[1]->kind, ARTICLE_PHOTO);
	assert_str(caption_in(page->articles.items[1])->text,
		"近日，县政协委员在步行街开展垃圾不落地活动，号召群众保护环境。 "
		"本报通讯员 何青 摄");
}

static void
test_caption_of_a_bare_name_is_the_title(void **state)
{
	struct page *page = cut_page(*state, NEWS "老城墙 全媒体记者 罗星 摄\n");
	assert_str(page->articles.items[1]->title, "老城墙");
}

static void
test_caption_drops_the_sign_before_its_credit(void **state)
{
	struct page *page = cut_page(
		*state, NEWS "湿地来客\n\n一群白鹭在城南湿地公园觅食。 ▲ 何青 摄\n");
	assert_str(caption_in(page->articles.items[1])->text,
		"一群白鹭在城南湿地公园觅食。 何青 摄");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_caption_of_the_event_goes_to_its_article),
		cmocka_unit_test(test_caption_of_something_else_stands_alone),
		cmocka_unit_test(test_caption_with_its_credit_on_another_line),
		cmocka_unit_test(test_caption_of_a_bare_name_is_the_title),
		cmocka_unit_test(test_caption_drops_the_sign_before_its_credit),
	};
	return CUT_TESTS(tests);
}
