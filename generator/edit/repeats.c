#include "edit/repeats.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"

/* A passage printed twice, with slips:
 *
 *     first    堤上的柳树是十五年前栽下的，那一年大水刚退
 *              [........]  [........]                     kept shingles
 *     again    堤上的柳树是十五年前栽下的，那一年大术刚退
 *              [........]  [........]        ^            the same ones but for a slip
 *
 * Shingles of ten letters are hashed, and of these one in eight is kept, by value, so
 * that both copies of a passage keep the same ones. A passage most of whose kept shingles
 * stand in one earlier passage is its repeat. From there the repeat is followed in both
 * directions, line by line, as long as the text stays the same. */

enum { SHINGLE = 10, SAMPLE = 8, LEAST_POINTS = 50, CANDIDATES = 4 };

struct print {
	uint64_t hash; /* 0 is a free place */
	size_t passage;
};

struct prints {
	struct print *slots;
	size_t count, slot_count;
	struct arena *arena;
};

struct candidate {
	size_t passage; /* from 1 */
	size_t votes;
};

static struct print *
slot_of(const struct prints *prints, uint64_t hash)
{
	size_t at = (size_t)hash & (prints->slot_count - 1);
	while (prints->slots[at].hash && prints->slots[at].hash != hash)
		at = (at + 1) & (prints->slot_count - 1);
	return &prints->slots[at];
}

static void
grow(struct prints *prints)
{
	struct prints old = *prints;
	prints->slot_count = old.slot_count ? old.slot_count * 2 : 1024;
	prints->slots = arena_array(prints->arena, struct print, prints->slot_count);
	for (size_t i = 0; i < old.slot_count; i++)
		if (old.slots[i].hash)
			*slot_of(prints, old.slots[i].hash) = old.slots[i];
}

/* --- shingles --- */

struct shingler {
	struct str rest;
	uint32_t window[SHINGLE]; /* the latest letters in their order */
	size_t filled;
};

static bool
is_letter(uint32_t c)
{
	return text_is_han(c) || text_is_digit(c) || text_is_latin(c);
}

/* The next kept hash, 0 at the end. */
static uint64_t
next_hash(struct shingler *shingler)
{
	uint32_t *window = shingler->window;
	while (shingler->rest.len) {
		uint32_t c = str_next(&shingler->rest);
		if (!is_letter(c))
			continue;
		memmove(window, window + 1, (SHINGLE - 1) * sizeof *window);
		window[SHINGLE - 1] = c;
		if (++shingler->filled < SHINGLE)
			continue;
		uint64_t hash = 14695981039346656037u;
		for (size_t i = 0; i < SHINGLE; i++)
			hash = (hash ^ window[i]) * 1099511628211u;
		hash ^= hash >> 29;
		if (hash % SAMPLE == 0)
			return hash / SAMPLE | 1;
	}
	return 0;
}

static void
vote(struct candidate *candidates, size_t passage)
{
	size_t least = 0;
	for (size_t i = 0; i < CANDIDATES; i++) {
		if (candidates[i].passage == passage || !candidates[i].passage) {
			candidates[i].passage = passage;
			candidates[i].votes++;
			return;
		}
		if (candidates[i].votes < candidates[least].votes)
			least = i;
	}
	if (candidates[least].votes < 2)
		candidates[least] = (struct candidate){passage, 1};
}

/* The earlier passage, from 1, that this one repeats; 0 for none. Its own shingles are
 * kept. */
static size_t
find_original(struct prints *prints, const struct draft *draft, size_t index)
{
	struct shingler shingler = {.rest = draft->passages.items[index].text};
	struct candidate candidates[CANDIDATES] = {{0}};
	size_t kept = 0, best = 0;
	for (uint64_t hash; (hash = next_hash(&shingler)) != 0; kept++) {
		if (prints->count * 2 >= prints->slot_count)
			grow(prints);
		struct print *slot = slot_of(prints, hash);
		if (slot->hash && slot->passage != index) {
			vote(candidates, slot->passage + 1);
		} else if (!slot->hash) {
			*slot = (struct print){hash, index};
			prints->count++;
		}
	}
	for (size_t i = 1; i < CANDIDATES; i++)
		if (candidates[i].votes > candidates[best].votes)
			best = i;
	bool repeats = kept >= 3 && candidates[best].votes * 5 >= kept * 3;
	return repeats ? candidates[best].passage : 0;
}

/* --- the log --- */

struct finder {
	struct draft *draft;
	struct page *page;
	struct arena *arena;
	size_t *original; /* of each passage, from 1 */
};

static void
drop(struct finder *finder, size_t index, size_t original)
{
	struct draft *draft = finder->draft;
	struct passage *passage = &draft->passages.items[index];
	const struct passage *first = &draft->passages.items[original];
	passage->label = LABEL_REPEAT;
	passage->reason = str_format(
		draft->arena, "repeats line %u", draft->lines.items[first->first].number);
	finder->original[index] = original + 1;
}

/* Equal but for slips: nearly all pairs of characters of one stand in the other. */
static bool
nearly_equal(const struct draft *draft, struct str one, struct str other)
{
	if (one.len * 5 < other.len * 4 || other.len * 5 < one.len * 4 || one.len < 120)
		return false;
	struct bigrams pairs = bigrams_open(other.len, draft->arena);
	bigrams_add(&pairs, other, 1);
	uint32_t previous = 0;
	size_t all = 0, shared = 0;
	for (uint64_t key; (key = bigram_next(&one, &previous)) != 0; all++)
		shared += bigrams_find(&pairs, (uint32_t)(key >> 32), (uint32_t)key) !=
			  NULL;
	return shared * 10 >= all * 9;
}

static bool
same_text(const struct draft *draft, size_t a, size_t b)
{
	const struct passage *one = &draft->passages.items[a],
			     *other = &draft->passages.items[b];
	if (one->label == LABEL_FURNITURE || one->label == LABEL_REPEAT ||
		other->label == LABEL_REPEAT)
		return false;
	return str_equal(one->text, other->text) ||
	       nearly_equal(draft, one->text, other->text);
}

static void
follow(struct finder *finder, size_t index)
{
	size_t original = finder->original[index] - 1;
	for (size_t i = index, j = original; i-- > original + 1 && j-- > 0;) {
		if (!same_text(finder->draft, i, j))
			break;
		drop(finder, i, j);
	}
	for (size_t i = index + 1, j = original + 1;
		i < finder->draft->passages.count && j < index; i++, j++) {
		if (!same_text(finder->draft, i, j))
			break;
		drop(finder, i, j);
	}
}

static void
log_repeats(const struct finder *finder)
{
	const struct draft *draft = finder->draft;
	for (size_t i = 0; i < draft->passages.count; i++) {
		const struct passage *passage = &draft->passages.items[i];
		if (passage->label != LABEL_REPEAT)
			continue;
		const struct passage *original =
			&draft->passages.items[finder->original[i] - 1];
		struct repeat *repeat = list_add(&finder->page->repeats, finder->arena);
		*repeat = (struct repeat){.text = str_copy(passage->text, finder->arena),
			.first_line = draft->lines.items[passage->first].number,
			.last_line = draft->lines.items[passage->last].last_number,
			.of_first_line = draft->lines.items[original->first].number,
			.of_last_line = draft->lines.items[original->last].last_number};
	}
}

void
repeats_find(struct draft *draft, struct page *page, struct arena *arena)
{
	struct prints prints = {.arena = draft->arena};
	struct finder finder = {draft, page, arena,
		arena_array(draft->arena, size_t, draft->passages.count + 1)};
	for (size_t i = 0; i < draft->passages.count; i++) {
		const struct passage *passage = &draft->passages.items[i];
		if (passage->label == LABEL_FURNITURE ||
			str_points(passage->text, LEAST_POINTS, LEAST_POINTS + 1).len ==
				0)
			continue;
		size_t original = find_original(&prints, draft, i);
		if (original)
			drop(&finder, i, original - 1);
	}
	for (size_t i = 0; i < draft->passages.count; i++)
		if (finder.original[i] && draft->passages.items[i].label == LABEL_REPEAT)
			follow(&finder, i);
	log_repeats(&finder);
}
