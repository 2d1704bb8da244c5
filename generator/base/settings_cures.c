#include "base/settings_cures.h"

#include <string.h>

const char *
settings_cure(const char *problem, struct str next)
{
	static const struct {
		const char *problem, *cure;
	} rows[] = {
		{"mapping values are not allowed",
			"a colon with a space behind it within a value, or a line that "
			"is "
			"indented too far; put the value in quotes, or align the line"},
		{"could not find expected ':'",
			"a colon is missing behind the key, or a space behind the colon"},
		{"did not find expected key",
			"this line is indented otherwise than those it belongs to; align "
			"it with them"},
		{"did not find expected '-' indicator",
			"an entry of the list is indented otherwise than the first; "
			"align "
			"the `-` of all"},
		{"did not find expected ',' or",
			"a comma or a closing bracket is missing"},
		{"found unexpected end of stream",
			"quotes that were opened are not closed; close them"},
		{"found unknown escape character",
			"a \\ within double quotes; use single quotes"},
		{"did not find expected <document start>",
			"this does not belong to what stands above; align it, or remove "
			"it"},
		{"block sequence entries are not allowed",
			"a list begins behind the key; put it on a line of its own"},
	};
	if (str_starts(next, STR("\t")))
		return "a tab; indent with spaces";
	if (strstr(problem, "cannot start any token"))
		return "a sign that no value begins with; put the value in quotes";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strncmp(problem, rows[i].problem, strlen(rows[i].problem)) == 0)
			return rows[i].cure;
	return NULL;
}
