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
	return settings_parse(clean, start, arena, report);
}
