#include "archive/page_number.h"

#include <strings.h>

struct parts {
	struct str letters, rest; /* "A", what follows the digits */
	unsigned long value;
};

static struct parts
parts_of(struct str number)
{
	struct parts parts = {0};
	size_t at = 0;
	while (at < number.len && !(number.data[at] >= '0' && number.data[at] <= '9'))
		at++;
	parts.letters = str_slice(number, 0, at);
	for (; at < number.len && number.data[at] >= '0' && number.data[at] <= '9'; at++)
		if (parts.value < 1000000000)
			parts.value =
				parts.value * 10 + (unsigned long)(number.data[at] - '0');
	parts.rest = str_slice(number, at, number.len);
	return parts;
}

static int
compare_any_case(struct str a, struct str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter ? strncasecmp(a.data, b.data, shorter) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int
compare_parts(const struct parts *a, const struct parts *b)
{
	int order = compare_any_case(a->letters, b->letters);
	if (order == 0)
		order = (a->value > b->value) - (a->value < b->value);
	return order ? order : compare_any_case(a->rest, b->rest);
}

int
page_number_compare(struct str a, struct str b)
{
	if (!a.len != !b.len)
		return a.len ? -1 : 1;
	struct parts first = parts_of(a), second = parts_of(b);
	int order = compare_parts(&first, &second);
	return order ? order : str_compare(a, b);
}

bool
page_number_same(struct str a, struct str b)
{
	struct parts first = parts_of(a), second = parts_of(b);
	return compare_parts(&first, &second) == 0;
}
