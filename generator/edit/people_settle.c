#include "edit/people_settle.h"

#include <string.h>

#include "base/list.h"
#include "base/text.h"

enum {
	PAIR = 6,         /* bytes of two Han */
	FEW = 3,          /* from so many on the neighbours tell something, ... */
	MANY = 5,         /* ... from so many a rate does */
	LEAST_RATE = 12,  /* per cent of occurrences with strong evidence */
	LEAST_TAKEN = 70, /* or found in so many per cent */
	LONGEST_TAIL = 3, /* bytes that a longer name has more */
};

/* A name in the archive. */
struct name {
	struct str name;
	size_t taken, strong; /* occurrences found, and those with strong evidence */
	size_t all;           /* occurrences of the characters */
	size_t inside;        /* of these, as the beginning of longer names */
	struct {
		uint32_t first;
		bool varies;
	} left, right;        /* the Han beside it, 0 for none */
	struct name *longer;  /* the commonest of them, or NULL */
	struct name *instead; /* what its mentions mean, or NULL: itself */
	bool dropped;
};

struct name_list {
	struct name **items;
	size_t count, capacity;
};

struct settling {
	struct page *const *pages;
	size_t count;
	const struct authority *authority;
	struct map names; /* to struct name */
	struct map pairs; /* the first two characters to struct name_list */
	uint8_t *filter;  /* bits: which pairs there may be */
	struct arena *arena;
};

/* --- names --- */

static bool
is_plain(struct str name)
{
	if (name.len < PAIR)
		return false;
	while (name.len)
		if (!text_is_han(str_next(&name)))
			return false;
	return true;
}

static size_t
bit_of(const char *pair)
{
	uint64_t sum = 0;
	memcpy(&sum, pair, PAIR);
	return (size_t)(sum * 0x9E3779B97F4A7C15u >> 48);
}

static struct name *
name_of(struct settling *settling, struct str text)
{
	struct name **place = (struct name **)map_at(&settling->names, text);
	if (*place)
		return *place;
	struct name *name = *place = arena_new(settling->arena, struct name);
	name->name = text;
	struct str pair = str_slice(text, 0, PAIR);
	struct name_list **list = (struct name_list **)map_at(&settling->pairs, pair);
	if (!*list)
		*list = arena_new(settling->arena, struct name_list);
	*list_add(*list, settling->arena) = name;
	size_t bit = bit_of(pair.data);
	settling->filter[bit / 8] |= (uint8_t)(1 << bit % 8);
	return name;
}

typedef void visitor(struct settling *settling, struct article *article);

static void
visit_all(struct settling *settling, visitor *visit)
{
	for (size_t i = 0; i < settling->count; i++)
		for (size_t k = 0; k < settling->pages[i]->articles.count; k++)
			visit(settling, settling->pages[i]->articles.items[k]);
}

static void
count_mentions(struct settling *settling, struct article *article)
{
	for (size_t i = 0; i < article->mentions.count; i++) {
		const struct mention *mention = &article->mentions.items[i];
		if (!is_plain(mention->name))
			continue;
		struct name *name = name_of(settling, mention->name);
		name->taken += mention->count;
		name->strong += mention->strong;
	}
}

/* --- occurrences --- */

static uint32_t
han_or_none(uint32_t c)
{
	return text_is_han(c) ? c : 0;
}

static void
count_one(struct name *name, struct str before, struct str behind)
{
	uint32_t left = before.len ? han_or_none(str_last(&before)) : 0;
	uint32_t right = behind.len ? han_or_none(str_peek(behind)) : 0;
	if (!name->all++) {
		name->left.first = left;
		name->right.first = right;
	}
	name->left.varies |= !left || left != name->left.first;
	name->right.varies |= !right || right != name->right.first;
}

static void
count_at(struct settling *settling, struct str text, size_t at)
{
	struct str rest = str_slice(text, at, text.len);
	const struct name_list *list =
		map_find(&settling->pairs, str_slice(rest, 0, PAIR));
	for (size_t i = 0; list && i < list->count; i++) {
		struct name *name = list->items[i];
		if (str_starts(rest, name->name))
			count_one(name, str_slice(text, 0, at),
				str_slice(rest, name->name.len, rest.len));
	}
}

static void
count_text(struct settling *settling, struct str text)
{
	for (size_t i = 0; i + PAIR <= text.len; i++) {
		if (((unsigned char)text.data[i] & 0xF0) != 0xE0)
			continue;
		size_t bit = bit_of(text.data + i);
		if (settling->filter[bit / 8] & 1 << bit % 8)
			count_at(settling, text, i);
		i += 2;
	}
}

static void
count_occurrences(struct settling *settling, struct article *article)
{
	count_text(settling, article->kicker);
	count_text(settling, article->title);
	count_text(settling, article->subtitle);
	for (size_t i = 0; i < article->blocks.count; i++)
		count_text(settling, article->blocks.items[i].text);
}

/* --- judging --- */

/* Each name tells the one that it begins with one character less. */
static void
find_longer(struct settling *settling)
{
	for (size_t i = 0; i < settling->names.count; i++) {
		struct name *longer = settling->names.entries[i].value;
		size_t len = longer->name.len - LONGEST_TAIL;
		struct name *shorter = len < PAIR
					       ? NULL
					       : map_find(&settling->names,
							 str_slice(longer->name, 0, len));
		if (!shorter)
			continue;
		shorter->inside += longer->all;
		if (!shorter->longer || longer->all > shorter->longer->all)
			shorter->longer = longer;
	}
}

/* 郭灵 never stands but in 郭灵计. */
static bool
is_cut_short(const struct name *name)
{
	return name->longer && name->inside >= name->all;
}

/* 徐辉作 where 徐辉 stands alone twice as often. */
static bool
takes_in_more(const struct name *name)
{
	const struct name *longer = name->longer;
	return longer && name->strong && (name->all - name->inside) > 2 * longer->all &&
	       name->taken > longer->taken;
}

/* (四)梁八柱: the same Han beside it everywhere, and hardly any strong evidence. */
static bool
is_part_of_word(const struct name *name)
{
	return name->all >= FEW && name->strong * 2 < name->all &&
	       (!name->left.varies || !name->right.varies);
}

static bool
is_seldom_a_name(const struct name *name)
{
	size_t all = name->all > name->taken ? name->all : name->taken;
	return all >= MANY && name->strong * 100 < all * LEAST_RATE &&
	       name->taken * 100 < all * LEAST_TAKEN;
}

static void
judge(struct settling *settling)
{
	for (size_t i = 0; i < settling->names.count; i++) {
		struct name *name = settling->names.entries[i].value;
		if (map_find(&settling->authority->person_of, name->name))
			continue;
		name->dropped = is_seldom_a_name(name) || is_part_of_word(name);
		if (is_cut_short(name))
			name->instead = name->longer;
	}
	for (size_t i = 0; i < settling->names.count; i++) {
		struct name *name = settling->names.entries[i].value;
		struct name *longer = name->longer;
		if (takes_in_more(name) && !longer->instead &&
			!map_find(&settling->authority->person_of, longer->name))
			longer->instead = name;
	}
}

/* --- mentions --- */

/* The mention of the name among the first ones, or NULL. */
static struct mention *
mention_of(struct article *article, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(article->mentions.items[i].name, name))
			return &article->mentions.items[i];
	return NULL;
}

static void
correct_mentions(struct settling *settling, struct article *article)
{
	size_t kept = 0;
	for (size_t i = 0; i < article->mentions.count; i++) {
		struct mention mention = article->mentions.items[i];
		const struct name *name = map_find(&settling->names, mention.name);
		if (name && name->instead)
			name = name->instead;
		if (name && name->dropped)
			continue;
		mention.name = name ? name->name : mention.name;
		struct mention *there = mention_of(article, kept, mention.name);
		if (there) {
			there->count += mention.count;
			there->strong += mention.strong;
		} else {
			article->mentions.items[kept++] = mention;
		}
	}
	article->mentions.count = kept;
}

void
people_settle(struct page *const *pages, size_t count, const struct authority *authority,
	struct arena *arena)
{
	struct settling settling = {
		.pages = pages,
		.count = count,
		.authority = authority,
		.names = map_open(arena),
		.pairs = map_open(arena),
		.filter = arena_alloc(arena, 0x10000 / 8),
		.arena = arena,
	};
	visit_all(&settling, count_mentions);
	visit_all(&settling, count_occurrences);
	find_longer(&settling);
	judge(&settling);
	visit_all(&settling, correct_mentions);
}
