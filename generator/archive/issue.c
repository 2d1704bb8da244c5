#include "archive/issue.h"

struct str
issue_address(struct date date, struct arena *arena)
{
	return str_format(
		arena, "%04d/%02d/%02d/index.html", date.year, date.month, date.day);
}

struct str
issue_number_in(struct str folio)
{
	struct str number = STR("");
	for (struct str rest = folio; rest.len;) {
		size_t at = str_find(rest, STR("第"));
		if (at == SIZE_MAX)
			break;
		bool running = str_ends(str_slice(rest, 0, at), STR("总"));
		rest = str_slice(rest, at + STR("第").len, rest.len);
		struct str after = str_trim(rest);
		size_t len = 0;
		while (len < after.len && after.data[len] >= '0' &&
			after.data[len] <= '9')
			len++;
		bool issue = len && str_starts(str_trim(str_slice(after, len, after.len)),
					    STR("期"));
		if (issue && (running || !number.len))
			number = str_slice(after, 0, len);
	}
	return number;
}
