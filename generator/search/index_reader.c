#include "search/index_reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/list.h"
#include "search/dense.h"

#define FILE_MOST     (64u << 20)
#define ARTICLES_MOST (1u << 24) /* of a segment: more means damage */

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

/* --- posting lists --- */

static uint32_t
take_impact(struct str *codes)
{
	const char *mark = codes->len ? strchr(DENSE_MARKS, *codes->data) : NULL;
	if (!mark || !*mark)
		return 0;
	*codes = str_slice(*codes, 1, codes->len);
	return (uint32_t)(mark - DENSE_MARKS) + 1;
}

static bool
add_postings(struct posting_array *postings, struct str codes, unsigned stoppers,
	struct arena *arena)
{
	uint32_t article = 0, gap;
	while (codes.len) {
		uint32_t impact = take_impact(&codes);
		if (!dense_next(&codes, stoppers, &gap) || gap > ARTICLES_MOST - article)
			return false;
		article += gap;
		*list_add(postings, arena) = (struct posting){article++, impact};
	}
	return true;
}

/* Of "商<codes>业<codes>", takes one tail and its codes off the front. */
static void
next_tail(struct str *group, struct str *tail, struct str *codes)
{
	size_t at = 0, from;
	while (at < group->len && (unsigned char)group->data[at] >= 0x80)
		at++;
	*tail = str_slice(*group, 0, at);
	for (from = at; at < group->len && (unsigned char)group->data[at] < 0x80;)
		at++;
	*codes = str_slice(*group, from, at);
	*group = str_slice(*group, at, group->len);
}

/* --- folders --- */

/* "一 一致 …": names with one space between. */
static struct str_list
split(struct str names, struct arena *arena)
{
	struct str_list list = {0};
	struct str name;
	while (names.len && str_cut(&names, ' ', &name))
		str_list_add(&list, name, arena);
	return list;
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

static struct str
shard_path(const struct index_reader *reader, const struct term_folder *folder,
	const char *kind, size_t number)
{
	return str_format(
		reader->arena, "%.*s/%s%zu.js", STR_ARG(folder->name), kind, number);
}

static bool
read_heavy(const struct index_reader *reader, const struct term_folder *folder,
	size_t number, struct posting_array *postings)
{
	struct str path = shard_path(reader, folder, "h", number);
	json_t *json = index_read(reader, path);
	if (!json)
		return false;
	bool good = json_is_string(json) &&
		    add_postings(postings, str_of(json), folder->stoppers, reader->arena);
	json_decref(json);
	return good || index_damaged(reader, path);
}

/* The postings of one tail of a shard's group, or of every one when `all`: triples are
 * where their pairs are. */
static bool
read_shard(const struct index_reader *reader, const struct term_folder *folder,
	size_t number, struct str term, bool all, struct posting_array *postings)
{
	struct str path = shard_path(reader, folder, "", number);
	json_t *json = index_read(reader, path);
	if (!json)
		return false;
	struct str wanted = term, tail, codes;
	str_next(&wanted);
	struct str head = str_slice(term, 0, term.len - wanted.len);
	struct str group =
		str_of(json_object_get(json, str_terminated(head, reader->arena)));
	bool good = json_is_object(json);
	while (good && group.len) {
		next_tail(&group, &tail, &codes);
		if (all ? str_count(tail) < 2 : str_equal(tail, wanted))
			good = add_postings(
				postings, codes, folder->stoppers, reader->arena);
	}
	json_decref(json);
	return good || index_damaged(reader, path);
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
term_folder_read(
	const struct index_reader *reader, struct str name, struct term_folder *folder)
{
	struct str first, heavy;
	struct str path = str_format(reader->arena, "%.*s/terms.js", STR_ARG(name));
	json_t *json = index_read(reader, path);
	if (!json)
		return false;
	json_int_t stoppers = json_integer_value(json_object_get(json, "stoppers"));
	bool good = index_text(reader, json, "first", &first) &&
		    index_text(reader, json, "heavy", &heavy) &&
		    stoppers >= DENSE_LEAST && stoppers <= DENSE_MOST;
	json_decref(json);
	if (!good)
		return index_damaged(reader, path);
	folder->name = name;
	folder->stoppers = (unsigned)stoppers;
	folder->first = split(first, reader->arena);
	folder->heavy = split(heavy, reader->arena);
	return true;
}

bool
term_folder_find(const struct index_reader *reader, const struct term_folder *folder,
	struct str term, struct posting_array *postings)
{
	size_t heavy = count_up_to(&folder->heavy, term);
	if (heavy && str_equal(folder->heavy.items[heavy - 1], term))
		return read_heavy(reader, folder, heavy - 1, postings);
	size_t shard = count_up_to(&folder->first, term);
	return !shard || read_shard(reader, folder, shard - 1, term, false, postings);
}

bool
term_folder_find_all(const struct index_reader *reader, const struct term_folder *folder,
	struct str head, struct posting_array *postings)
{
	size_t shard = count_up_to(&folder->first, head);
	for (shard -= shard > 0; shard < folder->first.count; shard++) {
		struct str first = folder->first.items[shard];
		if (str_compare(first, head) > 0 && !str_starts(first, head))
			break;
		if (!read_shard(reader, folder, shard, head, true, postings))
			return false;
	}
	for (size_t i = 0; i < folder->heavy.count; i++)
		if (str_count(folder->heavy.items[i]) == 2 &&
			str_starts(folder->heavy.items[i], head) &&
			!read_heavy(reader, folder, i, postings))
			return false;
	merge(postings);
	return true;
}
