#include "search_site.h"

#include "search/index_reader.h"
#include "search/shard.h"
#include "search/cut.h"

/* --- cuts --- */

static size_t
choose(const uint64_t *hashes, size_t count, size_t least, size_t most)
{
	struct arena *arena = arena_open();
	struct cut_marks marks = {0};
	for (size_t i = 0; i < count; i++)
		*list_add(&marks, arena) = (struct cut_mark){hashes[i], 10 * i};
	size_t chosen = cut_choose(&marks, (struct cut_bounds){least, most});
	arena_close(arena);
	return chosen;
}

static void
test_cut_choose_takes_the_least_within_the_bounds(void **state)
{
	(void)state;
	static const uint64_t hashes[] = {1, 1, 9, 7, 5, 7, 1};
	assert_int_equal(choose(hashes, 7, 20, 50), 4);
	assert_int_equal(choose(hashes, 7, 20, 30), 3);
	assert_int_equal(choose(hashes, 7, 50, 60), 6);
	/* Nowhere within: before what is too long, but never nothing. */
	assert_int_equal(choose(hashes, 3, 25, 29), 2);
	assert_int_equal(choose(hashes, 7, 1, 5), 1);
	assert_int_equal(choose(hashes, 1, 1, 5), 1);
}

/* --- folders --- */

enum { TERMS = 240000, OF_A_CHARACTER = 60, ARTICLES = 2000 };

/* The i-th term of many, in order; every seventh character begins none. */
static struct str
term_at(size_t i, struct arena *arena)
{
	struct strbuf term = strbuf_open(arena);
	strbuf_add_point(&term, 0x4E00 + (uint32_t)(i / OF_A_CHARACTER) * 7 / 6);
	strbuf_add_point(&term, 0x4E00 + (uint32_t)(i % OF_A_CHARACTER) * 90);
	return strbuf_str(&term);
}

/* Writes the terms, each with one article, without the one at `gap`; answers the root. */
static struct str
write_terms(struct search_site *site, size_t gap)
{
	struct arena *line = arena_open();
	struct index_out out = {search_site_take, site, false};
	const struct index_folder folder = {STR("text-2024"), &out};
	struct shards *shards = shards_open(&folder, ARTICLES, false, site->arena);
	site->files.count = 0;
	for (size_t i = 0; i < TERMS; i++) {
		struct posting posting = {(uint32_t)(i % ARTICLES), 0};
		const struct posting_array postings = {&posting, 1, 1};
		if (i != gap)
			shards_add(shards, term_at(i, line), &postings);
		arena_empty(line);
	}
	arena_close(line);
	return shards_close(shards, STR(""), site->arena);
}

static void
test_shards_are_found_by_their_directory(void **state)
{
	struct search_site *site = *state;
	struct index_reader reader = {site->folder, site->arena, &site->report};
	struct term_folder folder;
	struct str root = write_terms(site, TERMS);
	assert_true(site->files.count > 160); /* shards, nodes, a root */
	for (size_t i = 0; i < site->files.count; i++)
		assert_true(file_replace(
			file_join(site->folder, site->files.items[i].path, site->arena),
			site->files.items[i].bytes, &site->report));
	assert_true(term_folder_read(&reader, root, ARTICLES, &folder));
	assert_false(folder.root.has_shards);
	for (size_t i = 0; i < TERMS; i += 997) {
		struct posting_array found = {0}, all = {0};
		struct str term = term_at(i, site->arena);
		assert_true(term_folder_find(&reader, &folder, term, &found));
		assert_int_equal(found.count, 1);
		assert_int_equal(found.items[0].article, i % ARTICLES);
		assert_true(term_folder_find_all(
			&reader, &folder, str_points(term, 0, 1), &all));
		assert_int_equal(all.count, OF_A_CHARACTER);
	}
}

static bool
has_path(const struct site_file *files, size_t count, struct str path)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(files[i].path, path))
			return true;
	return false;
}

/* A term less, wherever, changes its shard, perhaps the next ones, its node and the root.
 */
static void
test_shards_change_little_with_a_term(void **state)
{
	struct search_site *site = *state;
	write_terms(site, TERMS);
	size_t count = site->files.count;
	struct site_file *files = arena_array(site->arena, struct site_file, count);
	for (size_t i = 0; i < count; i++)
		files[i] = site->files.items[i];
	for (size_t gap = 1; gap < TERMS; gap += TERMS / 7) {
		size_t changed = 0;
		write_terms(site, gap);
		for (size_t i = 0; i < site->files.count; i++)
			changed += !has_path(files, count, site->files.items[i].path);
		assert_true(changed >= 2 && changed <= 8);
	}
}

#define TEST(name)                                                                       \
	cmocka_unit_test_setup_teardown(name, search_site_set_up, search_site_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_cut_choose_takes_the_least_within_the_bounds),
		TEST(test_shards_are_found_by_their_directory),
		TEST(test_shards_change_little_with_a_term),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
