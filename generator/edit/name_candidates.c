#include "edit/name_candidates.h"

#include "base/list.h"
#include "edit/evidence.h"

struct search {
	const struct names *names;
	const struct contexts *contexts;
	const struct passage *passage;
	struct text *text;
	struct arena *scratch;
	struct candidate_list list;
	size_t lefts_at; /* the point that was asked about last: two names begin there */
	unsigned lefts;
};

/* --- shape and edges --- */

static uint8_t
shape_of(const struct passage *passage, size_t given, size_t to)
{
	bool parted = passage_is_cut(passage, given);
	if (to - given == 1)
		return parted ? SHAPE_SINGLES_2 : SHAPE_WHOLE_2;
	bool given_parted = passage_is_cut(passage, given + 1);
	if (parted)
		return given_parted ? SHAPE_SINGLES_3 : SHAPE_GIVEN_3;
	return given_parted ? SHAPE_HEAD_3 : SHAPE_WHOLE_3;
}

static uint8_t
edges_of(const struct passage *passage, size_t from, size_t to)
{
	bool left = passage_is_cut(passage, from), right = passage_is_cut(passage, to);
	if (left)
		return right ? EDGES_BOTH : EDGES_LEFT;
	return right ? EDGES_RIGHT : EDGES_NONE;
}

/* 谢苗诺娃, 卢旺达: the more characters that write sounds stand together, the less this
 * is Chinese. */
static uint8_t
foreign_of(const struct search *search, size_t from, size_t to)
{
	const struct passage *passage = search->passage;
	unsigned signs = 0;
	size_t end = to + 1 < passage->count ? to + 1 : passage->count;
	for (size_t i = from ? from - 1 : 0; i < end; i++)
		signs += names_foreign(search->names, passage->points[i]) > 1;
	if (signs <= 1)
		return 0;
	return (uint8_t)(signs <= NAME_FOREIGN ? signs - 1 : NAME_FOREIGN - 1);
}

/* 邱岩|主 may be a name of three characters where the third stands alone. */
static uint8_t
next_of(const struct search *search, size_t to)
{
	const struct passage *passage = search->passage;
	if (to >= passage->count || !text_is_han(passage->points[to]) ||
		!passage_is_cut(passage, to + 1))
		return 0;
	return (uint8_t)names_given(search->names, passage->points[to]);
}

/* --- signs of lists --- */

enum { LIST_REACH = 3 };

static bool
parts_names(uint32_t c)
{
	return c == 0x3001 || c == ' ' || c == 0x3000;
}

/* 和 与 及 */
static bool
links_names(uint32_t c)
{
	return c == 0x548C || c == 0x4E0E || c == 0x53CA;
}

/* Where the name before this one ends: behind 、 or spaces, or 和 与 及; SIZE_MAX when
 * the sign is another. */
static size_t
neighbour_end(const struct passage *passage, size_t from)
{
	size_t k = from;
	while (k > 0 && from - k < LIST_REACH && parts_names(passage->points[k - 1]))
		k--;
	if (k < from)
		return k;
	if (k < 3)
		return SIZE_MAX;
	return links_names(passage->points[k - 1]) ? k - 1 : SIZE_MAX;
}

/* Whether the sign at a point may stand before the next name. */
static bool
begins_neighbour(const struct passage *passage, size_t at)
{
	return parts_names(passage->points[at]) || links_names(passage->points[at]);
}

/* --- collecting --- */

struct str
name_text(const struct passage *passage, size_t from, size_t to, struct arena *arena)
{
	struct str name = passage_printed(passage, from, to);
	for (size_t i = from; i < to; i++)
		if (text_is_space(passage->points[i]))
			return str_replace(
				str_replace(name, STR("\u3000"), STR(""), arena),
				STR(" "), STR(""), arena);
	return name;
}

/* The grades of the given name [given, to), or false when a character forbids it. */
static bool
grade_given(
	const struct search *search, size_t given, size_t to, struct evidence *evidence)
{
	const uint32_t *points = search->passage->points;
	unsigned first = names_given(search->names, points[given]);
	unsigned second = names_given(search->names, points[to - 1]);
	if (!first || !second)
		return false;
	evidence->only = to - given == 1 ? (uint8_t)first : 0;
	evidence->first = to - given == 2 ? (uint8_t)first : 0;
	evidence->second = to - given == 2 ? (uint8_t)second : 0;
	return true;
}

/* The best that the surroundings could make of a name, before words are looked for. */
static int
best_score(struct search *search, const struct candidate *candidate, size_t given)
{
	const struct passage *passage = search->passage;
	bool links = names_links(search->names, passage->points[candidate->from]);
	if (search->lefts_at != candidate->from || !search->lefts) {
		search->lefts_at = candidate->from;
		search->lefts =
			contexts_lefts(search->contexts, passage, candidate->from);
	}
	struct surroundings surroundings = {
		.lefts = search->lefts | (unsigned)links << LEFT_PLAIN,
		.right =
			(uint8_t)contexts_right(search->contexts, passage, candidate->to),
		.listed = neighbour_end(passage, candidate->from) != SIZE_MAX ||
			  begins_neighbour(passage, candidate->to),
	};
	return evidence_best(&candidate->evidence, candidate->to - given, &surroundings);
}

static void
add_candidate(struct search *search, size_t from, size_t given, size_t to,
	struct evidence evidence)
{
	struct candidate *candidate = list_add(&search->list, search->scratch);
	*candidate = (struct candidate){.from = from, .to = to, .evidence = evidence};
	candidate->evidence.foreign = foreign_of(search, from, to);
	struct str name = name_text(search->passage, from, to, search->scratch);
	void **place = map_at(&search->list.tallies, name);
	if (!*place)
		*place = arena_new(search->scratch, struct name_tally);
	candidate->tally = *place;
	candidate->given = given;
	if (!candidate->tally->hopeful)
		candidate->tally->hopeful =
			best_score(search, candidate, given) >= NAME_LIKELY;
}

/* Whether a single Han stands before the space before a point: 赵　|丰. */
static bool
is_padded_given(const struct passage *passage, size_t at)
{
	if (at < 2 || !text_is_space(passage->points[at - 1]) ||
		passage->points[at - 1] == '\n' || !text_is_han(passage->points[at - 2]))
		return false;
	return at == 2 || !text_is_han(passage->points[at - 3]);
}

/* 万　|福家庭: what follows a surname drawn apart belongs to it. */
static bool
ends_padded(const struct passage *passage, size_t from)
{
	if (from < 2 || !text_is_space(passage->points[from - 1]) ||
		!text_is_han(passage->points[from - 2]))
		return false;
	if (from == 2 || text_is_han(passage->points[from - 3]))
		return from == 2;
	return !is_padded_given(passage, from - 2);
}

/* A given name of one and of two characters behind the surname [from, given). */
static void
try_surname(struct search *search, size_t from, size_t given, unsigned grade)
{
	const struct passage *passage = search->passage;
	struct evidence evidence = {.surname = (uint8_t)grade};
	if (given >= passage->count || !text_is_han(passage->points[given]))
		return;
	if (contexts_is_address(search->contexts, passage, given) ||
		ends_padded(passage, from))
		return;
	for (size_t to = given + 1; to <= given + 2 && to <= passage->count; to++) {
		if (!text_is_han(passage->points[to - 1]))
			break;
		if (grade_given(search, given, to, &evidence) &&
			evidence_hopeful(&evidence))
			add_candidate(search, from, given, to, evidence);
	}
}

/* 张　恒: a name of two characters drawn apart to the width of three. */
static void
try_padded(struct search *search, size_t from, unsigned grade)
{
	const struct passage *passage = search->passage;
	size_t given = from + 1;
	while (given < passage->count && given < from + 4 &&
		(passage->points[given] == ' ' || passage->points[given] == 0x3000))
		given++;
	if (given == from + 1 || given >= passage->count ||
		!text_is_han(passage->points[given]))
		return;
	enum right_context right = contexts_right(search->contexts, passage, given + 1);
	if (text_is_han(passage->points[given + 1]) && right != RIGHT_AFTER &&
		right != RIGHT_WORK)
		return;
	if (from > 0 && text_is_han(passage->points[from - 1]))
		return;
	struct evidence evidence = {.surname = (uint8_t)grade, .shape = SHAPE_PADDED};
	if (grade_given(search, given, given + 1, &evidence))
		add_candidate(search, from, given, given + 1, evidence);
}

static void
try_point(struct search *search, size_t at)
{
	unsigned grade = 0;
	size_t compound = names_compound(search->names, search->passage, at, &grade);
	if (compound)
		try_surname(search, at, at + compound,
			grade == 5 ? COMPOUND_SURE : COMPOUND_RARE);
	grade = names_surname(search->names, search->passage->points[at]);
	if (!grade)
		return;
	try_surname(search, at, at + 1, grade);
	if (at + 1 < search->passage->count &&
		text_is_space(search->passage->points[at + 1]))
		try_padded(search, at, grade);
}

/* --- weighing --- */

/* The words around a name: those of its run of Han, and behind a space (局长 |邱岩) those
 * of the run before. */
static void
find_words(struct search *search, size_t from)
{
	const struct passage *passage = search->passage;
	passage_find_words(passage, from, search->text, search->scratch);
	if (from > 1 && text_is_space(passage->points[from - 1]))
		passage_find_words(passage, from - 2, search->text, search->scratch);
}

/* 局长|和民兵, 记者|从水利局: there an office speaks for no name. */
static uint8_t
left_of(const struct search *search, size_t from)
{
	enum left_context left = contexts_left(search->contexts, search->passage, from);
	if (left < LEFT_NAMING &&
		names_links(search->names, search->passage->points[from]))
		left = LEFT_PLAIN;
	return (uint8_t)left;
}

static void
weigh(struct search *search, struct candidate *candidate)
{
	const struct passage *passage = search->passage;
	struct evidence *evidence = &candidate->evidence;
	size_t from = candidate->from, to = candidate->to;
	find_words(search, from);
	if (evidence->shape == SHAPE_PADDED)
		find_words(search, candidate->given);
	else
		evidence->shape = shape_of(passage, candidate->given, to);
	evidence->edges = edges_of(passage, from, to);
	evidence->left = left_of(search, from);
	evidence->right = (uint8_t)contexts_right(search->contexts, passage, to);
	evidence->frame = evidence_frame(
		(enum left_context)evidence->left, (enum right_context)evidence->right);
	if (evidence->only && evidence->right >= RIGHT_PARTICLE)
		evidence->next = next_of(search, to);
	evidence->place = names_ends_place(search->names, passage->points[to - 1]) &&
			  to - candidate->given == 2 && evidence->left > LEFT_NAMING &&
			  evidence->right > RIGHT_CONDUCT &&
			  evidence->right != RIGHT_LIST;
	candidate->score = evidence_score(evidence);
}

static void
weigh_all(struct search *search)
{
	for (size_t i = 0; i < search->list.count; i++) {
		struct candidate *candidate = &search->list.items[i];
		if (candidate->tally->hopeful)
			weigh(search, candidate);
		else
			candidate->score = EVIDENCE_NONE;
	}
}

/* --- lists --- */

/* 王有利、赵连军、曾范涛: the likely names that stand in an unbroken list before a
 * candidate. The best chain that ends at a point is known by the time the next name is
 * met, since candidates come in the order of the text; backwards likewise. */
static void
count_before(struct search *search, unsigned *before)
{
	unsigned *chains =
		arena_array(search->scratch, unsigned, search->passage->count + 1);
	for (size_t i = 0; i < search->list.count; i++) {
		const struct candidate *candidate = &search->list.items[i];
		size_t end = neighbour_end(search->passage, candidate->from);
		before[i] = end == SIZE_MAX ? 0 : chains[end];
		unsigned chain = before[i] + (candidate->score >= EVIDENCE_NEIGHBOUR);
		if (chain > chains[candidate->to])
			chains[candidate->to] = chain;
	}
}

static void
count_behind(struct search *search, unsigned *behind)
{
	unsigned *chains =
		arena_array(search->scratch, unsigned, search->passage->count + 1);
	for (size_t i = search->list.count; i-- > 0;) {
		const struct candidate *candidate = &search->list.items[i];
		behind[i] = chains[candidate->to];
		unsigned chain = behind[i] + (candidate->score >= EVIDENCE_NEIGHBOUR);
		size_t end = neighbour_end(search->passage, candidate->from);
		if (end != SIZE_MAX && chain > chains[end])
			chains[end] = chain;
	}
}

/* Grade 1 for a member whose other side runs on (王有|利、...), else by the number of
 * neighbours. */
static uint8_t
list_grade(const struct evidence *evidence, unsigned before, unsigned behind)
{
	unsigned most = LIST_GRADES - 2, all = before + behind;
	if (!all)
		return 0;
	if ((!before && evidence->left >= LEFT_LATIN) ||
		(!behind && evidence->right >= RIGHT_LATIN))
		return 1;
	return (uint8_t)(1 + (all < most ? all : most));
}

/* Likely names side by side vouch for each other, and for those between them. */
static void
find_lists(struct search *search)
{
	size_t count = search->list.count;
	unsigned *before = arena_array(search->scratch, unsigned, count + 1);
	unsigned *behind = arena_array(search->scratch, unsigned, count + 1);
	count_before(search, before);
	count_behind(search, behind);
	for (size_t i = 0; i < count; i++) {
		struct candidate *candidate = &search->list.items[i];
		if (!candidate->tally->hopeful)
			continue;
		candidate->evidence.list =
			list_grade(&candidate->evidence, before[i], behind[i]);
		candidate->score = evidence_score(&candidate->evidence);
	}
}

struct candidate_list
name_candidates_find(const struct names *names, const struct contexts *contexts,
	const struct passage *passage, struct text *text, struct arena *scratch)
{
	struct search search = {
		.names = names,
		.contexts = contexts,
		.passage = passage,
		.text = text,
		.list.tallies = map_open(scratch),
		.scratch = scratch,
	};
	for (size_t i = 0; i < passage->count; i++)
		try_point(&search, i);
	weigh_all(&search);
	find_lists(&search);
	return search.list;
}
