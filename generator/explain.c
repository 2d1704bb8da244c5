/* backfile explain PAGE: how one page was cut, and why. */
#include <stdio.h>

#include "edit/explanation.h"
#include "page_argument.h"

static void
print_page(const struct run *run, const struct page *page, const struct line_notes *notes)
{
	struct str answer = run->options.json ? page_json(page, run->arena)
					      : page_explained(page, notes, run->arena);
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
