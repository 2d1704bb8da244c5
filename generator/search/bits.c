#include "search/bits.h"

#include <assert.h>

#include "base/list.h"

/* 13 bits are two characters of 91: 91 * 91 = 8281 is little more than 2^13 = 8192. */
#define GROUP_BITS 13u
#define GROUP_MASK ((1u << GROUP_BITS) - 1)
#define BASE       91u
#define VALUE_BITS 64u

#define UNARY_MOST (1u << 24)

/* U+0020 to U+007D without what JSON or a script would need escaped. */
static char
character(uint32_t index)
{
	index += 0x20;
	index += index >= '"';
	index += index >= '<';
	index += index >= '\\';
	return (char)index;
}

/* BASE for a character that is no code. */
static uint32_t
index_of(char code)
{
	uint32_t c = (unsigned char)code;
	if (c < 0x20 || c > '}' || c == '"' || c == '<' || c == '\\')
		return BASE;
	return c - 0x20 - (c > '"') - (c > '<') - (c > '\\');
}

/* --- writing --- */

struct bits_out
bits_open(struct arena *arena)
{
	return (struct bits_out){.arena = arena};
}

void
bits_add(struct bits_out *out, uint32_t value, unsigned count)
{
	if (count && count <= out->room) {
		out->room -= count;
		value &= (1u << count) - 1;
		out->items[out->count - 1] |= (uint16_t)(value << out->room);
		return;
	}
	while (count) {
		if (!out->room) {
			list_add(out, out->arena);
			out->room = GROUP_BITS;
		}
		unsigned now = count < out->room ? count : out->room;
		uint32_t part = value >> (count - now) & ((1u << now) - 1);
		out->room -= now;
		out->items[out->count - 1] |= (uint16_t)(part << out->room);
		count -= now;
	}
}

static void
add_unary(struct bits_out *out, uint32_t number)
{
	for (; number >= 16; number -= 16)
		bits_add(out, UINT16_MAX, 16);
	bits_add(out, (1u << (number + 1)) - 2, number + 1);
}

static unsigned
length_of(uint32_t number)
{
	unsigned length = 0;
	for (; number; number >>= 1)
		length++;
	return length;
}

void
bits_add_number(struct bits_out *out, unsigned order, uint32_t number)
{
	uint32_t class = (number >> order) + 1;
	unsigned below = length_of(class) - 1;
	assert(number <= INT32_MAX);
	add_unary(out, below);
	bits_add(out, class, below);
	bits_add(out, number, order);
}

size_t
bits_length(const struct bits_out *out)
{
	return out->count * GROUP_BITS - out->room;
}

void
bits_cut(struct bits_out *out, size_t length)
{
	size_t count = (length + GROUP_BITS - 1) / GROUP_BITS;
	assert(length <= bits_length(out));
	while (out->count > count)
		out->items[--out->count] = 0;
	out->room = (unsigned)(count * GROUP_BITS - length);
	if (out->room)
		out->items[count - 1] &= (uint16_t)(GROUP_MASK << out->room);
}

size_t
bits_characters(size_t length)
{
	return (length + GROUP_BITS - 1) / GROUP_BITS * 2;
}

struct str
bits_text(const struct bits_out *out, struct arena *arena)
{
	char *text = arena_alloc(arena, out->count * 2 + 1);
	for (size_t i = 0; i < out->count; i++) {
		text[2 * i] = character(out->items[i] / BASE);
		text[2 * i + 1] = character(out->items[i] % BASE);
	}
	return (struct str){text, out->count * 2};
}

/* --- reading --- */

struct bits_in
bits_read(struct str text)
{
	return (struct bits_in){.rest = text};
}

static void
take_group(struct bits_in *in)
{
	uint32_t first = index_of(in->rest.data[0]);
	uint32_t second = index_of(in->rest.data[1]);
	uint32_t group = first * BASE + second;
	in->rest = str_slice(in->rest, 2, in->rest.len);
	in->value = in->value << GROUP_BITS | group;
	in->left += GROUP_BITS;
	in->bad = first == BASE || second == BASE || group > GROUP_MASK;
}

/* At least the bits wanted, and as many as there is room for. */
static void
fill(struct bits_in *in, unsigned wanted)
{
	while (!in->bad && in->left < VALUE_BITS - GROUP_BITS && in->rest.len >= 2)
		take_group(in);
	in->bad = in->bad || in->left < wanted;
	if (in->bad) {
		in->value = 0;
		in->left = wanted;
	}
}

static inline uint32_t
take(struct bits_in *in, unsigned count)
{
	if (in->left < count)
		fill(in, count);
	in->left -= count;
	return (uint32_t)(in->value >> in->left) & (uint32_t)((1ull << count) - 1);
}

uint32_t
bits_take(struct bits_in *in, unsigned count)
{
	return take(in, count);
}

static uint32_t
take_unary(struct bits_in *in, uint32_t most)
{
	uint32_t number = 0;
	for (;;) {
		if (!in->left)
			fill(in, 1);
		/* The bits that are left, then ones: turned over, the zeros at the front.
		 */
		uint64_t front = ~(in->value << (VALUE_BITS - in->left));
		unsigned ones = (unsigned)__builtin_clzll(front);
		in->left -= ones;
		number += ones;
		if (number > most) {
			in->bad = true;
			return 0;
		}
		if (in->left) {
			in->left--;
			return number;
		}
	}
}

uint32_t
bits_number(struct bits_in *in, unsigned order)
{
	unsigned below = take_unary(in, 30 - order);
	uint32_t class = 1u << below | take(in, below);
	return (class - 1) << order | take(in, order);
}

/* --- sets --- */

/* A set of `count` numbers below `bound` is the gaps between them: how many are passed
 * over, in a Golomb code for gaps of this mean, rounded to a power of two (Rice). */
static unsigned
gap_order(uint32_t count, uint32_t bound)
{
	uint32_t mean = (bound - count) / count;
	return mean ? length_of(mean) - 1 : 0;
}

static void
add_gap(struct bits_out *out, unsigned order, uint32_t gap)
{
	add_unary(out, gap >> order);
	bits_add(out, gap, order);
}

/* The member behind `next` - 1; `bound` where there is none. */
static uint32_t
take_member(struct bits_in *in, unsigned order, uint32_t next, uint32_t bound)
{
	uint32_t gap = take_unary(in, UNARY_MOST >> order) << order;
	gap |= take(in, order);
	in->bad = in->bad || gap >= bound - next;
	return in->bad ? bound : next + gap;
}

/* --- posting lists --- */

/*     number of articles, the set of them, number of those with an impact, the set of
 * their places in the list, their impacts
 */
static uint32_t
add_articles(struct bits_out *out, const struct posting_array *list, uint32_t articles)
{
	unsigned order = gap_order((uint32_t)list->count, articles);
	uint32_t next = 0, marked = 0;
	bits_add_number(out, 0, (uint32_t)list->count - 1);
	for (size_t i = 0; i < list->count; i++) {
		add_gap(out, order, list->items[i].article - next);
		next = list->items[i].article + 1;
		marked += list->items[i].impact > 0;
	}
	return marked;
}

static void
add_impact(struct bits_out *out, uint32_t impact)
{
	assert(impact < IMPACTS);
	if (impact == 1)
		bits_add(out, 0, 1);
	else
		bits_add(out, impact, 2);
}

void
bits_add_postings(
	struct bits_out *out, const struct posting_array *list, uint32_t articles)
{
	uint32_t marked = add_articles(out, list, articles), next = 0;
	unsigned order = marked ? gap_order(marked, (uint32_t)list->count) : 0;
	bits_add_number(out, 0, marked);
	for (uint32_t i = 0; i < list->count; i++) {
		if (!list->items[i].impact)
			continue;
		add_gap(out, order, i - next);
		next = i + 1;
	}
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].impact)
			add_impact(out, list->items[i].impact);
}

static void
take_impacts(struct bits_in *in, struct posting_array *list)
{
	uint32_t marked = bits_number(in, 0), count = (uint32_t)list->count;
	in->bad = in->bad || marked > count;
	unsigned order = marked && !in->bad ? gap_order(marked, count) : 0;
	for (uint32_t i = 0, at = 0; i < marked && !in->bad; i++, at++) {
		at = take_member(in, order, at, count);
		if (at < count)
			list->items[at].impact = 1;
	}
	for (uint32_t i = 0; i < count && !in->bad; i++)
		if (list->items[i].impact && take(in, 1))
			list->items[i].impact = 2 + take(in, 1);
}

void
bits_postings(struct bits_in *in, uint32_t articles, struct posting_array *list,
	struct arena *arena)
{
	uint32_t count = bits_number(in, 0) + 1;
	list->count = 0;
	in->bad = in->bad || count > articles;
	unsigned order = in->bad ? 0 : gap_order(count, articles);
	for (uint32_t i = 0, at = 0; i < count && !in->bad; i++, at++) {
		at = take_member(in, order, at, articles);
		*list_add(list, arena) = (struct posting){at, 0};
	}
	if (!in->bad)
		take_impacts(in, list);
}
