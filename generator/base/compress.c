#include "base/compress.h"

#include <brotli/decode.h>
#include <brotli/encode.h>
#include <zlib.h>

enum {
	GZIP_WINDOW = 15 + 16, /* the largest; 16 asks zlib for the gzip format */
	GZIP_MEMORY = 9,
	BROTLI_QUALITY = 9, /* the best of those that take no multiple of gzip's time */
};

const char *
compress_extension(enum compress_coding coding)
{
	return coding == COMPRESS_GZIP ? ".gz" : ".br";
}

static struct str
gzip(struct str bytes, struct arena *arena)
{
	z_stream stream = {0};
	if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP_WINDOW,
		    GZIP_MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
		return STR("");
	size_t most = deflateBound(&stream, bytes.len);
	char *out = arena_alloc(arena, most);
	stream.next_in = (Bytef *)(uintptr_t)bytes.data;
	stream.avail_in = (uInt)bytes.len;
	stream.next_out = (Bytef *)out;
	stream.avail_out = (uInt)most;
	int end = deflate(&stream, Z_FINISH);
	size_t len = most - stream.avail_out;
	deflateEnd(&stream);
	return end == Z_STREAM_END ? (struct str){out, len} : STR("");
}

static struct str
brotli(struct str bytes, struct arena *arena)
{
	size_t len = BrotliEncoderMaxCompressedSize(bytes.len);
	uint8_t *out = arena_alloc(arena, len);
	bool good = BrotliEncoderCompress(BROTLI_QUALITY, BROTLI_DEFAULT_WINDOW,
		BROTLI_MODE_TEXT, bytes.len, (const uint8_t *)bytes.data, &len, out);
	return good ? (struct str){(char *)out, len} : STR("");
}

struct str
compress_bytes(enum compress_coding coding, struct str bytes, struct arena *arena)
{
	return coding == COMPRESS_GZIP ? gzip(bytes, arena) : brotli(bytes, arena);
}

/* --- and back --- */

static size_t
gunzip_head(struct str bytes, char *out, size_t most)
{
	z_stream stream = {.next_in = (Bytef *)(uintptr_t)bytes.data,
		.avail_in = (uInt)bytes.len,
		.next_out = (Bytef *)out,
		.avail_out = (uInt)most};
	if (inflateInit2(&stream, GZIP_WINDOW) != Z_OK)
		return 0;
	inflate(&stream, Z_SYNC_FLUSH);
	inflateEnd(&stream);
	return most - stream.avail_out;
}

static size_t
unbrotli_head(struct str bytes, char *out, size_t most)
{
	const uint8_t *in = (const uint8_t *)bytes.data;
	uint8_t *to = (uint8_t *)out;
	size_t left = bytes.len, room = most;
	BrotliDecoderState *state = BrotliDecoderCreateInstance(NULL, NULL, NULL);
	if (!state)
		return 0;
	BrotliDecoderDecompressStream(state, &left, &in, &room, &to, NULL);
	BrotliDecoderDestroyInstance(state);
	return most - room;
}

struct str
compress_head(
	enum compress_coding coding, struct str bytes, size_t most, struct arena *arena)
{
	char *out = arena_alloc(arena, most);
	size_t len = coding == COMPRESS_GZIP ? gunzip_head(bytes, out, most)
					     : unbrotli_head(bytes, out, most);
	return (struct str){out, len};
}
