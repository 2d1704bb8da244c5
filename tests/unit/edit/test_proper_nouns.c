#include "unit.h"

#include "edit/proper_nouns.h"

struct world {
	struct arena *arena;
	struct text *text;
	struct proper_nouns *rules;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	*world = (struct world){arena, text_open(), proper_nouns_read(arena)};
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

static struct proper_noun_list
nouns_in(struct world *world, const char *text)
{
	struct passage passage = passage_open(str_from(text), world->arena);
	return proper_nouns_find(world->rules, &passage, world->text, world->arena);
}

/* The names of one kind, a space between. */
static struct str
names_in(struct world *world, const char *text, enum tag_kind kind)
{
	struct proper_noun_list list = nouns_in(world, text);
	struct strbuf names = strbuf_open(world->arena);
	for (size_t i = 0; i < list.count; i++) {
		if (list.items[i].kind != kind)
			continue;
		if (names.len)
			strbuf_add_char(&names, ' ');
		strbuf_add(&names, list.items[i].name);
	}
	return strbuf_str(&names);
}

static void
test_proper_nouns_find_places(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "他来到柳塘镇，又去了槐荫县。", TAG_PLACE),
		"柳塘镇 槐荫县");
	assert_str(names_in(world, "榆岭市苇塘区下雨了。", TAG_PLACE), "榆岭市 苇塘区");
}

static void
test_proper_nouns_find_descriptions_are_no_places(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "全市各县的贫困村和老城区，我市北部山区。", TAG_PLACE),
		"");
	assert_str(
		names_in(world, "省直单位、槐荫县级干部、城市建设、文明村。", TAG_PLACE),
		"");
}

static void
test_proper_nouns_find_organisations(void **state)
{
	struct world *world = *state;
	assert_str(names_in(world, "记者从县水利局了解到，柳塘镇卫生院已经开工。",
			   TAG_ORGANISATION),
		"县水利局 柳塘镇卫生院");
}

static void
test_proper_nouns_find_words_are_no_organisations(void **state)
{
	struct world *world = *state;
	assert_str(
		names_in(world, "当前的格局，大局已定，去医院看病。", TAG_ORGANISATION),
		"");
}

static void
test_proper_nouns_find_counts(void **state)
{
	struct world *world = *state;
	struct passage passage =
		passage_open(STR("柳塘镇\n在柳塘镇，离柳塘镇不远。"), world->arena);
	passage.headline = 4;
	struct proper_noun_list list =
		proper_nouns_find(world->rules, &passage, world->text, world->arena);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].count, 3);
	assert_true(list.items[0].in_headline);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_proper_nouns_find_places),
		cmocka_unit_test(test_proper_nouns_find_descriptions_are_no_places),
		cmocka_unit_test(test_proper_nouns_find_organisations),
		cmocka_unit_test(test_proper_nouns_find_words_are_no_organisations),
		cmocka_unit_test(test_proper_nouns_find_counts),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
