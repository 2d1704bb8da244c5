/* Byte ranges (RFC 9110, section 14). */
#ifndef SERVE_RANGE_H
#define SERVE_RANGE_H

#include <stdint.h>

#include "base/str.h"

enum range_kind {
	RANGE_WHOLE,   /* no range, several, or one that is to be ignored */
	RANGE_PART,    /* bytes [from, from + len) */
	RANGE_OUTSIDE, /* begins behind the end: 416 */
};

struct range {
	enum range_kind kind;
	uint64_t from, len;
};

/* What a Range field ("" for none) asks of `size` bytes. */
struct range range_read(struct str field, uint64_t size);

#endif
