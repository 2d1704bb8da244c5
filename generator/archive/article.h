/* An article: what an editor would call one piece. Plain data, living in the arena of
 * whoever made it; strings are UTF-8 and NFC. */
#ifndef ARCHIVE_ARTICLE_H
#define ARCHIVE_ARTICLE_H

#include "base/date.h"
#include "base/digest.h"
#include "base/str.h"

enum article_kind {
	ARTICLE_NEWS,
	ARTICLE_BRIEF,
	ARTICLE_FEATURE,
	ARTICLE_COMMENTARY,
	ARTICLE_PHOTO,
	ARTICLE_NOTICE,
	ARTICLE_WEATHER,
	ARTICLE_POEM,
	ARTICLE_ADVERT,
	ARTICLE_OBITUARY,
	ARTICLE_KINDS
};

enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_SUBHEAD, /* couplet parts joined by one U+3000 */
	BLOCK_CAPTION, /* with its credit as printed */
	BLOCK_TABLE,   /* lines kept, \n between, cells separated by a tab */
	BLOCK_VERSE,   /* lines kept, \n between; an empty line parts stanzas */
	BLOCK_HTML,    /* of a Markdown article, what has markup: html is set, text is its
			  plain text */
	BLOCK_KINDS
};

struct block {
	enum block_kind kind;
	struct str text;
	struct str html;                /* BLOCK_HTML only, safe */
	unsigned first_line, last_line; /* of the source file, from 1 */
};

/* Who wrote or photographed: 全媒体记者 刘某, 通讯员 王某, a bare name (role empty). */
struct credit {
	struct str role, name;
	bool photo;
	struct person *person; /* whom the catalog takes it for, or NULL */
};

/* One person as named in one article: all occurrences of one name. */
struct mention {
	struct str name;    /* as printed */
	struct str office;  /* the longest title phrase printed before it, or "" */
	struct str context; /* the sentence of the first occurrence, at most about 80
			       characters */
	unsigned count;     /* occurrences */
	unsigned strong; /* occurrences with evidence that suffices alone: office, byline,
			    list */
	unsigned faint;  /* occurrences with hardly enough evidence for a name */
	uint32_t left, right; /* the Han beside it everywhere, or 0 */
	bool dropped; /* the archive as a whole makes it no name: edit/people_settle */
	struct person *person; /* whom the catalog takes it for, or NULL */
};

enum tag_kind { TAG_TOPIC, TAG_PLACE, TAG_ORGANISATION, TAG_COLUMN, TAG_KINDS };

struct tag_use {
	enum tag_kind kind;
	struct str name;
	int weight;      /* in thousandths, for the order of an article's tags */
	struct tag *tag; /* of the catalog, or NULL for one without a page */
};

/* Doubts shown to readers and listed for review. */
enum mark {
	MARK_TITLE_SUPPLIED = 1, /* 〔代拟题〕 */
	MARK_BEGINNING_LOST = 2, /* 〔上文缺〕 */
	MARK_END_LOST = 4,       /* 〔下文缺〕 */
	MARK_DATE_INFERRED = 8,  /* 〔日期推定〕 */
};

/* How far the keeper has taken an article down: not for search engines, passages
 * replaced, gone but for a tombstone. Each goes further than the one before. */
enum takedown { TAKEDOWN_NONE, TAKEDOWN_NOINDEX, TAKEDOWN_REDACTED, TAKEDOWN_WITHDRAWN };

/* What a Markdown article's front matter asks for beyond the fields of every article. */
struct article {
	struct str address; /* "2024/03/05/01-3.html"; given by archive/addresses */
	enum article_kind kind;
	struct date date; /* of publication */
	struct str page;  /* page number as printed in the path: "01", "A03"; "" when
			     undated */
	unsigned ordinal; /* order on its page, from 1 */

	struct str kicker, title, subtitle; /* couplet parts joined by one U+3000 */
	struct str column;
	struct tag *column_tag; /* of the catalog, or NULL */
	struct str series;      /* what a series is called; part is 0 for no series */
	int part;
	struct str opening; /* how the text of one without a title begins; "" of others */
	struct str byline;  /* as printed, spaces normalised */
	struct str dateline; /* the lede marker as printed: 本报讯（记者 刘某） */
	struct date event_date;
	unsigned marks; /* enum mark, or-ed */
	int confidence; /* of the cut, 0 to 1000 */

	struct {
		struct credit *items;
		size_t count, capacity;
	} credits;
	struct {
		struct block *items;
		size_t count, capacity;
	} blocks;
	struct {
		struct mention *items;
		size_t count, capacity;
	} mentions;
	struct {
		struct tag_use *items;
		size_t count, capacity;
	} tags;
	struct {
		struct tag_use *items;
		size_t count, capacity;
	} spare_tags; /* key phrases, weak topics, places in passing: what the archive as
			 a whole may make tags */
	struct str_list aliases;       /* further addresses asked for in front matter */
	struct str slug;               /* asked for in front matter, or "" */
	struct str summary;            /* given in front matter, or "" */
	struct str jump_to, jump_from; /* page numbers of 下转 and 上接, or "" */
	struct article *
		continues; /* the part before this one, over a jump; set by the catalog */
	struct article *continued; /* the part behind this one */
	bool curated;              /* from a Markdown file */
	bool draft;
	enum takedown takedown;  /* set anew in each build: archive/withdrawal */
	struct str ledger_title; /* of one that lost text: what the ledger has for its
				    title; "" elsewhere */

	struct str source; /* path below content/ */
	unsigned place;    /* among the articles of its source, from 0 */
	size_t rank;       /* among the catalog's, from 0; set by the catalog */
	bool is_fresh;     /* new or other than when the last build read its source */
	bool is_head; /* its blocks and the contexts of its mentions were left on disk:
			 see archive/full_text */
	unsigned first_line, last_line; /* in the source, headline included */
	struct str evidence; /* of a frozen one: path of its page's text, set anew in each
				build; or "" */
	unsigned evidence_first, evidence_last; /* its lines there; 0 when not known */
	struct digest digest; /* of everything above that a reader can see */
	uint64_t sketch;      /* similarity sketch of the text, see article_sketch */
};

/* "news", "brief" ...: the names used in JSON and in addresses of facets. */
const char *article_kind_name(enum article_kind kind);
const char *tag_kind_name(enum tag_kind kind);
bool article_kind_named(struct str name, enum article_kind *kind);
/* "title-supplied" ...: the names that front matter uses. */
const char *mark_name(enum mark mark);
bool mark_named(struct str name, enum mark *mark);

/* The file on which the article stands as printed: its evidence, else its source. */
struct str article_origin(const struct article *article);

/* The first line of the first block, cut with … to at most 24 characters; captions count,
 * since a photo has nothing else. "" when there is no text. */
struct str article_opening(const struct article *article, struct arena *arena);

/* The text that is searched, quoted and matched: kicker, title, subtitle, byline, blocks,
 * one a line, in the order in which the article page shows them. */
struct str article_text(const struct article *article, struct arena *arena);

/* Paragraphs, subheads, verse and tables alone, one a line: no headline, no captions. */
struct str article_body(const struct article *article, struct arena *arena);

/* Characters of the body, spaces not counted. */
size_t article_length(const struct article *article);

/* Of everything that a reader of the article page can see: source lines, confidence and
 * the digest itself are left out. Blocks are told apart from each other, so moving a
 * paragraph end changes it. */
struct digest article_digest(const struct article *article);

/* 64-bit simhash (Charikar 2002) over the body's character bigrams: few bits differ
 * between two versions of one text. White space does not count; 0 for a text without two
 * characters. */
uint64_t article_sketch(struct str body);

#endif
