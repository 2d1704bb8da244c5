#include "archive/slug.h"

#include "base/digest.h"

enum { LONGEST = 60 };

static bool
is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* "index" is every folder's own page; Windows opens a device for the others, whatever
 * extension follows: con, prn, aux, nul, com0 to com9, lpt0 to lpt9. */
static bool
is_reserved(struct str s)
{
	static const struct str words[] = {STR_INIT("index"), STR_INIT("con"),
		STR_INIT("prn"), STR_INIT("aux"), STR_INIT("nul")};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_equal(s, words[i]))
			return true;
	bool port = str_starts(s, STR("com")) || str_starts(s, STR("lpt"));
	return port && s.len == 4 && s.data[3] >= '0' && s.data[3] <= '9';
}

bool
slug_valid(struct str s)
{
	if (s.len == 0 || s.len > LONGEST || is_reserved(s))
		return false;
	for (size_t i = 0; i < s.len; i++) {
		bool inside = i > 0 && i + 1 < s.len;
		if (!is_plain(s.data[i]) &&
			!(s.data[i] == '-' && inside && s.data[i - 1] != '-'))
			return false;
	}
	return true;
}

/* Readings as in ordinary words: text_pinyin reads what stands first as a family name
 * (解放路 as xie fang lu), so something else is put there. */
static struct str
word_pinyin(struct text *text, struct str s, struct arena *arena)
{
	const struct str guard = STR("一"), guard_reading = STR("yi ");
	if (!text_is_han(str_peek(s)))
		return text_pinyin(text, s);
	struct str guarded = str_format(arena, "%.*s%.*s", STR_ARG(guard), STR_ARG(s));
	struct str pinyin = text_pinyin(text, guarded);
	return str_slice(pinyin, guard_reading.len, pinyin.len);
}

/* Cut at the last hyphen that leaves it short enough, if there is one in its second half.
 */
static struct str
shortened(struct str slug)
{
	size_t len = LONGEST;
	if (slug.len <= LONGEST)
		return slug;
	while (len > LONGEST / 2 && slug.data[len] != '-')
		len--;
	return str_slice(slug, 0, len > LONGEST / 2 ? len : LONGEST);
}

static bool
is_ascii(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.data[i] >= 0x80)
			return false;
	return true;
}

/* Lower-case letters with readings for what is Han. ASCII needs none of ICU, which costs.
 */
static struct str
readable(struct text *text, struct str s, struct arena *arena)
{
	if (is_ascii(s))
		return text_lower(text, s, arena);
	struct str folded = text_lower(text, text_nfkc(text, s, arena), arena);
	return text_lower(text, word_pinyin(text, folded, arena), arena);
}

struct str
slug_of(struct text *text, struct str s, struct arena *arena)
{
	struct str pinyin = readable(text, str_trim(s), arena);
	struct strbuf slug = strbuf_open(arena);
	bool gap = false;
	for (size_t i = 0; i < pinyin.len; i++) {
		bool plain = is_plain(pinyin.data[i]);
		if (plain && gap && slug.len)
			strbuf_add_char(&slug, '-');
		if (plain)
			strbuf_add_char(&slug, pinyin.data[i]);
		gap = !plain;
	}
	struct str made = shortened(strbuf_str(&slug));
	if (made.len == 0)
		return str_format(
			arena, "x-%08x", (unsigned)(digest_of(s).low & 0xFFFFFFFF));
	return is_reserved(made) ? str_format(arena, "%.*s-x", STR_ARG(made)) : made;
}

struct str
slug_unique(struct map *taken, struct str slug, struct arena *arena)
{
	struct str unique = slug;
	for (unsigned number = 2; map_find(taken, unique); number++)
		unique = str_format(arena, "%.*s-%u", STR_ARG(slug), number);
	*map_at(taken, unique) = taken;
	return unique;
}

struct str
slug_setting(const struct setting *map, const char *key, struct report *report)
{
	struct str slug = setting_text(map, key, STR(""), report);
	if (slug.len == 0 || slug_valid(slug))
		return slug;
	report_error(report, setting_find(map, key)->at,
		"`%s` should be lower-case letters, digits and single hyphens (not "
		"index, con, ...), "
		"not `%.*s`",
		key, STR_ARG(slug));
	return STR("");
}
