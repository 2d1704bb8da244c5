#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "archive/record.h"
#include "base/bytes.h"
#include "base/list.h"

enum { HEAD_SIZE = 20 };

/* --- random pages: xorshift64* by S. Vigna --- */

struct random {
	uint64_t state;
	struct arena *arena;
};

static uint64_t
roll(struct random *random)
{
	random->state ^= random->state >> 12;
	random->state ^= random->state << 25;
	random->state ^= random->state >> 27;
	return random->state * 0x2545F4914F6CDD1DULL;
}

static unsigned
below(struct random *random, unsigned bound)
{
	return (unsigned)(roll(random) >> 33) % bound;
}

static struct str
text(struct random *random)
{
	static const struct str words[] = {STR_INIT("江水"), STR_INIT("退了"),
		STR_INIT("。"), STR_INIT("a\tb"), STR_INIT("\n"), STR_INIT("堤")};
	struct strbuf out = strbuf_open(random->arena);
	for (unsigned n = below(random, 40); n > 0; n--)
		strbuf_add(&out, words[below(random, 6)]);
	return strbuf_str(&out);
}

static struct date
date(struct random *random)
{
	if (below(random, 4) == 0)
		return (struct date){0};
	return (struct date){1000 + (int)below(random, 9000), 1 + (int)below(random, 12),
		1 + (int)below(random, 28)};
}

static struct tag_use
tag(struct random *random)
{
	return (struct tag_use){.kind = (enum tag_kind)below(random, TAG_KINDS),
		.name = text(random),
		.weight = (int)below(random, 5000) - 2000};
}

static void
add_parts(struct random *random, struct article *article)
{
	struct arena *arena = random->arena;
	for (unsigned n = below(random, 4); n > 0; n--)
		*list_add(&article->credits, arena) =
			(struct credit){.role = text(random),
				.name = text(random),
				.photo = below(random, 2)};
	for (unsigned n = below(random, 6); n > 0; n--)
		*list_add(&article->blocks, arena) = (struct block){
			(enum block_kind)below(random, BLOCK_KINDS), text(random),
			text(random), below(random, 500), below(random, 500)};
	for (unsigned n = below(random, 4); n > 0; n--)
		*list_add(&article->mentions, arena) = (struct mention){
			.name = text(random),
			.office = text(random),
			.context = text(random),
			.count = below(random, 9),
			.strong = below(random, 9),
			.faint = below(random, 9),
		};
	for (unsigned n = below(random, 4); n > 0; n--)
		*list_add(&article->tags, arena) = tag(random);
	for (unsigned n = below(random, 4); n > 0; n--)
		*list_add(&article->spare_tags, arena) = tag(random);
	for (unsigned n = below(random, 3); n > 0; n--)
		str_list_add(&article->aliases, text(random), arena);
}

static struct article *
random_article(struct random *random)
{
	struct article *article = arena_new(random->arena, struct article);
	*article =
		(struct article){.kind = (enum article_kind)below(random, ARTICLE_KINDS),
			.date = date(random),
			.page = text(random),
			.ordinal = below(random, 30),
			.kicker = text(random),
			.title = text(random),
			.subtitle = text(random),
			.column = text(random),
			.series = text(random),
			.part = (int)below(random, 5),
			.byline = text(random),
			.dateline = text(random),
			.event_date = date(random),
			.marks = below(random, 16),
			.confidence = (int)below(random, 1001),
			.slug = text(random),
			.summary = text(random),
			.jump_to = text(random),
			.jump_from = text(random),
			.curated = below(random, 2),
			.draft = below(random, 2),
			.source = text(random),
			.first_line = below(random, 900),
			.last_line = below(random, 900),
			.evidence_first = below(random, 900),
			.evidence_last = below(random, 900),
			.digest = {roll(random), roll(random)},
			.sketch = roll(random),
			.address = text(random)};
	add_parts(random, article);
	return article;
}

static struct page *
random_page(struct random *random)
{
	struct page *page = arena_new(random->arena, struct page);
	*page = (struct page){.source = text(random),
		.digest = {roll(random), roll(random)},
		.date = date(random),
		.date_inferred = below(random, 2),
		.number = text(random),
		.name = text(random),
		.address = text(random),
		.picture = text(random),
		.census = text(random),
		.text = text(random),
		.first_line = below(random, 20),
		.curated = below(random, 2)};
	for (unsigned n = below(random, 4); n > 0; n--)
		*list_add(&page->articles, random->arena) = random_article(random);
	for (unsigned n = below(random, 3); n > 0; n--)
		*list_add(&page->furniture, random->arena) = (struct furniture){
			text(random), text(random), below(random, 99), below(random, 99)};
	for (unsigned n = below(random, 3); n > 0; n--)
		*list_add(&page->repeats, random->arena) =
			(struct repeat){text(random), below(random, 99),
				below(random, 99), below(random, 99), below(random, 99)};
	return page;
}

/* --- comparing --- */

static void
assert_same_str(struct str a, struct str b)
{
	assert_true(str_equal(a, b));
}

static void
assert_same_article(const struct article *a, const struct article *b)
{
	assert_true(digest_equal(article_digest(a), article_digest(b)));
	assert_true(digest_equal(a->digest, b->digest));
	assert_true(a->sketch == b->sketch);
	assert_int_equal(a->confidence, b->confidence);
	assert_int_equal(a->first_line, b->first_line);
	assert_int_equal(a->last_line, b->last_line);
	assert_int_equal(a->evidence_first, b->evidence_first);
	assert_int_equal(a->evidence_last, b->evidence_last);
	assert_same_str(a->slug, b->slug);
	assert_int_equal(a->blocks.count, b->blocks.count);
	for (size_t i = 0; i < a->blocks.count; i++) {
		assert_int_equal(
			a->blocks.items[i].first_line, b->blocks.items[i].first_line);
		assert_int_equal(
			a->blocks.items[i].last_line, b->blocks.items[i].last_line);
	}
	assert_int_equal(a->tags.count, b->tags.count);
	assert_int_equal(a->spare_tags.count, b->spare_tags.count);
	for (size_t i = 0; i < a->tags.count; i++)
		assert_int_equal(a->tags.items[i].weight, b->tags.items[i].weight);
	for (size_t i = 0; i < a->spare_tags.count; i++)
		assert_same_str(a->spare_tags.items[i].name, b->spare_tags.items[i].name);
	assert_null(b->continues);
}

static void
assert_same_rest(const struct page *a, const struct page *b)
{
	assert_int_equal(a->furniture.count, b->furniture.count);
	for (size_t i = 0; i < a->furniture.count; i++) {
		assert_same_str(a->furniture.items[i].text, b->furniture.items[i].text);
		assert_same_str(a->furniture.items[i].what, b->furniture.items[i].what);
		assert_int_equal(
			a->furniture.items[i].last_line, b->furniture.items[i].last_line);
	}
	assert_int_equal(a->repeats.count, b->repeats.count);
	for (size_t i = 0; i < a->repeats.count; i++) {
		assert_same_str(a->repeats.items[i].text, b->repeats.items[i].text);
		assert_int_equal(a->repeats.items[i].of_last_line,
			b->repeats.items[i].of_last_line);
	}
}

static void
assert_same_page(const struct page *a, const struct page *b)
{
	assert_same_str(a->source, b->source);
	assert_same_str(a->number, b->number);
	assert_same_str(a->name, b->name);
	assert_same_str(a->picture, b->picture);
	assert_same_str(a->text, b->text);
	assert_same_str(a->census, b->census);
	assert_true(digest_equal(a->digest, b->digest));
	assert_int_equal(date_compare(a->date, b->date), 0);
	assert_int_equal(a->date_inferred, b->date_inferred);
	assert_int_equal(a->first_line, b->first_line);
	assert_int_equal(a->curated, b->curated);
	assert_int_equal(a->articles.count, b->articles.count);
	for (size_t i = 0; i < a->articles.count; i++)
		assert_same_article(a->articles.items[i], b->articles.items[i]);
	assert_same_rest(a, b);
}

/* --- tests --- */

static struct random
random_open(uint64_t seed)
{
	return (struct random){seed, arena_open()};
}

/* Into a page of as many articles as they say, but for nonsense. */
static struct page *
read_signs(struct str bytes, struct arena *arena)
{
	enum { MOST = 8 };
	struct page *page = arena_new(arena, struct page);
	struct bytes_reader reader = {.rest = str_slice(bytes, HEAD_SIZE, bytes.len)};
	bytes_str(&reader);
	uint64_t count = bytes_number(&reader);
	for (uint64_t i = 0; i < count && i < MOST; i++)
		*list_add(&page->articles, arena) = arena_new(arena, struct article);
	return record_read_signs(bytes, page, arena) ? page : NULL;
}

enum { PARTS = 4 };

/* The parts are read alike. */
static struct page *
read_part(int part, struct str bytes, struct arena *arena)
{
	return part == 0   ? record_read_head(bytes, arena)
	       : part == 1 ? record_read_quotes(bytes, arena)
	       : part == 2 ? record_read_text(bytes, arena)
			   : read_signs(bytes, arena);
}

static struct str
part_of(const struct record *record, int part)
{
	return part == 0   ? record->head
	       : part == 1 ? record->quotes
	       : part == 2 ? record->text
			   : record->signs;
}

static void
test_record_read_random_pages_come_back(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 200; seed++) {
		struct random random = random_open(seed);
		struct page *page = random_page(&random);
		struct record record = record_write(page, random.arena);
		struct page *read = record_read(&record, random.arena);
		assert_non_null(read);
		assert_same_page(page, read);
		struct record again = record_write(read, random.arena);
		assert_same_str(again.head, record.head);
		assert_same_str(again.signs, record.signs);
		assert_same_str(again.quotes, record.quotes);
		assert_same_str(again.text, record.text);
		arena_close(random.arena);
	}
}

static void
test_record_read_head_alone(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 50; seed++) {
		struct random random = random_open(seed);
		struct page *page = random_page(&random);
		struct record record = record_write(page, random.arena);
		struct page *head = record_read_head(record.head, random.arena);
		assert_true(head->is_head);
		assert_int_equal(head->text.len, 0);
		assert_int_equal(head->furniture.count, 0);
		assert_int_equal(head->census.len, 0);
		for (size_t i = 0; i < head->articles.count; i++) {
			struct article *article = head->articles.items[i];
			assert_true(article->is_head);
			assert_int_equal(article->place, i);
			assert_int_equal(article->blocks.count, 0);
			assert_int_equal(article->tags.count, 0);
			assert_same_str(article->title, page->articles.items[i]->title);
			assert_int_equal(article->mentions.count,
				page->articles.items[i]->mentions.count);
		}
		/* What is written of a head is the same head. */
		assert_same_str(record_write(head, random.arena).head, record.head);
		arena_close(random.arena);
	}
}

static void
test_record_read_parts_that_do_not_fit(void **state)
{
	struct random random = random_open(5);
	struct page *one = random_page(&random), *two = random_page(&random);
	(void)state;
	while (one->articles.count == two->articles.count)
		two = random_page(&random);
	struct record record = record_write(one, random.arena);
	record.text = record_write(two, random.arena).text;
	assert_null(record_read(&record, random.arena));
	record = record_write(one, random.arena);
	record.quotes = record_write(two, random.arena).quotes;
	assert_null(record_read(&record, random.arena));
	record = record_write(one, random.arena);
	record.signs = record_write(two, random.arena).signs;
	assert_null(record_read(&record, random.arena));
	record = record_write(one, random.arena);
	record.quotes = record.head;
	assert_null(record_read(&record, random.arena));
	arena_close(random.arena);
}

static void
test_record_read_empty_page(void **state)
{
	struct arena *arena = arena_open();
	struct page page = {0};
	(void)state;
	struct record record = record_write(&page, arena);
	assert_non_null(record_read(&record, arena));
	assert_true(record.head.len < 64);
	arena_close(arena);
}

/* A part of the record of a page with everything on it. */
static struct str
sample(struct random *random, int part)
{
	struct page *page = random_page(random);
	while (page->articles.count < 2 || !page->furniture.count || !page->repeats.count)
		page = random_page(random);
	struct record record = record_write(page, random->arena);
	return part_of(&record, part);
}

static void
test_record_read_every_truncation(void **state)
{
	struct arena *arena = arena_open();
	(void)state;
	for (int part = 0; part < PARTS; part++) {
		struct random random = random_open(7);
		struct str record = sample(&random, part);
		for (size_t len = 0; len < record.len; len++) {
			/* So that reading past the end is noticed. */
			char *copy = malloc(len + 1);
			memcpy(copy, record.data, len);
			assert_null(read_part(part, (struct str){copy, len}, arena));
			free(copy);
			arena_empty(arena);
		}
		arena_close(random.arena);
	}
	arena_close(arena);
}

/* Makes the checksum right again, so that the checks behind it are put to the test. */
static void
seal(char *record, size_t len)
{
	struct arena *arena = arena_open();
	struct strbuf sum = strbuf_open(arena);
	bytes_add_digest(
		&sum, digest_of((struct str){record + HEAD_SIZE, len - HEAD_SIZE}));
	memcpy(record + HEAD_SIZE - sum.len, sum.data, sum.len);
	arena_close(arena);
}

static void
read_again(int part, struct str damaged, struct arena *arena)
{
	struct page *page = read_part(part, damaged, arena);
	if (!page)
		return;
	/* Then it is a page like any other. */
	for (size_t i = 0; i < page->articles.count; i++) {
		article_digest(page->articles.items[i]);
		assert_non_null(article_kind_name(page->articles.items[i]->kind));
	}
	struct record record = record_write(page, arena);
	assert_non_null(read_part(part, part_of(&record, part), arena));
}

static void
test_record_read_random_bit_flips(void **state)
{
	struct arena *arena = arena_open();
	(void)state;
	for (int n = 0; n < 2000; n++) {
		int part = n % PARTS;
		struct random random = random_open(11 + (uint64_t)n / 100);
		struct str record = sample(&random, part);
		char *copy = malloc(record.len);
		memcpy(copy, record.data, record.len);
		random.state += (uint64_t)n;
		size_t at = below(&random, (unsigned)record.len);
		copy[at] = (char)(copy[at] ^ 1 << below(&random, 8));
		struct str damaged = {copy, record.len};
		assert_null(read_part(part, damaged, arena));
		if (at >= HEAD_SIZE) {
			seal(copy, record.len);
			read_again(part, damaged, arena);
		}
		free(copy);
		arena_empty(arena);
		arena_close(random.arena);
	}
	arena_close(arena);
}

static void
test_record_read_sealed_truncation_and_tail(void **state)
{
	struct arena *arena = arena_open();
	(void)state;
	for (int part = 0; part < PARTS; part++) {
		struct random random = random_open(13);
		struct str record = sample(&random, part);
		char *longer = malloc(record.len + 1);
		memcpy(longer, record.data, record.len);
		longer[record.len] = 0;
		seal(longer, record.len + 1);
		assert_null(read_part(part, (struct str){longer, record.len + 1}, arena));
		for (size_t len = HEAD_SIZE; len < record.len; len++) {
			seal(longer, len);
			assert_null(read_part(part, (struct str){longer, len}, arena));
			arena_empty(arena);
		}
		free(longer);
		arena_close(random.arena);
	}
	arena_close(arena);
}

static bool
comes_back(const struct page *page, struct arena *arena)
{
	struct record record = record_write(page, arena);
	return record_read(&record, arena);
}

static void
test_record_read_unknown_kinds(void **state)
{
	struct arena *arena = arena_open();
	struct article article = {.kind = ARTICLE_KINDS};
	struct block block = {.kind = BLOCK_KINDS};
	struct tag_use tag = {.kind = TAG_KINDS};
	struct page page = {0};
	(void)state;
	*list_add(&page.articles, arena) = &article;
	assert_false(comes_back(&page, arena));
	article.kind = ARTICLE_OBITUARY;
	assert_true(comes_back(&page, arena));
	*list_add(&article.blocks, arena) = block;
	assert_false(comes_back(&page, arena));
	article.blocks.count = 0;
	*list_add(&article.tags, arena) = tag;
	assert_false(comes_back(&page, arena));
	arena_close(arena);
}

static void
test_record_read_other_version(void **state)
{
	(void)state;
	for (int part = 0; part < PARTS; part++) {
		struct random random = random_open(17);
		struct str record = sample(&random, part);
		char *copy = malloc(record.len);
		memcpy(copy, record.data, record.len);
		struct str other = {copy, record.len};
		assert_non_null(read_part(part, other, random.arena));
		assert_null(read_part(!part, other, random.arena));
		copy[3]++;
		assert_null(read_part(part, other, random.arena));
		free(copy);
		arena_close(random.arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_record_read_random_pages_come_back),
		cmocka_unit_test(test_record_read_head_alone),
		cmocka_unit_test(test_record_read_parts_that_do_not_fit),
		cmocka_unit_test(test_record_read_empty_page),
		cmocka_unit_test(test_record_read_every_truncation),
		cmocka_unit_test(test_record_read_random_bit_flips),
		cmocka_unit_test(test_record_read_sealed_truncation_and_tail),
		cmocka_unit_test(test_record_read_unknown_kinds),
		cmocka_unit_test(test_record_read_other_version),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
