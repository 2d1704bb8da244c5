#include "search/fold_reader.h"

#include "base/list.h"

static bool
add_pairs(
	struct fold_pairs *pairs, struct bits_in gaps, struct str to, struct arena *arena)
{
	uint32_t from = 0;
	while (to.len && !gaps.bad && from <= 0x10FFFF) {
		from += bits_number(&gaps, BITS_ORDER);
		*list_add(pairs, arena) = (struct fold_pair){from, str_next(&to)};
	}
	return !to.len && !gaps.bad && from <= 0x10FFFF;
}

struct fold *
fold_read(const struct index_reader *reader, struct str path, struct text *text)
{
	struct str from, to;
	struct fold_pairs pairs = {0};
	json_t *json = index_read(reader, path);
	if (!json)
		return NULL;
	bool good = index_text(reader, json, "from", &from) &&
		    index_text(reader, json, "to", &to) &&
		    add_pairs(&pairs, bits_read(from), to, reader->arena);
	json_decref(json);
	if (!good) {
		index_damaged(reader, path);
		return NULL;
	}
	return fold_open_with(&pairs, text, reader->arena);
}
