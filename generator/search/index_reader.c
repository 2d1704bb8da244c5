#include "search/index_reader.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/list.h"
#include "search/term_codes.h"

#define FILE_MOST (64u << 20)

/* --- files --- */

static struct str
path_of(const struct index_reader *reader, struct str path)
{
	struct str below = str_format(reader->arena, "search/%.*s", STR_ARG(path));
	return file_join(reader->site, below, reader->arena);
}

bool
index_damaged(const struct index_reader *reader, struct str path)
{
	struct place at = {path_of(reader, path), 0, 0};
	return report_error(reader->report, at,
		"this file of the search index is damaged; "
		"remove it and build the site again");
}

json_t *
index_read(const struct index_reader *reader, struct str path)
{
	struct str bytes, head = STR("backfile("), tail = STR(")\n");
	if (!file_read(path_of(reader, path), FILE_MOST, &bytes, reader->arena,
		    reader->report))
		return NULL;
	json_t *json = NULL;
	if (str_starts(bytes, head) && str_ends(bytes, tail))
		json = json_loadb(bytes.data + head.len, bytes.len - head.len - tail.len,
			JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, NULL);
	if (!json)
		index_damaged(reader, path);
	return json;
}

static struct str
str_of(const json_t *string)
{
	return (struct str){json_string_value(string), json_string_length(string)};
}

bool
index_text(const struct index_reader *reader, const json_t *object, const char *key,
	struct str *text)
{
	const json_t *value = json_object_get(object, key);
	if (!json_is_string(value))
		return false;
	*text = str_copy(str_of(value), reader->arena);
	return true;
}

/* --- folders --- */

/* The entries of a node in the JSON of its file. */
static bool
read_entries(const struct index_reader *reader, const json_t *json, struct str folder,
	struct term_node *node)
{
	const json_t *shards = json_object_get(json, "shards");
	const json_t *count = shards ? shards : json_object_get(json, "branches");
	struct strbuf term = strbuf_open(reader->arena);
	struct bits_in codes = bits_read(str_of(json_object_get(json, "codes")));
	*node = (struct term_node){.folder = folder, .has_shards = shards};
	for (json_int_t left = json_integer_value(count); left > 0; left--) {
		term_codes_take(&codes, &term);
		uint64_t name = name_codes_take(&codes);
		if (codes.bad)
			return false;
		str_list_add(&node->first, str_copy(strbuf_str(&term), reader->arena),
			reader->arena);
		str_list_add(&node->files,
			str_format(reader->arena, "%.*s/%0*" PRIx64, STR_ARG(folder),
				NAME_DIGITS, name),
			reader->arena);
	}
	return json_is_integer(count);
}

static bool
read_node(const struct index_reader *reader, struct str path, struct term_node *node)
{
	struct str folder, rest = path;
	str_cut(&rest, '/', &folder);
	struct str file = str_format(reader->arena, "%.*s.js", STR_ARG(path));
	json_t *json = index_read(reader, file);
	if (!json)
		return false;
	bool good = read_entries(reader, json, folder, node);
	json_decref(json);
	return good || index_damaged(reader, file);
}

/* How many of the sorted names are not behind the term. */
static size_t
count_up_to(const struct str_list *names, struct str term)
{
	size_t from = 0, to = names->count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (str_compare(names->items[middle], term) <= 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static void
add_all(struct posting_array *all, const struct posting_array *more, struct arena *arena)
{
	for (size_t i = 0; i < more->count; i++)
		*list_add(all, arena) = more->items[i];
}

/* What is looked for in a folder: a term, or all those of a first character. */
struct lookup {
	const struct index_reader *reader;
	const struct term_folder *folder;
	struct str term;
	bool all;
	struct posting_array *postings; /* where they are added */
};

/* Triples are where their pairs are. */
static bool
is_wanted(const struct lookup *lookup, struct str term)
{
	if (!lookup->all)
		return str_equal(term, lookup->term);
	return str_starts(term, lookup->term) && str_count(term) <= 2;
}

static bool
find_in_codes(const struct lookup *lookup, struct bits_in *codes, json_int_t terms)
{
	struct arena *arena = lookup->reader->arena;
	struct strbuf term = strbuf_open(arena);
	struct posting_array list = {0};
	bool found = false;
	for (; terms > 0 && !codes->bad && (lookup->all || !found); terms--) {
		term_codes_take(codes, &term);
		bits_postings(codes, lookup->folder->articles, &list, arena);
		found = is_wanted(lookup, strbuf_str(&term));
		if (found)
			add_all(lookup->postings, &list, arena);
	}
	return !codes->bad;
}

static bool
read_shard(const struct lookup *lookup, struct str path)
{
	const struct index_reader *reader = lookup->reader;
	struct str file = str_format(reader->arena, "%.*s.js", STR_ARG(path));
	json_t *json = index_read(reader, file);
	if (!json)
		return false;
	struct bits_in codes = bits_read(str_of(json_object_get(json, "codes")));
	json_int_t terms = json_integer_value(json_object_get(json, "terms"));
	bool good = terms > 0 && find_in_codes(lookup, &codes, terms);
	json_decref(json);
	return good || index_damaged(reader, file);
}

static bool
look_into(const struct lookup *lookup, const struct term_node *node, bool is_root);

/* A shard, or a node below the root: there are no others. */
static bool
look_below(const struct lookup *lookup, const struct term_node *node, size_t at,
	bool is_root)
{
	struct term_node below;
	struct str file = node->files.items[at];
	if (node->has_shards)
		return read_shard(lookup, file);
	if (!is_root)
		return index_damaged(lookup->reader, file);
	return read_node(lookup->reader, file, &below) &&
	       look_into(lookup, &below, false);
}

/* A term is below the last entry that is not behind it; those that begin with a
 * character are there and below the next ones. */
static bool
look_into(const struct lookup *lookup, const struct term_node *node, bool is_root)
{
	size_t at = count_up_to(&node->first, lookup->term);
	if (!lookup->all)
		return !at || look_below(lookup, node, at - 1, is_root);
	for (at -= at > 0; at < node->first.count; at++) {
		struct str first = node->first.items[at];
		if (str_compare(first, lookup->term) > 0 &&
			!str_starts(first, lookup->term))
			break;
		if (!look_below(lookup, node, at, is_root))
			return false;
	}
	return true;
}

/* The strongest of each article's postings stays. */
static int
by_article(const void *a, const void *b)
{
	const struct posting *left = a, *right = b;
	if (left->article != right->article)
		return left->article < right->article ? -1 : 1;
	return left->impact > right->impact ? -1 : left->impact < right->impact;
}

static void
merge(struct posting_array *postings)
{
	size_t kept = 0;
	if (postings->count)
		qsort(postings->items, postings->count, sizeof *postings->items,
			by_article);
	for (size_t i = 0; i < postings->count; i++)
		if (!kept ||
			postings->items[i].article != postings->items[kept - 1].article)
			postings->items[kept++] = postings->items[i];
	postings->count = kept;
}

bool
term_folder_read(const struct index_reader *reader, struct str root, uint32_t articles,
	struct term_folder *folder)
{
	folder->articles = articles;
	return read_node(reader, root, &folder->root);
}

bool
term_folder_find(const struct index_reader *reader, const struct term_folder *folder,
	struct str term, struct posting_array *postings)
{
	struct lookup lookup = {reader, folder, term, false, postings};
	return look_into(&lookup, &folder->root, true);
}

bool
term_folder_find_all(const struct index_reader *reader, const struct term_folder *folder,
	struct str head, struct posting_array *postings)
{
	struct lookup lookup = {reader, folder, head, true, postings};
	if (!look_into(&lookup, &folder->root, true))
		return false;
	merge(postings);
	return true;
}
