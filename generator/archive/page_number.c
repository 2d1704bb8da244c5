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

/* The digits at `at`, as a number. */
static unsigned long
value_at(struct str s, size_t *at)
{
	unsigned long value = 0;
	for (; *at < s.len && s.data[*at] >= '0' && s.data[*at] <= '9'; ++*at)
		if (value < 1000000000)
			value = value * 10 + (unsigned long)(s.data[*at] - '0');
	return value;
}

int
numbered_compare(struct str a, struct str b)
{
	for (size_t i = 0, k = 0; i < a.len && k < b.len;) {
		size_t first_end = i, second_end = k;
		unsigned long first = value_at(a, &first_end),
			      second = value_at(b, &second_end);
		if (first_end > i && second_end > k && first != second)
			return first > second ? 1 : -1;
		if ((first_end == i || second_end == k) && a.data[i] != b.data[k])
			break;
		i = first_end > i ? first_end : i + 1;
		k = second_end > k ? second_end : k + 1;
	}
	return str_compare(a, b);
}

bool
page_number_same(struct str a, struct str b)
{
	struct parts first = parts_of(a), second = parts_of(b);
	return compare_parts(&first, &second) == 0;
}
