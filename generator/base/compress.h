/* Bytes as web servers send them to those who accept it: gzip (RFC 1952) by zlib, br (RFC
 * 7932) by libbrotli. The only user of both. The same bytes make the same bytes. */
#ifndef BASE_COMPRESS_H
#define BASE_COMPRESS_H

#include "base/str.h"

enum compress_coding { COMPRESS_GZIP, COMPRESS_BROTLI, COMPRESS_CODINGS };

/* ".gz", ".br" */
const char *compress_extension(enum compress_coding coding);

/* Empty after a failure, which takes a lack of memory. */
struct str
compress_bytes(enum compress_coding coding, struct str bytes, struct arena *arena);

/* The first bytes, at most `most`, of what begins with these compressed ones; empty where
 * they are not in that coding. */
struct str compress_head(
	enum compress_coding coding, struct str bytes, size_t most, struct arena *arena);

#endif
