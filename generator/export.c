/* backfile export: every article as one JSON object a line, in the catalog's order. */
#include <stdio.h>

#include "archive/article_json.h"
#include "gather.h"

static void
write_tags(struct json *json, const struct article *article)
{
	json_key(json, "tags");
	json_array_begin(json);
	for (size_t i = 0; i < article->tags.count; i++)
		json_text(json, article->tags.items[i].name);
	json_array_end(json);
}

static void
write_article(struct json *json, const struct article *article, struct arena *arena)
{
	json_object_begin(json);
	json_field(json, "address", article->address);
	json_field(json, "date", date_text(article->date, arena));
	json_field(json, "page", article->page);
	json_field(json, "kind", str_from(article_kind_name(article->kind)));
	json_field(json, "kicker", article->kicker);
	json_field(json, "title", article->title);
	json_field(json, "subtitle", article->subtitle);
	json_field(json, "column", article->column);
	article_json_credits(json, article);
	article_json_persons(json, article);
	write_tags(json, article);
	json_field(json, "text", article_body(article, arena));
	json_object_end(json);
}

enum status
export_command(struct run *run)
{
	struct gathered gathered;
	if (!gather_open(run, false, &gathered) || !gather(run, &gathered))
		return run_status(run);
	struct arena *scratch = arena_open();
	for (size_t i = 0; i < gathered.catalog->articles.count; i++) {
		struct strbuf line = strbuf_open(scratch);
		struct json json = json_open(&line);
		write_article(&json, gathered.catalog->articles.items[i], scratch);
		puts(line.data);
		arena_empty(scratch);
	}
	arena_close(scratch);
	return run_status(run);
}
