#include "base/bytes.h"

void
bytes_add_number(struct strbuf *out, uint64_t number)
{
	for (; number >= 0x80; number >>= 7)
		strbuf_add_char(out, (char)(0x80 | (number & 0x7F)));
	strbuf_add_char(out, (char)number);
}

void
bytes_add_str(struct strbuf *out, struct str s)
{
	bytes_add_number(out, s.len);
	strbuf_add(out, s);
}

static void
add_half(struct strbuf *out, uint64_t half)
{
	char bytes[8];
	for (int i = 0; i < 8; i++)
		bytes[i] = (char)(half >> 8 * i & 0xFF);
	strbuf_add(out, (struct str){bytes, sizeof bytes});
}

void
bytes_add_digest(struct strbuf *out, struct digest digest)
{
	add_half(out, digest.high);
	add_half(out, digest.low);
}

static struct str
take(struct bytes_reader *reader, uint64_t len)
{
	if (reader->bad || len > reader->rest.len) {
		reader->bad = true;
		return STR("");
	}
	struct str taken = str_slice(reader->rest, 0, (size_t)len);
	reader->rest = str_slice(reader->rest, (size_t)len, reader->rest.len);
	return taken;
}

/* Of one byte, as most are. */
static bool
take_small(struct bytes_reader *reader, uint64_t *number)
{
	if (reader->bad || !reader->rest.len || *reader->rest.data & 0x80)
		return false;
	*number = (uint64_t)*reader->rest.data;
	reader->rest.data++;
	reader->rest.len--;
	return true;
}

uint64_t
bytes_number(struct bytes_reader *reader)
{
	uint64_t number = 0;
	if (take_small(reader, &number))
		return number;
	for (int shift = 0; shift < 64; shift += 7) {
		struct str byte = take(reader, 1);
		if (byte.len == 0)
			return 0;
		number |= (uint64_t)(*byte.data & 0x7F) << shift;
		if (!(*byte.data & 0x80))
			return number;
	}
	reader->bad = true;
	return 0;
}

uint64_t
bytes_number_to(struct bytes_reader *reader, uint64_t most)
{
	uint64_t number = bytes_number(reader);
	if (number <= most)
		return number;
	reader->bad = true;
	return 0;
}

struct str
bytes_str(struct bytes_reader *reader)
{
	return take(reader, bytes_number(reader));
}

static uint64_t
take_half(struct bytes_reader *reader)
{
	struct str bytes = take(reader, 8);
	uint64_t half = 0;
	for (size_t i = bytes.len; i > 0; i--)
		half = half << 8 | (unsigned char)bytes.data[i - 1];
	return half;
}

struct digest
bytes_digest(struct bytes_reader *reader)
{
	uint64_t high = take_half(reader);
	return (struct digest){high, take_half(reader)};
}
