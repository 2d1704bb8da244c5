#include "archive/corporate.h"

#include "base/map.h"

extern const char lexicon_corporate_authors[];
extern const size_t lexicon_corporate_authors_size;

enum {
	LEAST_ENDING =
		4 /* characters of a credit whose ending tells an office from a name */
};

struct corporate {
	struct map whole;
	struct str_list starts, ends;
};

struct corporate *
corporate_open(struct arena *arena)
{
	struct corporate *corporate = arena_new(arena, struct corporate);
	corporate->whole = map_open(arena);
	struct str rest = {lexicon_corporate_authors, lexicon_corporate_authors_size},
		   line;
	struct str group = STR("");
	while (str_cut(&rest, '\n', &line)) {
		if (line.len == 0 || line.data[0] == '#')
			continue;
		if (line.data[0] == '[')
			group = line;
		else if (str_equal(group, STR("[start]")))
			str_list_add(&corporate->starts, line, arena);
		else if (str_equal(group, STR("[end]")))
			str_list_add(&corporate->ends, line, arena);
		else
			*map_at(&corporate->whole, line) = arena;
	}
	return corporate;
}

bool
corporate_has(const struct corporate *corporate, struct str name)
{
	if (map_find(&corporate->whole, name))
		return true;
	for (size_t i = 0; i < corporate->starts.count; i++)
		if (str_starts(name, corporate->starts.items[i]))
			return true;
	for (size_t i = 0; i < corporate->ends.count; i++)
		if (str_count(name) >= LEAST_ENDING &&
			str_ends(name, corporate->ends.items[i]))
			return true;
	return false;
}
