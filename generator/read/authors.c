#include "read/authors.h"

#include "base/list.h"
#include "base/text.h"

static bool
is_chinese(struct str s)
{
	return text_is_han(str_peek(s));
}

static bool
is_role(struct str word)
{
	static const struct str endings[] = {STR_INIT("记者"), STR_INIT("通讯员"),
		STR_INIT("评论员"), STR_INIT("撰稿人"), STR_INIT("作者"),
		STR_INIT("编辑"), STR_INIT("整理"), STR_INIT("摄影"), STR_INIT("供图"),
		STR_INIT("特派员"), STR_INIT("译")};
	static const struct str words[] = {
		STR_INIT("文"), STR_INIT("图"), STR_INIT("摄"), STR_INIT("文/图")};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_equal(word, words[i]))
			return true;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_ends(word, endings[i]))
			return true;
	return false;
}

static bool
is_photo_role(struct str role)
{
	return str_has(role, STR("摄")) || str_has(role, STR("图"));
}

/* Two single characters side by side are one name set wide: 刘 爽. */
static bool
is_half_name(struct str word)
{
	return is_chinese(word) && str_count(word) == 1 && !is_role(word);
}

static struct str_list
words_of(struct str byline, struct arena *arena)
{
	struct str_list words = {0};
	struct str spaced = str_replace(byline, STR("\xE3\x80\x80"), STR(" "), arena),
		   word;
	spaced = str_replace(spaced, STR("、"), STR(" "), arena);
	while (str_cut(&spaced, ' ', &word)) {
		struct str *last = words.count ? &words.items[words.count - 1] : NULL;
		bool latin = last && !is_chinese(*last) && !is_chinese(word);
		if (word.len == 0)
			continue;
		if (last && is_half_name(*last) && is_half_name(word))
			*last = str_format(
				arena, "%.*s%.*s", STR_ARG(*last), STR_ARG(word));
		else if (latin)
			*last = str_format(
				arena, "%.*s %.*s", STR_ARG(*last), STR_ARG(word));
		else
			str_list_add(&words, word, arena);
	}
	return words;
}

void
authors_read(struct article *article, struct str byline, bool photo, struct arena *arena)
{
	struct str_list words = words_of(str_trim(byline), arena);
	struct str role = STR("");
	size_t first = article->credits.count;
	for (size_t i = 0; i < words.count; i++) {
		struct str word = words.items[i];
		bool named = article->credits.count > first;
		if (!is_role(word)) {
			*list_add(&article->credits, arena) =
				(struct credit){.role = role,
					.name = word,
					.photo = photo || is_photo_role(role)};
		} else if (i + 1 == words.count && named) {
			struct credit *last =
				&article->credits.items[article->credits.count - 1];
			last->role = word;
			last->photo = photo || is_photo_role(word);
		} else {
			role = word;
		}
	}
}
