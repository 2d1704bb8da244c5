#include "search/index_files.h"

#include "base/digest.h"
#include "base/list.h"

struct str
script_of(struct str json, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	strbuf_add(&out, STR("backfile("));
	strbuf_add(&out, json);
	strbuf_add(&out, STR(")\n"));
	return strbuf_str(&out);
}

void
index_files_add(
	struct index_files *files, struct str name, struct str json, struct arena *arena)
{
	struct index_file file = {.name = name, .bytes = script_of(json, arena)};
	*list_add(files, arena) = file;
}

struct str
index_files_folder(const struct index_files *files, struct arena *arena)
{
	struct strbuf digests = strbuf_open(arena);
	for (size_t i = 0; i < files->count; i++) {
		const struct index_file *file = &files->items[i];
		struct str digest = digest_text(digest_of(file->bytes), arena);
		strbuf_printf(
			&digests, "%.*s %.*s\n", STR_ARG(file->name), STR_ARG(digest));
	}
	return str_slice(digest_text(digest_of(strbuf_str(&digests)), arena), 0, 16);
}
