/* Bylines, ledes and picture credits: the grammar of who wrote and who photographed. */
#ifndef EDIT_CREDITS_H
#define EDIT_CREDITS_H

#include "archive/article.h"
#include "edit/lexicon.h"

/* The lexicons of the grammar, read once. */
struct credit_words {
	struct lexicon *before, *writer, *photo, *said, *shot, *nobody, *giver_end;
	struct lexicon *paper, *wire; /* ledes.txt */
	struct lexicon *editors;      /* furniture.txt: those of a page */
	struct lexicon *surnames, *compounds;
};

struct credit_words *credit_words_read(struct arena *arena);

struct credit_list {
	struct credit *items;
	size_t count, capacity;
};

/* Whether all of text is credits: roles with names (全媒体记者 刘某 通讯员 王某), perhaps
 * with a verb at the end; then they are added to the list. Bare names without any role do
 * not count. */
bool credits_read(const struct credit_words *words, struct str text,
	struct credit_list *list, struct arena *arena);

/* The same for the line of a page's editors and proofreaders: 本版编辑 刘某 校对 王某. */
bool credits_read_editors(const struct credit_words *words, struct str text,
	struct credit_list *list, struct arena *arena);

/* Whether text is one bare personal name of two to four characters (by its surname). */
bool credit_is_name(const struct credit_words *words, struct str text);

/* Whether text is two or three such names with spaces between. */
bool credit_are_names(const struct credit_words *words, struct str text);

/* Whether text is such a name with a note behind: 某某（作者系县中学教师）. */
bool credit_is_signed(const struct credit_words *words, struct str text);

/* Whether text is two or three characters that begin with any surname: a name only where
 * nothing but one is expected. */
bool credit_is_short_name(const struct credit_words *words, struct str text);

/* Whether text is a note on the author or the source in a line of its own:
 * （作者系县中学教师）, 县气象台5月7日17时发布. */
bool credit_is_note(struct str text);

/* Whether text is a role without any name. */
bool credit_is_role(const struct credit_words *words, struct str text);

/* Whether text begins as a news item does: 本报讯（记者 某某）, 新华社北京3月5日电. */
bool lede_starts(const struct credit_words *words, struct str text);

/* The lede marker at the start of a whole paragraph: its length in bytes, 0 for none. The
 * byline is what stands in its bracket. */
size_t lede_find(const struct credit_words *words, struct str text, struct str *byline);

/* Whether text is the name of an office or company (县图书馆) such as give pictures. */
bool credit_is_office(const struct credit_words *words, struct str text);

/* Where the picture credit at the end of a caption begins, in bytes (全媒体记者 某某 摄,
 * 某某供图, 资料图片); SIZE_MAX for none. */
size_t photo_credit_find(
	const struct credit_words *words, struct str text, struct arena *scratch);

#endif
