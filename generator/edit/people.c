#include "edit/people.h"

#include "base/list.h"
#include "edit/foreign_names.h"
#include "edit/mentions.h"
#include "edit/name_choice.h"

LEXICON(people_known);

struct people_finder {
	const struct authority *authority;
	struct text *text;
	struct names *names;
	struct contexts *contexts;
	struct lexicon *known;      /* names that need no evidence */
	uint8_t heads[0x10000 / 8]; /* bits: the first characters of these */
};

/* One article being read. */
struct reading {
	const struct people_finder *finder;
	const struct article *article;
	struct passage passage;
	struct candidate_list sure; /* names that need no evidence */
	struct arena *scratch;
};

/* --- rules --- */

static bool
is_denied(const struct people_finder *finder, struct str name)
{
	const struct person_entry *entry = map_find(&finder->authority->person_of, name);
	return entry && entry->deny;
}

/* The names that the keeper confirmed, behind those that everybody knows; also as they
 * are read where they are printed in traditional characters. */
static struct str
known_names(const struct authority *authority, struct text *text, struct arena *arena)
{
	struct strbuf list = strbuf_open(arena);
	strbuf_add(&list, LEXICON_BYTES(people_known));
	strbuf_add(&list, STR("\n[confirmed]\n"));
	for (size_t i = 0; i < authority->person_of.count; i++) {
		const struct person_entry *entry = authority->person_of.entries[i].value;
		if (entry->deny)
			continue;
		struct str name = authority->person_of.entries[i].key;
		strbuf_printf(&list, "%.*s\n", STR_ARG(name));
		struct str simple = text_simplified(text, name, arena);
		if (!str_equal(simple, name) && str_count(simple) == str_count(name))
			strbuf_printf(&list, "%.*s\n", STR_ARG(simple));
	}
	return strbuf_str(&list);
}

struct people_finder *
people_open(const struct authority *authority, struct text *text, struct arena *arena)
{
	struct people_finder *finder = arena_new(arena, struct people_finder);
	finder->authority = authority;
	finder->text = text;
	finder->names = names_read(arena);
	finder->contexts = contexts_read(arena);
	finder->known = lexicon_read(known_names(authority, text, arena), arena);
	for (size_t i = 0; i < finder->known->words.count; i++) {
		uint32_t c = str_peek(finder->known->words.items[i].word);
		if (c < 0x10000)
			finder->heads[c / 8] |= (uint8_t)(1 << c % 8);
	}
	return finder;
}

/* --- names that need no evidence --- */

static void
add_sure(struct reading *reading, size_t from, size_t to, int score)
{
	const struct contexts *contexts = reading->finder->contexts;
	struct candidate *sure = list_add(&reading->sure, reading->scratch);
	*sure = (struct candidate){.from = from, .to = to, .score = score};
	sure->evidence.left = (uint8_t)contexts_left(contexts, &reading->passage, from);
	sure->evidence.right = (uint8_t)contexts_right(contexts, &reading->passage, to);
}

/* Names that are words must stand as words, but ICU may cut a Chinese name of three
 * characters anyhow. */
static bool
stands_alone(const struct passage *passage, size_t from, size_t to, struct str group)
{
	if (to - from > 2 && !str_equal(group, STR("abroad")))
		return true;
	return passage_is_cut(passage, from) && passage_is_cut(passage, to);
}

/* A known name competes with candidates (诸葛亮 with 诸葛亮亮), a confirmed one with
 * none. */
static void
find_known(struct reading *reading, size_t at)
{
	const struct people_finder *finder = reading->finder;
	const struct passage *passage = &reading->passage;
	uint32_t c = passage->points[at];
	if (c >= 0x10000 || !(finder->heads[c / 8] & 1 << c % 8))
		return;
	const struct lexicon_word *word =
		lexicon_start(finder->known, passage_view(passage, at, passage->count));
	if (!word)
		return;
	size_t to = at + str_count(word->word);
	if (is_denied(finder, passage_printed(passage, at, to)))
		return;
	passage_find_words(passage, at, finder->text, reading->scratch);
	if (str_equal(word->group, STR("confirmed")))
		add_sure(reading, at, to, SCORE_CONFIRMED);
	else if (!str_equal(word->group, STR("not")) &&
		 stands_alone(passage, at, to, word->group))
		add_sure(reading, at, to, SCORE_KNOWN);
}

static void
find_foreign(struct reading *reading, size_t dot)
{
	const struct people_finder *finder = reading->finder;
	size_t from, to;
	if (dot == 0 || !foreign_names_is_dot(reading->passage.points[dot]))
		return;
	passage_find_words(&reading->passage, dot - 1, finder->text, reading->scratch);
	passage_find_words(&reading->passage, dot + 1, finder->text, reading->scratch);
	if (!foreign_names_around(
		    finder->names, finder->contexts, &reading->passage, dot, &from, &to))
		return;
	if (!is_denied(finder, passage_printed(&reading->passage, from, to)))
		add_sure(reading, from, to, SCORE_KNOWN);
}

/* --- candidates --- */

static struct candidate_list
find_candidates(struct reading *reading)
{
	const struct people_finder *finder = reading->finder;
	struct candidate_list list = name_candidates_find(finder->names, finder->contexts,
		&reading->passage, finder->text, reading->scratch);
	for (size_t i = 0; i < list.count; i++) {
		struct candidate *candidate = &list.items[i];
		struct str name = name_text(&reading->passage, candidate->from,
			candidate->to, reading->scratch);
		if (is_denied(finder, name))
			candidate->score = SCORE_DENIED;
	}
	return list;
}

/* --- credits --- */

static bool
is_credited(const struct article *article, struct str name)
{
	for (size_t i = 0; i < article->credits.count; i++)
		if (str_equal(article->credits.items[i].name, name))
			return true;
	return false;
}

/* 摄 文 图 and the like behind the name. */
static bool
names_a_work(uint32_t c)
{
	return c == 0x6444 || c == 0x6587 || c == 0x56FE || c == 0x5F71;
}

/* Where a credited name stands as its article's credit, not as news. */
static bool
stands_as_credit(const struct reading *reading, const struct sighting *sighting)
{
	const struct passage *passage = &reading->passage;
	const struct contexts *contexts = reading->finder->contexts;
	enum left_context left = contexts_left(contexts, passage, sighting->from);
	enum right_context right = contexts_right(contexts, passage, sighting->to);
	if (left == LEFT_CREDIT || left == LEFT_SPACE || left == LEFT_OPENER)
		return true;
	if (right == RIGHT_WORK || right == RIGHT_SPACE || right == RIGHT_END ||
		right == RIGHT_CLOSER)
		return true;
	return names_a_work(passage->points[sighting->to]);
}

static void
drop_credits(const struct reading *reading, struct sighting_list *sightings)
{
	size_t kept = 0;
	for (size_t i = 0; i < sightings->count; i++) {
		struct sighting *sighting = &sightings->items[i];
		struct str name = name_text(&reading->passage, sighting->from,
			sighting->to, reading->scratch);
		if (!is_credited(reading->article, name) ||
			!stands_as_credit(reading, sighting))
			sightings->items[kept++] = *sighting;
	}
	sightings->count = kept;
}

/* --- offices --- */

/* 市委副书记、市长|裴志刚: a title phrase goes on over 、 into other runs of Han, and its
 * beginning is told by their words. */
static void
find_office_words(const struct reading *reading, size_t from)
{
	const struct passage *passage = &reading->passage;
	size_t end = from;
	while (end > 0 && from - end < LONGEST_OFFICE &&
		passage->points[end - 1] != '\n') {
		uint32_t c = passage->points[end - 1];
		if (c != 0x3001 && !text_is_space(c) && !text_is_han(c))
			return;
		passage_find_words(
			passage, end - 1, reading->finder->text, reading->scratch);
		end--;
	}
}

/* --- the article --- */

void
people_find(const struct people_finder *finder, struct article *article,
	const struct passage *passage, struct census *census, struct arena *arena,
	struct arena *scratch)
{
	struct reading reading = {
		.finder = finder,
		.article = article,
		.passage = passage_simplify(passage, finder->text, scratch),
		.scratch = scratch,
	};
	for (size_t i = 0; i < reading.passage.count; i++) {
		find_known(&reading, i);
		find_foreign(&reading, i);
	}
	struct candidate_list candidates = find_candidates(&reading);
	struct sighting_list sightings =
		name_choice(&reading.passage, &candidates, &reading.sure, scratch);
	census_add(census, &candidates, passage, scratch);
	drop_credits(&reading, &sightings);
	article->mentions.count = 0;
	for (size_t i = 0; i < sightings.count; i++)
		find_office_words(&reading, sightings.items[i].from);
	mentions_add(
		article, &sightings, &reading.passage, finder->contexts, arena, scratch);
}
