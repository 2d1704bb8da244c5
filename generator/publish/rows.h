/* Rows: the small views that many pages share: a link, an article in a list, a person or
 * a tag in a list. `from` is always the path of the page on which the row stands. */
#ifndef PUBLISH_ROWS_H
#define PUBLISH_ROWS_H

#include "archive/catalog.h"
#include "publish/template.h"
#include "publish/words.h"

struct link {
	struct str href, name;
};

/* What is read before and after; either may be NULL. */
struct pager {
	const struct link *previous, *next;
};

struct article_row {
	struct str href, kicker, title, subtitle;
	struct str kind; /* 简讯, or "" for news */
	struct str column;
	struct str signs;                /* 〔代拟题〕..., or "" */
	struct str date;                 /* 2024年3月5日 */
	struct str iso;                  /* 2024-03-05 */
	struct str page;                 /* 第1版 */
	struct str before, named, after; /* the sentence that names a person, or "" */
};

/* A person or a tag. */
struct name_row {
	struct str href, name;
	struct str years;  /* 2019–2024 */
	struct str about;  /* what tells namesakes apart, or "" */
	struct str office; /* the one printed most, or "" */
	struct str find; /* "guolingji glj": what typing into the filter compares with */
	long count;      /* of articles */
};

extern const struct shape link_shape, pager_shape, article_row_shape, name_row_shape,
	doubt_shape;

/* NULL for an address of "". */
const struct link *
link_to(struct str from, struct str address, struct str name, struct arena *arena);

/* NULL where there is neither. */
const struct pager *
pager_of(const struct link *previous, const struct link *next, struct arena *arena);

struct article_row article_row_of(const struct words *words,
	const struct article *article, struct str from, struct arena *arena);

/* The same with the sentence that names a person; the mention may be NULL. */
struct article_row
article_row_naming(const struct words *words, const struct article *article,
	const struct mention *mention, struct str from, struct arena *arena);

/* "people/guo-lingji/index.html", "tags/yue-du/index.html" */
struct str person_address(const struct person *person, struct arena *arena);
struct str tag_address(const struct tag *tag, struct arena *arena);

/* Count and years are those of the news, or those of the credits where there is no news.
 */
struct name_row
person_row_of(const struct person *person, struct str from, struct arena *arena);
struct name_row tag_row_of(const struct tag *tag, struct str from, struct arena *arena);

/* The rows of any list that has items and count. */
#define ROWS(list) ((struct rows){(list).items, (list).count})

#endif
