/* The ledger of addresses, read from a file in memory. */
#include "fuzz.h"

#include <stdio.h>
#include <unistd.h>

#include "archive/addresses.h"
#include "base/file.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	char folder[] = "/tmp/fuzz-ledger", path[64];
	snprintf(path, sizeof path, "%s-%d", folder, (int)getpid());
	struct str content = str_from(path);
	struct str name = str_format(arena, "%s/addresses.tsv", path);
	file_make_folder(content, &report);
	file_replace(name, (struct str){(const char *)bytes, len}, &report);
	addresses_read(content, content, arena, &report);
	file_remove(name, &report);
	file_remove_empty_folder(content);
	arena_close(arena);
	return 0;
}
