#include "search_site.h"

#include "search/directory.h"

/* Of the entries in a node, where there are more than fit in one. */
enum { LEAST = 64, MOST = 160 };

/* Writes a directory of so many terms but for one; the root comes last. */
static struct str
write(struct search_site *site, size_t count, size_t without, struct str more)
{
	struct index_out out = {.sink = search_site_take, .context = site};
	const struct index_folder folder = {STR("text-2024"), &out};
	struct directory directory = directory_open(site->arena);
	site->files.count = 0;
	for (size_t i = 0; i < count; i++)
		if (i != without)
			directory_add(&directory, str_format(site->arena, "堤%06zu", i),
				0xABC000 + i);
	return directory_write(&directory, &folder, more, site->arena);
}

static struct str
bytes_of_root(const struct search_site *site, struct str root)
{
	const struct site_file *last = &site->files.items[site->files.count - 1];
	assert_str(last->path,
		str_format(site->arena, "search/%.*s.js", STR_ARG(root)).data);
	return last->bytes;
}

/* "shards" or "branches" of a node; 0 where it has not that key first. */
static int
number_of(struct str bytes, const char *key, struct arena *arena)
{
	struct str start = str_format(arena, "backfile({\"%s\":", key), digits;
	int number = 0;
	if (!str_starts(bytes, start))
		return 0;
	struct str rest = str_slice(bytes, start.len, bytes.len);
	assert_true(str_cut(&rest, ',', &digits) && str_number(digits, &number));
	return number;
}

static void
test_directory_write_few_is_one_node(void **state)
{
	struct search_site *site = *state;
	static const size_t counts[] = {1, LEAST, MOST};
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		struct str root = write(site, counts[i], SIZE_MAX, STR(",\"issues\":7"));
		struct str bytes = bytes_of_root(site, root);
		assert_int_equal(site->files.count, 1);
		assert_int_equal(number_of(bytes, "shards", site->arena), counts[i]);
		assert_true(str_ends(bytes, STR("\",\"issues\":7})\n")));
	}
}

static void
test_directory_write_many_is_a_tree(void **state)
{
	struct search_site *site = *state;
	static const size_t counts[] = {MOST + 1, 500, 5000};
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		struct str root = write(site, counts[i], SIZE_MAX, STR(",\"issues\":7"));
		struct str bytes = bytes_of_root(site, root);
		size_t nodes = site->files.count - 1, shards = 0;
		assert_int_equal(number_of(bytes, "branches", site->arena), nodes);
		assert_true(str_ends(bytes, STR("\",\"issues\":7})\n")));
		for (size_t k = 0; k < nodes; k++) {
			struct str node = site->files.items[k].bytes;
			int some = number_of(node, "shards", site->arena);
			assert_in_range(some, k + 1 < nodes ? LEAST : 1, MOST);
			assert_false(str_has(node, STR("issues")));
			shards += (size_t)some;
		}
		assert_int_equal(shards, counts[i]);
	}
}

/* A term is coded by what it has not in common with the one before. */
static void
test_directory_write_codes_a_term_after_another(void **state)
{
	struct search_site *site = *state;
	struct str root = write(site, 100, SIZE_MAX, STR(""));
	/* 48 bits are a name and few a term; two characters have 13. */
	assert_in_range(bytes_of_root(site, root).len, 100 * 48 / 7, 100 * 72 * 2 / 13);
}

/* Wherever a term goes, the cuts beside it alone may move. */
static void
test_directory_write_changes_little_with_a_term(void **state)
{
	struct search_site *site = *state;
	enum { COUNT = 5000, FILES = 100 };
	struct str before[FILES];
	write(site, COUNT, SIZE_MAX, STR(""));
	size_t count = site->files.count;
	assert_in_range(count, COUNT / MOST, FILES);
	for (size_t i = 0; i < count; i++)
		before[i] = site->files.items[i].path;
	for (size_t gap = 1; gap < COUNT; gap += COUNT / 9) {
		size_t changed = 0;
		write(site, COUNT, gap, STR(""));
		for (size_t i = 0; i < site->files.count; i++) {
			bool known = false;
			for (size_t k = 0; k < count; k++)
				known |= str_equal(before[k], site->files.items[i].path);
			changed += !known;
		}
		assert_in_range(changed, 2, 6);
	}
}

#define TEST(name)                                                                       \
	cmocka_unit_test_setup_teardown(name, search_site_set_up, search_site_tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_directory_write_few_is_one_node),
		TEST(test_directory_write_many_is_a_tree),
		TEST(test_directory_write_codes_a_term_after_another),
		TEST(test_directory_write_changes_little_with_a_term),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
