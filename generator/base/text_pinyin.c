#include "base/text_pinyin.h"

#include <unicode/uchar.h>

#include "base/bytes.h"
#include "base/map.h"
#include "base/text.h"
#include "base/text_transliterate.h"

/* What is read is cut into pieces, and each piece is asked of ICU once in the life of an
 * archive, since its rules take a sixth of a second to open: a name that is new is made
 * of characters that are not.
 *
 *     曾国藩A股   曾  一国  一藩  A  股
 *
 * In the rules a reading depends on whether the character begins a run of them, where it
 * is read as a family name, and in the words below on the one behind. A piece that begins
 * no run is asked for behind a guard. */
#define GUARD         STR("一")
#define GUARD_READING STR("yi")

static const struct str words[] = {STR_INIT("令狐"), STR_INIT("万俟"), STR_INIT("澹台"),
	STR_INIT("长孙"), STR_INIT("藏文"), STR_INIT("重庆"), STR_INIT("沈阳"),
	STR_INIT("秘鲁")};

struct reading {
	struct str pinyin;
	bool asked; /* for, not only learnt */
};

struct pinyin {
	struct arena *arena;
	UTransliterator *rules; /* NULL until needed */
	struct map readings;    /* struct reading by piece */
	bool has_new;           /* one that was not learnt */
};

struct pinyin *
pinyin_open(struct arena *arena)
{
	struct pinyin *pinyin = arena_new(arena, struct pinyin);
	*pinyin = (struct pinyin){.arena = arena, .readings = map_open(arena)};
	return pinyin;
}

void
pinyin_close(struct pinyin *pinyin)
{
	if (pinyin->rules)
		utrans_close(pinyin->rules);
}

/* --- pieces --- */

static struct reading *
add_reading(struct pinyin *pinyin, struct str piece, struct str read)
{
	struct reading *reading = arena_new(pinyin->arena, struct reading);
	*reading = (struct reading){.pinyin = str_copy(read, pinyin->arena)};
	*map_at(&pinyin->readings, str_copy(piece, pinyin->arena)) = reading;
	return reading;
}

static struct reading *
read_piece(struct pinyin *pinyin, struct str piece)
{
	struct arena *scratch = arena_open();
	if (!pinyin->rules)
		pinyin->rules =
			transliterator_open("Han-Latin/Names; Latin-ASCII; Lower");
	struct str read = transliterated(pinyin->rules, piece, scratch);
	if (str_starts(piece, GUARD) && piece.len > GUARD.len)
		read = str_slice(read, GUARD_READING.len, read.len);
	struct reading *reading = add_reading(pinyin, piece, read);
	arena_close(scratch);
	pinyin->has_new = true;
	return reading;
}

static struct str
reading_of_piece(struct pinyin *pinyin, struct str piece)
{
	struct reading *reading = map_find(&pinyin->readings, piece);
	if (!reading)
		reading = read_piece(pinyin, piece);
	reading->asked = true;
	return reading->pinyin;
}

/* Bytes of the piece that s begins with: a word of the above, a character, or all that is
 * not Han. */
static size_t
piece_length(struct str s)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_starts(s, words[i]))
			return words[i].len;
	struct str rest = s;
	bool han = text_is_han(str_next(&rest));
	while (!han && rest.len && !text_is_han(str_peek(rest)))
		str_next(&rest);
	return s.len - rest.len;
}

/* --- whole texts --- */

static bool
parts_readings(uint32_t c)
{
	bool word =
		c >= 0x80 && c != 0xB7 && !text_is_space(c) && c != 0x30FB && c != 0x2027;
	return !word && !text_is_digit(c) && !text_is_latin(c);
}

/* One space for each run of spaces and punctuation, none at the ends. */
static struct str
spaced(struct str s, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	bool gap = false;
	while (s.len) {
		uint32_t c = str_next(&s);
		if (parts_readings(c)) {
			gap = out.len > 0;
			continue;
		}
		if (gap)
			strbuf_add_char(&out, ' ');
		strbuf_add_point(&out, c);
		gap = false;
	}
	return strbuf_str(&out);
}

/* As the rules have it: 三桥2022年K街 is san qiao2022 nian k jie. */
static bool
stands_apart(bool is_han, bool was_han, struct str s)
{
	return is_han || (was_han && u_isalpha((UChar32)str_peek(s)));
}

struct str
pinyin_of(struct pinyin *pinyin, struct str s)
{
	struct arena *scratch = arena_open();
	struct strbuf out = strbuf_open(scratch), piece = strbuf_open(scratch);
	bool was_han = false;
	for (size_t len; s.len; s = str_slice(s, len, s.len)) {
		bool is_han = text_is_han(str_peek(s));
		len = piece_length(s);
		strbuf_cut(&piece, 0);
		if (is_han && was_han)
			strbuf_add(&piece, GUARD);
		strbuf_add(&piece, str_slice(s, 0, len));
		if (stands_apart(is_han, was_han, s))
			strbuf_add_char(&out, ' ');
		strbuf_add(&out, reading_of_piece(pinyin, strbuf_str(&piece)));
		was_han = is_han;
	}
	struct str whole = str_copy(spaced(strbuf_str(&out), scratch), pinyin->arena);
	arena_close(scratch);
	return whole;
}

/* --- between runs --- */

void
pinyin_learn(struct pinyin *pinyin, struct str bytes, struct str version)
{
	struct bytes_reader reader = {.rest = bytes};
	if (!str_equal(bytes_str(&reader), version))
		return;
	while (reader.rest.len && !reader.bad) {
		struct str piece = bytes_str(&reader), read = bytes_str(&reader);
		if (!reader.bad && !map_find(&pinyin->readings, piece))
			add_reading(pinyin, piece, read);
	}
}

bool
pinyin_recall(const struct pinyin *pinyin, struct str version, struct str *bytes,
	struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	bool forgotten = false;
	bytes_add_str(&out, version);
	for (size_t i = 0; i < pinyin->readings.count; i++) {
		const struct map_entry *entry = &pinyin->readings.entries[i];
		const struct reading *reading = entry->value;
		forgotten |= !reading->asked;
		if (!reading->asked)
			continue;
		bytes_add_str(&out, entry->key);
		bytes_add_str(&out, reading->pinyin);
	}
	*bytes = strbuf_str(&out);
	return pinyin->has_new || forgotten;
}
