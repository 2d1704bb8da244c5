#include "search/cut.h"

/*     length      0     700   1400  1700  2300
 *     things      | a   | b   | c   | d   | e       least 1500, most 2500:
 *     hash          7     2     9     4     6       cut before d
 */
size_t
cut_choose(const struct cut_marks *marks, struct cut_bounds bounds)
{
	size_t chosen = 0, before = 1;
	for (size_t i = 1; i < marks->count; i++) {
		const struct cut_mark *mark = &marks->items[i];
		if (mark->length > bounds.most)
			break;
		if (mark->length < bounds.least)
			before = i;
		else if (!chosen || mark->hash < marks->items[chosen].hash)
			chosen = i;
	}
	return chosen ? chosen : before;
}
