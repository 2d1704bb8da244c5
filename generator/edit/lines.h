/* Lines of a page as the segmentation sees them: trimmed, with the spacing of the
 * extraction repaired, marks and heading signs taken off, measured. Empty lines are
 * counted, not kept. */
#ifndef EDIT_LINES_H
#define EDIT_LINES_H

#include "base/str.h"

struct line {
	struct str text;
	struct str raw;       /* the text with the spaces of the extraction */
	unsigned number;      /* of the source file, from 1 */
	unsigned last_number; /* another one where two lines were put together */
	unsigned blanks;      /* empty lines before it */
	unsigned frame;       /* lines of one frame of a laid-out page share a number */
	int width;            /* half cells, as printed */
	int indent;           /* half cells of leading space */
	int level;            /* of a Markdown heading, 0 for none */
	uint32_t mark;        /* a sign such as ▲ or □ that was taken off, or 0 */
	bool table;           /* a row of a table: its cells are parted by tabs */
	struct str row;       /* the text as a row */
	unsigned cells; /* parts between bars, or between gaps of two spaces and more */
	bool spread;    /* was letter-spaced to fill its column */
	bool ends;      /* ends a sentence */
	bool runs;   /* breaks off at a comma, a colon, an opening quote, inside a bracket
		      */
	size_t jump; /* byte offset of a jump such as （下转第3版） at its end, or
			SIZE_MAX */
	unsigned points;  /* code points of text */
	unsigned stops;   /* commas, semicolons and full stops inside */
	unsigned periods; /* sentences that end inside, not at its end */
	int quotes;       /* quotation marks inside */
	bool squeezed;    /* signs or figures inside make its width unsure */
	int give;         /* half cells by which a full line may seem narrower */
};

struct line_list {
	struct line *items;
	size_t count, capacity;
	bool spaced; /* an empty line stands behind nearly every one */
};

/* Lines of the text; the first one has the number first. Pages laid out in columns side
 * by side (several cells a line) are first taken apart, frame by frame. Linear. */
void
lines_read(struct str text, unsigned first, struct line_list *lines, struct arena *arena);

/* One line more, read from raw; nothing is added for an empty one. */
void lines_add(struct line_list *lines, struct str raw, unsigned number, unsigned blanks,
	unsigned frame, struct arena *arena);

/* Width in half cells as newspapers print it: quotation marks, dashes and dots are wide.
 */
int line_width(struct str text);

/* Whether the line fills a column of this width in half cells (0 for none), as lines in
 * the middle of a paragraph do: at most two half cells narrower, four wider. */
bool line_fills(const struct line *line, int column);

/* Whether the text ends a sentence, closing quotes and brackets aside. */
bool line_ends(struct str text);

/* Whether the text begins with the dash of a subtitle, as some extractors read it. */
bool line_is_subtitle(struct str text);

/* Whether all of it stands in one bracket, as a sentence of its own does:
 * （2024年3月5日县人大常委会第八次会议通过）. */
bool line_is_bracketed(struct str text);

/* Where a jump to or from another page (下转, 上接) begins that ends the text; SIZE_MAX
 * for none. */
size_t line_jump(struct str text);

/* Letter-spacing closed, spaces between Han and figures and beside punctuation removed,
 * others narrowed to one. */
struct str line_close_up(struct str raw, bool *spread, struct arena *arena);

/* Spaces inside running text removed wherever one side is Chinese. */
struct str line_body_text(struct str text, struct arena *arena);

bool line_is_mark(uint32_t c);   /* ▲ □ ● and the like */
bool line_is_closer(uint32_t c); /* ” ） 》 and the like */
bool line_is_opener(uint32_t c);
bool line_is_stop(uint32_t c);  /* 。！？… */
bool line_is_comma(uint32_t c); /* ，、；： of both widths */

#endif
