#include "archive/article.h"

#include <string.h>

#include "base/bytes.h"
#include "base/text.h"

static const struct str kind_names[ARTICLE_KINDS] = {
	[ARTICLE_NEWS] = STR_INIT("news"),
	[ARTICLE_BRIEF] = STR_INIT("brief"),
	[ARTICLE_FEATURE] = STR_INIT("feature"),
	[ARTICLE_COMMENTARY] = STR_INIT("commentary"),
	[ARTICLE_PHOTO] = STR_INIT("photo"),
	[ARTICLE_NOTICE] = STR_INIT("notice"),
	[ARTICLE_WEATHER] = STR_INIT("weather"),
	[ARTICLE_POEM] = STR_INIT("poem"),
	[ARTICLE_ADVERT] = STR_INIT("advert"),
	[ARTICLE_OBITUARY] = STR_INIT("obituary"),
};

static const char *const tag_kind_names[TAG_KINDS] = {
	[TAG_TOPIC] = "topic",
	[TAG_PLACE] = "place",
	[TAG_ORGANISATION] = "organisation",
	[TAG_COLUMN] = "column",
};

static const struct {
	enum mark mark;
	struct str name;
} marks[] = {
	{MARK_TITLE_SUPPLIED, STR_INIT("title-supplied")},
	{MARK_BEGINNING_LOST, STR_INIT("beginning-lost")},
	{MARK_END_LOST, STR_INIT("end-lost")},
	{MARK_DATE_INFERRED, STR_INIT("date-inferred")},
};

enum { MARKS = sizeof marks / sizeof *marks };
enum { LONGEST_OPENING = 24 /* characters of text that stand in for a title */ };

static void
add_line(struct strbuf *out, struct str line)
{
	if (line.len == 0)
		return;
	if (out->len)
		strbuf_add_char(out, '\n');
	strbuf_add(out, line);
}

/* --- digest --- */

static void
add_date(struct strbuf *out, struct date date)
{
	bytes_add_number(out, (uint64_t)date.year);
	bytes_add_number(out, (uint64_t)date.month);
	bytes_add_number(out, (uint64_t)date.day);
}

static void
add_headline(struct strbuf *out, const struct article *article)
{
	const struct str parts[] = {article->address, article->page, article->kicker,
		article->title, article->subtitle, article->column, article->series,
		article->byline, article->dateline, article->summary, article->jump_to,
		article->jump_from, article->source};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		bytes_add_str(out, parts[i]);
	add_date(out, article->date);
	add_date(out, article->event_date);
	const uint64_t numbers[] = {article->kind, article->ordinal,
		(uint64_t)article->part, article->marks, article->curated,
		article->draft};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		bytes_add_number(out, numbers[i]);
}

static void
add_blocks(struct strbuf *out, const struct article *article)
{
	bytes_add_number(out, article->blocks.count);
	for (size_t i = 0; i < article->blocks.count; i++) {
		const struct block *block = &article->blocks.items[i];
		bytes_add_number(out, block->kind);
		bytes_add_str(out, block->text);
		bytes_add_str(out, block->html);
	}
}

static void
add_people(struct strbuf *out, const struct article *article)
{
	bytes_add_number(out, article->credits.count);
	for (size_t i = 0; i < article->credits.count; i++) {
		const struct credit *credit = &article->credits.items[i];
		bytes_add_str(out, credit->role);
		bytes_add_str(out, credit->name);
		bytes_add_number(out, credit->photo);
	}
	bytes_add_number(out, article->mentions.count);
	for (size_t i = 0; i < article->mentions.count; i++) {
		const struct mention *mention = &article->mentions.items[i];
		bytes_add_str(out, mention->name);
		bytes_add_str(out, mention->office);
		bytes_add_str(out, mention->context);
		bytes_add_number(out, mention->count);
		bytes_add_number(out, mention->strong);
		bytes_add_number(out, mention->faint);
	}
}

static void
add_tags(struct strbuf *out, const struct article *article)
{
	bytes_add_number(out, article->tags.count);
	for (size_t i = 0; i < article->tags.count; i++) {
		bytes_add_number(out, article->tags.items[i].kind);
		bytes_add_str(out, article->tags.items[i].name);
	}
	bytes_add_number(out, article->aliases.count);
	for (size_t i = 0; i < article->aliases.count; i++)
		bytes_add_str(out, article->aliases.items[i]);
}

struct digest
article_digest(const struct article *article)
{
	struct arena *arena = arena_open();
	struct strbuf seen = strbuf_open(arena);
	add_headline(&seen, article);
	add_blocks(&seen, article);
	add_people(&seen, article);
	add_tags(&seen, article);
	struct digest digest = digest_of(strbuf_str(&seen));
	arena_close(arena);
	return digest;
}

/* --- names --- */

const char *
article_kind_name(enum article_kind kind)
{
	return kind_names[kind].data;
}

const char *
tag_kind_name(enum tag_kind kind)
{
	return tag_kind_names[kind];
}

bool
article_kind_named(struct str name, enum article_kind *kind)
{
	for (int i = 0; i < ARTICLE_KINDS; i++)
		if (str_equal(kind_names[i], name)) {
			*kind = (enum article_kind)i;
			return true;
		}
	return false;
}

const char *
mark_name(enum mark mark)
{
	for (int i = 0; i < MARKS; i++)
		if (marks[i].mark == mark)
			return marks[i].name.data;
	return "";
}

bool
mark_named(struct str name, enum mark *mark)
{
	for (int i = 0; i < MARKS; i++)
		if (str_equal(marks[i].name, name)) {
			*mark = marks[i].mark;
			return true;
		}
	return false;
}

struct str
article_origin(const struct article *article)
{
	return article->evidence.len ? article->evidence : article->source;
}

/* --- texts --- */

struct str
article_text(const struct article *article, struct arena *arena)
{
	struct strbuf text = strbuf_open(arena);
	add_line(&text, article->kicker);
	add_line(&text, article->title);
	add_line(&text, article->subtitle);
	add_line(&text, article->byline);
	for (size_t i = 0; i < article->blocks.count; i++)
		add_line(&text, article->blocks.items[i].text);
	return strbuf_str(&text);
}

struct str
article_body(const struct article *article, struct arena *arena)
{
	struct strbuf body = strbuf_open(arena);
	for (size_t i = 0; i < article->blocks.count; i++)
		if (article->blocks.items[i].kind != BLOCK_CAPTION)
			add_line(&body, article->blocks.items[i].text);
	return strbuf_str(&body);
}

struct str
article_opening(const struct article *article, struct arena *arena)
{
	struct str text = STR(""), line = STR("");
	for (size_t i = 0; i < article->blocks.count && !text.len; i++)
		text = str_trim(article->blocks.items[i].text);
	str_cut(&text, '\n', &line);
	if (str_count(line) <= LONGEST_OPENING)
		return line;
	return str_format(arena, "%.*s…", STR_ARG(str_points(line, 0, LONGEST_OPENING)));
}

size_t
article_length(const struct article *article)
{
	size_t length = 0;
	for (size_t i = 0; i < article->blocks.count; i++) {
		struct str rest = article->blocks.items[i].text;
		while (article->blocks.items[i].kind != BLOCK_CAPTION && rest.len)
			length += !text_is_space(str_next(&rest));
	}
	return length;
}

/* The same on every machine: sketches are kept in files. */
static uint64_t
pair_hash(uint32_t first, uint32_t second)
{
	char bytes[6];
	for (int i = 0; i < 3; i++) {
		bytes[i] = (char)(first >> 8 * i & 0xFF);
		bytes[3 + i] = (char)(second >> 8 * i & 0xFF);
	}
	return digest_of((struct str){bytes, sizeof bytes}).low;
}

/* Votes on 64 bits, eight bits at a time: byte k of lanes[b] counts bit 8 k + b. */
struct ballot {
	uint64_t lanes[8];
	unsigned counted; /* votes in the lanes, which hold 255 */
	size_t votes, set[64];
};

static void
ballot_empty_lanes(struct ballot *ballot)
{
	for (size_t bit = 0; bit < 64; bit++)
		ballot->set[bit] += ballot->lanes[bit % 8] >> (bit / 8 * 8) & 0xFF;
	memset(ballot->lanes, 0, sizeof ballot->lanes);
	ballot->counted = 0;
}

static void
ballot_vote(struct ballot *ballot, uint64_t hash)
{
	for (int bit = 0; bit < 8; bit++)
		ballot->lanes[bit] += hash >> bit & 0x0101010101010101u;
	ballot->votes++;
	if (++ballot->counted == 255)
		ballot_empty_lanes(ballot);
}

/* Each bigram votes on every bit with its hash; a bit is set where most votes say so. */
uint64_t
article_sketch(struct str body)
{
	struct ballot ballot = {0};
	uint32_t last = 0;
	while (body.len) {
		uint32_t c = str_next(&body);
		if (text_is_space(c))
			continue;
		if (last)
			ballot_vote(&ballot, pair_hash(last, c));
		last = c;
	}
	ballot_empty_lanes(&ballot);
	uint64_t sketch = 0;
	for (int bit = 0; bit < 64; bit++)
		sketch |= (uint64_t)(ballot.set[bit] * 2 > ballot.votes) << bit;
	return sketch;
}
