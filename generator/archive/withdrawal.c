#include "archive/withdrawal.h"

#include "archive/addresses.h"
#include "archive/redact.h"
#include "base/bytes.h"
#include "base/list.h"

/* --- what is lost --- */

void
page_loss_add(struct page_loss *loss, const struct withdrawal *entry, struct arena *arena)
{
	if (entry->state == TAKEDOWN_WITHDRAWN)
		loss->text = true;
	for (size_t i = 0; i < entry->redactions.count; i++)
		*list_add(&loss->redactions, arena) = &entry->redactions.items[i];
}

static void
add_article(struct strbuf *out, const struct article_loss *article)
{
	bytes_add_str(out, article->address);
	bytes_add_number(out, article->entry->state);
	for (size_t i = 0; i < article->entry->redactions.count; i++) {
		bytes_add_str(out, article->entry->redactions.items[i].text);
		bytes_add_str(out, article->entry->redactions.items[i].with);
	}
}

void
page_loss_settle(struct page_loss *loss)
{
	struct arena *scratch = arena_open();
	struct strbuf bytes = strbuf_open(scratch);
	bool any = loss->text || loss->redactions.count;
	bytes_add_number(&bytes, loss->text);
	bytes_add_number(&bytes, loss->articles_too);
	for (size_t i = 0; i < loss->redactions.count; i++) {
		bytes_add_str(&bytes, loss->redactions.items[i]->text);
		bytes_add_str(&bytes, loss->redactions.items[i]->with);
	}
	for (size_t i = 0; i < loss->count; i++)
		if (loss->articles[i].entry) {
			bytes_add_number(&bytes, i);
			add_article(&bytes, &loss->articles[i]);
		}
	loss->digest = any ? digest_of(strbuf_str(&bytes)) : (struct digest){0};
	arena_close(scratch);
}

/* --- withdrawn --- */

/* Nothing is left but where it stands; the sketch of its text, which tells nothing, so
 * that the ledger knows it. */
static void
withdraw(struct article *article)
{
	*article = (struct article){
		.address = article->address,
		.ledger_title = article->ledger_title,
		.kind = article->kind,
		.date = article->date,
		.page = article->page,
		.ordinal = article->ordinal,
		.kicker = STR(""),
		.title = STR(""),
		.subtitle = STR(""),
		.column = STR(""),
		.series = STR(""),
		.opening = STR(""),
		.byline = STR(""),
		.dateline = STR(""),
		.slug = STR(""),
		.summary = STR(""),
		.jump_to = STR(""),
		.jump_from = STR(""),
		.evidence = STR(""),
		.curated = article->curated,
		.source = article->source,
		.place = article->place,
		.sketch = article->sketch,
	};
}

/* --- redacted --- */

static bool
redact_field(const struct redactor *redactor, struct str *field)
{
	struct str before = *field;
	*field = redact(redactor, before);
	return field->data != before.data;
}

static void
redact_fields(const struct redactor *redactor, struct article *article)
{
	struct str *const fields[] = {&article->kicker, &article->title,
		&article->subtitle, &article->column, &article->series, &article->opening,
		&article->byline, &article->dateline, &article->slug, &article->summary};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		redact_field(redactor, fields[i]);
	for (size_t i = 0; i < article->credits.count; i++) {
		redact_field(redactor, &article->credits.items[i].role);
		redact_field(redactor, &article->credits.items[i].name);
	}
}

/* A passage may go over the end of a block, so all are one text. Markup could part it,
 * and hide it in the address of a link: what has any becomes plain text. */
static void
redact_blocks(const struct redactor *redactor, struct article *article)
{
	struct strbuf all = strbuf_open(redactor->arena);
	for (size_t i = 0; i < article->blocks.count; i++) {
		strbuf_add(&all, article->blocks.items[i].text);
		strbuf_add_char(&all, REDACT_SEAM);
	}
	struct str rest = redact(redactor, strbuf_str(&all));
	for (size_t i = 0; i < article->blocks.count; i++) {
		struct block *block = &article->blocks.items[i];
		str_cut(&rest, REDACT_SEAM, &block->text);
		if (block->kind == BLOCK_HTML)
			block->kind = BLOCK_PARAGRAPH;
		block->html = STR("");
	}
}

/* A name that has the passage, or is part of it, is no person's any more. */
static bool
is_lost(const struct redactor *redactor, struct str name)
{
	for (size_t i = 0; i < redactor->count; i++)
		if (str_has(redactor->items[i]->text, name))
			return true;
	return redact(redactor, name).data != name.data;
}

static void
redact_mentions(const struct redactor *redactor, struct article *article)
{
	size_t kept = 0;
	for (size_t i = 0; i < article->mentions.count; i++) {
		struct mention mention = article->mentions.items[i];
		if (is_lost(redactor, mention.name))
			continue;
		redact_field(redactor, &mention.office);
		redact_field(redactor, &mention.context);
		article->mentions.items[kept++] = mention;
	}
	article->mentions.count = kept;
}

static size_t
redact_tags(const struct redactor *redactor, struct tag_use *tags, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (!is_lost(redactor, tags[i].name))
			tags[kept++] = tags[i];
	return kept;
}

static bool
report_missing(const struct redactor *redactor, struct str address, struct report *report)
{
	bool good = true;
	for (size_t i = 0; i < redactor->count; i++)
		if (!redactor->found[i])
			good = report_error(report, redactor->items[i]->at,
				"`%.*s` is nowhere in %.*s; write it as it is printed "
				"there",
				STR_ARG(redactor->items[i]->text), STR_ARG(address));
	return good;
}

static bool
redact_article(struct article *article, const struct article_loss *loss,
	struct arena *arena, struct report *report)
{
	const struct withdrawal *entry = loss->entry;
	size_t count = entry->redactions.count;
	const struct redaction **items =
		arena_array(arena, const struct redaction *, count + 1);
	for (size_t i = 0; i < count; i++)
		items[i] = &entry->redactions.items[i];
	struct redactor redactor = {
		items, count, arena_array(arena, bool, count + 1), arena};
	redact_fields(&redactor, article);
	redact_blocks(&redactor, article);
	redact_mentions(&redactor, article);
	article->tags.count =
		redact_tags(&redactor, article->tags.items, article->tags.count);
	article->spare_tags.count = redact_tags(
		&redactor, article->spare_tags.items, article->spare_tags.count);
	return loss->parted || report_missing(&redactor, article->address, report);
}

/* --- the page --- */

/* What is evidence of names beyond the articles goes in any case. */
static void
lose_raw_text(struct page *page, const struct page_loss *loss, struct arena *arena)
{
	struct redactor redactor = {
		loss->redactions.items, loss->redactions.count, NULL, arena};
	page->census = STR("");
	if (loss->text) {
		page->text = STR("");
		page->furniture.count = page->repeats.count = 0;
	}
	redact_field(&redactor, &page->text);
	redact_field(&redactor, &page->name);
	for (size_t i = 0; i < page->furniture.count; i++)
		redact_field(&redactor, &page->furniture.items[i].text);
	for (size_t i = 0; i < page->repeats.count; i++)
		redact_field(&redactor, &page->repeats.items[i].text);
	if (loss->articles_too)
		page->articles.count = 0;
}

bool
page_lose(struct page *page, const struct page_loss *loss, struct arena *arena,
	struct report *report)
{
	bool good = true;
	lose_raw_text(page, loss, arena);
	for (size_t i = 0; i < page->articles.count && i < loss->count; i++) {
		struct article *article = page->articles.items[i];
		const struct withdrawal *entry = loss->articles[i].entry;
		if (!entry)
			continue;
		article->address = loss->articles[i].address;
		article->ledger_title = address_title_print(article->title, arena);
		if (entry->state == TAKEDOWN_WITHDRAWN)
			withdraw(article);
		else
			good = redact_article(
				       article, &loss->articles[i], arena, report) &&
			       good;
		article->digest = article_digest(article);
	}
	page->takedown = loss->digest;
	return good;
}
