#include "edit/blocks_furniture.h"

#include "base/list.h"

/* Whether strong furniture stands within two lines before or behind line i, or i stands
 * at an edge of the page. */
static bool
has_company(const struct draft *draft, size_t i)
{
	size_t count = draft->lines.count;
	if (i < 2 || i + 2 >= count)
		return true;
	for (size_t j = i - 2; j <= i + 2; j++)
		if (j != i && draft->folios[j].what && !draft->folios[j].weak)
			return true;
	return false;
}

/* A date or a publisher right below other text signs it. */
static bool
is_signature(const struct draft *draft, size_t i)
{
	return i > 0 && !draft->lines.items[i].blanks && !draft->folios[i - 1].what;
}

/* 江声 right above a folio line at the head of the page: the name of the supplement. */
static void
find_page_name(struct draft *draft)
{
	const struct line *first = draft->lines.items;
	struct folio *below = &draft->folios[1];
	if (draft->lines.count < 3 || draft->folios[0].what || first->points > 6 ||
		first->points < 2 || first->stops || first[1].blanks || !below->what ||
		!date_known(below->date))
		return;
	draft->folios[0] = (struct folio){.what = "name", .unknown = first->text};
	if (!below->name.len)
		draft->folios[0].name = first->text;
}

static void
find_furniture(struct draft *draft)
{
	size_t count = draft->lines.count;
	draft->folios = arena_array(draft->arena, struct folio, count + 2);
	for (size_t i = 0; i < count; i++) {
		struct folio *folio = &draft->folios[i];
		if (draft->lines.items[i].ends)
			continue;
		*folio = furniture_read(
			draft->words->furniture, draft->lines.items[i].text);
		/* A heading needs more than the name of a page. */
		if (draft->lines.items[i].level && folio->weak && !folio->number.len)
			folio->what = NULL;
	}
	for (size_t i = 0; i < count; i++)
		if (draft->folios[i].weak &&
			(!has_company(draft, i) || is_signature(draft, i)))
			draft->folios[i].what = NULL;
	find_page_name(draft);
}

/* Folio lines name columns too: 槐荫·副刊. */
static void
find_columns(struct draft *draft)
{
	for (size_t i = 0; i < draft->lines.count; i++) {
		struct str name = draft->folios[i].name;
		if (draft->folios[i].what && name.len &&
			!str_list_has(&draft->columns, name) && draft->columns.count < 8)
			str_list_add(&draft->columns, name, draft->arena);
		name = draft->folios[i].unknown;
		if (draft->folios[i].what && name.len &&
			!str_list_has(&draft->columns, name) && draft->columns.count < 8)
			str_list_add(&draft->columns, name, draft->arena);
	}
}

void
furniture_find(struct draft *draft)
{
	find_furniture(draft);
	find_columns(draft);
}
