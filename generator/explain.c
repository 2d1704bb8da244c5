/* backfile explain PAGE: how one page was cut, and why. */
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "edit/explanation.h"
#include "explain_lines.h"
#include "page_argument.h"
#include "read/frozen.h"

/* A page with frozen articles is explained as it would be cut without them. */
static void
print_frozen(const struct run *run, const struct page *page)
{
	for (unsigned i = 1; i <= page->articles.count && !page->curated; i++) {
		struct str path = file_join(run->site.content,
			frozen_path(page->source, i, run->arena), run->arena);
		if (!file_exists(path))
			continue;
		printf("frozen: what is published is edited in %.*s and its neighbours; "
		       "this is how the page would be cut without them\n",
			STR_ARG(path));
		return;
	}
}

static void
print_page(const struct run *run, const struct page *page, const struct line_notes *notes)
{
	struct str answer = run->options.json
				    ? page_json(page, run->arena)
				    : page_explained(page, notes,
					      terminal_look(STDOUT_FILENO), run->arena);
	if (!run->options.json)
		print_frozen(run, page);
	fwrite(answer.data, 1, answer.len, stdout);
}

enum status
explain_command(struct run *run)
{
	struct source source;
	struct line_notes notes = {0};
	struct str content = run->site.content;
	if (!page_argument_find(run, run->options.words.items[0], &source))
		return run_status(run);
	struct page *page = page_argument_read(run, content, &source, &notes);
	if (page)
		print_page(run, page, &notes);
	return run_status(run);
}
