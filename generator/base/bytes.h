/* Compact binary fields: numbers as LEB128 varints, strings as length and bytes. The
 * reader is sticky: after the first field that does not fit, every further one is 0 or
 * empty and `bad` is set. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include "base/digest.h"
#include "base/str.h"

struct bytes_reader {
	struct str rest;
	bool bad;
};

void bytes_add_number(struct strbuf *out, uint64_t number);
void bytes_add_str(struct strbuf *out, struct str s);
void bytes_add_digest(struct strbuf *out, struct digest digest);

uint64_t bytes_number(struct bytes_reader *reader);
/* At most `most`; a larger number is bad. */
uint64_t bytes_number_to(struct bytes_reader *reader, uint64_t most);
/* Borrowed from the bytes being read. */
struct str bytes_str(struct bytes_reader *reader);
struct digest bytes_digest(struct bytes_reader *reader);

#endif
