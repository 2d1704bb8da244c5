#include "publish/reference.h"

#include "base/file.h"
#include "base/json.h"
#include "publish/citation.h"
#include "publish/frame.h"

struct reference
reference_of(const struct words *words, const struct article *article,
	const struct site *site, struct arena *arena)
{
	return (struct reference){
		.id = str_replace(file_stem(article->address), STR("/"), STR("-"), arena),
		.title = citation_title(words, article, STR(": "), arena),
		.authors = citation_authors(article, arena),
		.paper = site->title,
		.publisher = site->publisher,
		.place = site->place,
		.page = words_page_number(article->page),
		.url = frame_address(site, article->address, arena),
		.date = article->date,
	};
}

/* --- RIS --- */

/* A line for a text; none for "". Line ends would begin another field. */
static void
add_tag(struct strbuf *out, const char *tag, struct str text)
{
	if (!text.len)
		return;
	strbuf_printf(out, "%s  - ", tag);
	strbuf_add(out, str_replace(text, STR("\n"), STR(" "), out->arena));
	strbuf_add_char(out, '\n');
}

struct str
reference_ris(const struct reference *reference, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct date date = reference->date;
	add_tag(&out, "TY", STR("NEWS"));
	for (size_t i = 0; i < reference->authors.count; i++)
		add_tag(&out, "AU", reference->authors.items[i]);
	add_tag(&out, "TI", reference->title);
	add_tag(&out, "T2", reference->paper);
	if (date.year)
		add_tag(&out, "PY", str_format(arena, "%04d", date.year));
	if (date_known(date))
		add_tag(&out, "DA",
			str_format(arena, "%04d/%02d/%02d", date.year, date.month,
				date.day));
	add_tag(&out, "IS", reference->issue_number);
	add_tag(&out, "SP", reference->page);
	add_tag(&out, "SE", reference->section);
	add_tag(&out, "PB", reference->publisher);
	add_tag(&out, "CY", reference->place);
	add_tag(&out, "UR", reference->url);
	strbuf_add(&out, STR("ER  - "));
	return strbuf_str(&out);
}

/* --- BibTeX --- */

/* Braces would end the field, the others mean something to TeX. */
static void
add_field(struct strbuf *out, const char *name, struct str value)
{
	if (!value.len)
		return;
	strbuf_printf(out, ",\n  %s = {", name);
	while (value.len) {
		uint32_t c = str_next(&value);
		if (c == '{' || c == '}' || c == '\\')
			continue;
		if (c == '&' || c == '%' || c == '$' || c == '#' || c == '_')
			strbuf_add_char(out, '\\');
		strbuf_add_point(out, c == '\n' ? ' ' : c);
	}
	strbuf_add_char(out, '}');
}

struct str
reference_bibtex(const struct reference *reference, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	strbuf_printf(&out, "@article{%.*s,\n  entrysubtype = {newspaper}",
		STR_ARG(reference->id));
	add_field(&out, "author", str_join(&reference->authors, STR(" and "), arena));
	add_field(&out, "title", reference->title);
	add_field(&out, "journal", reference->paper);
	add_field(&out, "date", date_text(reference->date, arena));
	add_field(&out, "number", reference->issue_number);
	add_field(&out, "pages", reference->page);
	add_field(&out, "publisher", reference->publisher);
	add_field(&out, "address", reference->place);
	/* An address is no text: its signs stand as they are. */
	if (reference->url.len)
		strbuf_printf(&out, ",\n  url = {%.*s}", STR_ARG(reference->url));
	strbuf_add(&out, STR("\n}"));
	return strbuf_str(&out);
}

/* --- JSON --- */

static void
add_text(struct json *json, const char *key, struct str text)
{
	if (text.len)
		json_field(json, key, text);
}

static void
add_date_parts(struct json *json, struct date date)
{
	const int parts[] = {date.year, date.month, date.day};
	if (!date.year)
		return;
	json_key(json, "issued");
	json_object_begin(json);
	json_key(json, "date-parts");
	json_array_begin(json);
	json_array_begin(json);
	for (int i = 0; i < 3 && parts[i]; i++)
		json_number(json, parts[i]);
	json_array_end(json);
	json_array_end(json);
	json_object_end(json);
}

/* Of each name, under a key: {"literal": name}, {"@type": "Person", "name": name}. */
static void
add_authors(
	struct json *json, const struct str_list *authors, const char *key, bool typed)
{
	if (!authors->count)
		return;
	json_key(json, "author");
	json_array_begin(json);
	for (size_t i = 0; i < authors->count; i++) {
		json_object_begin(json);
		if (typed)
			json_field(json, "@type", STR("Person"));
		json_field(json, key, authors->items[i]);
		json_object_end(json);
	}
	json_array_end(json);
}

struct str
reference_csl_json(const struct reference *reference, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_field(&json, "id", reference->id);
	json_field(&json, "type", STR("article-newspaper"));
	json_field(&json, "title", reference->title);
	add_authors(&json, &reference->authors, "literal", false);
	add_text(&json, "container-title", reference->paper);
	add_date_parts(&json, reference->date);
	add_text(&json, "issue", reference->issue_number);
	add_text(&json, "page", reference->page);
	add_text(&json, "section", reference->section);
	add_text(&json, "publisher", reference->publisher);
	add_text(&json, "publisher-place", reference->place);
	add_text(&json, "URL", reference->url);
	json_object_end(&json);
	return strbuf_str(&out);
}

static void
begin_typed(struct json *json, const char *key, struct str type)
{
	json_key(json, key);
	json_object_begin(json);
	json_field(json, "@type", type);
}

static void
add_publisher(struct json *json, struct str publisher)
{
	if (!publisher.len)
		return;
	begin_typed(json, "publisher", STR("Organization"));
	json_field(json, "name", publisher);
	json_object_end(json);
}

/* The issue, which is part of the newspaper. */
static void
add_whole(struct json *json, const struct reference *reference, struct str date)
{
	begin_typed(json, "isPartOf", STR("PublicationIssue"));
	add_text(json, "issueNumber", reference->issue_number);
	add_text(json, "datePublished", date);
	begin_typed(json, "isPartOf", STR("Newspaper"));
	json_field(json, "name", reference->paper);
	add_publisher(json, reference->publisher);
	json_object_end(json);
	json_object_end(json);
}

/* No text can end the script element: base/json writes < as \u003c. */
struct html
reference_json_ld(const struct reference *reference, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct json json = json_open(&out);
	struct str date = date_text(reference->date, arena);
	json_object_begin(&json);
	json_field(&json, "@context", STR("https://schema.org"));
	json_field(&json, "@type", STR("NewsArticle"));
	json_field(&json, "headline", reference->title);
	add_text(&json, "description", reference->description);
	add_text(&json, "datePublished", date);
	add_authors(&json, &reference->authors, "name", true);
	add_publisher(&json, reference->publisher);
	add_text(&json, "printPage", reference->page);
	add_text(&json, "printSection", reference->section);
	add_text(&json, "url", reference->url);
	add_whole(&json, reference, date);
	json_object_end(&json);
	return (struct html){strbuf_str(&out)};
}
