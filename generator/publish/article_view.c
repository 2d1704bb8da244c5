#include "publish/article_view.h"

static const struct field credit_fields[] = {
	FIELD(struct credit_row, role, FIELD_TEXT, NULL, "role as printed, or empty"),
	FIELD(struct credit_row, name, FIELD_TEXT, NULL, "name as printed"),
	FIELD(struct credit_row, href, FIELD_TEXT, NULL, "link to the person, or empty"),
	FIELD(struct credit_row, is_photo, FIELD_FLAG, NULL,
		"whether it is who made the picture, where the role does not say so"),
	{0},
};

static const struct shape credit_shape = {
	"credit", sizeof(struct credit_row), credit_fields};

static const struct field page_item_fields[] = {
	FIELD(struct page_item, href, FIELD_TEXT, NULL, "link to the article"),
	FIELD(struct page_item, name, FIELD_TEXT, NULL, "its title"),
	FIELD(struct page_item, is_here, FIELD_FLAG, NULL,
		"whether it is the article of the page"),
	{0},
};

static const struct shape page_item_shape = {
	"article of the page", sizeof(struct page_item), page_item_fields};

static const struct field citation_fields[] = {
	FIELD(struct citation_row, id, FIELD_TEXT, NULL, "gbt2025, ris ..."),
	FIELD(struct citation_row, name, FIELD_TEXT, NULL, "name of the form"),
	FIELD(struct citation_row, text, FIELD_TEXT, NULL, "what is copied"),
	FIELD(struct citation_row, is_first, FIELD_FLAG, NULL, "whether it is the first"),
	{0},
};

static const struct shape citation_shape = {
	"citation", sizeof(struct citation_row), citation_fields};

static const struct field fields[] = {
	FIELD(struct article_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct article_view, name, FIELD_TEXT, NULL,
		"title, or what stands for it"),
	FIELD(struct article_view, kicker, FIELD_ROWS, &text_part_shape,
		"parts of the kicker"),
	FIELD(struct article_view, title, FIELD_ROWS, &text_part_shape,
		"parts of the title"),
	FIELD(struct article_view, subtitle, FIELD_ROWS, &text_part_shape,
		"parts of the subtitle"),
	FIELD(struct article_view, has_kicker, FIELD_FLAG, NULL, "whether there is one"),
	FIELD(struct article_view, has_title, FIELD_FLAG, NULL, "whether there is one"),
	FIELD(struct article_view, has_subtitle, FIELD_FLAG, NULL,
		"whether there is one"),
	FIELD(struct article_view, byline, FIELD_TEXT, NULL,
		"byline as printed, or empty"),
	FIELD(struct article_view, column, FIELD_TEXT, NULL, "column, or empty"),
	FIELD(struct article_view, series, FIELD_TEXT, NULL, "series and part, or empty"),
	FIELD(struct article_view, kind, FIELD_TEXT, NULL, "kind, empty for news"),
	FIELD(struct article_view, description, FIELD_TEXT, NULL,
		"summary, or how it begins"),
	FIELD(struct article_view, date, FIELD_TEXT, NULL, "date in words, or empty"),
	FIELD(struct article_view, iso, FIELD_TEXT, NULL, "date as 2024-03-05, or empty"),
	FIELD(struct article_view, year, FIELD_RECORD, &link_shape, "its year, if dated"),
	FIELD(struct article_view, issue, FIELD_RECORD, &link_shape,
		"its issue, if dated"),
	FIELD(struct article_view, leaf, FIELD_RECORD, &link_shape, "its page, if dated"),
	FIELD(struct article_view, leaf_name, FIELD_TEXT, NULL,
		"name of the page, or empty"),
	FIELD(struct article_view, page_number, FIELD_TEXT, NULL,
		"as citations have it: 1"),
	FIELD(struct article_view, doubts, FIELD_ROWS, &doubt_shape,
		"doubts about the text"),
	FIELD(struct article_view, blocks, FIELD_ROWS, &block_shape, "the text"),
	FIELD(struct article_view, credits, FIELD_ROWS, &credit_shape, "who made it"),
	FIELD(struct article_view, people, FIELD_ROWS, &link_shape, "people in the news"),
	FIELD(struct article_view, tags, FIELD_ROWS, &link_shape, "tags"),
	FIELD(struct article_view, has_doubts, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct article_view, has_credits, FIELD_FLAG, NULL,
		"whether there are any"),
	FIELD(struct article_view, has_people, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct article_view, has_tags, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct article_view, is_poem, FIELD_FLAG, NULL, "whether it is a poem"),
	FIELD(struct article_view, jump_from, FIELD_TEXT, NULL, "page of 上接, or empty"),
	FIELD(struct article_view, jump_to, FIELD_TEXT, NULL, "page of 下转, or empty"),
	FIELD(struct article_view, lost_from, FIELD_TEXT, NULL,
		"the same, if not found there"),
	FIELD(struct article_view, lost_to, FIELD_TEXT, NULL,
		"the same, if not found there"),
	FIELD(struct article_view, continues, FIELD_RECORD, &link_shape,
		"the part before"),
	FIELD(struct article_view, continued, FIELD_RECORD, &link_shape,
		"the part behind, on pages of later parts"),
	FIELD(struct article_view, continuation, FIELD_ROWS, &part_shape,
		"the parts printed on other pages, on the page of the first part"),
	FIELD(struct article_view, pager, FIELD_RECORD, &pager_shape,
		"articles before, after"),
	FIELD(struct article_view, on_page, FIELD_ROWS, &page_item_shape,
		"all articles of the printed page, in print order"),
	FIELD(struct article_view, has_on_page, FIELD_FLAG, NULL,
		"whether there are others"),
	FIELD(struct article_view, report_href, FIELD_TEXT, NULL,
		"mailto with title and address, or empty"),
	FIELD(struct article_view, source, FIELD_TEXT, NULL, "source file"),
	FIELD(struct article_view, lines, FIELD_TEXT, NULL, "lines of the source: 12–34"),
	FIELD(struct article_view, source_href, FIELD_TEXT, NULL,
		"link to them, or empty"),
	FIELD(struct article_view, citations, FIELD_ROWS, &citation_shape,
		"what is copied to cite it"),
	FIELD(struct article_view, json_ld, FIELD_HTML, NULL,
		"JSON-LD of schema.org, for a script element"),
	FIELD(struct article_view, text_href, FIELD_TEXT, NULL,
		"link to the plain text, or empty"),
	FIELD(struct article_view, is_unlisted, FIELD_FLAG, NULL,
		"whether search engines should pass it over"),
	FIELD(struct article_view, is_redacted, FIELD_FLAG, NULL,
		"whether passages of it were blacked out"),
	FIELD(struct article_view, citation_date, FIELD_TEXT, NULL, "date as 2024/03/05"),
	FIELD(struct article_view, authors, FIELD_ROWS, &credit_shape, "who wrote it"),
	FIELD(struct article_view, scripts, FIELD_ROWS, &link_shape,
		"mark words, copy, keep clippings; behind root"),
	{0},
};

const struct shape article_view_shape = {"article", sizeof(struct article_view), fields};
