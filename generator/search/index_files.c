#include "search/index_files.h"

#include <string.h>

#include "base/digest.h"

struct str
script_of(struct str json, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	strbuf_add(&out, STR("backfile("));
	strbuf_add(&out, json);
	strbuf_add(&out, STR(")\n"));
	return strbuf_str(&out);
}

static bool
is_hex(struct str text, size_t length)
{
	bool good = text.len == length;
	for (size_t i = 0; good && i < length; i++)
		good = (text.data[i] >= '0' && text.data[i] <= '9') ||
		       (text.data[i] >= 'a' && text.data[i] <= 'f');
	return good;
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
	       is_hex(str_slice(path, path.len - hash, path.len), hash);
}

/* "0123456789abcdef/12.js" */
static bool
is_of_folder(struct str path)
{
	struct str folder, name = path;
	int number;
	if (!str_cut(&name, '/', &folder) || !is_hex(folder, 16) ||
		!str_ends(name, STR(".js")))
		return false;
	name = str_slice(name, 0, name.len - 3);
	return str_equal(name, STR("terms")) || str_equal(name, STR("issues")) ||
	       str_number(name, &number);
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

struct index_folder
index_folder_open(struct index_out *out, struct str part, struct arena *arena)
{
	struct index_folder folder = {
		.name = STR(""), .out = out, .digests = strbuf_open(arena)};
	strbuf_add(&folder.digests, part);
	strbuf_add_char(&folder.digests, '\n');
	return folder;
}

void
index_folder_add(struct index_folder *folder, struct str name, struct str json)
{
	struct arena *arena = arena_open();
	if (folder->name.len) {
		struct str path = str_format(
			arena, "%.*s/%.*s", STR_ARG(folder->name), STR_ARG(name));
		index_out_put(folder->out, path, json);
	} else {
		struct str digest = digest_text(digest_of(script_of(json, arena)), arena);
		strbuf_printf(
			&folder->digests, "%.*s %.*s\n", STR_ARG(name), STR_ARG(digest));
	}
	arena_close(arena);
}

void
index_folder_name(struct index_folder *folder)
{
	struct digest digest = digest_of(strbuf_str(&folder->digests));
	folder->name = str_slice(digest_text(digest, folder->digests.arena), 0, 16);
}
