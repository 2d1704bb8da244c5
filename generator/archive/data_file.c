#include "archive/data_file.h"

#include "base/file.h"

enum { LARGEST = 4 * 1024 * 1024 };

struct setting *
data_file_read(struct str path, struct digest *digest, struct text *text,
	struct arena *arena, struct report *report)
{
	struct str bytes, clean;
	struct place start = {path, 1, 1};
	if (!file_read(path, LARGEST, &bytes, arena, report))
		return NULL;
	if (digest)
		*digest = digest_of(bytes);
	if (!text_read(text, bytes, ENCODING_UNKNOWN, start, &clean, arena, report))
		return NULL;
	struct setting *settings = settings_parse(clean, start, arena, report);
	/* What was made without them is not to be taken for what is made with them. */
	if (digest && !settings)
		*digest = (struct digest){0};
	return settings;
}
