#include "search/index_files.h"

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
