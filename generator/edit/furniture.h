/* Page furniture: folio lines, masthead, page editors, hotlines, public-service lines. */
#ifndef EDIT_FURNITURE_H
#define EDIT_FURNITURE_H

#include "archive/page.h"
#include "edit/credits.h"
#include "edit/lexicon.h"

struct furniture_words {
	struct lexicon *editors, *hotline, *number, *paper, *owner, *page, *service;
	const struct credit_words *credits;
};

struct furniture_words *
furniture_words_read(const struct credit_words *credits, struct arena *arena);

/* What a line was recognised as, and what it says about the page. */
struct folio {
	const char
		*what; /* "folio", "editors", "masthead", "name", "other"; NULL: none */
	bool weak;     /* only in the neighbourhood of other furniture */
	struct date date;
	struct str number;  /* of the page: "03", "A01" */
	struct str name;    /* of the page */
	struct str unknown; /* a name beside these that no lexicon knows */
	struct str paper;
};

struct folio furniture_read(const struct furniture_words *words, struct str line);

#endif
