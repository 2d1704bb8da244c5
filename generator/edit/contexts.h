/* What stands before and behind a place where a name may be: offices, verbs of speech,
 * marks of a list. Rules from the lexicons offices, speech_verbs, people_left and
 * people_address. */
#ifndef EDIT_CONTEXTS_H
#define EDIT_CONTEXTS_H

#include "edit/lexicon.h"
#include "edit/passage.h"

enum left_context {
	LEFT_OFFICE, /* 市长| */
	LEFT_PART,   /* 患者| 妻子| : kin, and parts people play in the news */
	LEFT_WEAK,   /* 代表| : a verb or a crowd as well */
	LEFT_CREDIT, /* 通讯员| */
	LEFT_NAMING, /* 名叫| */
	LEFT_LINK,   /* 和| 陪同| */
	LEFT_PLAIN,  /* 的| 是| */
	LEFT_COUNT,  /* 这| 一| 两| : a measure word follows */
	LEFT_START,  /* the line begins here, or behind a bullet */
	LEFT_STOP,   /* 。| ！| */
	LEFT_COMMA,  /* ，| ：| ；| */
	LEFT_LIST,   /* 、| */
	LEFT_OPENER, /* “| （| */
	LEFT_CLOSER, /* ”| ）| */
	LEFT_SPACE,
	LEFT_LATIN,  /* letters and digits */
	LEFT_SINGLE, /* Han that is a word of its own */
	LEFT_WORD,   /* the end of a longer word */
	LEFT_CONTEXTS
};

enum right_context {
	RIGHT_SPEECH,   /* |指出 */
	RIGHT_WORK,     /* |摄  | 供图 */
	RIGHT_AFTER,    /* |同志 */
	RIGHT_CONDUCT,  /* |主持 */
	RIGHT_PARTICLE, /* |的 |在 */
	RIGHT_OFFICE,   /* |书记 */
	RIGHT_LIFE,     /* |（女，  |，1955年 */
	RIGHT_THING,    /* |县  |公司 */
	RIGHT_END,      /* of the line */
	RIGHT_STOP,
	RIGHT_COMMA,
	RIGHT_LIST,
	RIGHT_OPENER,
	RIGHT_CLOSER,
	RIGHT_SPACE,
	RIGHT_LATIN,
	RIGHT_SINGLE,
	RIGHT_WORD,
	RIGHT_CONTEXTS
};

struct contexts; /* the rules, read once */
struct contexts *contexts_read(struct arena *arena);

enum left_context
contexts_left(const struct contexts *contexts, const struct passage *passage, size_t at);

/* The contexts, as bits, of which one will prove to stand before the point when words are
 * known. */
unsigned
contexts_lefts(const struct contexts *contexts, const struct passage *passage, size_t at);

enum right_context
contexts_right(const struct contexts *contexts, const struct passage *passage, size_t at);

/* Whether what follows a bare surname makes it an address (王女士, 李某) or a village
 * (郑家屯). */
bool contexts_is_address(
	const struct contexts *contexts, const struct passage *passage, size_t at);

enum { LONGEST_OFFICE = 30 }; /* points of a title phrase */

/* The title phrase that ends right before a point, as long as it goes (市委副书记、市长):
 * the point where it begins, or `at` when there is none. */
size_t contexts_office(
	const struct contexts *contexts, const struct passage *passage, size_t at);

/* Whether several persons can hold the office at a time: 市领导, 副市长, but not 市长. */
bool contexts_is_shared(const struct contexts *contexts, struct str office);

/* The office that stands right behind a point (王成|书记), or "". */
struct str contexts_office_behind(
	const struct contexts *contexts, const struct passage *passage, size_t at);

#endif
