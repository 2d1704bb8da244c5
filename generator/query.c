/* backfile search: queries the built site from the shell. */
#include <stdio.h>

#include "base/json.h"
#include "run.h"
#include "search/search.h"

enum { USUAL_LIMIT = 20 };

static void
print_json(const struct search_result *result, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_key(&json, "count");
	json_number(&json, (long long)result->total);
	json_key(&json, "exact");
	json_bool(&json, result->exact);
	json_key(&json, "articles");
	json_array_begin(&json);
	for (size_t i = 0; i < result->count; i++) {
		json_object_begin(&json);
		json_key(&json, "address");
		json_text(&json, result->items[i].address);
		json_key(&json, "title");
		json_text(&json, result->items[i].title);
		json_key(&json, "date");
		json_text_or_null(&json, result->items[i].date);
		json_object_end(&json);
	}
	json_array_end(&json);
	json_object_end(&json);
	puts(out.data);
}

static void
print_lines(const struct search_result *result)
{
	printf("%s%zu\n", result->exact ? "" : "about ", result->total);
	for (size_t i = 0; i < result->count; i++) {
		const struct search_hit *hit = &result->items[i];
		printf("%-10.*s  %.*s  %.*s\n", STR_ARG(hit->date), STR_ARG(hit->address),
			STR_ARG(hit->title));
	}
}

enum status
search_command(struct run *run)
{
	const struct options *options = &run->options;
	struct search_result result = {0};
	struct str site = options->site.len ? options->site : run->site.output;
	struct str query = str_join(&options->words, STR(" "), run->arena);
	size_t limit = options->limit ? options->limit : USUAL_LIMIT;
	if (!search_query(
		    site, query, limit, run->text, &result, run->arena, &run->report))
		return run_status(run);
	if (options->json)
		print_json(&result, run->arena);
	else
		print_lines(&result);
	return run_status(run);
}
