#include "unit.h"

#include "edit/evidence.h"

struct world {
	struct arena *arena;
	struct text *text;
	struct names *names;
	struct contexts *contexts;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	*world = (struct world){
		arena, text_open(), names_read(arena), contexts_read(arena)};
	*state = world;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *world = *state;
	text_close(world->text);
	arena_close(world->arena);
	return 0;
}

/* The best candidate of this name; from == to when there is none. */
static struct candidate
candidate_in(struct world *world, const char *text, const char *name)
{
	struct passage passage = passage_open(str_from(text), world->arena);
	struct candidate_list list = name_candidates_find(
		world->names, world->contexts, &passage, world->text, world->arena);
	struct candidate best = {.score = EVIDENCE_NONE};
	for (size_t i = 0; i < list.count; i++) {
		const struct candidate *candidate = &list.items[i];
		struct str found = passage_view(&passage, candidate->from, candidate->to);
		if (str_equal(found, str_from(name)) && candidate->score > best.score)
			best = *candidate;
	}
	return best;
}

static bool
is_candidate(struct world *world, const char *text, const char *name)
{
	struct candidate found = candidate_in(world, text, name);
	return found.to > found.from;
}

static void
test_name_candidates_find_shape(void **state)
{
	struct world *world = *state;
	struct candidate singles = candidate_in(world, "县长邱岩说", "邱岩");
	assert_int_equal(singles.evidence.shape, SHAPE_SINGLES_2);
	assert_int_equal(singles.evidence.edges, EDGES_BOTH);
	struct candidate word = candidate_in(world, "县长高峰说", "高峰");
	assert_int_equal(word.evidence.shape, SHAPE_WHOLE_2);
	assert_true(word.score < singles.score);
}

static void
test_name_candidates_find_evidence_adds_up(void **state)
{
	struct world *world = *state;
	struct candidate bare = candidate_in(world, "那天邱岩一直忙", "邱岩");
	struct candidate verb = candidate_in(world, "那天邱岩说", "邱岩");
	struct candidate both = candidate_in(world, "县长邱岩说", "邱岩");
	assert_true(bare.score < verb.score);
	assert_true(verb.score < both.score);
	assert_int_equal(both.evidence.frame, FRAME_VERB);
	assert_int_equal(bare.evidence.frame, FRAME_NONE);
}

static void
test_name_candidates_find_lists(void **state)
{
	struct world *world = *state;
	const char *list = "县领导冯树林、郝卫东、高峰、季长河、汤敏参加";
	assert_true(candidate_in(world, list, "高峰").evidence.list >= 4);
	assert_true(candidate_in(world, list, "高峰").score >
		    candidate_in(world, "用水高峰、用电低谷", "高峰").score + 300);
	assert_int_equal(candidate_in(world, "冯树林来了", "冯树林").evidence.list, 0);
}

static void
test_name_candidates_find_never_characters(void **state)
{
	struct world *world = *state;
	assert_false(is_candidate(world, "王说了", "王说"));
	assert_true(is_candidate(world, "王成说了", "王成"));
	assert_false(is_candidate(world, "王成说了", "王成说"));
}

static void
test_name_candidates_find_addresses(void **state)
{
	struct world *world = *state;
	assert_false(is_candidate(world, "邱家湾的人", "邱家湾"));
	assert_false(is_candidate(world, "邱校长来了", "邱校长"));
}

static void
test_name_candidates_find_padded(void **state)
{
	struct world *world = *state;
	struct candidate padded = candidate_in(world, "名单：邱　岩、葛青", "邱　岩");
	assert_int_equal(padded.evidence.shape, SHAPE_PADDED);
	assert_false(is_candidate(world, "邱　岩石很多", "邱　岩"));
	assert_false(is_candidate(world, "名单：万　福家庭", "福家庭"));
	assert_true(is_candidate(world, "名单：邱　岩　葛青松", "葛青松"));
}

static void
test_name_candidates_find_foreign_characters(void **state)
{
	struct world *world = *state;
	assert_true(candidate_in(world, "县长卢克斯说", "卢克斯").evidence.foreign >
		    candidate_in(world, "县长卢旺春说", "卢旺春").evidence.foreign);
}

/* 局长|和民兵: an office before a word that goes on behind it says nothing. */
static void
test_name_candidates_find_words_behind_an_office(void **state)
{
	struct world *world = *state;
	assert_int_equal(
		candidate_in(world, "县长和文杰说", "和文杰").evidence.left, LEFT_PLAIN);
	assert_int_equal(
		candidate_in(world, "县长何文杰说", "何文杰").evidence.left, LEFT_OFFICE);
}

static void
test_name_candidates_find_places(void **state)
{
	struct world *world = *state;
	assert_int_equal(candidate_in(world, "到了金青河，", "金青河").evidence.place, 1);
	assert_int_equal(candidate_in(world, "县长金青河说", "金青河").evidence.place, 0);
	assert_int_equal(candidate_in(world, "到了金青和，", "金青和").evidence.place, 0);
}

/* What no surroundings could make a name is counted, but not weighed; one place that
 * could makes all be weighed. */
static void
test_name_candidates_find_weighs_what_may_be_likely(void **state)
{
	struct world *world = *state;
	struct passage passage = passage_open(STR("人们都时常来"), world->arena);
	struct candidate_list list = name_candidates_find(
		world->names, world->contexts, &passage, world->text, world->arena);
	assert_true(list.count > 0);
	for (size_t i = 0; i < list.count; i++) {
		assert_false(list.items[i].tally->hopeful);
		assert_int_equal(list.items[i].score, EVIDENCE_NONE);
	}
	struct candidate likely = candidate_in(world, "人们都时常来，县长时常说", "时常");
	assert_true(likely.tally->hopeful);
	assert_true(likely.score > EVIDENCE_NONE);
}

/* The bound that spares words is never below what words then give. */
static void
test_evidence_best_is_a_bound(void **state)
{
	struct world *world = *state;
	static const char *const texts[] = {"县长邱岩青说", "名单：邱岩青、葛青、高峰",
		"那天邱岩青一直忙", "记者 邱岩青 摄", "”邱岩青说", "他和邱岩青（女）",
		"邱岩青书记", "这邱岩青子", "3邱岩青A"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct passage passage = passage_open(str_from(texts[i]), world->arena);
		struct candidate found = candidate_in(world, texts[i], "邱岩青");
		struct surroundings around = {
			.lefts = contexts_lefts(world->contexts, &passage, found.from),
			.right = (uint8_t)contexts_right(
				world->contexts, &passage, found.to),
			.listed = found.evidence.list > 0};
		assert_true(found.to > found.from);
		assert_true(around.lefts & 1u << found.evidence.left);
		assert_true(evidence_best(&found.evidence, 2, &around) >=
			    evidence_score(&found.evidence));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_name_candidates_find_shape),
		cmocka_unit_test(test_name_candidates_find_evidence_adds_up),
		cmocka_unit_test(test_name_candidates_find_lists),
		cmocka_unit_test(test_name_candidates_find_never_characters),
		cmocka_unit_test(test_name_candidates_find_addresses),
		cmocka_unit_test(test_name_candidates_find_padded),
		cmocka_unit_test(test_name_candidates_find_foreign_characters),
		cmocka_unit_test(test_name_candidates_find_words_behind_an_office),
		cmocka_unit_test(test_name_candidates_find_places),
		cmocka_unit_test(test_name_candidates_find_weighs_what_may_be_likely),
		cmocka_unit_test(test_evidence_best_is_a_bound),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
