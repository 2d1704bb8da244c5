#include "search/tokens.h"

/*     9 月 1 日 在 New York ，发 展
 *     9 月 1 日 在 new york ↵ 发 展       folded: [9][月][1][日][在][new] [york]↵[发][展]
 *     9 9月 月1 1 1日 日在 在n new york 发展    terms; 展 is a last
 *
 * A pair joins any two neighbours of which at least one is an ideograph; of a word, only
 * the character that touches the ideograph takes part. */
struct unit {
	enum fold_class class;
	struct str text; /* one ideograph or one whole word */
	bool touches;    /* nothing, not even a space, before the unit */
};

static bool
next_unit(struct fold *fold, struct str *rest, struct unit *unit)
{
	unit->touches = true;
	while (rest->len && (*rest->data == ' ' || *rest->data == '\n')) {
		unit->touches = false;
		*rest = str_slice(*rest, 1, rest->len);
	}
	if (!rest->len)
		return false;
	struct str start = *rest;
	unit->class = fold_class_of(fold, str_next(rest));
	while (unit->class == FOLD_WORD && rest->len && *rest->data != ' ' &&
		fold_class_of(fold, str_peek(*rest)) == FOLD_WORD)
		str_next(rest);
	unit->text = str_slice(start, 0, start.len - rest->len);
	return true;
}

/* Two neighbouring characters of the folded text: `first` ends where `second` begins. */
static struct str
pair_of(struct str first, struct str second, struct arena *arena)
{
	struct str left = first, right = second;
	str_last(&left);
	str_next(&right);
	size_t before = first.len - left.len, after = second.len - right.len;
	struct str pair = {second.data - before, before + after};
	return after == 1 ? term_written(pair, arena) : pair;
}

static struct str
word_of(struct str word, struct arena *arena)
{
	if (word.len > TOKEN_LONGEST)
		word = str_points(word, 0, TOKEN_LONGEST);
	return word.len == 1 ? word : term_written(word, arena);
}

void
tokens_add(
	struct tokens *tokens, struct fold *fold, struct str folded, struct arena *arena)
{
	struct unit last = {0}, unit;
	while (next_unit(fold, &folded, &unit)) {
		if (last.text.len && unit.touches)
			str_list_add(&tokens->terms, pair_of(last.text, unit.text, arena),
				arena);
		else if (last.class == FOLD_HAN)
			str_list_add(&tokens->lasts, last.text, arena);
		if (unit.class == FOLD_WORD)
			str_list_add(&tokens->terms, word_of(unit.text, arena), arena);
		last = unit;
	}
	if (last.class == FOLD_HAN)
		str_list_add(&tokens->lasts, last.text, arena);
}

struct str
term_written(struct str term, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	if (term.len)
		strbuf_add_point(&out, str_next(&term));
	while (term.len) {
		uint32_t c = str_next(&term);
		if (c > ' ' && c < 0x7F)
			c += 0xFEE0;
		strbuf_add_point(&out, c == ' ' ? 0x3000 : c);
	}
	return strbuf_str(&out);
}
