#include "search_site.h"

#include "search/index_reader.h"
#include "search/tokens.h"

/* --- small archives at random --- */

static void
add_random(struct search_site *site)
{
	static const char *const dates[] = {"2019-05-01", "2021-01-02", "2022-11-30",
		"2024-01-02", "2024-02-03", "2024-03-05", "2024-03-06", "2024-03", ""};
	struct str title = search_site_random_text(site, 4);
	search_site_add(site, dates[(size_t)rand() % (sizeof dates / sizeof *dates)],
		str_terminated(title, site->arena), search_site_random_text(site, 30));
}

static struct article *
any_article(struct search_site *site)
{
	size_t which = (size_t)rand() % site->pages.count;
	return site->pages.items[which]->articles.items[0];
}

/* A change that readers of the article see but the index of texts does not. */
static bool
change_beside_text(struct search_site *site, struct article *article)
{
	if (rand() % 2) {
		article->column = search_site_random_text(site, 3);
	} else {
		struct mention *mention = list_add(&article->mentions, site->arena);
		*mention =
			(struct mention){.name = STR("郭越峰"), .count = 2, .strong = 2};
	}
	return true;
}

/* Changes something; whether texts may be the same although an article is not. */
static bool
change(struct search_site *site)
{
	struct article *article = any_article(site);
	switch (rand() % 6) {
	case 0: article->title = search_site_random_text(site, 5); return false;
	case 1:
		article->blocks.items[0].text = search_site_random_text(site, 31);
		return false;
	case 2: add_random(site); return false;
	case 3: site->pages.count--; return false;
	case 4:
		article->confidence++; /* nothing that is shown */
		return false;
	default: return change_beside_text(site, article);
	}
}

/* --- the parts of a plan and their bytes --- */

struct written {
	struct str name;
	struct digest stamp, bytes;
	enum search_kind kind;
};

struct written_list {
	struct written *items;
	size_t count, capacity;
};

/* Names and contents of the files from the `from`-th on. */
static struct digest
digest_of_files(const struct search_site *site, size_t from)
{
	struct strbuf all = strbuf_open(site->arena);
	for (size_t i = from; i < site->files.count; i++) {
		strbuf_add(&all, site->files.items[i].path);
		strbuf_add_char(&all, '\n');
		strbuf_add(&all, site->files.items[i].bytes);
	}
	return digest_of(strbuf_str(&all));
}

static struct written_list
write_all(struct search_site *site)
{
	struct written_list list = {0};
	site->catalog = search_site_catalog(site, site->arena);
	site->files.count = 0;
	struct search_plan *plan = search_plan(site->catalog, site->text, site->arena);
	const struct search_ways ways = search_site_ways(site);
	for (size_t i = 0; i < plan->count; i++) {
		struct search_part *part = &plan->items[i];
		size_t from = site->files.count;
		part->value = search_write(plan, part, &ways, site->arena);
		*list_add(&list, site->arena) = (struct written){
			part->name, part->stamp, digest_of_files(site, from), part->kind};
	}
	return list;
}

static const struct written *
written_named(const struct written_list *list, struct str name)
{
	const struct written *found = NULL;
	for (size_t i = 0; i < list->count; i++)
		if (str_equal(list->items[i].name, name)) {
			assert_null(found); /* one of a name */
			found = &list->items[i];
		}
	return found;
}

static void
test_search_plan_equal_stamps_are_equal_bytes(void **state)
{
	struct search_site *site = *state;
	size_t kept = 0, changed = 0;
	srand(5);
	for (int i = 0; i < 25; i++)
		add_random(site);
	struct written_list before = write_all(site);
	for (int round = 0; round < 150; round++) {
		bool beside_text = change(site);
		struct written_list after = write_all(site);
		for (size_t i = 0; i < after.count; i++) {
			const struct written *now = &after.items[i];
			const struct written *old = written_named(&before, now->name);
			if (!old)
				continue;
			bool same_stamp = digest_equal(old->stamp, now->stamp);
			bool same_bytes = digest_equal(old->bytes, now->bytes);
			bool may_differ = beside_text && (now->kind == SEARCH_TEXT ||
								 now->kind == SEARCH_ALL);
			assert_true(
				same_stamp == same_bytes || (may_differ && same_bytes));
			kept += same_stamp;
			changed += !same_bytes;
		}
		before = after;
	}
	assert_true(kept > 1000 && changed > 200);
}

/* --- order of jobs --- */

static void
shuffle(size_t *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t other = (size_t)rand() % (i + 1);
		numbers[i] = numbers[other];
		numbers[other] = i;
	}
}

/* The i-th part by a plan of its own, as in a process of its own. */
static struct str
write_alone(struct search_site *site, size_t i, const struct search_plan *values)
{
	struct search_plan *plan = search_plan(site->catalog, site->text, site->arena);
	for (size_t k = 0; plan->items[i].kind == SEARCH_ALL && k < plan->count; k++)
		plan->items[k].value = values->items[k].value;
	const struct search_ways ways = search_site_ways(site);
	return search_write(plan, &plan->items[i], &ways, site->arena);
}

static void
test_search_write_in_any_order(void **state)
{
	struct search_site *site = *state;
	srand(6);
	for (int i = 0; i < 30; i++)
		add_random(site);
	search_site_index(site);
	size_t count = site->files.count;
	struct site_file *files = arena_array(site->arena, struct site_file, count);
	for (size_t i = 0; i < count; i++)
		files[i] = site->files.items[i];
	site->catalog = search_site_catalog(site, site->arena);
	struct search_plan *plan = search_plan(site->catalog, site->text, site->arena);
	size_t *order = arena_array(site->arena, size_t, plan->count);
	shuffle(order, plan->count);
	site->files.count = 0;
	for (int stage = 0; stage < SEARCH_STAGES; stage++)
		for (size_t i = 0; i < plan->count; i++) {
			struct search_part *part = &plan->items[order[i]];
			if ((int)part->stage == stage)
				part->value = write_alone(site, order[i], plan);
		}
	assert_int_equal(site->files.count, count);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < count; k++)
			if (str_equal(site->files.items[i].path, files[k].path))
				assert_true(str_equal(
					site->files.items[i].bytes, files[k].bytes));
}

/* --- splits --- */

/* The index of the texts of these articles, readable in the site's folder. */
static struct term_folder
folder_of(struct search_site *site, struct search_plan *plan,
	const struct index_reader *reader, size_t from, size_t to)
{
	struct search_part part = {
		.name = STR("text 2024"), .kind = SEARCH_TEXT, .from = from, .to = to};
	struct term_folder folder;
	site->files.count = 0;
	const struct search_ways ways = search_site_ways(site);
	struct str root = search_write(plan, &part, &ways, site->arena);
	for (size_t i = 0; i < site->files.count; i++) {
		struct str path =
			file_join(site->folder, site->files.items[i].path, site->arena);
		assert_true(
			file_replace(path, site->files.items[i].bytes, &site->report));
	}
	assert_true(term_folder_read(reader, root, (uint32_t)(to - from), &folder));
	return folder;
}

static struct str_list
terms_of(struct search_site *site, struct fold *fold)
{
	struct tokens tokens = {0};
	for (size_t i = 0; i < site->pages.count; i++) {
		const struct article *article = site->pages.items[i]->articles.items[0];
		tokens_add(&tokens, fold, fold_text(fold, article->title, site->arena),
			site->arena);
		for (size_t k = 0; k < article->blocks.count; k++)
			tokens_add(&tokens, fold,
				fold_text(
					fold, article->blocks.items[k].text, site->arena),
				site->arena);
	}
	return tokens.terms;
}

/* However articles are parted, a term is found in the same ones with the same weight. */
static void
test_search_write_of_any_split_finds_the_same(void **state)
{
	enum { ARTICLES = 60, PARTS = 4 };
	static const size_t cuts[][PARTS + 1] = {{0, 1, 2, 3, ARTICLES},
		{0, 15, 30, 45, ARTICLES}, {0, 7, 31, 58, ARTICLES}};
	struct search_site *site = *state;
	struct index_reader reader = {site->folder, site->arena, &site->report};
	srand(7);
	for (int i = 0; i < ARTICLES; i++)
		add_random(site);
	site->catalog = search_site_catalog(site, site->arena);
	struct search_plan *plan = search_plan(site->catalog, site->text, site->arena);
	struct str_list terms = terms_of(site, search_plan_fold(plan));
	struct term_folder whole = folder_of(site, plan, &reader, 0, ARTICLES);
	for (size_t c = 0; c < sizeof cuts / sizeof *cuts; c++) {
		struct term_folder parts[PARTS];
		for (size_t p = 0; p < PARTS; p++)
			parts[p] = folder_of(
				site, plan, &reader, cuts[c][p], cuts[c][p + 1]);
		for (size_t t = 0; t < terms.count; t += 5) {
			struct posting_array all = {0};
			size_t at = 0;
			assert_true(
				term_folder_find(&reader, &whole, terms.items[t], &all));
			assert_true(all.count > 0);
			for (size_t p = 0; p < PARTS; p++) {
				struct posting_array some = {0};
				assert_true(term_folder_find(
					&reader, &parts[p], terms.items[t], &some));
				for (size_t i = 0; i < some.count; i++, at++) {
					assert_true(at < all.count);
					assert_int_equal(all.items[at].article,
						some.items[i].article + cuts[c][p]);
					assert_int_equal(all.items[at].impact,
						some.items[i].impact);
				}
			}
			assert_int_equal(at, all.count);
		}
	}
}

/* --- the version --- */

/* Where this fails, the same articles have come to yield other bytes: INDEX_VERSION in
 * plan.c is to be raised, or sites keep what they have. */
static void
test_search_plan_version_stands_for_the_bytes(void **state)
{
	struct search_site *site = *state;
	search_site_add(
		site, "2024-03-05", "惊蛰 5G", STR("雷声过后，地里有了动静。\n3.5亩"));
	site->catalog = search_site_catalog(site, site->arena);
	struct search_plan *plan = search_plan(site->catalog, site->text, site->arena);
	static const char *const values[] = {
		[SEARCH_SUGGESTIONS] = "suggest-e60ae972.js",
		[SEARCH_TEXT] = "text-2024-03/11be71633d58",
		[SEARCH_NAMES] = "names-2024-03/16484ce9001e",
		[SEARCH_ISSUE] = "2024-03-05-d0335946",
		[SEARCH_ALL] = "manifest.js",
	};
	for (size_t i = 0; i < plan->count; i++) {
		const struct search_ways ways = search_site_ways(site);
		struct str value =
			search_write(plan, &plan->items[i], &ways, site->arena);
		if (plan->items[i].kind != SEARCH_FOLD &&
			plan->items[i].kind != SEARCH_CONFUSIONS)
			assert_str(value, values[plan->items[i].kind]);
	}
}

#define TEST(name)                                                                       \
	cmocka_unit_test_setup_teardown(name, search_site_set_up, search_site_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_search_plan_equal_stamps_are_equal_bytes),
		TEST(test_search_write_in_any_order),
		TEST(test_search_write_of_any_split_finds_the_same),
		TEST(test_search_plan_version_stands_for_the_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
