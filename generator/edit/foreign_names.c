#include "edit/foreign_names.h"

enum { LONGEST_PART = 8 };

bool
foreign_names_is_dot(uint32_t c)
{
	return c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x30FB || c == 0xFF65;
}

static bool
writes_sound(const struct names *names, const struct passage *passage, size_t at)
{
	return at < passage->count && names_foreign(names, passage->points[at]) > 0;
}

/* 会见|卡尔, 工商大臣|安德斯: characters of sounds end words too, so an office or a
 * preposition ends the walk to the left. */
static size_t
walk_left(const struct names *names, const struct contexts *contexts,
	const struct passage *passage, size_t dot)
{
	size_t from = dot;
	while (from > 0 && dot - from < LONGEST_PART &&
		writes_sound(names, passage, from - 1)) {
		from--;
		if (dot - from > 1 &&
			contexts_left(contexts, passage, from) <= LEFT_PLAIN)
			break;
	}
	return from;
}

static size_t
walk_right(const struct names *names, const struct contexts *contexts,
	const struct passage *passage, size_t dot)
{
	size_t to = dot + 1;
	while (to - dot <= LONGEST_PART && writes_sound(names, passage, to)) {
		to++;
		if (to - dot > 2 && contexts_right(contexts, passage, to) <= RIGHT_OFFICE)
			break;
	}
	return to;
}

static bool
sounds_foreign(
	const struct names *names, const struct passage *passage, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (names_foreign(names, passage->points[i]) > 1)
			return true;
	return false;
}

bool
foreign_names_around(const struct names *names, const struct contexts *contexts,
	const struct passage *passage, size_t dot, size_t *from, size_t *to)
{
	*from = walk_left(names, contexts, passage, dot);
	*to = walk_right(names, contexts, passage, dot);
	if (*from > 0 && foreign_names_is_dot(passage->points[*from - 1]))
		return false;
	while (*to > dot + 1 && *to < passage->count &&
		foreign_names_is_dot(passage->points[*to])) {
		dot = *to;
		*to = walk_right(names, contexts, passage, dot);
	}
	return *from<dot && * to> dot + 1 && *to - *from >= 4 &&
	       sounds_foreign(names, passage, *from, *to);
}
