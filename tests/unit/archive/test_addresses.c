#include "content.h"

#include <sys/stat.h>

#include "archive/addresses.h"
#include "base/list.h"

/* --- an archive in memory --- */

static const char *const texts[] = {
	"七月以来江水连涨十二天，南塘垸的堤上日夜有人值守，村会计拿着花名册点名，点到谁谁"
	"就晃一下手电。",
	"市图书馆从本月起延长开放时间，周末开到晚上十点，读者可以在门厅自助借书，还书箱设"
	"在三处路口。",
	"龙舟赛上午九时在三桥水域开桨，四十六支队伍分五组出发，两岸的人把栏杆都站满了，鼓"
	"声传到城里。",
	"今年早稻收购价每百斤比去年高两元，粮站六点开门，排队的车从院里一直排到国道旁边的"
	"加油站门口。",
};

static struct article *
add_article(
	struct fixture *fixture, struct page *page, const char *title, const char *body)
{
	struct article *article = arena_new(fixture->arena, struct article);
	*article = (struct article){.title = str_from(title),
		.date = page->date,
		.page = page->number,
		.source = page->source,
		.curated = page->curated,
		.ordinal = (unsigned)page->articles.count + 1,
		.sketch = article_sketch(str_from(body)),
		.address = STR("")};
	*list_add(&page->articles, fixture->arena) = article;
	return article;
}

static struct page
page_of(const char *source, struct date date, const char *number)
{
	return (struct page){.source = str_from(source),
		.date = date,
		.number = str_from(number),
		.curated = str_ends(str_from(source), STR(".md"))};
}

static const struct date march = {2024, 3, 5};

/* A page with the first `count` texts, titled 甲 乙 丙 丁. */
static struct page
sample(struct fixture *fixture, size_t count)
{
	static const char *const titles[] = {"甲", "乙", "丙", "丁"};
	struct page page = page_of("2024-03-05/01.txt", march, "01");
	for (size_t i = 0; i < count; i++)
		add_article(fixture, &page, titles[i], texts[i]);
	return page;
}

static struct addresses *
open_ledger(struct fixture *fixture)
{
	mkdir("content", 0755);
	return addresses_read(
		STR("content"), STR(".backfile"), fixture->arena, &fixture->report);
}

/* Reads the ledger, assigns, and writes it again. */
static void
assign(struct fixture *fixture, struct page *pages, size_t count)
{
	struct page *list[8];
	struct addresses *addresses = open_ledger(fixture);
	for (size_t i = 0; i < count; i++)
		list[i] = &pages[i];
	addresses_assign(addresses, list, count, fixture->text);
	assert_true(addresses_write(addresses, &fixture->report));
}

static void
assert_address(const struct page *page, size_t number, const char *expected)
{
	assert_str(page->articles.items[number]->address, expected);
}

static struct address *
row(struct fixture *fixture, const char *address)
{
	return addresses_find(open_ledger(fixture), str_from(address));
}

/* --- minting --- */

static void
test_addresses_assign_mints_in_order(void **state)
{
	struct page page = sample(*state, 3);
	assign(*state, &page, 1);
	assert_str(page.address, "2024/03/05/01.html");
	assert_address(&page, 0, "2024/03/05/01-1.html");
	assert_address(&page, 2, "2024/03/05/01-3.html");
}

static void
test_addresses_assign_forms(void **state)
{
	struct page pages[] = {
		page_of("2024-03-05/1-2.txt", march, "1-2"),
		page_of("2024-03-05/A01.txt", march, "A01"),
		page_of("盐仓码头.txt", (struct date){0}, ""),
		page_of("posts/five/index.md", (struct date){0}, ""),
		page_of("2024-03-05-notes.md", march, ""),
		page_of("slugged.md", march, "03"),
	};
	for (size_t i = 0; i < 6; i++)
		add_article(*state, &pages[i], "甲", texts[0]);
	add_article(*state, &pages[2], "乙", texts[1]);
	pages[5].articles.items[0]->slug = STR("One Night");
	assign(*state, pages, 6);
	assert_str(pages[0].address, "2024/03/05/1_2.html");
	assert_address(&pages[0], 0, "2024/03/05/1_2-1.html");
	assert_address(&pages[1], 0, "2024/03/05/A01-1.html");
	assert_str(pages[2].address, "");
	assert_address(&pages[2], 0, "undated/yan-cang-ma-tou.html");
	assert_address(&pages[2], 1, "undated/yan-cang-ma-tou-2.html");
	assert_address(&pages[3], 0, "undated/five.html");
	assert_address(&pages[4], 0, "2024/03/05/2024-03-05-notes.html");
	assert_address(&pages[5], 0, "2024/03/05/one-night.html");
	assert_str(pages[5].address, "");
}

static void
test_addresses_assign_unique_under_case_folding(void **state)
{
	struct page pages[] = {page_of("2024-03-05/A01.txt", march, "A01"),
		page_of("2024-03-05/a01.txt", march, "a01"),
		page_of("Con.txt", (struct date){0}, ""),
		page_of("x/con.txt", (struct date){0}, "")};
	for (size_t i = 0; i < 4; i++)
		add_article(*state, &pages[i], "甲", texts[i]);
	assign(*state, pages, 4);
	assert_str(pages[0].address, "2024/03/05/A01.html");
	assert_str(pages[1].address, "2024/03/05/a01_2.html");
	assert_address(&pages[0], 0, "2024/03/05/A01-1.html");
	assert_address(&pages[1], 0, "2024/03/05/a01-2.html");
	assert_address(&pages[2], 0, "undated/con-x.html");
	assert_address(&pages[3], 0, "undated/con-x-2.html");
}

static void
test_addresses_assign_leaves_drafts_alone(void **state)
{
	struct page page = page_of("a.md", march, "01");
	add_article(*state, &page, "甲", texts[0])->draft = true;
	assign(*state, &page, 1);
	assert_address(&page, 0, "");
	assert_null(row(*state, "2024/03/05/01-1.html"));
}

/* --- keeping --- */

static void
test_addresses_assign_same_text_in_other_order(void **state)
{
	struct page page = sample(*state, 3);
	assign(*state, &page, 1);
	struct page again = page_of("2024-03-05/01.txt", march, "01");
	add_article(*state, &again, "丙", texts[2]);
	add_article(*state, &again, "丁", texts[3]);
	add_article(*state, &again, "甲", texts[0]);
	assign(*state, &again, 1);
	assert_address(&again, 0, "2024/03/05/01-3.html");
	assert_address(&again, 1, "2024/03/05/01-4.html");
	assert_address(&again, 2, "2024/03/05/01-1.html");
}

static void
test_addresses_assign_follows_a_slip_then_a_title(void **state)
{
	struct fixture *fixture = *state;
	struct page page = sample(fixture, 2);
	assign(fixture, &page, 1);
	struct page again = page_of("2024-03-05/01.txt", march, "01");
	struct str slip = str_replace(
		str_from(texts[1]), STR("自助借书"), STR("自己借书"), fixture->arena);
	add_article(fixture, &again, "新题", slip.data);
	add_article(fixture, &again, "甲", texts[3]);
	assign(fixture, &again, 1);
	assert_address(&again, 0, "2024/03/05/01-2.html");
	assert_address(&again, 1, "2024/03/05/01-1.html");
}

static void
test_addresses_assign_nearest_wins(void **state)
{
	struct fixture *fixture = *state;
	struct page page = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &page, "甲", texts[0])->sketch = 0xFF00;
	add_article(fixture, &page, "乙", texts[1])->sketch = 0xFF0F;
	assign(fixture, &page, 1);
	struct page again = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &again, "丙", texts[0])->sketch =
		0xFF07; /* 3 bits, 1 bit away */
	assign(fixture, &again, 1);
	assert_address(&again, 0, "2024/03/05/01-2.html");
}

static void
test_addresses_assign_never_reuses_a_number(void **state)
{
	struct page page = sample(*state, 3);
	assign(*state, &page, 1);
	struct page less = sample(*state, 1);
	assign(*state, &less, 1);
	struct page other = sample(*state, 1);
	add_article(*state, &other, "丁", texts[3]);
	assign(*state, &other, 1);
	assert_address(&other, 0, "2024/03/05/01-1.html");
	assert_address(&other, 1, "2024/03/05/01-4.html");
}

static void
test_addresses_assign_rewritten_markdown(void **state)
{
	struct page page = page_of("a.md", march, "02");
	add_article(*state, &page, "甲", texts[0]);
	assign(*state, &page, 1);
	struct page again = page_of("a.md", march, "02");
	add_article(*state, &again, "全新", texts[3]);
	assign(*state, &again, 1);
	assert_address(&again, 0, "2024/03/05/02-1.html");
}

static void
test_addresses_assign_renamed_source(void **state)
{
	struct page page = sample(*state, 2);
	assign(*state, &page, 1);
	struct page frozen = page_of("2024-03-05/01-1.md", march, "01");
	add_article(*state, &frozen, "乙", texts[1]);
	assign(*state, &frozen, 1);
	assert_address(&frozen, 0, "2024/03/05/01-2.html");
	assert_str(row(*state, "2024/03/05/01-2.html")->subject, "2024-03-05/01-1.md");
}

static void
test_addresses_assign_same_text_on_two_pages(void **state)
{
	struct page pages[] = {page_of("2024-03-05/01.txt", march, "01"),
		page_of("2024-03-05/02.txt", march, "02")};
	add_article(*state, &pages[0], "甲", texts[0]);
	add_article(*state, &pages[1], "甲", texts[0]);
	assign(*state, pages, 2);
	assert_address(&pages[0], 0, "2024/03/05/01-1.html");
	assert_address(&pages[1], 0, "2024/03/05/02-1.html");
	assign(*state, pages, 2);
	assert_address(&pages[0], 0, "2024/03/05/01-1.html");
	assert_address(&pages[1], 0, "2024/03/05/02-1.html");
}

/* --- frozen articles --- */

/* The articles of the sample as files beside its text, the last file first. */
static void
freeze(struct fixture *fixture, struct page pages[3])
{
	static const char *const sources[] = {
		"2024-03-05/01-10.md", "2024-03-05/01-2.md"};
	pages[0] = page_of("2024-03-05/01.txt", march, "01");
	for (size_t i = 0; i < 2; i++) {
		pages[i + 1] = page_of(sources[i], march, "01");
		struct article *article = add_article(
			fixture, &pages[i + 1], i ? "甲" : "乙", texts[1 - i]);
		article->evidence = pages[0].source;
		article->ordinal = i ? 2 : 10;
	}
}

static void
test_addresses_assign_frozen_articles_keep_theirs(void **state)
{
	struct page page = sample(*state, 2), pages[3];
	assign(*state, &page, 1);
	freeze(*state, pages);
	assign(*state, pages, 3);
	assert_address(&pages[1], 0, "2024/03/05/01-2.html");
	assert_address(&pages[2], 0, "2024/03/05/01-1.html");
	assert_str(row(*state, "2024/03/05/01-2.html")->subject, "2024-03-05/01-10.md");
}

/* Edited before the next build: the surest match of all files comes first. */
static void
test_addresses_assign_frozen_and_edited(void **state)
{
	struct page page = sample(*state, 2), pages[3];
	assign(*state, &page, 1);
	freeze(*state, pages);
	pages[1].articles.items[0]->title = STR("改");
	pages[2].articles.items[0]->sketch =
		article_sketch(STR("全文重新写过，一个字也没有留下。"));
	assign(*state, pages, 3);
	assert_address(&pages[1], 0, "2024/03/05/01-2.html");
	assert_address(&pages[2], 0, "2024/03/05/01-1.html");
}

/* The files are removed again: even a picture without text finds its address. */
static void
test_addresses_assign_thawed_articles_keep_theirs(void **state)
{
	struct page page = sample(*state, 2), pages[3];
	page.articles.items[0]->sketch = 0;
	page.articles.items[0]->title = STR("");
	assign(*state, &page, 1);
	freeze(*state, pages);
	pages[2].articles.items[0]->sketch = 0;
	pages[2].articles.items[0]->title = STR("");
	assign(*state, pages, 3);
	assign(*state, &page, 1);
	assert_address(&page, 0, "2024/03/05/01-1.html");
	assert_address(&page, 1, "2024/03/05/01-2.html");
	assert_str(row(*state, "2024/03/05/01-1.html")->subject, "2024-03-05/01.txt");
}

static void
test_addresses_assign_mints_frozen_articles_in_order(void **state)
{
	struct page pages[3];
	freeze(*state, pages);
	assign(*state, pages, 3);
	assert_address(&pages[2], 0, "2024/03/05/01-1.html");
	assert_address(&pages[1], 0, "2024/03/05/01-2.html");
}

/* --- what is gone --- */

static void
test_addresses_assign_moved_within_the_issue(void **state)
{
	struct page pages[3] = {sample(*state, 2),
		page_of("2024-03-05/02.txt", march, "02"),
		page_of("2024-03-06/01.txt", (struct date){2024, 3, 6}, "01")};
	add_article(*state, &pages[1], "丙", texts[2]);
	assign(*state, pages, 3);
	struct page less = page_of("2024-03-05/01.txt", march, "01");
	add_article(*state, &less, "丁", texts[3]);
	struct page more = page_of("2024-03-05/02.txt", march, "02");
	add_article(*state, &more, "题目改了", texts[1]);
	add_article(*state, &more, "丙", texts[2]);
	struct page other = page_of("2024-03-06/01.txt", (struct date){2024, 3, 6}, "01");
	add_article(*state, &other, "甲", texts[0]);
	struct page now[] = {less, more, other};
	assign(*state, now, 3);
	assert_address(&less, 0, "2024/03/05/01-3.html");
	assert_address(&more, 0, "2024/03/05/01-2.html");
	assert_address(&more, 1, "2024/03/05/02-1.html");
	/* What is printed again on another day is another article. */
	assert_address(&other, 0, "2024/03/06/01-1.html");
	assert_str(row(*state, "2024/03/05/01-1.html")->target, "2024/03/06/01-1.html");
}

static void
test_addresses_assign_title_goes_before_a_half(void **state)
{
	struct fixture *fixture = *state;
	struct page page = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &page, "甲", texts[0])->sketch = 0xFFFF;
	assign(fixture, &page, 1);
	/* Cut in two: most of the text went to the half without the headline. */
	struct page again = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &again, "甲", texts[0])->sketch = 0xFFFF ^ 0xFFFF0000;
	add_article(fixture, &again, "乙", texts[0])->sketch = 0xFFFF ^ 0xFF0000;
	assign(fixture, &again, 1);
	assert_address(&again, 0, "2024/03/05/01-1.html");
	assert_address(&again, 1, "2024/03/05/01-2.html");
	/* But the text itself goes before any title. */
	struct page third = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &third, "甲", texts[0])->sketch = 0xFFFF ^ 0xFF0000;
	add_article(fixture, &third, "丙", texts[0])->sketch = 0xFFFF ^ 0xFFFF0000;
	assign(fixture, &third, 1);
	assert_address(&third, 0, "2024/03/05/01-2.html");
	assert_address(&third, 1, "2024/03/05/01-1.html");
}

static void
test_addresses_assign_row_without_a_sketch(void **state)
{
	struct fixture *fixture = *state;
	struct page page = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &page, "", texts[0])->sketch = 0;
	assign(fixture, &page, 1);
	struct page again = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &again, "", texts[0]);
	assign(fixture, &again, 1);
	assert_address(&again, 0, "2024/03/05/01-1.html");
	/* Now it has one, so another picture is another. */
	struct page other = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &other, "", texts[1]);
	assign(fixture, &other, 1);
	assert_address(&other, 0, "2024/03/05/01-2.html");
}

static void
test_addresses_assign_gone_leads_to_nearest_text(void **state)
{
	struct page pages[2] = {
		sample(*state, 2), page_of("2024-03-05/02.txt", march, "02")};
	add_article(*state, &pages[1], "丙", texts[2]);
	add_article(*state, &pages[1], "又印一次", texts[1]);
	assign(*state, pages, 2);
	struct page less = sample(*state, 1);
	struct page now[] = {less, pages[1]};
	assign(*state, now, 2);
	const struct address *gone = row(*state, "2024/03/05/01-2.html");
	assert_int_equal(gone->kind, ADDRESS_GONE);
	assert_str(gone->target, "2024/03/05/02-2.html");
}

static void
test_addresses_assign_gone_leads_to_what_has_its_title(void **state)
{
	struct fixture *fixture = *state;
	struct page page = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &page, "甲", texts[0]);
	add_article(fixture, &page, "周末也开门　读者坐满座", texts[1]);
	add_article(fixture, &page, "渡口", texts[2]);
	assign(fixture, &page, 1);
	struct page merged = page_of("2024-03-05/01.txt", march, "01");
	struct article *article = add_article(fixture, &merged, "甲", texts[0]);
	article->kicker = STR("周末也开门，渡口不再空");
	article->subtitle = STR("读者坐满座位");
	struct page *list[] = {&merged};
	struct addresses *addresses = open_ledger(fixture);
	addresses_assign(addresses, list, 1, fixture->text);
	assert_str(addresses_find(addresses, STR("2024/03/05/01-2.html"))->target,
		"2024/03/05/01-1.html");
	/* Two characters stand in many headlines. */
	assert_str(addresses_find(addresses, STR("2024/03/05/01-3.html"))->target,
		"2024/03/05/01.html");
}

static void
test_addresses_assign_gone_leads_to_page_issue_home(void **state)
{
	struct page pages[2] = {
		sample(*state, 2), page_of("2024-03-05/02.txt", march, "02")};
	add_article(*state, &pages[1], "丁", texts[3]);
	assign(*state, pages, 2);
	struct page now[2] = {
		sample(*state, 1), page_of("2024-03-05/02.txt", march, "02")};
	assign(*state, now, 2);
	assert_str(row(*state, "2024/03/05/01-2.html")->target, "2024/03/05/01.html");
	struct page rest = page_of("2024-03-05/02.txt", march, "02");
	assign(*state, &rest, 1);
	assert_str(row(*state, "2024/03/05/01-1.html")->target, "2024/03/05/index.html");
	assert_str(row(*state, "2024/03/05/01-2.html")->target, "2024/03/05/index.html");
	assign(*state, NULL, 0);
	assert_str(row(*state, "2024/03/05/01-2.html")->target, "index.html");
}

static void
test_addresses_assign_gone_comes_back(void **state)
{
	struct page page = sample(*state, 2);
	assign(*state, &page, 1);
	assign(*state, NULL, 0);
	assert_int_equal(row(*state, "2024/03/05/01-2.html")->kind, ADDRESS_GONE);
	struct page again = sample(*state, 2);
	assign(*state, &again, 1);
	assert_address(&again, 1, "2024/03/05/01-2.html");
	assert_int_equal(row(*state, "2024/03/05/01-2.html")->kind, ADDRESS_ARTICLE);
	assert_str(row(*state, "2024/03/05/01-2.html")->target, "");
}

static void
test_addresses_keep_unreadable_source(void **state)
{
	struct fixture *fixture = *state;
	struct page page = sample(fixture, 1);
	assign(fixture, &page, 1);
	struct addresses *addresses = open_ledger(fixture);
	struct map unread = map_open(fixture->arena);
	*map_at(&unread, STR("2024-03-05/01.txt")) = fixture;
	addresses_keep(addresses, &unread);
	addresses_assign(addresses, NULL, 0, fixture->text);
	assert_int_equal(addresses_find(addresses, STR("2024/03/05/01-1.html"))->kind,
		ADDRESS_ARTICLE);
}

/* --- the file --- */

static struct str
ledger_bytes(struct fixture *fixture, const char *path)
{
	struct str bytes;
	assert_true(file_read(
		str_from(path), 1 << 20, &bytes, fixture->arena, &fixture->report));
	return bytes;
}

static void
test_addresses_write_sorted_lines(void **state)
{
	struct fixture *fixture = *state;
	struct page page = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &page, "甲\t乙\n丙", "")->sketch = 0;
	add_article(fixture, &page, "丁", texts[0])->sketch = 0xABC;
	assign(fixture, &page, 1);
	struct page less[] = {page_of("2024-03-05/01.txt", march, "01"),
		page_of("0.txt", (struct date){0}, "")};
	add_article(fixture, &less[0], "丁", texts[0])->sketch = 0xABC;
	add_article(fixture, &less[1], "戊", texts[1])->sketch = 0xDEF;
	assign(fixture, less, 2);
	/* New rows come behind the old ones until they are sorted. */
	struct page more[] = {
		less[0], less[1], page_of("2024-03-05/02.txt", march, "02")};
	add_article(fixture, &more[2], "己", texts[2])->sketch = 1;
	assign(fixture, more, 3);
	assert_str(ledger_bytes(fixture, "content/addresses.tsv"),
		"# Addresses given by the build; keep this file with the archive and do "
		"not edit it.\n"
		"# kind, address, source or subject, sketch, title, and of gone ones "
		"where they lead\n"
		"gone\t2024/03/05/01-1.html\t2024-03-05/01.txt\t\t甲 乙 "
		"丙\t2024/03/05/01.html\n"
		"article\t2024/03/05/01-2.html\t2024-03-05/"
		"01.txt\t0000000000000abc\t丁\n"
		"article\t2024/03/05/02-1.html\t2024-03-05/02.txt\t0000000000000001\t己\n"
		"article\tundated/0.html\t0.txt\t0000000000000def\t戊\n");
}

static void
test_addresses_write_only_when_changed(void **state)
{
	struct fixture *fixture = *state;
	struct page page = sample(fixture, 2);
	struct file_info before, after;
	assign(fixture, &page, 1);
	assert_true(file_look(STR("content/addresses.tsv"), &before));
	usleep(20000);
	assign(fixture, &page, 1);
	assert_true(file_look(STR("content/addresses.tsv"), &after));
	assert_true(before.modified == after.modified);
}

static void
test_addresses_write_nothing_for_nothing(void **state)
{
	assign(*state, NULL, 0);
	assert_false(file_exists(STR("content/addresses.tsv")));
}

static void
test_addresses_read_damaged_is_not_overwritten(void **state)
{
	struct fixture *fixture = *state;
	const char *damaged = "article\t2024/03/05/01-1.html\t2024-03-05/01.txt\t00\t甲\n"
			      "<<<<<<< HEAD\n"
			      "article\t../x.html\ta\t\t甲\n"
			      "gone\ta.html\ta\t\t甲\n"
			      "article\tb.html\tb\t\t甲\n"
			      "article\tB.html\tb\t\t甲\n";
	put(fixture, "content/addresses.tsv", damaged);
	struct addresses *addresses = open_ledger(fixture);
	assert_false(addresses_write(addresses, &fixture->report));
	assert_str(ledger_bytes(fixture, "content/addresses.tsv"), damaged);
	assert_int_equal(report_count(&fixture->report, SEVERITY_ERROR), 5);
	assert_int_equal(addresses->rows.count, 1);
}

/* A folder that is not there cannot be written, not even by root. */
static void
assign_without_content(struct fixture *fixture, struct page *page)
{
	struct addresses *addresses = addresses_read(
		STR("nowhere"), STR(".backfile"), fixture->arena, &fixture->report);
	addresses_assign(addresses, &page, 1, fixture->text);
	assert_true(addresses_write(addresses, &fixture->report));
}

static void
test_addresses_write_where_content_cannot_be_written(void **state)
{
	struct fixture *fixture = *state;
	struct page page = sample(fixture, 1);
	assign_without_content(fixture, &page);
	assert_true(file_exists(STR(".backfile/addresses.tsv")));
	struct page again = page_of("2024-03-05/01.txt", march, "01");
	add_article(fixture, &again, "乙", texts[1]);
	add_article(fixture, &again, "甲", texts[0]);
	assign_without_content(fixture, &again);
	assert_address(&again, 0, "2024/03/05/01-2.html");
	assert_address(&again, 1, "2024/03/05/01-1.html");
	assert_int_equal(report_count(&fixture->report, SEVERITY_WARNING), 2);
	assign_without_content(fixture, &again);
	assert_int_equal(report_count(&fixture->report, SEVERITY_WARNING), 2);
	assert_int_equal(report_count(&fixture->report, SEVERITY_ERROR), 0);
}

/* --- people and tags --- */

struct people {
	struct person persons[3];
	struct tag tags[1];
	struct catalog catalog;
};

/* Names the persons of "name slug name slug". */
static void
name(struct fixture *fixture, struct people *people, const char *pairs)
{
	struct str rest = str_from(pairs), subject, slug;
	people->catalog = (struct catalog){.arena = fixture->arena};
	for (size_t i = 0; rest.len && str_cut(&rest, ' ', &subject); i++) {
		str_cut(&rest, ' ', &slug);
		people->persons[i] = (struct person){
			.name = subject, .subject = subject, .slug = slug};
		*list_add(&people->catalog.people, fixture->arena) = &people->persons[i];
	}
	people->tags[0] = (struct tag){.name = STR("防汛"),
		.subject = STR("topic:防汛"),
		.slug = STR("fang-xun")};
	*list_add(&people->catalog.tags, fixture->arena) = &people->tags[0];
	struct addresses *addresses = open_ledger(fixture);
	addresses_name(addresses, &people->catalog);
	assert_true(addresses_write(addresses, &fixture->report));
}

static void
test_addresses_name_keeps_slugs(void **state)
{
	struct people people;
	name(*state, &people, "李纳 li-na");
	/* A namesake by sound sorts before, and would have taken the slug. */
	name(*state, &people, "李娜 li-na 李纳 li-na-2");
	assert_str(people.persons[0].slug, "li-na-2");
	assert_str(people.persons[1].slug, "li-na");
	assert_str(people.tags[0].slug, "fang-xun");
	assert_int_equal(row(*state, "people/li-na-2/index.html")->kind, ADDRESS_PERSON);
	assert_int_equal(row(*state, "tags/fang-xun/index.html")->kind, ADDRESS_TAG);
}

static void
test_addresses_name_keeper_decides(void **state)
{
	struct fixture *fixture = *state;
	struct people people;
	name(fixture, &people, "李纳 li-na 王五 wang-wu");
	people.persons[1].slug = STR("li-na");
	people.persons[1].slug_given = true;
	struct addresses *addresses = open_ledger(fixture);
	addresses_name(addresses, &people.catalog);
	assert_str(people.persons[1].slug, "li-na");
	assert_str(people.persons[0].slug, "li-na-2");
	const struct address *old =
		addresses_find(addresses, STR("people/wang-wu/index.html"));
	assert_int_equal(old->kind, ADDRESS_GONE);
	assert_str(old->target, "people/li-na/index.html");
}

static void
test_addresses_name_gone_person(void **state)
{
	struct people people;
	name(*state, &people, "李纳 li-na");
	name(*state, &people, "");
	const struct address *gone = row(*state, "people/li-na/index.html");
	assert_int_equal(gone->kind, ADDRESS_GONE);
	assert_str(gone->target, "people/index.html");
	/* The articles' part leaves these rows alone. */
	assign(*state, NULL, 0);
	assert_str(row(*state, "people/li-na/index.html")->target, "people/index.html");
	name(*state, &people, "李娜 li-na 李纳 li-na-2");
	assert_str(people.persons[1].slug, "li-na");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_addresses_assign_mints_in_order),
		content_test(test_addresses_assign_forms),
		content_test(test_addresses_assign_unique_under_case_folding),
		content_test(test_addresses_assign_leaves_drafts_alone),
		content_test(test_addresses_assign_same_text_in_other_order),
		content_test(test_addresses_assign_follows_a_slip_then_a_title),
		content_test(test_addresses_assign_nearest_wins),
		content_test(test_addresses_assign_never_reuses_a_number),
		content_test(test_addresses_assign_rewritten_markdown),
		content_test(test_addresses_assign_renamed_source),
		content_test(test_addresses_assign_same_text_on_two_pages),
		content_test(test_addresses_assign_frozen_articles_keep_theirs),
		content_test(test_addresses_assign_frozen_and_edited),
		content_test(test_addresses_assign_thawed_articles_keep_theirs),
		content_test(test_addresses_assign_mints_frozen_articles_in_order),
		content_test(test_addresses_assign_moved_within_the_issue),
		content_test(test_addresses_assign_title_goes_before_a_half),
		content_test(test_addresses_assign_row_without_a_sketch),
		content_test(test_addresses_assign_gone_leads_to_nearest_text),
		content_test(test_addresses_assign_gone_leads_to_what_has_its_title),
		content_test(test_addresses_assign_gone_leads_to_page_issue_home),
		content_test(test_addresses_assign_gone_comes_back),
		content_test(test_addresses_keep_unreadable_source),
		content_test(test_addresses_write_sorted_lines),
		content_test(test_addresses_write_only_when_changed),
		content_test(test_addresses_write_nothing_for_nothing),
		content_test(test_addresses_read_damaged_is_not_overwritten),
		content_test(test_addresses_write_where_content_cannot_be_written),
		content_test(test_addresses_name_keeps_slugs),
		content_test(test_addresses_name_keeper_decides),
		content_test(test_addresses_name_gone_person),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
