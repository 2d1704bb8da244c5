#include "check_gaps.h"

#include "base/file.h"

enum { WIDEST = 3 }; /* more issues than that between two are no slip but a holding */

/* The letters of a page number, "A" of A03, and its value; false for spreads and words.
 */
static bool
read_number(struct str number, struct str *letters, int *value)
{
	size_t len = 0;
	while (len < number.len && !(number.data[len] >= '0' && number.data[len] <= '9'))
		len++;
	*letters = str_slice(number, 0, len);
	return str_number(str_slice(number, len, number.len), value);
}

static struct place
place_of(const struct page *page, struct str content, struct arena *arena)
{
	return (struct place){file_join(content, page->source, arena), 0, 0};
}

static size_t
check_pages(const struct issue *issue, struct str content, struct report *report)
{
	struct str before = STR_NONE, letters;
	int last = 0, value;
	size_t gaps = 0;
	for (size_t i = 0; i < issue->pages.count; i++) {
		const struct page *page = issue->pages.items[i];
		if (!read_number(page->number, &letters, &value))
			continue;
		bool follows = before.data && str_equal(letters, before);
		if (follows && value > last + 1) {
			gaps++;
			report_note(report, place_of(page, content, report->arena),
				"before this page, %.*s%02d to %.*s%02d are missing",
				STR_ARG(letters), last + 1, STR_ARG(letters), value - 1);
		}
		before = letters;
		last = value;
	}
	return gaps;
}

static size_t
check_issues(const struct issue *before, const struct issue *issue, struct str content,
	struct report *report)
{
	int last, number;
	if (!before || !str_number(before->number, &last) ||
		!str_number(issue->number, &number) || number <= last + 1 ||
		number > last + 1 + WIDEST)
		return 0;
	report_note(report, place_of(issue->pages.items[0], content, report->arena),
		"before this issue, numbers %d to %d are missing", last + 1, number - 1);
	return 1;
}

size_t
check_gaps(const struct catalog *catalog, struct str content, struct report *report)
{
	const struct issue *before = NULL;
	size_t gaps = 0;
	for (size_t i = 0; i < catalog->issues.count; i++) {
		const struct issue *issue = catalog->issues.items[i];
		gaps += check_pages(issue, content, report) +
			check_issues(before, issue, content, report);
		before = issue;
	}
	return gaps;
}
