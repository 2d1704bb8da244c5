/* Headlines and blocks as the article page shows them. They are, in order, the lines of
 * article_text: each is shown by one element with the attribute data-text, whose text is
 * the line and nothing else. */
#ifndef PUBLISH_BLOCKS_VIEW_H
#define PUBLISH_BLOCKS_VIEW_H

#include "publish/output.h"

/* What stands between separators that belong to the text: the parts of a couplet, between
 * which a line should break first, or the cells of a table. */
struct text_part {
	struct str text;
	bool is_last;
};

struct block_view {
	bool is_paragraph, is_subhead, is_caption, is_verse, is_table, is_html;
	struct str
		lead; /* the dateline, printed before the text but no part of it, or "" */
	struct str text;
	struct rows parts; /* of is_subhead: struct text_part with U+3000 between */
	struct html html;  /* of is_html */
	struct rows lines; /* of is_table: struct table_line */
};

/* Line ends between lines belong to the text too. */
struct table_line {
	struct rows cells; /* struct text_part with tabs between */
	bool is_last;
};

/* A part of the article that was printed elsewhere: shown on the page of the first part
 * so that one reads on, but searched and cited on its own page. */
struct part_view {
	struct str href, page; /* of its own page; 第2版 */
	struct rows blocks;
};

extern const struct shape block_shape, text_part_shape, part_shape;

/* The parts of a headline, as rows of struct text_part; none for "". */
struct rows couplet_view(struct str headline, struct arena *arena);

/* The article's blocks that have a text, as rows of struct block_view. */
struct rows blocks_view(const struct article *article, struct arena *arena);

/* The parts that continue the article over a jump, as rows of struct part_view. */
struct rows continuation_view(const struct publication *publication,
	const struct article *article, struct arena *arena);

#endif
