#include "unit.h"

#include "base/list.h"
#include "edit/name_choice.h"

static int
set_up(void **state)
{
	*state = arena_open();
	return 0;
}

static int
tear_down(void **state)
{
	arena_close(*state);
	return 0;
}

static void
add(struct candidate_list *list, size_t from, size_t to, int score, uint8_t shape,
	struct arena *arena)
{
	struct candidate *candidate = list_add(list, arena);
	*candidate = (struct candidate){.from = from, .to = to, .score = score};
	candidate->evidence.shape = shape;
	candidate->evidence.left = LEFT_SINGLE;
	candidate->evidence.right = RIGHT_SINGLE;
}

/* As name_candidates_find does it, for names that may be likely. */
static void
add_tallies(
	const struct passage *passage, struct candidate_list *list, struct arena *arena)
{
	list->tallies = map_open(arena);
	for (size_t i = 0; i < list->count; i++) {
		struct candidate *candidate = &list->items[i];
		void **place = map_at(&list->tallies,
			passage_view(passage, candidate->from, candidate->to));
		if (!*place)
			*place = arena_new(arena, struct name_tally);
		candidate->tally = *place;
		candidate->tally->hopeful = true;
	}
}

/* The names chosen, a space between. */
static struct str
chosen(const char *text, struct candidate_list *candidates, struct candidate_list *sure,
	struct arena *arena)
{
	struct passage passage = passage_open(str_from(text), arena);
	add_tallies(&passage, candidates, arena);
	struct sighting_list list = name_choice(&passage, candidates, sure, arena);
	struct strbuf names = strbuf_open(arena);
	for (size_t i = 0; i < list.count; i++) {
		if (i)
			strbuf_add_char(&names, ' ');
		strbuf_add(&names,
			passage_view(&passage, list.items[i].from, list.items[i].to));
	}
	return strbuf_str(&names);
}

static void
test_name_choice_best_takes_the_ground(void **state)
{
	struct candidate_list list = {0}, sure = {0};
	add(&list, 0, 2, 100, SHAPE_SINGLES_2, *state);
	add(&list, 0, 3, 300, SHAPE_SINGLES_3, *state);
	add(&list, 1, 3, 200, SHAPE_SINGLES_2, *state);
	assert_str(chosen("邱岩青来", &list, &sure, *state), "邱岩青");
}

static void
test_name_choice_weak_is_left_out(void **state)
{
	struct candidate_list list = {0}, sure = {0};
	add(&list, 0, 2, -300, SHAPE_SINGLES_2, *state);
	assert_str(chosen("邱岩来", &list, &sure, *state), "");
}

static void
test_name_choice_found_once_found_again(void **state)
{
	struct candidate_list list = {0}, sure = {0};
	add(&list, 0, 3, 300, SHAPE_SINGLES_3, *state);
	add(&list, 4, 7, -300, SHAPE_SINGLES_3, *state);
	assert_str(chosen("邱岩青，邱岩青", &list, &sure, *state), "邱岩青 邱岩青");
}

static void
test_name_choice_word_is_not_found_again(void **state)
{
	struct candidate_list list = {0}, sure = {0};
	add(&list, 0, 2, 300, SHAPE_WHOLE_2, *state);
	add(&list, 3, 5, -400, SHAPE_WHOLE_2, *state);
	assert_str(chosen("高峰，高峰", &list, &sure, *state), "高峰");
}

static void
test_name_choice_mostly_continued_is_longer(void **state)
{
	struct candidate_list list = {0}, sure = {0};
	for (size_t i = 0; i < 12; i += 4) {
		add(&list, i, i + 2, 100, SHAPE_SINGLES_2, *state);
		add(&list, i, i + 3, 0, SHAPE_SINGLES_3, *state);
	}
	assert_str(chosen("邱岩青，邱岩青，邱岩青。", &list, &sure, *state),
		"邱岩青 邱岩青 邱岩青");
}

static void
test_name_choice_seldom_continued_is_shorter(void **state)
{
	struct candidate_list list = {0}, sure = {0};
	add(&list, 0, 2, 0, SHAPE_SINGLES_2, *state);
	add(&list, 0, 3, 60, SHAPE_SINGLES_3, *state);
	add(&list, 4, 6, 0, SHAPE_SINGLES_2, *state);
	add(&list, 7, 9, 0, SHAPE_SINGLES_2, *state);
	assert_str(
		chosen("邱岩主，邱岩。邱岩，", &list, &sure, *state), "邱岩 邱岩 邱岩");
}

static void
test_name_choice_sure_and_denied(void **state)
{
	struct candidate_list list = {0}, sure = {0};
	add(&list, 0, 3, 600, SHAPE_SINGLES_3, *state);
	add(&sure, 0, 2, SCORE_CONFIRMED, SHAPE_SINGLES_2, *state);
	add(&list, 4, 6, SCORE_DENIED, SHAPE_SINGLES_2, *state);
	assert_str(chosen("邱岩青，葛青", &list, &sure, *state), "邱岩");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(test_name_choice_best_takes_the_ground),
		TEST(test_name_choice_weak_is_left_out),
		TEST(test_name_choice_found_once_found_again),
		TEST(test_name_choice_word_is_not_found_again),
		TEST(test_name_choice_mostly_continued_is_longer),
		TEST(test_name_choice_seldom_continued_is_shorter),
		TEST(test_name_choice_sure_and_denied),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
