#include "publish/key.h"
#include "paper.h"

/* Keys must change whenever the view's fingerprint does. So everything in a small paper
 * is altered, one thing at a time, and both are compared for all outputs. */

struct state {
	struct digest key, fingerprint;
};

struct news {
	struct page *first, *second, *older;
	struct article *one, *two, *three, *old;
};

/* Two issues of two pages, with people and tags that have pages of their own. */
static struct news
add_news(struct paper *paper)
{
	struct news news;
	news.older = paper_page(paper, (struct date){2020, 12, 31}, "01");
	news.first = paper_page(paper, (struct date){2021, 3, 5}, "01");
	news.second = paper_page(paper, (struct date){2021, 3, 5}, "02");
	news.old = paper_article(paper, news.older, "岁末");
	news.one = paper_article(paper, news.first, "河堤完工");
	news.two = paper_article(paper, news.first, "开学");
	news.three = paper_article(paper, news.second, "书展");
	struct article *const all[] = {news.old, news.one, news.two, news.three};
	for (size_t i = 0; i < 4; i++) {
		paper_block(paper, all[i], BLOCK_PARAGRAPH, "堤上的人看见了石既明。");
		paper_tag(paper, all[i], TAG_TOPIC, "防汛");
		paper_mention(paper, all[i], "石既明", "局长", "看见了石既明。");
		all[i]->first_line = 1, all[i]->last_line = 9;
	}
	paper_mention(paper, news.one, "贺兰亭", "", "贺兰亭说。");
	paper_credit(paper, news.two, "记者", "宋知远", false);
	paper_credit(paper, news.one, "记者", "宋知远", false);
	return news;
}

/* As the editor makes it, before the archive as a whole settles names and tags. */
static struct digest
digest_before_settling(const struct article *article, struct arena *arena)
{
	struct article read = *article;
	read.tags.count = 0;
	read.mentions.items =
		arena_array(arena, struct mention, article->mentions.count + 1);
	for (size_t i = 0; i < article->mentions.count; i++) {
		read.mentions.items[i] = article->mentions.items[i];
		read.mentions.items[i].name = STR("");
	}
	return article_digest(&read);
}

static void
set_digests(struct paper *paper)
{
	for (size_t i = 0; i < paper->pages.count; i++)
		for (size_t k = 0; k < paper->pages.items[i]->articles.count; k++) {
			struct article *article =
				paper->pages.items[i]->articles.items[k];
			article->digest = digest_before_settling(article, paper->arena);
		}
}

static struct map
states_of(struct paper *paper)
{
	struct map states = map_open(paper->arena);
	paper->outputs.count = 0;
	set_digests(paper);
	paper_print(paper);
	const struct keys *keys =
		keys_open(&paper->publication, (struct digest){1, 2}, paper->arena);
	for (size_t i = 0; i < paper->outputs.count; i++) {
		const struct output *output = &paper->outputs.items[i];
		struct state *state = arena_new(paper->arena, struct state);
		const struct template *template =
			template_find(paper->publication.templates,
				str_from(output->kind->template), &paper->report);
		const void *view =
			output->kind->view(&paper->publication, output, paper->arena);
		state->key = output_key(keys, output, paper->arena);
		struct strbuf bytes = strbuf_open(paper->arena);
		assert_true(template_render(
			template, output->kind->shape, view, &bytes, &paper->report));
		state->fingerprint = digest_of(strbuf_str(&bytes));
		if (output->kind->made_of)
			*map_at(&states, output->path) = state;
	}
	return states;
}

/* How many outputs show something else now; each of them must have another key. */
static size_t
compare(const struct map *before, const struct map *after)
{
	size_t changed = 0;
	for (size_t i = 0; i < after->count; i++) {
		struct str path = after->entries[i].key;
		const struct state *old = map_find(before, path),
				   *new = after->entries[i].value;
		if (!old || digest_equal(old->fingerprint, new->fingerprint))
			continue;
		changed++;
		if (digest_equal(old->key, new->key))
			print_error("%.*s shows something else under the same key\n",
				STR_ARG(path));
		assert_false(digest_equal(old->key, new->key));
	}
	return changed;
}

static void
check_text(struct paper *paper, const char *what, struct str *text, size_t least)
{
	struct map before = states_of(paper);
	struct str kept = *text;
	*text = STR("另一个");
	struct map after = states_of(paper);
	size_t changed = compare(&before, &after);
	if (changed < least)
		print_error("%s changed %zu outputs\n", what, changed);
	assert_true(changed >= least);
	*text = kept;
}

#define CHECK(text, least) check_text(paper, #text, &(text), least)

static void
test_key_follows_every_text_of_an_article(void **state)
{
	struct paper *paper = *state;
	struct news news = add_news(paper);
	struct article *one = news.one;
	one->byline = one->dateline = one->summary = STR("有");
	CHECK(one->title, 6); /* itself, neighbour, page, issue, people, tag */
	CHECK(one->kicker, 1);
	CHECK(one->subtitle, 1);
	CHECK(one->column, 1);
	CHECK(one->series, 1);
	CHECK(one->byline, 1);
	CHECK(one->dateline, 1);
	CHECK(one->summary, 1);
	CHECK(one->blocks.items[0].text, 1);
	CHECK(one->mentions.items[0].context, 1);
	CHECK(one->mentions.items[0].office, 1);
	CHECK(one->mentions.items[0].name, 1);
	CHECK(one->credits.items[0].name, 1);
	CHECK(one->credits.items[0].role, 1);
	CHECK(one->tags.items[0].name, 1);
	CHECK(one->address, 4);
	CHECK(one->source, 1);
	CHECK(one->evidence, 1);
	CHECK(one->jump_to, 1);
	CHECK(one->jump_from, 1);
}

static void
test_key_follows_every_text_of_a_page_and_the_site(void **state)
{
	struct paper *paper = *state;
	struct news news = add_news(paper);
	CHECK(news.first->name, 4);
	CHECK(news.first->number, 3);
	CHECK(news.first->address, 2);
	CHECK(news.first->source, 1);
	CHECK(news.first->issue_number, 1);
	CHECK(paper->site.title, 8);
	CHECK(paper->site.publisher, 1);
	CHECK(paper->site.mail, 1);
	CHECK(paper->site.base, 8);
	news.first->picture = STR("2021-03-05/01.jpg");
	CHECK(news.first->picture, 1);
}

static void
test_key_follows_numbers_and_dates(void **state)
{
	struct paper *paper = *state;
	struct news news = add_news(paper);
	struct map before = states_of(paper);
	news.one->marks = MARK_END_LOST;
	struct map after = states_of(paper);
	assert_true(compare(&before, &after) >= 3);
	news.one->kind = ARTICLE_POEM;
	before = states_of(paper);
	assert_true(compare(&after, &before) >= 3);
	news.one->last_line = 10;
	after = states_of(paper);
	assert_true(compare(&before, &after) >= 1);
	news.first->date_inferred = true;
	before = states_of(paper);
	assert_true(compare(&after, &before) >= 1);
	news.old->date = news.older->date = (struct date){2019, 1, 1};
	after = states_of(paper);
	assert_true(compare(&before, &after) >= 3);
}

/* What comes and goes elsewhere shows on the pages beside it. */
static void
test_key_follows_neighbours(void **state)
{
	struct paper *paper = *state;
	struct news news = add_news(paper);
	struct map before = states_of(paper);
	struct article *added = paper_article(paper, news.second, "画展");
	paper_mention(paper, added, "贺兰亭", "馆长", "馆长贺兰亭说。");
	paper_tag(paper, added, TAG_TOPIC, "防汛");
	struct map after = states_of(paper);
	assert_true(compare(&before, &after) >= 5);
	paper_page(paper, (struct date){2021, 3, 4}, "01");
	before = states_of(paper);
	assert_true(compare(&after, &before) >= 3);
	news.three->jump_from = STR("01");
	news.one->jump_to = STR("02");
	after = states_of(paper);
	assert_true(compare(&before, &after) >= 2);
	news.second->articles.count = 0;
	before = states_of(paper);
	assert_true(compare(&after, &before) >= 3);
}

/* Somebody of the same name comes up elsewhere: pages that name the first one say now who
 * it is. */
static void
test_key_follows_namesakes(void **state)
{
	struct paper *paper = *state;
	struct news news = add_news(paper);
	struct person_entry *entry = list_add(&paper->authority.people, paper->arena);
	entry->name = STR("石既明");
	entry->slug = entry->pinyin = entry->note = STR("");
	struct person_split *teacher = list_add(&entry->splits, paper->arena);
	teacher->slug = STR("shi-the-teacher");
	str_list_add(&teacher->offices, STR("教师"), paper->arena);
	*map_at(&paper->authority.person_of, entry->name) = entry;
	paper_mention(paper, news.two, "贺兰亭", "", "贺兰亭说。");
	struct map before = states_of(paper);
	struct article *added = paper_article(paper, news.older, "教案");
	paper_mention(paper, added, "石既明", "教师", "教师石既明。");
	struct map after = states_of(paper);
	compare(&before, &after);
	const struct state *old = map_find(&before, STR("people/helan-ting/index.html")),
			   *new = map_find(&after, STR("people/helan-ting/index.html"));
	assert_false(digest_equal(old->fingerprint, new->fingerprint));
}

/* A long list has a page for each year, and an article of one leaves the others alone. */
static void
test_key_of_a_year_stays(void **state)
{
	struct paper *paper = *state;
	struct page *old = paper_page(paper, (struct date){2020, 5, 1}, "01");
	struct page *closed = paper_page(paper, (struct date){2021, 4, 30}, "01");
	struct page *new = paper_page(paper, (struct date){2021, 5, 1}, "01");
	struct page *const pages[] = {old, closed, new};
	for (int i = 0; i < 60; i++)
		for (int k = 0; k < 3; k++) {
			struct article *article = paper_article(paper, pages[k], "开学");
			paper_mention(paper, article, "石既明", "局长", "石既明说。");
			paper_tag(paper, article, TAG_COLUMN, "江边");
		}
	struct map before = states_of(paper);
	struct article *added = paper_article(paper, new, "毕业");
	paper_mention(paper, added, "石既明", "副市长", "副市长石既明说。");
	paper_tag(paper, added, TAG_COLUMN, "江边");
	struct map after = states_of(paper);
	compare(&before, &after);
	static const char *const stay[] = {"people/shi-jiming/2020.html",
		"tags/jiang-bian/2020.html", "people/shi-jiming/2021.html",
		"tags/jiang-bian/2021.html"};
	static const char *const change[] = {
		"people/shi-jiming/index.html", "tags/jiang-bian/index.html"};
	for (size_t i = 0; i < 4; i++) {
		const struct state *was = map_find(&before, str_from(stay[i]));
		const struct state *is = map_find(&after, str_from(stay[i]));
		assert_true(digest_equal(was->key, is->key));
	}
	for (size_t i = 0; i < 2; i++) {
		const struct state *was = map_find(&before, str_from(change[i]));
		const struct state *is = map_find(&after, str_from(change[i]));
		assert_false(digest_equal(was->key, is->key));
	}
}

/* Where nothing changed, nothing is looked at. */
static void
test_key_is_the_same_in_the_next_build(void **state)
{
	struct paper *paper = *state;
	add_news(paper);
	struct map before = states_of(paper), after = states_of(paper);
	assert_true(before.count > 10);
	assert_int_equal(before.count, after.count);
	for (size_t i = 0; i < before.count; i++) {
		const struct state *old = before.entries[i].value;
		const struct state *new = map_find(&after, before.entries[i].key);
		assert_true(digest_equal(old->key, new->key));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_key_follows_every_text_of_an_article),
		TEST(test_key_follows_every_text_of_a_page_and_the_site),
		TEST(test_key_follows_numbers_and_dates),
		TEST(test_key_follows_neighbours),
		TEST(test_key_follows_namesakes),
		TEST(test_key_of_a_year_stays),
		TEST(test_key_is_the_same_in_the_next_build),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
