#include "edit/census.h"

#include <stdlib.h>

#include "base/list.h"

enum { SIGN_BITS = 25 };

static uint32_t
sign_of(struct digest name)
{
	return (uint32_t)(name.low >> (64 - SIGN_BITS));
}

uint32_t
census_sign(struct str name)
{
	return sign_of(digest_of(name));
}

/* Another one in eight in each article, so that what stands everywhere is met. */
static bool
is_sampled(struct digest name, struct digest text)
{
	uint64_t mixed = (name.high ^ text.low) * 0x9E3779B97F4A7C15u;
	return mixed >> 32 & 1 && mixed >> 33 & 1 && mixed >> 34 & 1;
}

void
census_add(struct census *census, const struct candidate_list *candidates,
	const struct passage *passage, struct arena *arena)
{
	struct digest text = digest_of(passage->text);
	for (size_t i = 0; i < candidates->tallies.count; i++) {
		const struct name_tally *tally = candidates->tallies.entries[i].value;
		struct digest name = digest_of(candidates->tallies.entries[i].key);
		bool counts = tally->hopeful || is_sampled(name, text);
		if (!counts || tally->taken >= tally->count)
			continue;
		*list_add(census, arena) = (struct census_entry){
			.sign = sign_of(name),
			.sampled = !tally->hopeful,
			.count = tally->count - tally->taken,
		};
	}
}

/* --- bytes ---
 *
 * The difference to the sign before, two bits that tell whether it is sampled and whether
 * there are more than one, and if so, how many. */

static int
by_sign(const void *a, const void *b)
{
	const struct census_entry *x = a, *y = b;
	if (x->sign != y->sign)
		return x->sign < y->sign ? -1 : 1;
	return x->sampled - y->sampled;
}

static void
merge(struct census *census)
{
	size_t kept = 0;
	for (size_t i = 0; i < census->count; i++) {
		const struct census_entry *entry = &census->items[i];
		if (kept && by_sign(&census->items[kept - 1], entry) == 0)
			census->items[kept - 1].count += entry->count;
		else
			census->items[kept++] = *entry;
	}
	census->count = kept;
}

struct str
census_write(struct census *census, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	if (census->count)
		qsort(census->items, census->count, sizeof *census->items, by_sign);
	merge(census);
	uint32_t last = 0;
	for (size_t i = 0; i < census->count; i++) {
		const struct census_entry *entry = &census->items[i];
		bytes_add_number(&out, (uint64_t)(entry->sign - last) << 2 |
					       (uint64_t)entry->sampled << 1 |
					       (entry->count > 1));
		if (entry->count > 1)
			bytes_add_number(&out, entry->count);
		last = entry->sign;
	}
	return strbuf_str(&out);
}

bool
census_next(struct bytes_reader *reader, struct census_entry *entry)
{
	if (!reader->rest.len)
		return false;
	uint64_t number = bytes_number_to(reader, UINT32_MAX);
	entry->sign += (uint32_t)(number >> 2);
	entry->sampled = number >> 1 & 1;
	entry->count = number & 1 ? (unsigned)bytes_number_to(reader, UINT32_MAX) : 1;
	return !reader->bad;
}
