#include "search_site.h"

#include "base/digest.h"

/* An index that is made from build to build, beside one that is made anew each time. */
struct builds {
	struct search_site *site;
	struct map files; /* of the build before: path to struct site_file */
	struct map parts; /* its folders: name to struct left */
	size_t asked;     /* articles whose texts were asked for */
	size_t served;    /* former files */
	size_t most;      /* of them that can be read */
	size_t kept;      /* files that were not made again */
};

struct left {
	struct str value, note;
};

static struct builds
builds_open(struct search_site *site)
{
	return (struct builds){
		site, map_open(site->arena), map_open(site->arena), 0, 0, SIZE_MAX, 0};
}

static const struct article *
full(void *context, size_t index, struct arena *arena)
{
	struct builds *builds = context;
	builds->asked++;
	return search_site_full(builds->site, index, arena);
}

static bool
sink(void *context, struct str path, struct str bytes)
{
	struct builds *builds = context;
	return search_site_take(builds->site, path, bytes);
}

static bool
former(void *context, struct str path, struct str *bytes, struct arena *arena)
{
	struct builds *builds = context;
	const struct site_file *file = map_find(&builds->files, path);
	if (!file || builds->served == builds->most)
		return false;
	builds->served++;
	*bytes = str_copy(file->bytes, arena);
	return true;
}

static bool
keep(void *context, struct str path)
{
	struct builds *builds = context;
	const struct site_file *file = map_find(&builds->files, path);
	assert_non_null(file);
	builds->kept++;
	return search_site_take(builds->site, path, file->bytes);
}

static const struct site_file *
file_of(const struct search_site *site, struct str path)
{
	for (size_t i = 0; i < site->files.count; i++)
		if (str_equal(site->files.items[i].path, path))
			return &site->files.items[i];
	return NULL;
}

/* The files are those of an index made anew, perhaps some of them twice. */
static void
assert_as_anew(struct builds *builds, const struct site_file *files, size_t count)
{
	struct search_site *site = builds->site;
	search_site_index(site);
	for (size_t i = 0; i < site->files.count; i++) {
		bool found = false;
		for (size_t k = 0; !found && k < count; k++)
			found = str_equal(files[k].path, site->files.items[i].path) &&
				str_equal(files[k].bytes, site->files.items[i].bytes);
		assert_true(found);
	}
	for (size_t k = 0; k < count; k++)
		assert_non_null(file_of(site, files[k].path));
}

static void
keep_files(struct builds *builds, struct site_file *files, size_t count)
{
	builds->files = map_open(builds->site->arena);
	for (size_t i = 0; i < count; i++)
		*map_at(&builds->files, files[i].path) = &files[i];
}

static void
write_part(struct builds *builds, struct search_plan *plan, struct search_part *part)
{
	struct arena *arena = builds->site->arena;
	const struct search_ways ways = {full, sink, former, keep, builds};
	struct left **left = (struct left **)map_at(&builds->parts, part->name);
	if (*left) {
		part->former = (*left)->value;
		part->note = (*left)->note;
	}
	part->value = search_write(plan, part, &ways, arena);
	assert_true(part->value.len);
	*left = arena_new(arena, struct left);
	**left = (struct left){part->value, search_note(plan, part, arena)};
}

/* Indexes the articles as they are now. */
static void
build(struct builds *builds)
{
	struct search_site *site = builds->site;
	site->catalog = search_site_catalog(site, site->arena);
	site->files.count = 0;
	builds->asked = builds->served = builds->kept = 0;
	struct search_plan *plan = search_plan(site->catalog, site->text, site->arena);
	for (size_t i = 0; i < plan->count; i++)
		write_part(builds, plan, &plan->items[i]);
	size_t count = site->files.count;
	struct site_file *files = arena_array(site->arena, struct site_file, count);
	for (size_t i = 0; i < count; i++)
		files[i] = site->files.items[i];
	assert_as_anew(builds, files, count);
	keep_files(builds, files, count);
}

static void
add(struct search_site *site, const char *date)
{
	struct str title = search_site_random_text(site, 4);
	search_site_add(site, date, str_terminated(title, site->arena),
		search_site_random_text(site, 60));
}

static void
add_some(struct search_site *site)
{
	srand(8);
	for (int i = 0; i < 20; i++)
		add(site, i % 2 ? "2023-04-05" : "2023-06-01");
	add(site, "2024-01-01");
}

static struct article *
article_at(struct search_site *site, size_t i)
{
	return site->pages.items[i]->articles.items[0];
}

static void
test_former_lists_save_texts_and_change_no_byte(void **state)
{
	struct search_site *site = *state;
	struct builds builds = builds_open(site);
	add_some(site);
	build(&builds);
	assert_int_equal(builds.asked, 21);
	assert_int_equal(builds.served, 0);
	/* One article edited. */
	article_at(site, 6)->blocks.items[0].text = search_site_random_text(site, 50);
	build(&builds);
	assert_int_equal(builds.asked, 1);
	/* One more among the others: all numbers behind it move. */
	add(site, "2023-05-05");
	build(&builds);
	assert_int_equal(builds.asked, 1);
	/* One goes to another place in its segment, with its postings. */
	date_parse(STR("2023-12-31"), &article_at(site, 1)->date);
	build(&builds);
	assert_int_equal(builds.asked, 1);
	/* One less. */
	site->pages.count--;
	build(&builds);
	assert_int_equal(builds.asked, 0);
	/* Two that are the same, and then one of them. */
	add(site, "2023-04-05");
	add(site, "2023-04-05");
	article_at(site, site->pages.count - 1)->title =
		article_at(site, site->pages.count - 2)->title;
	article_at(site, site->pages.count - 1)->blocks =
		article_at(site, site->pages.count - 2)->blocks;
	build(&builds);
	site->pages.count--;
	build(&builds);
	assert_int_equal(builds.asked, 0);
}

static void
test_former_lists_of_any_edits(void **state)
{
	struct search_site *site = *state;
	struct builds builds = builds_open(site);
	static const char *const dates[] = {
		"2022-01-01", "2023-04-05", "2023-12-31", "2024-01-01", ""};
	add_some(site);
	for (int round = 0; round < 120; round++) {
		build(&builds);
		size_t which = (size_t)rand() % site->pages.count;
		struct article *article = article_at(site, which);
		switch (rand() % 4) {
		case 0: add(site, dates[rand() % 5]); break;
		case 1: article->title = search_site_random_text(site, 3); break;
		case 2:
			article->blocks.items[0].text = search_site_random_text(site, 9);
			break;
		default:
			site->pages.items[which] = site->pages.items[--site->pages.count];
		}
	}
}

/* Ideographs of thousands, so that there are many terms. */
static struct str
many_terms(struct search_site *site)
{
	struct strbuf text = strbuf_open(site->arena);
	for (int i = 0; i < 300; i++)
		strbuf_add_point(&text, 0x4E00 + (uint32_t)rand() % 3000);
	return strbuf_str(&text);
}

static struct str
pair_of(struct search_site *site, uint32_t first, uint32_t last)
{
	struct strbuf pair = strbuf_open(site->arena);
	strbuf_add_point(&pair, first);
	strbuf_add_point(&pair, last);
	return strbuf_str(&pair);
}

/* A term before which a cut is likely to be made (cut.h), and the one before it. */
static void
name_cut(struct search_site *site, struct str *cut, struct str *before)
{
	uint64_t least = UINT64_MAX;
	for (int i = 0; i < 3000; i++) {
		uint32_t first = 0x4E00 + (uint32_t)rand() % 3000;
		uint32_t last = 0x4E01 + (uint32_t)rand() % 3000;
		struct str term = pair_of(site, first, last);
		if (digest_of(term).high >= least)
			continue;
		least = digest_of(term).high;
		*cut = term;
		*before = pair_of(site, first, last - 1);
	}
}

/* The shards that an edit does not touch are not made again: those beside a cut that
 * moves are, and those that end with a new term. */
static void
test_former_shards_stand(void **state)
{
	struct search_site *site = *state;
	struct builds builds = builds_open(site);
	size_t most = 0;
	srand(9);
	for (int i = 0; i < 60; i++)
		search_site_add(site, "2023-04-05", "名", many_terms(site));
	build(&builds);
	for (int round = 0; round < 15; round++) {
		struct str cut = {0}, before = {0};
		name_cut(site, &cut, &before);
		article_at(site, 30)->blocks.items[0].text = cut;
		build(&builds);
		article_at(site, 40)->blocks.items[0].text = before;
		build(&builds);
		assert_int_equal(builds.asked, 1);
		most = builds.kept > most ? builds.kept : most;
	}
	assert_true(most > 0);
	/* With another number of articles none does. */
	add(site, "2023-04-05");
	build(&builds);
	assert_int_equal(builds.kept, 0);
}

/* Where a file is not what it was, everything is made anew. */
static void
test_former_lists_that_are_gone_or_damaged(void **state)
{
	struct search_site *site = *state;
	struct builds builds = builds_open(site);
	add_some(site);
	build(&builds);
	for (size_t most = 0; most < 2; most++) {
		article_at(site, most)->title = search_site_random_text(site, 5);
		builds.most = most;
		build(&builds);
		/* With the root alone, it turns out late. */
		assert_int_equal(builds.asked, 21 + most);
	}
	builds.most = SIZE_MAX;
	for (size_t i = 0; i < builds.files.count; i++) {
		struct site_file *file = builds.files.entries[i].value;
		file->bytes = str_replace(
			file->bytes, STR("codes\":\""), STR("codes\":\"~"), site->arena);
	}
	article_at(site, 3)->title = search_site_random_text(site, 5);
	build(&builds);
	assert_int_equal(builds.asked, 21);
}

/* What other rules made is not used. */
static void
test_former_lists_of_other_rules(void **state)
{
	struct search_site *site = *state;
	struct builds builds = builds_open(site);
	add_some(site);
	build(&builds);
	for (size_t i = 0; i < builds.parts.count; i++) {
		struct left *left = builds.parts.entries[i].value;
		if (left->note.len) {
			struct strbuf note = strbuf_open(site->arena);
			strbuf_add(&note, STR("abcd"));
			strbuf_add(&note, str_slice(left->note, 4, left->note.len));
			left->note = strbuf_str(&note);
		}
	}
	article_at(site, 3)->title = search_site_random_text(site, 5);
	build(&builds);
	assert_int_equal(builds.asked, 21);
	assert_int_equal(builds.served, 0);
}

#define TEST(name)                                                                       \
	cmocka_unit_test_setup_teardown(name, search_site_set_up, search_site_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_former_lists_save_texts_and_change_no_byte),
		TEST(test_former_lists_of_any_edits),
		TEST(test_former_lists_that_are_gone_or_damaged),
		TEST(test_former_lists_of_other_rules),
		TEST(test_former_shards_stand),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
