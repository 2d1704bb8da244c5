#include "search/issue_reader.h"

#include "base/list.h"
#include "search/bits.h"

#define HASH_BITS 32

static struct str
issue_path(uint32_t day, uint32_t hash, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	uint32_t month = day / 32 % 13;
	strbuf_add(&out, STR("issues/"));
	if (!day)
		strbuf_add(&out, STR("undated"));
	else
		strbuf_printf(&out, "%04u", day / 32 / 13);
	if (month)
		strbuf_printf(&out, "-%02u", month);
	if (day % 32)
		strbuf_printf(&out, "-%02u", day % 32);
	strbuf_printf(&out, "-%08x.js", hash);
	return strbuf_str(&out);
}

bool
issue_day_of(struct str date, bool is_end, uint32_t *day)
{
	struct str part;
	int parts[3] = {0, is_end ? 12 : 0, is_end ? 31 : 0};
	size_t count = 0;
	for (struct str rest = date; str_cut(&rest, '-', &part); count++)
		if (count == 3 || !str_number(part, &parts[count]))
			return false;
	*day = ((uint32_t)parts[0] * 13 + (uint32_t)parts[1]) * 32 + (uint32_t)parts[2];
	return count > 0 && parts[0] < 10000 && parts[1] <= 12 && parts[2] <= 31;
}

static bool
add_entries(struct issue_entries *entries, struct bits_in codes, json_int_t issues,
	struct arena *arena)
{
	uint32_t day = 0, first = 0;
	for (; issues > 0 && !codes.bad; issues--) {
		day = (day + bits_number(&codes, BITS_ORDER)) & ISSUE_DAY_MASK;
		uint32_t count = bits_number(&codes, BITS_ORDER);
		struct str path = issue_path(day, bits_take(&codes, HASH_BITS), arena);
		*list_add(entries, arena) =
			(struct issue_entry){day, first, count, path, NULL};
		first += count;
	}
	return !codes.bad;
}

bool
issue_entries_read(const struct index_reader *reader, struct str names,
	struct issue_entries *entries)
{
	struct str codes;
	struct str path = str_format(reader->arena, "%.*s.js", STR_ARG(names));
	json_t *json = index_read(reader, path);
	if (!json)
		return false;
	json_int_t issues = json_integer_value(json_object_get(json, "issues"));
	bool good = index_text(reader, json, "list", &codes) && issues > 0 &&
		    add_entries(entries, bits_read(codes), issues, reader->arena);
	json_decref(json);
	return good || index_damaged(reader, path);
}

struct issue_entry *
issue_entry_of(const struct issue_entries *entries, uint32_t article)
{
	size_t from = 0, to = entries->count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		struct issue_entry *entry = &entries->items[middle];
		if (article < entry->first)
			to = middle;
		else if (article - entry->first >= entry->count)
			from = middle + 1;
		else
			return entry;
	}
	return NULL;
}

static struct str
text_at(const json_t *row, size_t at, struct arena *arena)
{
	const char *text = json_string_value(json_array_get(row, at));
	return text ? str_copy(str_from(text), arena) : STR("");
}

static bool
read_article(const struct index_reader *reader, const json_t *row, struct str folder,
	struct str date, struct shown_article *article)
{
	const json_t *address = json_array_get(row, 0), *title = json_array_get(row, 1);
	if (!json_is_string(address) || !json_is_string(title))
		return false;
	article->address = str_format(
		reader->arena, "%.*s%s", STR_ARG(folder), json_string_value(address));
	article->title = text_at(row, 1, reader->arena);
	article->date = date;
	article->page = text_at(row, 2, reader->arena);
	article->column = text_at(row, 3, reader->arena);
	article->kind = text_at(row, 4, reader->arena);
	return true;
}

static bool
read_articles(
	const struct index_reader *reader, const json_t *json, struct issue_entry *entry)
{
	struct str folder, date;
	const json_t *rows = json_object_get(json, "articles");
	if (!index_text(reader, json, "folder", &folder) ||
		!index_text(reader, json, "date", &date) ||
		json_array_size(rows) != entry->count)
		return false;
	struct shown_article *articles =
		arena_array(reader->arena, struct shown_article, entry->count);
	for (size_t i = 0; i < entry->count; i++)
		if (!read_article(
			    reader, json_array_get(rows, i), folder, date, &articles[i]))
			return false;
	entry->articles = articles;
	return true;
}

const struct shown_article *
issue_entry_article(
	const struct index_reader *reader, struct issue_entry *entry, uint32_t article)
{
	if (!entry->articles) {
		json_t *json = index_read(reader, entry->path);
		if (!json)
			return NULL;
		bool good = read_articles(reader, json, entry);
		json_decref(json);
		if (!good) {
			index_damaged(reader, entry->path);
			return NULL;
		}
	}
	return &entry->articles[article - entry->first];
}
