/* day.html: the issues of one day of any year (历史上的3月5日), newest first, with what
 * their pages lead with. */
#include "publish/anniversary.h"
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/leaf.h"

enum { MOST_LEADS = 6 /* of one issue */ };

struct day_issue {
	struct str href, date, number;
	long year;
	struct rows leads; /* struct article_row */
};

struct day_view {
	const struct frame *frame;
	struct str name;
	long issue_count;
	const struct pager *pager;
	struct rows issues;
};

static const struct field issue_fields[] = {
	FIELD(struct day_issue, href, FIELD_TEXT, NULL, "link to the issue"),
	FIELD(struct day_issue, date, FIELD_TEXT, NULL, "date in words"),
	FIELD(struct day_issue, number, FIELD_TEXT, NULL,
		"number of the issue, or empty"),
	FIELD(struct day_issue, year, FIELD_NUMBER, NULL, "the year"),
	FIELD(struct day_issue, leads, FIELD_ROWS, &article_row_shape,
		"the first article of each page, at most six"),
	{0},
};

static const struct shape issue_shape = {
	"issue of a day", sizeof(struct day_issue), issue_fields};

static const struct field fields[] = {
	FIELD(struct day_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct day_view, name, FIELD_TEXT, NULL, "the day: 3月5日"),
	FIELD(struct day_view, issue_count, FIELD_NUMBER, NULL, "number of issues"),
	FIELD(struct day_view, pager, FIELD_RECORD, &pager_shape,
		"days with issues before and after, round the year"),
	FIELD(struct day_view, issues, FIELD_ROWS, &issue_shape,
		"issues of that day, newest first"),
	{0},
};

static const struct shape shape = {"day", sizeof(struct day_view), fields};

static struct rows
leads_of(const struct words *words, const struct catalog *catalog,
	const struct issue *issue, struct str from, struct arena *arena)
{
	struct article_row *rows = arena_array(arena, struct article_row, MOST_LEADS);
	struct leaves leaves = leaves_of(catalog, issue, arena);
	size_t count = 0;
	for (size_t i = 0; i < leaves.count && count < MOST_LEADS; i++)
		if (leaves.items[i].article_count)
			rows[count++] = article_row_of(
				words, leaves.items[i].articles[0], from, arena);
	return (struct rows){rows, count};
}

static struct rows
issues_of(const struct publication *publication, const struct anniversary *day,
	struct str from, struct arena *arena)
{
	const struct words *words = publication->words;
	size_t count = day->issues.count;
	struct day_issue *rows = arena_array(arena, struct day_issue, count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct issue *issue = day->issues.items[count - 1 - i];
		rows[i] = (struct day_issue){
			.href = html_relative(
				from, issue_address(issue->date, arena), arena),
			.date = words_date(words, issue->date, arena),
			.number = issue->number,
			.year = issue->date.year,
			.leads =
				leads_of(words, publication->catalog, issue, from, arena),
		};
	}
	return (struct rows){rows, count};
}

static const struct link *
link_to_day(const struct words *words, const struct anniversary *day, struct str from,
	struct arena *arena)
{
	if (!day)
		return NULL;
	return link_to(from, anniversary_address(day, arena),
		words_yearly(words, day->month, day->day, arena), arena);
}

/* --- the kind --- */

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	struct anniversaries days = anniversaries_of(publication->catalog, arena);
	for (size_t i = 0; i < days.count; i++)
		output_add(outputs, &day_kind, anniversary_address(&days.items[i], arena),
			arena)
			->subject = &days.items[i];
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct words *words = publication->words;
	const struct anniversary *day = output->subject;
	struct day_view *view = arena_new(arena, struct day_view);
	*view = (struct day_view){
		.frame = frame_of(publication, output->path, arena),
		.name = words_yearly(words, day->month, day->day, arena),
		.issue_count = (long)day->issues.count,
		.pager = pager_of(link_to_day(words, day->previous, output->path, arena),
			link_to_day(words, day->next, output->path, arena), arena),
		.issues = issues_of(publication, day, output->path, arena),
	};
	return view;
}

static void
add_neighbour(struct key *key, const struct anniversary *day)
{
	key_add_number(key, day ? (uint64_t)(day->month * 32 + day->day) : 0);
}

static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	(void)publication;
	const struct anniversary *day = output->subject;
	for (size_t i = 0; i < day->issues.count; i++)
		key_add_issue(key, day->issues.items[i]);
	add_neighbour(key, day->previous);
	add_neighbour(key, day->next);
}

const struct output_kind day_kind = {"day", "day.html", &shape, plan, view_of, made_of};
