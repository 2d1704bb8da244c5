/* backfile check: validates content, settings and templates without writing anything;
 * with --review it lists what a keeper should look at, and writes the list as a page
 * beside the catalog. */
#include <stdio.h>

#include "base/file.h"
#include "base/json.h"
#include "check_gaps.h"
#include "check_links.h"
#include "gather.h"
#include "publish/publication.h"
#include "review.h"
#include "usage.h"

/* --- what is wrong, beyond what reading finds --- */

static struct place
place_of(const struct run *run, const struct page *page)
{
	return (struct place){
		file_join(run->site.content, page->source, run->arena), 0, 0};
}

static void
check_copies(struct run *run, const struct catalog *catalog)
{
	struct map known = map_open(run->arena);
	for (size_t i = 0; i < catalog->pages.count; i++) {
		const struct page *page = catalog->pages.items[i];
		void **first = map_at(&known, digest_text(page->digest, run->arena));
		if (*first)
			report_warning(&run->report, place_of(run, page),
				"the same bytes as `%.*s`; remove one of them",
				STR_ARG(((struct page *)*first)->source));
		else
			*first = catalog->pages.items[i];
	}
}

/* Numbers of issues grow with their dates; a year may begin with 1 again. */
static void
check_order(struct run *run, const struct catalog *catalog)
{
	const struct issue *before = NULL;
	int number, highest = 0;
	for (size_t i = 0; i < catalog->issues.count; i++) {
		const struct issue *issue = catalog->issues.items[i];
		if (!str_number(issue->number, &number))
			continue;
		if (before && before->date.year == issue->date.year &&
			number <= highest) {
			report_warning(&run->report, place_of(run, issue->pages.items[0]),
				"number %d of this day does not follow %d of %.*s: "
				"correct the "
				"date, or the number in issue.yaml",
				number, highest,
				STR_ARG(date_text(before->date, run->arena)));
			continue;
		}
		before = issue;
		highest = number;
	}
}

static void
check_names(struct run *run, const struct catalog *catalog)
{
	enum usage *usage = usage_of_people(catalog, run->arena);
	for (size_t i = 0; i < catalog->authority->people.count; i++) {
		const struct person_entry *entry = &catalog->authority->people.items[i];
		if (usage[i] == USAGE_NONE)
			report_warning(&run->report, entry->at,
				"`%.*s` occurs nowhere in the archive; correct the "
				"spelling or "
				"remove the entry",
				STR_ARG(entry->name));
	}
}

/* --- answers --- */

struct counts {
	size_t gaps, links;
};

static void
print_counts(const struct run *run, const struct gathered *gathered,
	const struct counts *counts)
{
	const struct catalog *catalog = gathered->catalog;
	run_say(run,
		"%zu sources, %zu issues, %zu articles, %zu people, %zu tags; %zu "
		"errors, "
		"%zu warnings",
		gathered->sources.count, catalog->issues.count, catalog->articles.count,
		catalog->people.count, catalog->tags.count,
		report_count(&run->report, SEVERITY_ERROR) +
			report_count(&run->report, SEVERITY_FAULT),
		report_count(&run->report, SEVERITY_WARNING));
	if (counts->gaps && !run->options.verbose)
		run_say(run, "%zu gaps among issues and pages; --verbose names them",
			counts->gaps);
	if (run->options.links)
		run_say(run, "%zu links followed", counts->links);
}

static void
print_json(const struct run *run, const struct gathered *gathered,
	const struct counts *counts)
{
	const struct catalog *catalog = gathered->catalog;
	struct strbuf out = strbuf_open(run->arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_count(&json, "sources", gathered->sources.count);
	json_count(&json, "issues", catalog->issues.count);
	json_count(&json, "articles", catalog->articles.count);
	json_count(&json, "people", catalog->people.count);
	json_count(&json, "tags", catalog->tags.count);
	json_count(&json, "gaps", counts->gaps);
	json_count(&json, "links", counts->links);
	json_key(&json, "messages");
	report_write_json(&run->report, &json);
	json_object_end(&json);
	puts(out.data);
}

static void
answer_review(struct run *run, const struct catalog *catalog)
{
	/* JSON is for programs, which know one language. */
	enum language language =
		run->options.json ? LANGUAGE_ENGLISH : run->report.language;
	struct review review =
		review_of(catalog, run->site.content, language, run->arena);
	struct str path = file_join(run->site.state, STR("review.html"), run->arena);
	struct str answer =
		run->options.json ? review_json(&review) : review_lines(&review);
	bool written = review_write_page(&review, &run->site, path, &run->report);
	progress_close(&run->progress);
	fwrite(answer.data, 1, answer.len, stdout);
	if (run->options.json)
		puts("");
	else if (written && !run->options.quiet)
		run_say(run, "# %zu doubts, %zu new names; also in %.*s",
			review.list.count - review.counts[REVIEW_NAME],
			review.counts[REVIEW_NAME], STR_ARG(path));
}

static void
answer(struct run *run, const struct gathered *gathered, const struct counts *counts)
{
	if (run->options.review)
		answer_review(run, gathered->catalog);
	else if (run->options.json)
		print_json(run, gathered, counts);
	else
		print_counts(run, gathered, counts);
}

enum status
check_command(struct run *run)
{
	struct gathered gathered;
	struct counts counts = {0};
	if (!gather_open(run, false, &gathered) || !gather(run, &gathered))
		return run_status(run);
	struct publication publication;
	publication_open(&publication, &run->site, gathered.catalog, run->text,
		run->arena, &run->report);
	check_copies(run, gathered.catalog);
	check_order(run, gathered.catalog);
	counts.gaps = check_gaps(gathered.catalog, run->site.content, &run->report);
	/* A name may stand in a source that could not be read. */
	if (gathered.complete)
		check_names(run, gathered.catalog);
	if (run->options.links)
		check_links(run->site.output, &counts.links, run->arena, &run->report);
	answer(run, &gathered, &counts);
	return run_status(run);
}
