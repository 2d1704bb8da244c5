#include "search/directory.h"

#include "base/digest.h"
#include "base/list.h"
#include "search/cut.h"
#include "search/term_codes.h"

/*     root    {"branches":2,"codes":"<一, its file; 发展, its file>"}
 *               |                       |
 *     nodes   {"shards":110,…}        {"shards":96,…}
 *
 * A query reads the root and a node or two, and one changed shard changes one node: with
 * so many entries in a node both are small. */
static const struct cut_bounds bounds = {64, 160};

struct directory
directory_open(struct arena *arena)
{
	return (struct directory){.arena = arena};
}

void
directory_add(struct directory *directory, struct str term, uint64_t name)
{
	*list_add(directory, directory->arena) =
		(struct directory_entry){str_copy(term, directory->arena), name};
}

/* A node of the entries [from, to). */
static uint64_t
write_node(const struct directory *directory, const struct index_folder *folder,
	const char *kind, size_t from, size_t to, struct str more)
{
	struct arena *arena = arena_open();
	struct bits_out codes = bits_open(arena);
	struct str before = STR("");
	for (size_t i = from; i < to; i++) {
		const struct directory_entry *entry = &directory->items[i];
		term_codes_add(&codes, before, entry->term);
		name_codes_add(&codes, entry->name);
		before = entry->term;
	}
	struct str text = bits_text(&codes, arena);
	uint64_t name = index_folder_put(
		folder, str_format(arena, "{\"%s\":%zu,\"codes\":\"%.*s\"%.*s}", kind,
				to - from, STR_ARG(text), STR_ARG(more)));
	arena_close(arena);
	return name;
}

/* How many entries, from this one on, are in one node. */
static size_t
node_length(const struct directory *directory, size_t from, struct arena *scratch)
{
	struct cut_marks marks = {0};
	if (directory->count - from <= bounds.most)
		return directory->count - from;
	for (size_t i = 0; i <= bounds.most; i++)
		*list_add(&marks, scratch) = (struct cut_mark){
			digest_of(directory->items[from + i].term).high, i};
	return cut_choose(&marks, bounds);
}

static struct directory
write_nodes(const struct directory *directory, const struct index_folder *folder,
	struct arena *arena)
{
	struct directory nodes = directory_open(arena);
	for (size_t from = 0, to; from < directory->count; from = to) {
		to = from + node_length(directory, from, arena);
		directory_add(&nodes, directory->items[from].term,
			write_node(directory, folder, "shards", from, to, STR("")));
	}
	return nodes;
}

struct str
directory_write(const struct directory *directory, const struct index_folder *folder,
	struct str more, struct arena *arena)
{
	uint64_t root;
	if (directory->count <= bounds.most) {
		root = write_node(directory, folder, "shards", 0, directory->count, more);
	} else {
		struct directory nodes = write_nodes(directory, folder, arena);
		root = write_node(&nodes, folder, "branches", 0, nodes.count, more);
	}
	return index_folder_path(folder->name, root, arena);
}
