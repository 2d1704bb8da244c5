#include "read/frontmatter.h"

/* --- finding it --- */

static struct str
without_trailing_space(struct str line)
{
	while (line.len &&
		(line.data[line.len - 1] == ' ' || line.data[line.len - 1] == '\t'))
		line.len--;
	return line;
}

static bool
is_fence(struct str line)
{
	return str_equal(without_trailing_space(line), STR("---"));
}

static bool
is_key(struct str line)
{
	size_t len = 0;
	bool quoted = str_starts(line, STR("\"")) || str_starts(line, STR("'"));
	for (size_t i = quoted; i < line.len; i++, len++) {
		char c = line.data[i];
		bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			    c == '_' ||
			    (len && ((c >= '0' && c <= '9') || c == '-' || c == '.'));
		if (!word)
			break;
	}
	struct str rest = str_slice(line, len + quoted, line.len);
	if (quoted)
		rest = str_slice(rest, 1, rest.len);
	rest = str_trim(rest);
	return len > 0 && rest.len && rest.data[0] == ':';
}

/* Whether a text that opens with a fence goes on with a key, comments and empty lines
 * apart, or with the other fence. */
static bool
has_frontmatter(struct str text)
{
	struct str line;
	if (!str_cut(&text, '\n', &line) || !is_fence(line))
		return false;
	while (str_cut(&text, '\n', &line)) {
		if (is_fence(line) || is_key(line))
			return true;
		if (str_trim(line).len && line.data[0] != '#')
			return false;
	}
	return false;
}

bool
frontmatter_read(struct str text, struct place at, struct frontmatter *frontmatter,
	struct arena *arena, struct report *report)
{
	*frontmatter = (struct frontmatter){NULL, text, 1};
	struct str rest = text, line;
	if (!has_frontmatter(text))
		return true;
	str_cut(&rest, '\n', &line);
	struct str yaml = {rest.data, 0};
	for (unsigned number = 2; str_cut(&rest, '\n', &line); number++) {
		if (!is_fence(line) &&
			!str_equal(without_trailing_space(line), STR("...")))
			continue;
		yaml.len = (size_t)(line.data - yaml.data);
		frontmatter->rest = rest.data ? rest : STR("");
		frontmatter->first_line = number + 1;
		struct place start = {at.file, 2, 1};
		frontmatter->map = settings_parse(yaml, start, arena, report);
		if (!frontmatter->map)
			return false;
		return frontmatter->map->kind == SETTING_MAP ||
		       report_error(report, frontmatter->map->at,
			       "expected lines of the form `key: value`");
	}
	return report_error(report, (struct place){at.file, 1, 1},
		"the front matter does not end: a line `---` is missing below it");
}

/* --- reading it --- */

static bool
is_among(struct str key, const char *const *keys)
{
	for (; keys && *keys; keys++)
		if (str_equal(key, str_from(*keys)))
			return true;
	return false;
}

bool
frontmatter_check(const struct setting *map, const char *const *known,
	const char *const *foreign, struct report *report)
{
	bool good = true;
	for (size_t i = 0; map && i < map->count; i++) {
		struct str key = map->items[i]->key, near = STR("");
		if (is_among(key, known))
			continue;
		if (!is_among(key, foreign))
			near = settings_nearest(key, known);
		if (near.len)
			good = report_error(report, map->items[i]->key_at,
				"unknown key `%.*s`; did you mean `%.*s`?", STR_ARG(key),
				STR_ARG(near));
		else
			report_note(report, map->items[i]->key_at,
				"key `%.*s` is not used", STR_ARG(key));
	}
	return good;
}

struct str
frontmatter_text(const struct setting *map, const char *key, struct report *report)
{
	return str_trim(setting_text(map, key, STR(""), report));
}

static void
add_parts(struct str_list *texts, struct str text, struct arena *arena)
{
	struct str all = str_replace(text, STR("，"), STR(","), arena), part;
	all = str_replace(all, STR("、"), STR(","), arena);
	while (str_cut(&all, ',', &part))
		if (str_trim(part).len)
			str_list_add(texts, str_trim(part), arena);
}

/* The depth of settings is bounded. */
static void
add_texts(struct str_list *texts, const struct setting *setting, struct arena *arena)
{
	const struct setting *name = setting_find(setting, "name");
	if (name)
		add_texts(texts, name, arena);
	else if (setting->kind == SETTING_TEXT && str_trim(setting->text).len)
		str_list_add(texts, str_trim(setting->text), arena);
	for (size_t i = 0; setting->kind == SETTING_LIST && i < setting->count; i++)
		add_texts(texts, setting->items[i], arena);
}

struct str_list
frontmatter_texts(const struct setting *map, const char *key, struct arena *arena)
{
	struct str_list texts = {0};
	const struct setting *setting = setting_find(map, key);
	if (setting && setting->kind == SETTING_TEXT)
		add_parts(&texts, setting->text, arena);
	else if (setting)
		add_texts(&texts, setting, arena);
	return texts;
}

bool
frontmatter_date(const struct setting *map, const char *key, struct date *date,
	struct report *report)
{
	struct str text = frontmatter_text(map, key, report);
	if (text.len == 0 || date_parse(text, date) || date_find(text, date, NULL))
		return true;
	return report_error(report, setting_find(map, key)->at,
		"`%s` should be a date such as 2024-03-05, not `%.*s`", key,
		STR_ARG(text));
}
