/* backfile export: every article as one JSON object a line, in the catalog's order. */
#include <stdio.h>

#include "base/json.h"
#include "gather.h"

static void
write_credits(struct json *json, const struct article *article)
{
	json_array_begin(json);
	for (size_t i = 0; i < article->credits.count; i++) {
		const struct credit *credit = &article->credits.items[i];
		json_object_begin(json);
		json_key(json, "role");
		json_text_or_null(json, credit->role);
		json_key(json, "name");
		json_text(json, credit->name);
		json_key(json, "for");
		json_text(json, credit->photo ? STR("摄影") : STR("文字"));
		json_object_end(json);
	}
	json_array_end(json);
}

static void
write_names(struct json *json, const struct article *article)
{
	json_key(json, "persons");
	json_array_begin(json);
	for (size_t i = 0; i < article->mentions.count; i++)
		json_text(json, article->mentions.items[i].name);
	json_array_end(json);
	json_key(json, "tags");
	json_array_begin(json);
	for (size_t i = 0; i < article->tags.count; i++)
		json_text(json, article->tags.items[i].name);
	json_array_end(json);
}

static void
write_field(struct json *json, const char *key, struct str text)
{
	json_key(json, key);
	json_text_or_null(json, text);
}

static void
write_article(struct json *json, const struct article *article, struct arena *arena)
{
	json_object_begin(json);
	write_field(json, "address", article->address);
	write_field(json, "date", date_text(article->date, arena));
	write_field(json, "page", article->page);
	write_field(json, "kind", str_from(article_kind_name(article->kind)));
	write_field(json, "kicker", article->kicker);
	write_field(json, "title", article->title);
	write_field(json, "subtitle", article->subtitle);
	write_field(json, "column", article->column);
	json_key(json, "credits");
	write_credits(json, article);
	write_names(json, article);
	write_field(json, "text", article_body(article, arena));
	json_object_end(json);
}

enum status
export_command(struct run *run)
{
	struct gathered gathered;
	if (!gather(run, false, &gathered))
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
