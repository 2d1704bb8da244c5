#include "orphans.h"

#include "base/compress.h"
#include "base/list.h"
#include "search/index_files.h"
#include "stamp.h"

enum {
	ENOUGH = 2048, /* bytes that tell what a file is */
	ENOUGH_PACKED =
		16384, /* and that hold so many, whatever the coding's tables take */
};

/* --- by path --- */

/* assets/style-0123456789.css: nobody else names files by their digest. */
static bool
is_asset(struct str path)
{
	enum { DIGEST = 10 };
	struct str stem = file_stem(path);
	bool ours = str_starts(path, STR("assets/")) ||
		    str_starts(path, STR("search/client/"));
	return ours && stem.len > DIGEST && stem.data[stem.len - DIGEST - 1] == '-' &&
	       str_is_hex(str_slice(stem, stem.len - DIGEST, stem.len));
}

/* The plain text of an article or the picture of a page, beside a page of ours. */
static bool
stands_beside_page(
	const struct delivery *delivery, struct str path, struct arena *scratch)
{
	static const char *const endings[] = {
		".txt", ".jpg", ".jpeg", ".png", ".webp", ".gif"};
	struct cached_output page;
	struct str stem = file_stem(path);
	struct str beside = str_format(scratch, "%.*s.html", STR_ARG(stem));
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_equal(file_extension(path), str_from(endings[i])))
			return cache_find_output(delivery->cache, beside, &page);
	return false;
}

/* --- by content --- */

static bool
says_who_made_it(struct str path, struct str head)
{
	static const struct {
		struct str folder, ending, start, part;
	} signs[] = {
		{STR_INIT(""), STR_INIT(".html"), STR_INIT("<!DOCTYPE html>"),
			STR_INIT("<meta name=\"generator\" content=\"backfile\">")},
		{STR_INIT(""), STR_INIT("feed.xml"), STR_INIT("<?xml"),
			STR_INIT("<generator>backfile</generator>")},
		{STR_INIT("sitemap"), STR_INIT(".xml"), STR_INIT("<?xml"),
			STR_INIT("sitemaps.org")},
		{STR_INIT("data/"), STR_INIT(".csv"), STR_INIT("address,"), STR_INIT("")},
	};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_starts(path, signs[i].folder) &&
			str_ends(path, signs[i].ending) &&
			str_starts(head, signs[i].start) && str_has(head, signs[i].part))
			return true;
	return false;
}

/* Our call in a file with a name of ours: whoever has either alone is somebody else. */
static bool
is_of_index(struct str path, struct str head)
{
	struct str folder = STR("search/");
	return str_starts(path, folder) && str_starts(head, STR("backfile(")) &&
	       index_file_is_ours(str_slice(path, folder.len, path.len));
}

/* By its path and its first bytes. */
static bool
is_ours(const struct delivery *delivery, struct str path, struct str head,
	struct arena *scratch)
{
	return is_asset(path) || stands_beside_page(delivery, path, scratch) ||
	       is_of_index(path, head) || says_who_made_it(path, head);
}

/* A compressed copy is whose the file is; of one that stands, it is the file's. */
static bool
is_our_copy(const struct delivery *delivery, struct str path, enum compress_coding coding,
	struct arena *scratch)
{
	struct cached_output known;
	struct str file = file_join(delivery->writer.folder, path, scratch);
	struct str packed = file_head(file, ENOUGH_PACKED, scratch);
	struct str head = compress_head(coding, packed, ENOUGH, scratch);
	path = file_stem(path);
	return head.len && (cache_find_output(delivery->cache, path, &known) ||
				   is_ours(delivery, path, head, scratch));
}

static bool
is_orphan(const struct delivery *delivery, struct str path, struct arena *scratch)
{
	struct cached_output known;
	if (cache_find_output(delivery->cache, path, &known))
		return false;
	for (int i = 0; i < COMPRESS_CODINGS; i++)
		if (str_ends(path, str_from(compress_extension((enum compress_coding)i))))
			return is_our_copy(
				delivery, path, (enum compress_coding)i, scratch);
	struct str file = file_join(delivery->writer.folder, path, scratch);
	return is_ours(delivery, path, file_head(file, ENOUGH, scratch), scratch);
}

/* --- looking --- */

struct search {
	struct delivery *delivery;
	struct arena *arena, *scratch;
	struct file_list orphans;
};

static void
look(void *context, const struct file_info *file)
{
	struct search *search = context;
	bool found = is_orphan(search->delivery, file->path, search->scratch);
	arena_empty(search->scratch);
	if (!found)
		return;
	struct file_info *orphan = list_add(&search->orphans, search->arena);
	*orphan = *file;
	orphan->path = str_copy(file->path, search->arena);
}

static bool
remove_all(struct search *search)
{
	for (size_t i = 0; i < search->orphans.count; i++)
		if (!delivery_remove_orphan(search->delivery, &search->orphans.items[i]))
			return false;
	return true;
}

bool
orphans_remove(struct delivery *delivery)
{
	struct search search = {
		.delivery = delivery, .arena = arena_open(), .scratch = arena_open()};
	struct str folder = delivery->writer.folder;
	bool good = file_remove_temporary(folder, delivery->writer.report);
	if (good && file_look_at_all(folder, look, &search))
		good = remove_all(&search);
	arena_close(search.scratch);
	arena_close(search.arena);
	return good;
}
