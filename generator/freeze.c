/* backfile freeze PAGE: the articles found on a page become Markdown files beside it, for
 * a keeper to edit. From then on they are the source of what is published; the page's
 * text stays as their evidence. */
#include <stdio.h>

#include "base/file.h"
#include "page_argument.h"
#include "read/frozen.h"
#include "read/markdown_write.h"

/* The article as its file has to say it: without what the file's path says already. */
static struct article
frozen_article(const struct article *article, struct str path)
{
	struct article frozen = *article;
	struct file_info info = {.path = path};
	struct source source = source_of(&info);
	if (date_compare(source.date, article->date) == 0)
		frozen.date = (struct date){0};
	if (str_equal(source.page, article->page))
		frozen.page = STR("");
	frozen.evidence_first = article->first_line;
	frozen.evidence_last = article->last_line;
	return frozen;
}

/* All that exist are named before anything is written. */
static bool
are_free(struct run *run, const struct page *page)
{
	bool free = true;
	for (size_t i = 0; i < page->articles.count; i++) {
		struct str path = frozen_path(page->source, (unsigned)i + 1, run->arena);
		struct str name = file_join(run->site.content, path, run->arena);
		if (file_exists(name))
			free = report_error(&run->report, (struct place){name, 0, 0},
				"the file is there already and is not overwritten; "
				"remove it to "
				"freeze the page anew");
	}
	return free;
}

static bool
can_freeze(struct run *run, const struct page *page)
{
	struct place at = {file_join(run->site.content, page->source, run->arena), 0, 0};
	if (page->curated)
		return report_error(&run->report, at,
			"a Markdown file is edited as it is: only page text can be "
			"frozen");
	if (!page->articles.count)
		return report_error(&run->report, at, "no article was found on the page");
	return are_free(run, page);
}

static bool
write_article(struct run *run, const struct page *page, size_t i)
{
	struct str path = frozen_path(page->source, (unsigned)i + 1, run->arena);
	struct str name = file_join(run->site.content, path, run->arena);
	struct article frozen = frozen_article(page->articles.items[i], path);
	struct str text = markdown_write(&frozen, run->arena);
	if (run->options.dry_run) {
		printf("==> %.*s <==\n%.*s\n", STR_ARG(name), STR_ARG(text));
		return true;
	}
	if (!file_replace(name, text, &run->report))
		return false;
	if (!run->options.quiet)
		printf("%.*s\n", STR_ARG(name));
	return true;
}

enum status
freeze_command(struct run *run)
{
	struct source source;
	struct str content = run->site.content;
	if (!page_argument_find(run, run->options.words.items[0], &source))
		return run_status(run);
	struct page *page = page_argument_read(run, content, &source, NULL);
	if (!page || !can_freeze(run, page))
		return run_status(run);
	for (size_t i = 0; i < page->articles.count; i++)
		if (!write_article(run, page, i))
			break;
	return run_status(run);
}
