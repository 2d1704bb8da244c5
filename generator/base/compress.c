#include "base/compress.h"

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
