#include "publish/assets.h"

#include <assert.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/list.h"
#include "publish/script.h"
#include "publish/style.h"

enum { LARGEST_ASSET = 16 * 1024 * 1024, HASH_LENGTH = 10 };

/* "style.css" becomes "assets/style-1a2b3c4d5e.css", "search/query.js" becomes
 * "search/client/query-....js". */
static struct str
published_path(struct str name, struct str bytes, struct arena *arena)
{
	static const struct str search = STR_INIT("search/");
	bool of_search = str_starts(name, search);
	struct str below = of_search ? str_slice(name, search.len, name.len) : name;
	struct str extension = file_extension(file_name(below));
	struct str stem = str_slice(below, 0, below.len - extension.len);
	struct str hash = str_slice(digest_text(digest_of(bytes), arena), 0, HASH_LENGTH);
	return str_format(arena, "%s%.*s-%.*s%.*s",
		of_search ? "search/client/" : "assets/", STR_ARG(stem), STR_ARG(hash),
		STR_ARG(extension));
}

bool
assets_read(struct str folder, struct asset_list *assets, struct arena *arena,
	struct report *report)
{
	struct file_list files = {0};
	if (!file_walk(folder, &files, arena, report))
		return false;
	for (size_t i = 0; i < files.count; i++) {
		struct asset *asset = list_add(assets, arena);
		struct str path = file_join(folder, files.items[i].path, arena);
		asset->name = files.items[i].path;
		if (!file_read(path, LARGEST_ASSET, &asset->bytes, arena, report))
			return false;
		if (str_ends(asset->name, STR(".css")))
			asset->bytes = style_without_space(asset->bytes, arena);
		if (str_ends(asset->name, STR(".js")))
			asset->bytes = script_without_comments(asset->bytes, arena);
		asset->path = published_path(asset->name, asset->bytes, arena);
	}
	return true;
}

static int
by_name(const void *key, const void *asset)
{
	return str_compare(*(const struct str *)key, ((const struct asset *)asset)->name);
}

struct str
asset_path(const struct asset_list *assets, struct str name)
{
	const struct asset *asset = bsearch(
		&name, assets->items, assets->count, sizeof *assets->items, by_name);
	assert(asset);
	return asset->path;
}
