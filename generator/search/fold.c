#include "search/fold.h"

#include <assert.h>

#include "base/list.h"

/* lexicon/lookalikes.txt, compiled in. */
extern const char lexicon_lookalikes[];
extern const size_t lexicon_lookalikes_size;

/* Every character that the table folds lies below this: ICU knows no traditional form
 * beyond. */
#define TABLE_END 0xA000u
#define PAGE_SIZE 256u
#define PAGES     (0x110000u / PAGE_SIZE)

/* How one code point folds, in a word: the class in the top bits and below it the code
 * point it becomes, or, when it becomes several, an index into `longer`.
 *
 *     31     28      24                      0
 *     | longer | class | code point or index |
 */
#define ENTRY_LONGER    0x80000000u
#define ENTRY(class, c) ((uint32_t)(class) << 24 | (c))
#define ENTRY_CLASS(e)  ((enum fold_class)((e) >> 24 & 0x7F))
#define ENTRY_POINT(e)  ((e)&0x1FFFFFu)

struct fold {
	struct text *text;
	struct arena *arena;
	uint32_t *table;        /* by code point: what it folds to, 0 for itself */
	uint32_t *pages[PAGES]; /* entries, 0 where not known yet */
	struct str_list longer; /* what ㎡ and its like become: m2 */
};

/* --- the table --- */

/* Traditional forms become simplified ones, each character by itself: a rule of ICU that
 * looks at neighbours would fold a part of a word otherwise than the word. */
static void
fill_simplified(struct fold *fold, struct arena *arena)
{
	struct strbuf one = strbuf_open(arena);
	for (uint32_t c = 0x3400; c < TABLE_END; c++) {
		if (!text_is_han(c))
			continue;
		strbuf_cut(&one, 0);
		strbuf_add_point(&one, c);
		struct str to = text_simplified(fold->text, strbuf_str(&one), arena);
		if (str_count(to) == 1 && str_peek(to) != c)
			fold->table[c] = str_peek(to);
	}
}

static void
fill_lookalikes(struct fold *fold)
{
	struct str rest = {lexicon_lookalikes, lexicon_lookalikes_size}, line, to;
	while (str_cut(&rest, '\n', &line)) {
		struct str from;
		if (!line.len || line.data[0] == '#')
			continue;
		to = line;
		str_cut(&to, '\t', &from);
		assert(str_peek(from) < TABLE_END);
		fold->table[str_peek(from)] = str_peek(to);
	}
}

/* Where the chain that begins at c ends. Two forms that ICU makes of each other (苎 苧)
 * are a circle: its end is the lesser. */
static uint32_t
chain_end(const struct fold *fold, uint32_t c)
{
	enum { LONGEST = 4 };
	uint32_t end = c;
	for (int steps = 0; steps < LONGEST && end < TABLE_END && fold->table[end];
		steps++)
		end = fold->table[end];
	uint32_t other = end < TABLE_END ? fold->table[end] : 0;
	return other && other < end ? other : end;
}

/* Folded text folds to itself. */
static void
shorten_chains(struct fold *fold)
{
	for (uint32_t c = 0; c < TABLE_END; c++)
		if (fold->table[c]) {
			uint32_t end = chain_end(fold, c);
			fold->table[c] = end == c ? 0 : end;
		}
}

/* --- classes --- */

static bool
is_han(uint32_t c)
{
	return text_is_han(c) || (c >= 0x3041 && c <= 0x312F) || /* kana, bopomofo */
	       (c >= 0x31A0 && c <= 0x31BF) || (c >= 0x31F0 && c <= 0x31FF) ||
	       (c >= 0xAC00 && c <= 0xD7A3);
}

/* Quotation marks, marks of book titles, middle dots: FORMAT.md lists them. */
static bool
is_clear_mark(uint32_t c)
{
	static const uint32_t marks[] = {'"', '\'', 0xAB, 0xB7, 0xBB, 0x2018, 0x2019,
		0x201A, 0x201B, 0x201C, 0x201D, 0x201E, 0x201F, 0x2022, 0x2027, 0x2039,
		0x203A, 0x2219, 0x22C5, 0x3008, 0x3009, 0x300A, 0x300B, 0x300C, 0x300D,
		0x300E, 0x300F, 0x301D, 0x301E, 0x301F, 0x30FB};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i] == c)
			return true;
	return false;
}

static enum fold_class
class_of(uint32_t c)
{
	if (text_is_ignorable(c))
		return FOLD_NOTHING;
	if (text_is_space(c) || is_clear_mark(c))
		return FOLD_CLEAR;
	if (is_han(c))
		return FOLD_HAN;
	return text_is_alphanumeric(c) ? FOLD_WORD : FOLD_BREAK;
}

/* --- one code point --- */

static uint32_t
entry_of_folded(const struct fold *fold, uint32_t c)
{
	if (c < TABLE_END && fold->table[c])
		c = fold->table[c];
	return ENTRY(class_of(c), c);
}

/* NFKC, lower case, table, each code point by itself, so that what a character becomes
 * never depends on its neighbours. */
static uint32_t
make_entry(struct fold *fold, uint32_t c)
{
	struct strbuf one = strbuf_open(fold->arena);
	strbuf_add_point(&one, c);
	struct str folded = text_nfkc(fold->text, strbuf_str(&one), fold->arena);
	folded = text_lower(fold->text, folded, fold->arena);
	if (str_count(folded) == 1)
		return entry_of_folded(fold, str_peek(folded));
	str_list_add(&fold->longer, folded, fold->arena);
	return ENTRY_LONGER | (uint32_t)(fold->longer.count - 1);
}

static uint32_t
entry_of(struct fold *fold, uint32_t c)
{
	uint32_t **page = &fold->pages[c / PAGE_SIZE];
	if (!*page)
		*page = arena_array(fold->arena, uint32_t, PAGE_SIZE);
	uint32_t *entry = &(*page)[c % PAGE_SIZE];
	if (!*entry)
		*entry = make_entry(fold, c);
	return *entry;
}

/* --- a text --- */

struct folding {
	struct strbuf out;
	enum fold_class last; /* of the last character put out; FOLD_UNKNOWN at first */
	bool clear, broken;   /* seen since then */
	bool point;           /* a point directly behind a digit, not put out yet */
};

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static void
add_gap(struct folding *folding, enum fold_class next)
{
	if (folding->broken && folding->last != FOLD_UNKNOWN)
		strbuf_add_char(&folding->out, '\n');
	else if (folding->clear && folding->last == FOLD_WORD && next == FOLD_WORD)
		strbuf_add_char(&folding->out, ' ');
	folding->clear = folding->broken = false;
}

/* A point between two digits belongs to the word (3.5); any other is a break. */
static bool
may_be_point(const struct folding *folding, uint32_t c)
{
	const struct strbuf *out = &folding->out;
	return c == '.' && !folding->clear && !folding->broken && !folding->point &&
	       out->len && is_digit((unsigned char)out->data[out->len - 1]);
}

/* Most characters are ideographs between ideographs. */
static bool
nothing_between(const struct folding *folding)
{
	return !folding->clear && !folding->broken && !folding->point;
}

static void
add_entry(struct folding *folding, uint32_t entry)
{
	enum fold_class class = ENTRY_CLASS(entry);
	uint32_t c = ENTRY_POINT(entry);
	if (class == FOLD_HAN && nothing_between(folding)) {
		strbuf_add_point(&folding->out, c);
		folding->last = class;
		return;
	}
	if (class == FOLD_NOTHING)
		return;
	if (may_be_point(folding, c)) {
		folding->point = true;
		return;
	}
	if (folding->point && is_digit(c))
		strbuf_add_char(&folding->out, '.');
	else if (folding->point)
		folding->broken = true;
	folding->point = false;
	if (class == FOLD_CLEAR || class == FOLD_BREAK) {
		folding->clear |= class == FOLD_CLEAR;
		folding->broken |= class == FOLD_BREAK;
		return;
	}
	add_gap(folding, class);
	strbuf_add_point(&folding->out, c);
	folding->last = class;
}

struct str
fold_text(struct fold *fold, struct str text, struct arena *arena)
{
	struct folding folding = {.out = strbuf_open(arena)};
	while (text.len) {
		uint32_t entry = entry_of(fold, str_next(&text));
		if (!(entry & ENTRY_LONGER)) {
			add_entry(&folding, entry);
			continue;
		}
		struct str longer = fold->longer.items[entry & ~ENTRY_LONGER];
		while (longer.len)
			add_entry(&folding, entry_of_folded(fold, str_next(&longer)));
	}
	return strbuf_str(&folding.out);
}

enum fold_class
fold_class_of(struct fold *fold, uint32_t c)
{
	if (c == '.')
		return FOLD_WORD;
	if (c == '\n')
		return FOLD_BREAK;
	return ENTRY_CLASS(entry_of(fold, c));
}

/* What the code here decides besides: to be raised with each change of it. */
#define FOLD_VERSION 1

struct digest
fold_stamp(struct arena *arena)
{
	struct strbuf seen = strbuf_open(arena);
	strbuf_printf(&seen, "%d ", FOLD_VERSION);
	strbuf_add(&seen, text_version(arena));
	strbuf_add(&seen, (struct str){lexicon_lookalikes, lexicon_lookalikes_size});
	return digest_of(strbuf_str(&seen));
}

struct fold_pairs
fold_pairs(const struct fold *fold, struct arena *arena)
{
	struct fold_pairs pairs = {0};
	for (uint32_t c = 0; c < TABLE_END; c++)
		if (fold->table[c])
			*list_add(&pairs, arena) = (struct fold_pair){c, fold->table[c]};
	return pairs;
}

static struct fold *
open_empty(struct text *text, struct arena *arena)
{
	struct fold *fold = arena_new(arena, struct fold);
	fold->text = text;
	fold->arena = arena;
	fold->table = arena_array(arena, uint32_t, TABLE_END);
	return fold;
}

struct fold *
fold_open_with(const struct fold_pairs *pairs, struct text *text, struct arena *arena)
{
	struct fold *fold = open_empty(text, arena);
	for (size_t i = 0; i < pairs->count; i++)
		if (pairs->items[i].from < TABLE_END)
			fold->table[pairs->items[i].from] = pairs->items[i].to;
	return fold;
}

struct fold *
fold_open(struct text *text, struct arena *arena)
{
	struct fold *fold = open_empty(text, arena);
	struct arena *scratch = arena_open();
	fill_simplified(fold, scratch);
	fill_lookalikes(fold);
	shorten_chains(fold);
	arena_close(scratch);
	return fold;
}
