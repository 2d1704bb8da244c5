#include "archive/reading.h"

#include "base/list.h"
#include "base/map.h"

extern const char lexicon_surname_readings[];
extern const size_t lexicon_surname_readings_size;

enum {
	COMPOUND = 2, /* characters of the longest family name */
	LONGEST_SPLIT =
		4 /* a longer name without a family name known to us is one word */
};

struct surname {
	struct str reading;
};

struct readings {
	struct text *text;
	struct map surnames; /* to struct surname */
};

struct readings *
readings_open(struct text *text, struct arena *arena)
{
	struct readings *readings = arena_new(arena, struct readings);
	struct str rest = {lexicon_surname_readings, lexicon_surname_readings_size}, line;
	*readings = (struct readings){text, map_open(arena)};
	while (str_cut(&rest, '\n', &line)) {
		struct str reading = line, word;
		if (line.len == 0 || line.data[0] == '#' || line.data[0] == '[')
			continue;
		str_cut(&reading, '\t', &word);
		struct surname *surname = arena_new(arena, struct surname);
		surname->reading = reading;
		*map_at(&readings->surnames, word) = surname;
	}
	return readings;
}

/* --- words: the syllables of a name, grouped as they are written --- */

struct words {
	struct str_list syllables;
	bool starts[64]; /* whether syllable i begins a word */
	struct arena *arena;
};

static void
add_syllables(struct words *words, struct str pinyin)
{
	struct str syllable;
	bool first = true;
	while (str_cut(&pinyin, ' ', &syllable)) {
		if (syllable.len == 0 || words->syllables.count == 64)
			continue;
		words->starts[words->syllables.count] = first;
		str_list_add(&words->syllables, syllable, words->arena);
		first = false;
	}
}

/* The family name that a Chinese name begins with; one character when it is none of ours.
 */
static size_t
surname_length(const struct readings *readings, struct str name)
{
	for (size_t len = COMPOUND; len > 1; len--) {
		struct str start = str_points(name, 0, len);
		if (str_count(name) >= len && map_find(&readings->surnames, start))
			return len;
	}
	return str_count(name) > LONGEST_SPLIT ? 0 : 1;
}

static void
add_chinese(const struct readings *readings, struct str name, struct words *words)
{
	size_t len = surname_length(readings, name);
	struct str family = str_points(name, 0, len);
	struct str whole = text_pinyin(readings->text, name), skipped;
	const struct surname *known = map_find(&readings->surnames, family);
	for (size_t i = 0; i < len; i++) {
		str_cut(&whole, ' ', &skipped);
		if (!known)
			add_syllables(words, skipped);
	}
	if (known)
		add_syllables(words, known->reading);
	add_syllables(words, whole);
}

static bool
is_chinese(struct str name)
{
	if (name.len == 0)
		return false;
	while (name.len)
		if (!text_is_han(str_next(&name)))
			return false;
	return true;
}

/* Parts between middle dots and spaces, as in 阿依努尔·卡德尔. */
static void
add_foreign(const struct readings *readings, struct str name, struct words *words)
{
	struct str part = {name.data, 0};
	while (name.len) {
		uint32_t c = str_next(&name);
		bool between = text_is_space(c) || c == 0xB7 || c == 0x2022 ||
			       c == 0x30FB || c == 0x2027;
		if (!between)
			part.len = (size_t)(name.data - part.data);
		if (!between && name.len)
			continue;
		add_syllables(words, text_pinyin(readings->text, part));
		part = (struct str){name.data, 0};
	}
}

static struct words
words_of(const struct readings *readings, struct str name, struct arena *arena)
{
	struct words words = {.arena = arena};
	if (is_chinese(name))
		add_chinese(readings, name, &words);
	else
		add_foreign(readings, name, &words);
	return words;
}

/* --- forms --- */

static char
upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The keeper's reading with each word capitalised. */
static struct str
given_display(struct str pinyin, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	for (size_t i = 0; i < pinyin.len; i++) {
		bool first = i == 0 || pinyin.data[i - 1] == ' ';
		strbuf_add_char(&out, first ? upper(pinyin.data[i]) : pinyin.data[i]);
	}
	return strbuf_str(&out);
}

static struct str
found_display(const struct words *words)
{
	struct strbuf out = strbuf_open(words->arena);
	for (size_t i = 0; i < words->syllables.count; i++) {
		struct str syllable = words->syllables.items[i];
		if (!words->starts[i]) {
			strbuf_add(&out, syllable);
			continue;
		}
		if (out.len)
			strbuf_add_char(&out, ' ');
		strbuf_add_char(&out, upper(syllable.data[0]));
		strbuf_add(&out, str_slice(syllable, 1, syllable.len));
	}
	return strbuf_str(&out);
}

static struct str
search_form(struct str display, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	for (size_t i = 0; i < display.len; i++) {
		char c = display.data[i];
		if (c != ' ' && c != '-' && c != '\'')
			strbuf_add_char(&out, lower(c));
	}
	return strbuf_str(&out);
}

static struct str
first_letter(struct str syllable)
{
	return str_points(syllable, 0, 1);
}

/* The first letter of each syllable. The keeper's reading does not show where its
 * syllables begin; our own does where both agree, and one that differs between begins
 * where those before it end:
 *
 *     ours    pu jin hui       keeper  piao|jin|hui    p j h
 *             piao zhong shan          piao|chong|shan p c s
 */
static struct str
initials_of(const struct words *words, struct str search)
{
	struct strbuf out = strbuf_open(words->arena);
	const struct str_list *ours = &words->syllables;
	size_t first = 0, end = ours->count;
	while (first < end && str_starts(search, ours->items[first])) {
		strbuf_add(&out, first_letter(ours->items[first]));
		search = str_slice(search, ours->items[first++].len, search.len);
	}
	while (end > first && str_ends(search, ours->items[end - 1]))
		search = str_slice(search, 0, search.len - ours->items[--end].len);
	strbuf_add(&out, first_letter(search));
	for (size_t i = first + (end > first); i < ours->count; i++)
		strbuf_add(&out, first_letter(ours->items[i]));
	return strbuf_str(&out);
}

struct reading
reading_of(const struct readings *readings, struct str name, struct str pinyin,
	struct arena *arena)
{
	struct words words = words_of(readings, name, arena);
	struct reading reading = {0};
	reading.display =
		pinyin.len ? given_display(pinyin, arena) : found_display(&words);
	reading.search = search_form(reading.display, arena);
	reading.initials = initials_of(&words, reading.search);
	struct str rest = reading.display, family;
	str_cut(&rest, ' ', &family);
	struct strbuf key = strbuf_open(arena);
	strbuf_add(&key, search_form(family, arena));
	strbuf_add_char(&key, '\0');
	strbuf_add(&key, text_sort_key(readings->text, name, arena));
	reading.sort_key = strbuf_str(&key);
	return reading;
}
