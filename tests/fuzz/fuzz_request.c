/* What the preview is asked: a line each for method, host, target and range. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "serve/range.h"
#include "serve/request.h"

enum { SIZE = 1000 };

/* What is asked for is a file below the site's folder, hidden from nobody. */
static void
require_below(struct str path)
{
	struct str name;
	if (memchr(path.data, 0, path.len) || str_starts(path, STR("/")))
		abort();
	while (str_cut(&path, '/', &name))
		if (str_starts(name, STR(".")) || str_has(name, STR("\\")))
			abort();
}

static void
require_inside(struct range range)
{
	if (range.from > SIZE || range.len > SIZE - range.from)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_open();
	struct str rest = {(const char *)bytes, len}, lines[3] = {0};
	for (size_t i = 0; i < 3; i++)
		str_cut(&rest, '\n', &lines[i]);
	struct request request = request_read(lines[0], lines[1], lines[2], 8000, arena);
	if (request.answer == REQUEST_FILE)
		require_below(request.path);
	if (rest.data)
		require_inside(range_read(rest, SIZE));
	arena_close(arena);
	return 0;
}
