/* plain.txt: the text of one article, for whoever wants neither page nor marks. */
#include "publish/plain.h"

#include "archive/full_text.h"
#include "base/file.h"
#include "publish/citation.h"
#include "publish/frame.h"
#include "publish/key.h"
#include "publish/kinds.h"

struct plain_view {
	struct str text, citation, url;
};

static const struct field fields[] = {
	FIELD(struct plain_view, text, FIELD_TEXT, NULL,
		"headline, byline and text, a paragraph a line"),
	FIELD(struct plain_view, citation, FIELD_TEXT, NULL, "citation by GB/T 7714"),
	FIELD(struct plain_view, url, FIELD_TEXT, NULL,
		"full address of its page, or empty"),
	{0},
};

static const struct shape shape = {"plain", sizeof(struct plain_view), fields};

struct str
plain_address(const struct article *article, struct arena *arena)
{
	return str_format(arena, "%.*s.txt", STR_ARG(file_stem(article->address)));
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->articles.count; i++) {
		const struct article *article = catalog->articles.items[i];
		if (article->takedown == TAKEDOWN_NOINDEX)
			continue; /* a plain text cannot ask to be passed over */
		output_add(outputs, &plain_kind, plain_address(article, arena), arena)
			->subject = article;
	}
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct article *article =
		full_text_of_article(publication->cache, output->subject, arena);
	struct plain_view *view = arena_new(arena, struct plain_view);
	*view = (struct plain_view){
		.text = article_text(article, arena),
		.citation = citation_of(publication->words, article, publication->site,
			GBT_7714_2025, arena),
		.url = frame_address(publication->site, article->address, arena),
	};
	return view;
}

static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	(void)publication;
	key_add_article(key, output->subject);
}

const struct output_kind plain_kind = {
	"plain", "plain.txt", &shape, plan, view_of, made_of};
