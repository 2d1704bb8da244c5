#include "edit/people_settle.h"

#include "base/list.h"
#include "base/text.h"
#include "edit/census.h"

enum {
	PAIR = 6,         /* bytes of two Han */
	FILTER = 1 << 20, /* bits */
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
	size_t others;        /* occurrences of the characters as something else, ... */
	size_t sampled;       /* ... and those of which a sample was kept */
	size_t inside;        /* as the beginning of longer names */
	struct {
		uint32_t first; /* the Han beside it in the first article, or 0 */
		bool varies;    /* it is another one elsewhere */
	} left, right;
	struct name *longer;  /* the commonest of the longer names, or NULL */
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
	struct map signs; /* as the census has them, to struct name_list */
	uint8_t *filter;  /* bits: which signs there may be */
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

static struct str
key_of(const uint32_t *sign)
{
	return (struct str){(const char *)sign, sizeof *sign};
}

static void
add_sign(struct settling *settling, struct name *name)
{
	uint32_t *sign = arena_new(settling->arena, uint32_t);
	*sign = census_sign(name->name);
	struct name_list **list =
		(struct name_list **)map_at(&settling->signs, key_of(sign));
	if (!*list)
		*list = arena_new(settling->arena, struct name_list);
	*list_add(*list, settling->arena) = name;
	settling->filter[*sign % FILTER / 8] |= (uint8_t)(1 << *sign % 8);
}

static struct name *
name_of(struct settling *settling, struct str text)
{
	struct name **place = (struct name **)map_at(&settling->names, text);
	if (*place)
		return *place;
	struct name *name = *place = arena_new(settling->arena, struct name);
	name->name = text;
	add_sign(settling, name);
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
count_neighbours(struct name *name, const struct mention *mention)
{
	if (!name->taken) {
		name->left.first = mention->left;
		name->right.first = mention->right;
	}
	name->left.varies |= mention->left != name->left.first;
	name->right.varies |= mention->right != name->right.first;
}

static void
count_mentions(struct settling *settling, struct article *article)
{
	for (size_t i = 0; i < article->mentions.count; i++) {
		const struct mention *mention = &article->mentions.items[i];
		if (!is_plain(mention->name))
			continue;
		struct name *name = name_of(settling, mention->name);
		count_neighbours(name, mention);
		name->taken += mention->count;
		name->strong += mention->strong;
	}
}

/* --- the census --- */

static void
count_entry(struct settling *settling, const struct census_entry *entry)
{
	if (!(settling->filter[entry->sign % FILTER / 8] & 1 << entry->sign % 8))
		return;
	const struct name_list *list = map_find(&settling->signs, key_of(&entry->sign));
	for (size_t i = 0; list && i < list->count; i++) {
		struct name *name = list->items[i];
		*(entry->sampled ? &name->sampled : &name->others) += entry->count;
	}
}

/* A page whose articles were taken over by files of their own says nothing. */
static void
count_others(struct settling *settling)
{
	for (size_t i = 0; i < settling->count; i++) {
		const struct page *page = settling->pages[i];
		struct bytes_reader reader = {.rest = page->census};
		struct census_entry entry = {0};
		while (page->articles.count && census_next(&reader, &entry))
			count_entry(settling, &entry);
	}
}

/* Occurrences of the characters, but for those of which samples were kept. */
static size_t
known_count(const struct name *name)
{
	return name->taken + name->others;
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
		shorter->inside += known_count(longer);
		if (!shorter->longer ||
			known_count(longer) > known_count(shorter->longer))
			shorter->longer = longer;
	}
}

/* 郭灵 never stands but in 郭灵计. */
static bool
is_cut_short(const struct name *name)
{
	return name->longer && name->inside >= known_count(name);
}

/* 徐辉作 where 徐辉 stands alone twice as often. */
static bool
takes_in_more(const struct name *name)
{
	const struct name *longer = name->longer;
	return longer && name->strong &&
	       known_count(name) > 2 * known_count(longer) + name->inside &&
	       name->taken > longer->taken;
}

/* (四)梁八柱: the same Han on one side everywhere and something else on the other, and
 * hardly any strong evidence. Where both sides are the same, one sentence is repeated. */
static bool
is_part_of_word(const struct name *name)
{
	bool left = name->left.first && !name->left.varies && name->right.varies;
	bool right = name->right.first && !name->right.varies && name->left.varies;
	return (left || right) && name->taken >= FEW && name->strong * 2 < name->taken;
}

/* What is the beginning of a longer name does not speak against it; one sample alone may
 * be chance. */
static bool
is_seldom_a_name(const struct name *name)
{
	size_t known = known_count(name);
	known -= name->inside < name->others ? name->inside : name->others;
	size_t all = known + name->sampled * CENSUS_SAMPLE;
	return (known >= MANY || name->sampled > 1) &&
	       name->strong * 100 < all * LEAST_RATE &&
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

/* Mentions stay in their places, by which their contexts are found on disk. */
static void
correct_mentions(struct settling *settling, struct article *article)
{
	for (size_t i = 0; i < article->mentions.count; i++) {
		struct mention *mention = &article->mentions.items[i];
		const struct name *name = map_find(&settling->names, mention->name);
		if (name && name->instead)
			name = name->instead;
		mention->dropped = name && name->dropped;
		mention->name = name ? name->name : mention->name;
	}
}

void
people_settle(struct page *const *pages, size_t count, const struct authority *authority)
{
	struct arena *arena = arena_open();
	struct settling settling = {
		.pages = pages,
		.count = count,
		.authority = authority,
		.names = map_open(arena),
		.signs = map_open(arena),
		.filter = arena_alloc(arena, FILTER / 8),
		.arena = arena,
	};
	visit_all(&settling, count_mentions);
	count_others(&settling);
	find_longer(&settling);
	judge(&settling);
	visit_all(&settling, correct_mentions);
	arena_close(arena);
}
