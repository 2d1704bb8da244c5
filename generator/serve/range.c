#include "serve/range.h"

/* A decimal number; false when there is anything else or too much of it. */
static bool
read_number(struct str digits, uint64_t *number)
{
	*number = 0;
	if (!digits.len || digits.len > 18)
		return false;
	for (size_t i = 0; i < digits.len; i++) {
		if (digits.data[i] < '0' || digits.data[i] > '9')
			return false;
		*number = *number * 10 + (uint64_t)(digits.data[i] - '0');
	}
	return true;
}

/* "-n": the last n bytes. */
static struct range
read_tail(struct str count, uint64_t size)
{
	uint64_t len;
	if (!read_number(count, &len))
		return (struct range){RANGE_WHOLE, 0, size};
	if (!len || !size)
		return (struct range){RANGE_OUTSIDE, 0, 0};
	len = len < size ? len : size;
	return (struct range){RANGE_PART, size - len, len};
}

struct range
range_read(struct str field, uint64_t size)
{
	const struct range whole = {RANGE_WHOLE, 0, size};
	struct str rest = str_slice(field, 6, field.len), first;
	uint64_t from, last;
	if (!str_starts(field, STR("bytes=")) || str_has(rest, STR(",")) ||
		!str_has(rest, STR("-")))
		return whole;
	str_cut(&rest, '-', &first);
	if (!first.len)
		return read_tail(rest, size);
	if (!read_number(first, &from))
		return whole;
	if (!rest.len)
		last = UINT64_MAX;
	else if (!read_number(rest, &last) || last < from)
		return whole;
	if (from >= size)
		return (struct range){RANGE_OUTSIDE, 0, 0};
	last = last < size ? last : size - 1;
	return (struct range){RANGE_PART, from, last - from + 1};
}
