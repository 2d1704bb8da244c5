#include "publish/citation.h"

#include "publish/words.h"

enum { MOST_AUTHORS = 3 /* further ones are 等 */ };

static void
add_authors(struct str_list *authors, const struct article *article, bool photo,
	struct arena *arena)
{
	for (size_t i = 0; i < article->credits.count; i++) {
		const struct credit *credit = &article->credits.items[i];
		if (credit->photo == photo && !str_list_has(authors, credit->name))
			str_list_add(authors, credit->name, arena);
	}
}

struct str_list
citation_authors(const struct article *article, struct arena *arena)
{
	struct str_list authors = {0};
	add_authors(&authors, article, false, arena);
	if (!authors.count)
		add_authors(&authors, article, true, arena);
	return authors;
}

static void
cite_authors(struct strbuf *out, struct str_list authors, struct arena *arena)
{
	bool more = authors.count > MOST_AUTHORS;
	if (!authors.count)
		return;
	if (more)
		authors.count = MOST_AUTHORS;
	strbuf_add(out, str_join(&authors, STR(", "), arena));
	strbuf_add(out, more ? STR(", 等. ") : STR(". "));
}

/* The parts of a couplet are parted by a space of the citation's own width. */
struct str
citation_title(const struct words *words, const struct article *article, struct str colon,
	struct arena *arena)
{
	struct str title = words_title(words, article);
	if (article->subtitle.len) {
		bool dashed = str_starts(article->subtitle, STR("——"));
		title = str_format(arena, "%.*s%.*s%.*s", STR_ARG(title),
			dashed ? 0 : (int)colon.len, colon.data,
			STR_ARG(article->subtitle));
	}
	return str_replace(title, STR("　"), STR(" "), arena);
}

struct str
citation_of(const struct words *words, const struct article *article,
	const struct site *site, enum citation_standard standard, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	bool newer = standard == GBT_7714_2025;
	struct str title =
		citation_title(words, article, newer ? STR(": ") : STR("："), arena);
	struct str date = date_text(article->date, arena);
	struct str page = words_page_number(article->page);
	cite_authors(&out, citation_authors(article, arena), arena);
	strbuf_printf(&out, "%.*s[N]. %.*s", STR_ARG(title), STR_ARG(site->title));
	if (date.len)
		strbuf_printf(&out, ", %.*s", STR_ARG(date));
	if (date.len && page.len)
		strbuf_printf(&out, newer ? " (%.*s)" : "(%.*s)", STR_ARG(page));
	strbuf_add_char(&out, '.');
	return strbuf_str(&out);
}
