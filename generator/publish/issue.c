/* issue.html: the pages of one day and what is on them. */
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/leaf.h"
#include "publish/words.h"

struct issue_view {
	const struct frame *frame;
	struct str date, iso, number, note;
	long pages, articles;
	const struct link *year;
	const struct pager *pager;
	struct rows leaves;
};

static const struct field fields[] = {
	FIELD(struct issue_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct issue_view, date, FIELD_TEXT, NULL, "date in words"),
	FIELD(struct issue_view, iso, FIELD_TEXT, NULL, "date as 2024-03-05"),
	FIELD(struct issue_view, number, FIELD_TEXT, NULL,
		"number of the issue, or empty"),
	FIELD(struct issue_view, note, FIELD_TEXT, NULL, "the keeper's note, or empty"),
	FIELD(struct issue_view, pages, FIELD_NUMBER, NULL, "number of pages"),
	FIELD(struct issue_view, articles, FIELD_NUMBER, NULL, "number of articles"),
	FIELD(struct issue_view, year, FIELD_RECORD, &link_shape, "the year"),
	FIELD(struct issue_view, pager, FIELD_RECORD, &pager_shape,
		"issues before and after"),
	FIELD(struct issue_view, leaves, FIELD_ROWS, &leaf_row_shape,
		"pages and articles"),
	{0},
};

static const struct shape shape = {"issue", sizeof(struct issue_view), fields};

static const struct link *
link_to_issue(const struct words *words, struct str from, const struct issue *issue,
	struct arena *arena)
{
	if (!issue)
		return NULL;
	return link_to(from, issue_address(issue->date, arena),
		words_day(words, issue->date, arena), arena);
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->issues.count; i++) {
		const struct issue *issue = catalog->issues.items[i];
		output_add(outputs, &issue_kind, issue_address(issue->date, arena), arena)
			->subject = issue;
	}
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct issue *issue = output->subject;
	struct leaves leaves = leaves_of(publication->catalog, issue, arena);
	struct str year = str_format(arena, "%d/index.html", issue->date.year);
	struct issue_view *view = arena_new(arena, struct issue_view);
	*view = (struct issue_view){
		.frame = frame_of(publication, output->path, arena),
		.date = words_date(publication->words, issue->date, arena),
		.iso = date_text(issue->date, arena),
		.number = issue->number,
		.note = issue->note,
		.pages = (long)leaves.count,
		.articles = (long)leaves_article_count(&leaves),
		.year = link_to(output->path, year,
			words_year(publication->words, issue->date.year, arena), arena),
		.pager = pager_of(link_to_issue(publication->words, output->path,
					  issue->previous, arena),
			link_to_issue(
				publication->words, output->path, issue->next, arena),
			arena),
		.leaves = leaf_rows(publication->words, &leaves, output->path, arena),
	};
	return view;
}

static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	(void)publication;
	const struct issue *issue = output->subject;
	key_add_issue(key, issue);
	key_add_date(key, issue->previous ? issue->previous->date : (struct date){0});
	key_add_date(key, issue->next ? issue->next->date : (struct date){0});
}

const struct output_kind issue_kind = {
	"issue", "issue.html", &shape, plan, view_of, made_of};
