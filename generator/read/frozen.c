#include "read/frozen.h"

#include "base/map.h"

struct str
frozen_path(struct str page, unsigned number, struct arena *arena)
{
	struct str stem = file_stem(page);
	return str_format(arena, "%.*s-%u.md", STR_ARG(stem), number);
}

/* The parts of 01-3.md: 01 and 3. A number with a zero before it is part of a date. */
static bool
cut_name(struct str path, struct str *stem, unsigned *number)
{
	struct str whole = file_stem(path);
	size_t at = whole.len;
	while (at && whole.data[at - 1] >= '0' && whole.data[at - 1] <= '9')
		at--;
	int value;
	if (at < 2 || at == whole.len || whole.data[at - 1] != '-' ||
		whole.data[at] == '0' ||
		!str_number(str_slice(whole, at, whole.len), &value))
		return false;
	*stem = str_slice(whole, 0, at - 1);
	*number = (unsigned)value;
	return true;
}

static struct map
page_texts(const struct source_list *list, struct arena *arena)
{
	struct map texts = map_open(arena); /* by path without extension */
	for (size_t i = 0; i < list->count; i++) {
		const struct source *source = &list->items[i];
		if (source->kind == SOURCE_PLAINTEXT)
			*map_at(&texts, file_stem(source->file.path)) = &list->items[i];
	}
	return texts;
}

/* The text of the page that a Markdown file was frozen from; NULL when it was not. */
static const struct source *
evidence_of(const struct map *texts, struct str path, unsigned *number)
{
	struct str stem;
	return cut_name(path, &stem, number) ? map_find(texts, stem) : NULL;
}

static void
settle_article(struct page *page, const struct map *texts)
{
	unsigned number;
	const struct source *evidence = evidence_of(texts, page->source, &number);
	for (size_t i = 0; i < page->articles.count && evidence; i++) {
		page->articles.items[i]->evidence = evidence->file.path;
		page->articles.items[i]->ordinal = number;
	}
}

void
frozen_settle(const struct source_list *list, struct page **pages, size_t count,
	struct arena *arena)
{
	struct map texts = page_texts(list, arena);
	struct map frozen = map_open(arena); /* paths of page texts */
	for (size_t i = 0; i < list->count; i++) {
		unsigned number;
		const struct source *source = &list->items[i], *evidence = NULL;
		if (source->kind == SOURCE_MARKDOWN)
			evidence = evidence_of(&texts, source->file.path, &number);
		if (evidence)
			*map_at(&frozen, evidence->file.path) = &list->items[i];
	}
	for (size_t i = 0; i < count; i++) {
		if (pages[i]->curated)
			settle_article(pages[i], &texts);
		else if (map_find(&frozen, pages[i]->source))
			pages[i]->articles.count = 0;
	}
}
