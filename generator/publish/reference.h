/* References: an article as programs that keep references read it: RIS, BibTeX, CSL-JSON
 * and, for whoever crawls the web, JSON-LD (schema.org NewsArticle). */
#ifndef PUBLISH_REFERENCE_H
#define PUBLISH_REFERENCE_H

#include "archive/article.h"
#include "archive/site.h"
#include "publish/template.h"
#include "publish/words.h"

/* What is known of the article; texts are "" where nothing is. */
struct reference {
	struct str id;    /* "2024-03-05-01-3" */
	struct str title; /* with the subtitle */
	struct str_list authors;
	struct str paper, publisher, place;
	struct str issue_number; /* of the paper */
	struct str page, section;
	struct str description;
	struct str url; /* full address */
	struct date date;
};

/* All but the number of the issue and the section, which the article does not know. */
struct reference reference_of(const struct words *words, const struct article *article,
	const struct site *site, struct arena *arena);

/* https://en.wikipedia.org/wiki/RIS_(file_format): TY  - NEWS */
struct str reference_ris(const struct reference *reference, struct arena *arena);
/* An @article of biblatex and BibTeX. */
struct str reference_bibtex(const struct reference *reference, struct arena *arena);
/* One item of type article-newspaper, without the list around it. */
struct str reference_csl_json(const struct reference *reference, struct arena *arena);
/* What stands in a script element of type application/ld+json. */
struct html reference_json_ld(const struct reference *reference, struct arena *arena);

#endif
