#include "read/plaintext.h"

#include "read/frontmatter.h"

static const char *const page_keys[] = {"date", "page", "name", NULL};

static bool
read_fields(struct page *page, const struct setting *map, struct report *report)
{
	bool good = frontmatter_check(map, page_keys, NULL, report);
	struct str number = frontmatter_text(map, "page", report);
	page->name = frontmatter_text(map, "name", report);
	if (number.len)
		page->number = number;
	return frontmatter_date(map, "date", &page->date, report) && good;
}

bool
plaintext_read(struct page *page, struct str clean, struct place at, struct arena *arena,
	struct report *report)
{
	struct frontmatter top;
	if (!frontmatter_read(clean, at, &top, arena, report))
		return false;
	page->text = top.rest;
	page->first_line = top.first_line;
	if (!read_fields(page, top.map, report))
		return false;
	return str_trim(top.rest).len || report_error(report, at,
						 "there is no text below the front "
						 "matter; put it in, or remove the "
						 "file");
}
