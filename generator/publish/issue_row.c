#include "publish/issue_row.h"

#include "publish/html.h"
#include "publish/leaf.h"

static const struct field fields[] = {
	FIELD(struct issue_row, href, FIELD_TEXT, NULL, "link to the issue"),
	FIELD(struct issue_row, date, FIELD_TEXT, NULL, "date in words"),
	FIELD(struct issue_row, number, FIELD_TEXT, NULL,
		"number of the issue, or empty"),
	FIELD(struct issue_row, lead, FIELD_TEXT, NULL, "title of the first article"),
	FIELD(struct issue_row, pages, FIELD_NUMBER, NULL, "number of pages"),
	FIELD(struct issue_row, articles, FIELD_NUMBER, NULL, "number of articles"),
	{0},
};

const struct shape issue_row_shape = {"issue row", sizeof(struct issue_row), fields};

struct issue_row
issue_row_of(const struct words *words, const struct catalog *catalog,
	const struct issue *issue, struct str from, struct arena *arena)
{
	struct leaves leaves = leaves_of(catalog, issue, arena);
	struct issue_row row = {
		.href = html_relative(from, issue_address(issue->date, arena), arena),
		.date = words_date(words, issue->date, arena),
		.number = issue->number,
		.pages = (long)leaves.count,
		.articles = (long)leaves_article_count(&leaves),
	};
	for (size_t i = 0; i < leaves.count && !row.lead.len; i++)
		if (leaves.items[i].article_count)
			row.lead = words_title(words, leaves.items[i].articles[0]);
	return row;
}
