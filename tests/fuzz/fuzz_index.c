/* The index of a site that somebody else may have altered: the first line is a query,
 * each further one a path below the site, a tab, and what stands in that file; of a file
 * of the index without the call around it. */
#include "fuzz.h"

#include "base/file.h"
#include "base/text.h"
#include "search/search.h"

enum { PATH_MOST = 60, FILES_MOST = 24 };

struct trial {
	struct str site;
	struct arena *arena;
	struct report report;
};

/* In letters, digits, points, hyphens and slashes, and never upwards. */
static bool
is_path(struct str path)
{
	for (size_t i = 0; i < path.len; i++) {
		char c = path.data[i];
		bool plain = ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
		if (!plain && c != '-' && c != '.' && c != '/')
			return false;
	}
	return path.len && path.len < PATH_MOST && !str_has(path, STR(".."));
}

static void
write_file(struct trial *trial, struct str line)
{
	struct str path;
	str_cut(&line, '\t', &path);
	if (!is_path(path))
		return;
	bool is_script = str_starts(path, STR("search/"));
	struct str bytes =
		is_script ? str_format(trial->arena, "backfile(%.*s)\n", STR_ARG(line))
			  : line;
	file_replace(file_join(trial->site, path, trial->arena), bytes, &trial->report);
}

static void
ask(struct trial *trial, struct str query, struct text *text)
{
	struct search_result result;
	struct search_request request = {.query = query, .limit = 10};
	search_query(trial->site, &request, text, &result, trial->arena, &trial->report);
	request = (struct search_request){
		.from = STR("2024"), .kind = STR("news"), .limit = 10};
	search_query(trial->site, &request, text, &result, trial->arena, &trial->report);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static struct text *text;
	text = text ? text : text_open();
	struct arena *arena = arena_open();
	struct trial trial = {fuzz_folder(arena), arena, report_open(arena)};
	struct str rest = {(const char *)bytes, len}, query, line;
	str_cut(&rest, '\n', &query);
	for (int i = 0; i < FILES_MOST && str_cut(&rest, '\n', &line); i++)
		write_file(&trial, line);
	ask(&trial, query, text);
	file_remove_tree(trial.site, &trial.report);
	arena_close(arena);
	return 0;
}
