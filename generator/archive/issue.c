#include "archive/issue.h"

struct str
issue_address(struct date date, struct arena *arena)
{
	return str_format(
		arena, "%04d/%02d/%02d/index.html", date.year, date.month, date.day);
}
