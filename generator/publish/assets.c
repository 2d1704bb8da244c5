#include "publish/assets.h"

#include <assert.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/list.h"
#include "publish/script.h"
#include "publish/style.h"

enum { LARGEST_ASSET = 16 * 1024 * 1024, HASH_LENGTH = 10 };

/* "style.css" becomes "assets/style-1a2b3c4d5e.css", "search/answer.js" becomes
 * "search/client/answer-....js". */
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

static struct asset *
find(const struct asset_list *assets, struct str name)
{
	for (size_t i = 0; i < assets->count; i++)
		if (str_equal(assets->items[i].name, name))
			return &assets->items[i];
	return NULL;
}

static bool
read_folder(struct str folder, struct asset_list *assets, struct arena *arena,
	struct report *report)
{
	struct file_list files = {0};
	if (!file_walk(folder, &files, arena, report))
		return false;
	for (size_t i = 0; i < files.count; i++) {
		struct asset *asset = find(assets, files.items[i].path);
		struct str path = file_join(folder, files.items[i].path, arena);
		if (!asset)
			asset = list_add(assets, arena);
		asset->name = files.items[i].path;
		if (!file_read(path, LARGEST_ASSET, &asset->bytes, arena, report))
			return false;
	}
	return true;
}

/* Rules outside of any layer win over all that are in one. */
static void
add_own_style(struct asset_list *assets, struct arena *arena)
{
	struct asset *style = find(assets, STR("style.css"));
	struct asset *own = find(assets, STR("site.css"));
	if (!style || !own)
		return;
	style->bytes = str_format(
		arena, "%.*s\n%.*s", STR_ARG(style->bytes), STR_ARG(own->bytes));
	*own = assets->items[--assets->count];
}

static void
make_light(struct asset *asset, struct arena *arena)
{
	if (str_ends(asset->name, STR(".css")))
		asset->bytes = style_without_space(asset->bytes, arena);
	if (str_ends(asset->name, STR(".js")))
		asset->bytes = script_without_space(
			script_without_comments(asset->bytes, arena), arena);
}

/* What the search page loads at once; answer.js is for article pages. */
static bool
is_of_client(const struct asset *asset)
{
	struct str folder = STR("search/"), name = asset->name;
	return str_starts(name, folder) && str_ends(name, STR(".js")) &&
	       !str_has(str_slice(name, folder.len, name.len), STR("/")) &&
	       !str_equal(name, STR("search/answer.js")) &&
	       script_is_strict(asset->bytes);
}

/* Sixteen requests take a while even from disk. */
static void
join_client(struct asset_list *assets, struct arena *arena)
{
	struct strbuf client = strbuf_open(arena);
	size_t kept = 0;
	for (size_t i = 0; i < assets->count; i++)
		if (is_of_client(&assets->items[i]))
			script_join(&client, assets->items[i].bytes);
		else
			assets->items[kept++] = assets->items[i];
	assets->count = kept;
	if (client.len)
		*list_add(assets, arena) = (struct asset){
			.name = STR("search/client.js"), .bytes = strbuf_str(&client)};
}

static int
compare_names(const void *a, const void *b)
{
	const struct asset *x = a, *y = b;
	return str_compare(x->name, y->name);
}

static void
sort(struct asset_list *assets)
{
	if (assets->count)
		qsort(assets->items, assets->count, sizeof *assets->items, compare_names);
}

bool
assets_read(struct str folder, struct str override, struct asset_list *assets,
	struct arena *arena, struct report *report)
{
	if (!read_folder(folder, assets, arena, report) ||
		(override.len && file_is_folder(override) &&
			!read_folder(override, assets, arena, report)))
		return false;
	add_own_style(assets, arena);
	for (size_t i = 0; i < assets->count; i++)
		make_light(&assets->items[i], arena);
	sort(assets);
	join_client(assets, arena);
	sort(assets);
	for (size_t i = 0; i < assets->count; i++) {
		struct asset *asset = &assets->items[i];
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
