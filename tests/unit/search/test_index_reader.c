#include "search_site.h"

#include "search/index_reader.h"

/* Writes the files of the shared case into the site's folder. */
static json_t *
shared_case(struct search_site *site)
{
	json_error_t error;
	json_t *all = json_load_file("tests/search/directory.json", 0, &error), *json;
	const char *name;
	assert_non_null(all);
	json_object_foreach(json_object_get(all, "files"), name, json)
	{
		char *text = json_dumps(json, JSON_COMPACT);
		struct str path = str_format(
			site->arena, "%.*s/search/%s", STR_ARG(site->folder), name);
		assert_true(file_replace(path,
			str_format(site->arena, "backfile(%s)\n", text), &site->report));
		free(text);
	}
	return all;
}

static struct term_folder
open_folder(const struct index_reader *reader, const json_t *all)
{
	struct term_folder folder;
	struct str root = str_from(json_string_value(json_object_get(all, "root")));
	assert_true(term_folder_read(reader, root,
		(uint32_t)json_integer_value(json_object_get(all, "articles")), &folder));
	return folder;
}

static void
assert_postings(const struct posting_array *found, const json_t *wanted)
{
	const json_t *articles = json_object_get(wanted, "articles");
	const json_t *impacts = json_object_get(wanted, "impacts");
	assert_int_equal(found->count, json_array_size(articles));
	for (size_t i = 0; i < found->count; i++) {
		assert_int_equal(found->items[i].article,
			json_integer_value(json_array_get(articles, i)));
		assert_int_equal(found->items[i].impact,
			json_integer_value(json_array_get(impacts, i)));
	}
}

static void
test_term_folder_find_below_a_root_of_nodes(void **state)
{
	struct search_site *site = *state;
	struct index_reader reader = {site->folder, site->arena, &site->report};
	json_t *all = shared_case(site), *wanted;
	struct term_folder folder = open_folder(&reader, all);
	size_t i;
	json_array_foreach(json_object_get(all, "terms"), i, wanted)
	{
		struct posting_array found = {0};
		struct str term =
			str_from(json_string_value(json_object_get(wanted, "term")));
		assert_true(term_folder_find(&reader, &folder, term, &found));
		assert_postings(&found, wanted);
	}
	json_decref(all);
}

static void
test_term_folder_find_all_reaches_over_nodes(void **state)
{
	struct search_site *site = *state;
	struct index_reader reader = {site->folder, site->arena, &site->report};
	json_t *all = shared_case(site), *wanted;
	struct term_folder folder = open_folder(&reader, all);
	size_t i;
	json_array_foreach(json_object_get(all, "characters"), i, wanted)
	{
		struct posting_array found = {0};
		struct str head =
			str_from(json_string_value(json_object_get(wanted, "character")));
		assert_true(term_folder_find_all(&reader, &folder, head, &found));
		assert_postings(&found, wanted);
	}
	json_decref(all);
}

/* A node that is a root of nodes where shards should be: no walk without end. */
static void
test_term_folder_find_in_a_node_that_leads_to_itself(void **state)
{
	struct search_site *site = *state;
	struct index_reader reader = {site->folder, site->arena, &site->report};
	json_t *all = shared_case(site);
	struct term_folder folder = open_folder(&reader, all);
	struct posting_array found = {0};
	for (size_t i = 0; i < folder.root.files.count; i++)
		folder.root.files.items[i] =
			str_from(json_string_value(json_object_get(all, "root")));
	assert_false(term_folder_find(&reader, &folder, STR("船头"), &found));
	assert_int_equal(site->report.count, 1);
	json_decref(all);
}

#define TEST(name)                                                                       \
	cmocka_unit_test_setup_teardown(name, search_site_set_up, search_site_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_term_folder_find_below_a_root_of_nodes),
		TEST(test_term_folder_find_all_reaches_over_nodes),
		TEST(test_term_folder_find_in_a_node_that_leads_to_itself),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
