#include "search/index_files.h"

#include <inttypes.h>

#include "base/digest.h"
#include "search/term_codes.h"

struct str
script_of(struct str json, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	strbuf_add(&out, STR("backfile("));
	strbuf_add(&out, json);
	strbuf_add(&out, STR(")\n"));
	return strbuf_str(&out);
}

/* "issues/2024-03-05-0123abcd.js", "issues/2024-03-05-0123abcdn.js", "fold-0123abcd.js".
 */
static bool
is_hashed(struct str path)
{
	static const char *const begins[] = {
		"issues/", "fold-", "suggest-", "confusions-"};
	const size_t hash = 8;
	bool begun = false;
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		begun |= str_starts(path, str_from(begins[i]));
	size_t end = str_ends(path, STR("n.js")) ? 4 : 3;
	if (!begun || !str_ends(path, STR(".js")) || path.len < hash + 1 + end)
		return false;
	path = str_slice(path, 0, path.len - end);
	return path.data[path.len - hash - 1] == '-' &&
	       str_is_hex(str_slice(path, path.len - hash, path.len));
}

/* "text-2024/0123456789ab.js", "names-2016-2023/0123456789ab.js" */
static bool
is_of_folder(struct str path)
{
	struct str folder, name = path;
	return str_cut(&name, '/', &folder) &&
	       (str_starts(folder, STR("text-")) || str_starts(folder, STR("names-"))) &&
	       str_ends(name, STR(".js")) && name.len == NAME_DIGITS + 3 &&
	       str_is_hex(str_slice(name, 0, NAME_DIGITS));
}

bool
index_file_is_ours(struct str path)
{
	return str_equal(path, STR("manifest.js")) || is_hashed(path) ||
	       is_of_folder(path);
}

void
index_out_put(struct index_out *out, struct str path, struct str json)
{
	struct arena *arena = arena_open();
	path = str_format(arena, "search/%.*s", STR_ARG(path));
	if (!out->refused)
		out->refused = !out->sink(out->context, path, script_of(json, arena));
	arena_close(arena);
}

struct str
index_folder_path(struct str folder, uint64_t name, struct arena *arena)
{
	return str_format(arena, "%.*s/%0*" PRIx64, STR_ARG(folder), NAME_DIGITS, name);
}

uint64_t
index_folder_put(const struct index_folder *folder, struct str json)
{
	struct arena *arena = arena_open();
	struct digest digest = digest_of(script_of(json, arena));
	uint64_t name = digest.high >> (64 - 4 * NAME_DIGITS);
	struct str path = index_folder_path(folder->name, name, arena);
	index_out_put(folder->out, str_format(arena, "%.*s.js", STR_ARG(path)), json);
	arena_close(arena);
	return name;
}
