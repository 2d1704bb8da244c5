/* Records of the catalog: each part alone, then all four as one page. */
#include "fuzz.h"

#include "archive/record.h"
#include "base/bytes.h"

/* The bytes behind a checksum that is right, or nothing would be looked at. */
static struct str
sealed(char part, struct str body, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	strbuf_printf(&out, "bf%c%c", part, RECORD_VERSION);
	bytes_add_digest(&out, digest_of(body));
	strbuf_add(&out, body);
	return strbuf_str(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_open();
	struct str body = {(const char *)bytes, len};
	struct record record = {sealed('h', body, arena), sealed('s', body, arena),
		sealed('q', body, arena), sealed('t', body, arena)};
	struct article article = {0}, *articles[] = {&article};
	struct page signs = {.articles = {articles, 1, 1}};
	record_read_head(body, arena);
	record_read_signs(record.signs, &signs, arena);
	record_read_quotes(record.quotes, arena);
	record_read_text(record.text, arena);
	struct page *page = record_read(&record, arena);
	if (page)
		record_write(page, arena);
	arena_close(arena);
	return 0;
}
