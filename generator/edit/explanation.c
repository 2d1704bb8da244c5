#include "edit/explanation.h"

#include "archive/article_json.h"
#include "edit/credits.h"

/* Lines of verse and tables are items of their own. */
static void
write_lines(struct json *json, struct str text)
{
	struct str line;
	while (str_cut(&text, '\n', &line))
		if (line.len)
			json_text(json, line);
}

static void
write_blocks(struct json *json, const struct article *article, const char *key,
	enum block_kind kind)
{
	json_key(json, key);
	json_array_begin(json);
	for (size_t i = 0; i < article->blocks.count; i++)
		if (article->blocks.items[i].kind == kind)
			write_lines(json, article->blocks.items[i].text);
	json_array_end(json);
}

/* All but subheads and captions; the cells of a table's row are parted by a space. */
static void
write_body(struct json *json, const struct article *article, struct arena *arena)
{
	json_key(json, "body");
	json_array_begin(json);
	for (size_t i = 0; i < article->blocks.count; i++) {
		const struct block *block = &article->blocks.items[i];
		if (block->kind == BLOCK_TABLE)
			write_lines(json,
				str_replace(block->text, STR("\t"), STR(" "), arena));
		else if (block->kind != BLOCK_SUBHEAD && block->kind != BLOCK_CAPTION)
			write_lines(json, block->text);
	}
	json_array_end(json);
}

/* Before which paragraph each subhead stands. */
static void
write_subhead_positions(struct json *json, const struct article *article)
{
	long long paragraphs = 0;
	json_key(json, "subhead_positions");
	json_array_begin(json);
	for (size_t i = 0; i < article->blocks.count; i++) {
		enum block_kind kind = article->blocks.items[i].kind;
		if (kind == BLOCK_SUBHEAD)
			json_number(json, paragraphs);
		else if (kind != BLOCK_CAPTION)
			paragraphs++;
	}
	json_array_end(json);
}

static void
write_tags(struct json *json, const struct article *article)
{
	json_key(json, "tags");
	json_array_begin(json);
	for (size_t i = 0; i < article->tags.count; i++) {
		json_array_begin(json);
		json_text(json, article->tags.items[i].name);
		json_text(json, str_from(tag_kind_name(article->tags.items[i].kind)));
		json_array_end(json);
	}
	json_array_end(json);
}

static void
write_headline(struct json *json, const struct article *article)
{
	bool supplied = article->marks & MARK_TITLE_SUPPLIED;
	json_field(json, "kicker", article->kicker);
	json_field(json, "title", supplied ? STR("") : article->title);
	if (supplied)
		json_field(json, "title_supplied", article->title);
	json_field(json, "subtitle", article->subtitle);
	json_field(json, "byline", article->byline);
	article_json_credits(json, article);
	json_field(json, "dateline_or_lede", article->dateline);
	json_field(json, "column", article->column);
}

static void
write_article(
	struct json *json, const struct article *article, size_t id, struct arena *arena)
{
	json_object_begin(json);
	json_key(json, "id");
	json_number(json, (long long)id);
	json_field(json, "kind", str_from(article_kind_name(article->kind)));
	write_headline(json, article);
	json_field(json, "event_date", date_text(article->event_date, arena));
	write_blocks(json, article, "subheads", BLOCK_SUBHEAD);
	write_subhead_positions(json, article);
	write_body(json, article, arena);
	write_blocks(json, article, "captions", BLOCK_CAPTION);
	json_key(json, "complete");
	json_bool(json, !(article->marks & (MARK_BEGINNING_LOST | MARK_END_LOST)));
	json_key(json, "confidence");
	json_number(json, article->confidence);
	json_key(json, "source_lines");
	json_array_begin(json);
	json_array_begin(json);
	json_number(json, article->first_line);
	json_number(json, article->last_line);
	json_array_end(json);
	json_array_end(json);
	json_key(json, "duplicate_of");
	json_null(json);
	article_json_persons(json, article);
	write_tags(json, article);
	json_object_end(json);
}

/* The article that holds the source line, counted from 1; 0 for none. */
static size_t
article_at(const struct page *page, unsigned line)
{
	for (size_t i = 0; i < page->articles.count; i++) {
		const struct article *article = page->articles.items[i];
		for (size_t b = 0; b < article->blocks.count; b++)
			if (line >= article->blocks.items[b].first_line &&
				line <= article->blocks.items[b].last_line)
				return i + 1;
		if (line == article->first_line)
			return i + 1;
	}
	return 0;
}

static void
write_repeat(struct json *json, const struct page *page, const struct repeat *repeat,
	size_t id)
{
	json_object_begin(json);
	json_key(json, "id");
	json_number(json, (long long)id);
	json_key(json, "kind");
	json_text(json, STR("duplicate"));
	json_key(json, "body");
	json_array_begin(json);
	write_lines(json, repeat->text);
	json_array_end(json);
	json_key(json, "source_lines");
	json_array_begin(json);
	json_array_begin(json);
	json_number(json, repeat->first_line);
	json_number(json, repeat->last_line);
	json_array_end(json);
	json_array_end(json);
	json_key(json, "duplicate_of");
	json_number(json, (long long)article_at(page, repeat->of_first_line));
	json_object_end(json);
}

static void
write_editors(struct json *json, struct str text, struct arena *arena)
{
	struct credit_list credits = {0};
	const struct credit_words *words = credit_words_read(arena);
	if (!credits_read_editors(words, text, &credits, arena))
		return;
	json_key(json, "credits");
	json_array_begin(json);
	for (size_t i = 0; i < credits.count; i++) {
		json_object_begin(json);
		json_field(json, "role", credits.items[i].role);
		json_field(json, "name", credits.items[i].name);
		json_object_end(json);
	}
	json_array_end(json);
}

static void
write_furniture(struct json *json, const struct page *page, struct arena *arena)
{
	json_key(json, "furniture");
	json_array_begin(json);
	for (size_t i = 0; i < page->furniture.count; i++) {
		const struct furniture *furniture = &page->furniture.items[i];
		json_object_begin(json);
		json_key(json, "lines");
		json_array_begin(json);
		json_number(json, furniture->first_line);
		json_number(json, furniture->last_line);
		json_array_end(json);
		json_field(json, "text", furniture->text);
		json_field(json, "what", furniture->what);
		if (str_equal(furniture->what, STR("editors")))
			write_editors(json, furniture->text, arena);
		json_object_end(json);
	}
	json_array_end(json);
}

struct str
page_json(const struct page *page, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_field(&json, "file", page->source);
	json_field(&json, "page", page->number);
	json_field(&json, "date", date_text(page->date, arena));
	json_key(&json, "articles");
	json_array_begin(&json);
	size_t id = 0;
	for (size_t i = 0; i < page->articles.count; i++)
		write_article(&json, page->articles.items[i], ++id, arena);
	for (size_t i = 0; i < page->repeats.count; i++)
		write_repeat(&json, page, &page->repeats.items[i], ++id);
	json_array_end(&json);
	write_furniture(&json, page, arena);
	json_object_end(&json);
	return strbuf_str(&out);
}
