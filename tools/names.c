/* names: reads lines `id<TAB>text`, takes them together for one archive and prints
 * `id<TAB>name` for each person named in each line. For measuring; no part of backfile.
 */
#include <stdio.h>

#include "base/list.h"
#include "edit/people.h"
#include "edit/people_settle.h"

struct lines {
	struct arena *arena, *scratch;
	struct people_finder *finder;
	struct page page; /* all articles; their addresses are the ids */
	struct census census;
};

static void
add_line(struct lines *lines, struct str line)
{
	struct str text = line, id;
	if (line.len == 0 || line.data[0] == '#')
		return;
	str_cut(&text, '\t', &id);
	struct article *article = arena_new(lines->arena, struct article);
	struct block *block = list_add(&article->blocks, lines->arena);
	str_cut(&text, '\t', &block->text);
	article->address = id;
	struct passage passage = passage_of_article(article, lines->scratch);
	struct census census = {0};
	people_find(
		lines->finder, article, &passage, &census, lines->arena, lines->scratch);
	for (size_t i = 0; i < census.count; i++)
		*list_add(&lines->census, lines->arena) = census.items[i];
	arena_empty(lines->scratch);
	*list_add(&lines->page.articles, lines->arena) = article;
}

static void
print_names(const struct lines *lines)
{
	for (size_t i = 0; i < lines->page.articles.count; i++) {
		const struct article *article = lines->page.articles.items[i];
		for (size_t k = 0; k < article->mentions.count; k++) {
			if (article->mentions.items[k].dropped)
				continue;
			printf("%.*s\t%.*s\n", STR_ARG(article->address),
				STR_ARG(article->mentions.items[k].name));
		}
	}
}

static struct str
read_all(FILE *file, struct arena *arena)
{
	struct strbuf all = strbuf_open(arena);
	char part[1 << 14];
	for (size_t n; (n = fread(part, 1, sizeof part, file)) > 0;)
		strbuf_add(&all, (struct str){part, n});
	return strbuf_str(&all);
}

int
main(void)
{
	struct lines lines = {.arena = arena_open(), .scratch = arena_open()};
	struct authority authority = {.person_of = map_open(lines.arena)};
	struct text *text = text_open();
	struct str rest = read_all(stdin, lines.arena), line;
	lines.finder = people_open(&authority, text, lines.arena);
	while (str_cut(&rest, '\n', &line))
		add_line(&lines, line);
	struct page *page = &lines.page;
	page->census = census_write(&lines.census, lines.arena);
	people_settle(&page, 1, &authority, lines.arena);
	print_names(&lines);
	text_close(text);
	arena_close(lines.scratch);
	arena_close(lines.arena);
	return 0;
}
