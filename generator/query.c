/* backfile search: queries the built site from the shell. */
#include <stdio.h>

#include "base/file.h"
#include "base/json.h"
#include "run.h"
#include "search/search.h"

enum { USUAL_LIMIT = 20 };

static void
print_list(struct json *json, const char *key, const struct str_list *list)
{
	json_key(json, key);
	json_array_begin(json);
	for (size_t i = 0; i < list->count; i++)
		json_text(json, list->items[i]);
	json_array_end(json);
}

static void
print_hit(struct json *json, const struct search_hit *hit)
{
	json_object_begin(json);
	json_key(json, "address");
	json_text(json, hit->address);
	json_key(json, "title");
	json_text(json, hit->title);
	json_field(json, "date", hit->date);
	json_field(json, "page", hit->page);
	json_field(json, "column", hit->column);
	json_field(json, "kind", hit->kind);
	json_field(json, "snippet", hit->snippet);
	print_list(json, "marked", &hit->marked);
	print_list(json, "surfaces", &hit->surface);
	json_object_end(json);
}

static void
print_json(const struct search_result *result, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_count(&json, "count", result->total);
	json_key(&json, "exact");
	json_bool(&json, result->exact);
	print_list(&json, "also", &result->also);
	json_key(&json, "articles");
	json_array_begin(&json);
	for (size_t i = 0; i < result->count; i++)
		print_hit(&json, &result->items[i]);
	json_array_end(&json);
	json_object_end(&json);
	puts(out.data);
}

static void
print_lines(const struct search_result *result, struct arena *arena)
{
	struct str also = str_join(&result->also, STR(", "), arena);
	if (also.len)
		printf("none exactly; also searched for: %.*s\n", STR_ARG(also));
	printf("%s%zu\n", result->exact ? "" : "about ", result->total);
	for (size_t i = 0; i < result->count; i++) {
		const struct search_hit *hit = &result->items[i];
		printf("%-10.*s  %.*s  %.*s\n", STR_ARG(hit->date), STR_ARG(hit->address),
			STR_ARG(hit->title));
	}
}

static bool
asks_nothing(const struct search_request *request)
{
	return !(request->query.len + request->from.len + request->to.len +
		 request->person.len + request->tag.len + request->column.len +
		 request->page.len + request->kind.len);
}

enum status
search_command(struct run *run)
{
	const struct options *options = &run->options;
	struct search_result result = {0};
	struct str site = options->site.len ? options->site : run->site.output;
	struct search_request request = options->search;
	request.query = str_join(&options->words, STR(" "), run->arena);
	request.limit = options->limit ? options->limit : USUAL_LIMIT;
	if (asks_nothing(&request)) {
		report_error(&run->report, (struct place){.file = STR("backfile search")},
			"needs QUERY, or an option that narrows; see `backfile search "
			"--help`");
		return STATUS_USAGE;
	}
	if (!file_exists(file_join(site, STR("search/manifest.js"), run->arena))) {
		report_error(&run->report, (struct place){.file = site},
			"no built site is here; run `backfile build` first");
		return run_status(run);
	}
	if (!search_query(site, &request, run->text, &result, run->arena, &run->report))
		return run_status(run);
	if (options->json)
		print_json(&result, run->arena);
	else
		print_lines(&result, run->arena);
	return run_status(run);
}
