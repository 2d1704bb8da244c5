#include "archive/record.h"

#include <limits.h>
#include <string.h>

#include "base/bytes.h"
#include "base/list.h"

/* One description serves both ways, so that writer and reader cannot part: each function
 * below writes its field, or reads it. */
struct coder {
	struct strbuf *out; /* NULL when reading */
	struct bytes_reader in;
	struct arena *arena;
};

/* The parts of a record begin with a letter of their own. */
enum part {
	PART_HEAD = 'h',
	PART_SIGNS = 's',
	PART_QUOTES = 'q',
	PART_TEXT = 't',
};
enum { START_SIZE = 4, SUMMED_SIZE = START_SIZE + 16 };

/* --- plain fields --- */

static uint64_t
code(struct coder *coder, uint64_t value, uint64_t most)
{
	if (!coder->out)
		return bytes_number_to(&coder->in, most);
	bytes_add_number(coder->out, value);
	return value;
}

static void
code_unsigned(struct coder *coder, unsigned *value)
{
	*value = (unsigned)code(coder, *value, UINT_MAX);
}

static void
code_bool(struct coder *coder, bool *value)
{
	*value = code(coder, *value, 1);
}

/* Zigzag: small numbers of either sign stay small. */
static void
code_int(struct coder *coder, int *value)
{
	uint64_t folded = (uint64_t)*value << 1 ^ (*value < 0 ? UINT64_MAX : 0);
	folded = code(coder, folded, UINT_MAX);
	*value = (int)(folded >> 1 ^ (folded & 1 ? UINT64_MAX : 0));
}

static void
code_str(struct coder *coder, struct str *value)
{
	if (coder->out)
		bytes_add_str(coder->out, *value);
	else
		*value = bytes_str(&coder->in);
}

static void
code_strs(struct coder *coder, struct str *const values[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		code_str(coder, values[i]);
}

static void
code_digest(struct coder *coder, struct digest *value)
{
	if (coder->out)
		bytes_add_digest(coder->out, *value);
	else
		*value = bytes_digest(&coder->in);
}

static void
code_date(struct coder *coder, struct date *date)
{
	date->year = (int)code(coder, (uint64_t)date->year, 9999);
	date->month = (int)code(coder, (uint64_t)date->month, 12);
	date->day = (int)code(coder, (uint64_t)date->day, 31);
}

/* Codes the count and then each item; every item takes at least one byte, so no count can
 * ask for more memory than the record's own size warrants. */
#define code_list(coder, list, code_item)                                                \
	do {                                                                             \
		size_t count_ =                                                          \
			(size_t)code(coder, (list)->count, (coder)->in.rest.len);        \
		if (!(coder)->out && count_) {                                           \
			(list)->items = arena_alloc(                                     \
				(coder)->arena, count_ * sizeof *(list)->items);         \
			(list)->count = (list)->capacity = count_;                       \
		}                                                                        \
		for (size_t i_ = 0; i_ < count_ && !(coder)->in.bad; i_++)               \
			code_item(coder, &(list)->items[i_]);                            \
	} while (0)

#define CODE_STRS(coder, ...)                                                            \
	code_strs(coder, (struct str *const[]){__VA_ARGS__},                             \
		sizeof((struct str *const[]){__VA_ARGS__}) / sizeof(struct str *))

/* --- the nouns --- */

static void
code_block(struct coder *coder, struct block *block)
{
	block->kind = (enum block_kind)code(coder, block->kind, BLOCK_KINDS - 1);
	CODE_STRS(coder, &block->text, &block->html);
	code_unsigned(coder, &block->first_line);
	code_unsigned(coder, &block->last_line);
}

static void
code_credit(struct coder *coder, struct credit *credit)
{
	CODE_STRS(coder, &credit->role, &credit->name);
	code_bool(coder, &credit->photo);
}

static void
code_mention(struct coder *coder, struct mention *mention)
{
	CODE_STRS(coder, &mention->name, &mention->office);
	mention->left = (uint32_t)code(coder, mention->left, UINT32_MAX);
	mention->right = (uint32_t)code(coder, mention->right, UINT32_MAX);
	code_unsigned(coder, &mention->count);
	code_unsigned(coder, &mention->strong);
	code_unsigned(coder, &mention->faint);
}

static void
code_tag(struct coder *coder, struct tag_use *tag)
{
	tag->kind = (enum tag_kind)code(coder, tag->kind, TAG_KINDS - 1);
	code_str(coder, &tag->name);
	code_int(coder, &tag->weight);
}

static void
code_lists(struct coder *coder, struct article *article)
{
	code_list(coder, &article->credits, code_credit);
	code_list(coder, &article->mentions, code_mention);
	code_list(coder, &article->aliases, code_str);
}

static void
code_article(struct coder *coder, struct article **place)
{
	if (!coder->out)
		*place = arena_new(coder->arena, struct article);
	struct article *article = *place;
	article->kind = (enum article_kind)code(coder, article->kind, ARTICLE_KINDS - 1);
	code_date(coder, &article->date);
	code_date(coder, &article->event_date);
	CODE_STRS(coder, &article->address, &article->page, &article->kicker,
		&article->title, &article->subtitle, &article->opening, &article->column,
		&article->series, &article->byline, &article->dateline, &article->slug,
		&article->summary, &article->jump_to, &article->jump_from,
		&article->source, &article->ledger_title);
	code_unsigned(coder, &article->ordinal);
	code_int(coder, &article->part);
	code_unsigned(coder, &article->marks);
	code_int(coder, &article->confidence);
	code_bool(coder, &article->curated);
	code_bool(coder, &article->draft);
	code_unsigned(coder, &article->first_line);
	code_unsigned(coder, &article->last_line);
	code_unsigned(coder, &article->evidence_first);
	code_unsigned(coder, &article->evidence_last);
	code_digest(coder, &article->digest);
	article->sketch = code(coder, article->sketch, UINT64_MAX);
	code_lists(coder, article);
}

static void
code_furniture(struct coder *coder, struct furniture *furniture)
{
	CODE_STRS(coder, &furniture->text, &furniture->what);
	code_unsigned(coder, &furniture->first_line);
	code_unsigned(coder, &furniture->last_line);
}

static void
code_repeat(struct coder *coder, struct repeat *repeat)
{
	code_str(coder, &repeat->text);
	code_unsigned(coder, &repeat->first_line);
	code_unsigned(coder, &repeat->last_line);
	code_unsigned(coder, &repeat->of_first_line);
	code_unsigned(coder, &repeat->of_last_line);
}

/* Hardly a page has lost anything. */
static void
code_takedown(struct coder *coder, struct digest *takedown)
{
	bool any = takedown->high || takedown->low;
	code_bool(coder, &any);
	if (any)
		code_digest(coder, takedown);
}

static void
code_head(struct coder *coder, struct page *page)
{
	CODE_STRS(coder, &page->source, &page->number, &page->name, &page->address,
		&page->picture, &page->issue_number);
	code_digest(coder, &page->digest);
	code_takedown(coder, &page->takedown);
	code_date(coder, &page->date);
	code_bool(coder, &page->date_inferred);
	code_unsigned(coder, &page->first_line);
	code_bool(coder, &page->curated);
	code_list(coder, &page->articles, code_article);
}

/* --- the nouns: signs --- */

/* The articles are there when they are read. */
static void
code_signs(struct coder *coder, struct page *page)
{
	size_t count = page->articles.count;
	code_str(coder, &page->census);
	if (code(coder, count, SIZE_MAX) != count)
		coder->in.bad = true;
	for (size_t i = 0; i < count && !coder->in.bad; i++) {
		struct article *article = page->articles.items[i];
		code_list(coder, &article->tags, code_tag);
		code_list(coder, &article->spare_tags, code_tag);
	}
}

/* --- the nouns: quotes --- */

static void
code_context(struct coder *coder, struct mention *mention)
{
	code_str(coder, &mention->context);
}

static void
code_article_quotes(struct coder *coder, struct article **place)
{
	if (!coder->out)
		*place = arena_new(coder->arena, struct article);
	code_list(coder, &(*place)->mentions, code_context);
}

static void
code_quotes(struct coder *coder, struct page *page)
{
	code_list(coder, &page->articles, code_article_quotes);
}

/* --- the nouns: texts --- */

static void
code_article_text(struct coder *coder, struct article **place)
{
	if (!coder->out)
		*place = arena_new(coder->arena, struct article);
	code_list(coder, &(*place)->blocks, code_block);
}

static void
code_text(struct coder *coder, struct page *page)
{
	code_str(coder, &page->text);
	code_list(coder, &page->articles, code_article_text);
	code_list(coder, &page->furniture, code_furniture);
	code_list(coder, &page->repeats, code_repeat);
}

/* --- records --- */

typedef void code_part(struct coder *coder, struct page *page);

static struct str
start_of(enum part part, struct arena *arena)
{
	return str_format(arena, "bf%c%c", (char)part, RECORD_VERSION);
}

static struct str
write_part(const struct page *page, enum part part, code_part *code_page,
	struct arena *arena)
{
	struct page copy = *page;
	struct strbuf body = strbuf_open(arena), record = strbuf_open(arena);
	struct coder coder = {.out = &body, .arena = arena};
	code_page(&coder, &copy);
	strbuf_add(&record, start_of(part, arena));
	bytes_add_digest(&record, digest_of(strbuf_str(&body)));
	strbuf_add(&record, strbuf_str(&body));
	return strbuf_str(&record);
}

/* Begins to read a part; false when it is damaged, or none of this kind and version. */
static bool
open_part(struct coder *coder, struct str bytes, enum part part)
{
	struct str start = start_of(part, coder->arena);
	if (bytes.len < SUMMED_SIZE || !str_starts(bytes, start))
		return false;
	coder->in.rest = str_slice(bytes, START_SIZE, bytes.len);
	struct digest checksum = bytes_digest(&coder->in);
	return digest_equal(checksum, digest_of(coder->in.rest));
}

static bool
is_read(const struct coder *coder)
{
	return !coder->in.bad && !coder->in.rest.len;
}

static struct page *
read_part(struct str bytes, enum part part, code_part *code_page, struct arena *arena)
{
	struct coder coder = {.arena = arena};
	if (!open_part(&coder, bytes, part))
		return NULL;
	struct page *page = arena_new(arena, struct page);
	code_page(&coder, page);
	return is_read(&coder) ? page : NULL;
}

struct record
record_write(const struct page *page, struct arena *arena)
{
	return (struct record){
		.head = write_part(page, PART_HEAD, code_head, arena),
		.signs = write_part(page, PART_SIGNS, code_signs, arena),
		.quotes = write_part(page, PART_QUOTES, code_quotes, arena),
		.text = write_part(page, PART_TEXT, code_text, arena),
	};
}

struct page *
record_read_head(struct str head, struct arena *arena)
{
	struct page *page = read_part(head, PART_HEAD, code_head, arena);
	if (page)
		page->is_head = true;
	for (size_t i = 0; page && i < page->articles.count; i++) {
		page->articles.items[i]->place = (unsigned)i;
		page->articles.items[i]->is_head = true;
	}
	return page;
}

bool
record_read_signs(struct str signs, struct page *page, struct arena *arena)
{
	struct coder coder = {.arena = arena};
	if (!open_part(&coder, signs, PART_SIGNS))
		return false;
	code_signs(&coder, page);
	return is_read(&coder);
}

struct page *
record_read_quotes(struct str quotes, struct arena *arena)
{
	return read_part(quotes, PART_QUOTES, code_quotes, arena);
}

struct page *
record_read_text(struct str text, struct arena *arena)
{
	return read_part(text, PART_TEXT, code_text, arena);
}

static bool
join_quotes(struct page *page, const struct page *quotes)
{
	if (page->articles.count != quotes->articles.count)
		return false;
	for (size_t i = 0; i < page->articles.count; i++) {
		struct article *article = page->articles.items[i];
		const struct article *part = quotes->articles.items[i];
		if (article->mentions.count != part->mentions.count)
			return false;
		for (size_t k = 0; k < part->mentions.count; k++)
			article->mentions.items[k].context =
				part->mentions.items[k].context;
	}
	return true;
}

/* Moves what the text of a page holds into its head; false when they do not fit. */
static bool
join_text(struct page *page, const struct page *text)
{
	if (page->articles.count != text->articles.count)
		return false;
	for (size_t i = 0; i < page->articles.count; i++) {
		struct article *article = page->articles.items[i];
		const struct article *part = text->articles.items[i];
		memcpy(&article->blocks, &part->blocks, sizeof part->blocks);
		article->is_head = false;
	}
	page->text = text->text;
	memcpy(&page->furniture, &text->furniture, sizeof text->furniture);
	memcpy(&page->repeats, &text->repeats, sizeof text->repeats);
	page->is_head = false;
	return true;
}

struct page *
record_read(const struct record *record, struct arena *arena)
{
	struct page *page = record_read_head(record->head, arena);
	bool signs = page && record_read_signs(record->signs, page, arena);
	const struct page *quotes =
		signs ? record_read_quotes(record->quotes, arena) : NULL;
	const struct page *text = quotes ? record_read_text(record->text, arena) : NULL;
	return text && join_quotes(page, quotes) && join_text(page, text) ? page : NULL;
}
