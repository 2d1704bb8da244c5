/* The ledger of addresses, read from a file in memory. */
#include "fuzz.h"

#include "archive/addresses.h"
#include "base/file.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	struct str content = fuzz_folder(arena);
	struct str name = file_join(content, STR("addresses.tsv"), arena);
	file_replace(name, (struct str){(const char *)bytes, len}, &report);
	addresses_read(content, content, arena, &report);
	file_remove_tree(content, &report);
	arena_close(arena);
	return 0;
}
