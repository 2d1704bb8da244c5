/* What the page of an article shows. */
#ifndef PUBLISH_ARTICLE_VIEW_H
#define PUBLISH_ARTICLE_VIEW_H

#include "publish/blocks_view.h"
#include "publish/frame.h"
#include "publish/rows.h"

struct credit_row {
	struct str role, name;
	struct str href; /* "" for a name without a page of its own */
	bool is_photo;   /* made the picture, where the role does not say so */
};

/* An article of the same page. */
struct page_item {
	struct str href, name;
	bool is_here; /* it is the article itself */
};

/* The article in a form that is copied. */
struct citation_row {
	struct str id;   /* gbt2025, ris ... */
	struct str name; /* GB/T 7714—2025 */
	struct str text;
	bool is_first;
};

struct article_view {
	const struct frame *frame;
	struct str name, byline;
	struct rows kicker, title, subtitle; /* struct text_part */
	struct str column, series, kind, description;
	struct str date, iso;
	const struct link *year, *issue, *leaf;
	struct str leaf_name, page_number;
	struct rows doubts, blocks, credits, people, tags;
	bool has_kicker, has_title, has_subtitle;
	bool has_doubts, has_credits, has_people, has_tags, is_poem;
	bool is_unlisted, is_redacted;
	struct str jump_from, jump_to, lost_from, lost_to;
	const struct link *continues, *continued;
	struct rows continuation;
	const struct pager *pager;
	struct rows on_page; /* struct page_item */
	bool has_on_page;
	struct str report_href;
	struct str source, lines, source_href;
	struct str citation_date, text_href;
	struct rows citations, scripts;
	struct html json_ld;
	struct rows authors;
};

extern const struct shape article_view_shape;

#endif
