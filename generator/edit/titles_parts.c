#include "edit/titles_parts.h"

bool
title_has_gap(struct str text)
{
	return str_has(text, STR(" ")) || str_has(text, STR("　"));
}

static bool
opens_with_dash(struct str text)
{
	uint32_t c = str_peek(text);
	return c == 0x2014 || c == 0x2500 || str_starts(text, STR("一一")) ||
	       str_starts(text, STR("--"));
}

struct str
title_text(struct str text, struct arena *arena)
{
	return str_replace(text, STR(" "), STR("　"), arena);
}

bool
title_is_balanced(struct str text)
{
	size_t at = str_find(text, STR("　"));
	return at != SIZE_MAX &&
	       str_count(str_slice(text, 0, at)) * 2 + 1 == str_count(text);
}

/* 某某宣布通车: what somebody did at the event follows a name. */
static bool
tells_presence(const struct draft *draft, struct str token)
{
	size_t points = str_count(token);
	for (size_t name = 2; name <= 4 && name < points && points <= 12; name++)
		if (lexicon_start(
			    draft->words->presence, str_points(token, name, points)))
			return true;
	return false;
}

static bool
tells_attendance(const struct draft *draft, struct str token)
{
	const struct lexicon_word *end = lexicon_end(draft->words->attendance, token);
	size_t points = str_count(token);
	return end && points <= 16 && points >= str_count(end->word) + 2 &&
	       points <= str_count(end->word) + 12;
}

/* Every part of the line says that somebody presided or took part, or the last of two
 * does. */
static bool
is_attendance(const struct draft *draft, struct str text)
{
	struct str rest = text, token;
	size_t parts = 0, told = 0;
	if (str_count(text) > 40)
		return false;
	bool last = false;
	for (; str_cut(&rest, ' ', &token); parts++) {
		last = tells_presence(draft, token);
		told += last || tells_attendance(draft, token);
	}
	if (parts == told)
		return parts > 0;
	return parts == 2 && last && !title_is_balanced(title_text(text, draft->arena));
}

static bool
is_kicker(const struct draft *draft, struct str text)
{
	if (str_ends(text, STR("——")) || str_ends(text, STR("──")))
		return true;
	size_t points = str_count(text);
	return points >= 10 && lexicon_end(draft->words->kicker_end, text) &&
	       !title_has_gap(text);
}

static bool
is_column(const struct draft *draft, const struct passage *passage)
{
	struct str text = passage->text;
	size_t points = str_count(text);
	if (points < 2 || points > 8 || title_has_gap(text))
		return false;
	if (lexicon_end(draft->words->column_end, text) && points <= 7)
		return true;
	for (size_t i = 0; i < draft->columns.count; i++)
		if (str_equal(draft->columns.items[i], text))
			return true;
	return false;
}

enum title_part
title_part_of(const struct draft *draft, const struct passage *passage)
{
	if (passage->label == LABEL_BYLINE)
		return credit_is_note(passage->text) ? PART_NOTE : PART_BYLINE;
	if (opens_with_dash(passage->text))
		return PART_SUBTITLE;
	if (is_attendance(draft, passage->text))
		return PART_ATTENDANCE;
	if (is_kicker(draft, passage->text))
		return PART_KICKER;
	return is_column(draft, passage) ? PART_COLUMN : PART_PLAIN;
}

/* 通告（第7号） without its bracket. */
static struct str
without_bracket(struct str text)
{
	size_t at = str_find(text, STR("（"));
	if (at == SIZE_MAX)
		at = str_find(text, STR("("));
	bool closed = str_ends(text, STR("）")) || str_ends(text, STR(")"));
	return at != SIZE_MAX && closed ? str_trim(str_slice(text, 0, at)) : text;
}

const struct lexicon_word *
title_is_notice(const struct draft *draft, struct str text)
{
	if (str_count(text) > 30)
		return NULL;
	return lexicon_end(draft->words->notice_end, without_bracket(text));
}

bool
title_is_strong(const struct draft *draft, const struct passage *passage)
{
	enum title_part part = title_part_of(draft, passage);
	if (part == PART_PLAIN)
		return title_is_notice(draft, passage->text) ||
		       lexicon_find(draft->words->weather, passage->text);
	return true;
}
