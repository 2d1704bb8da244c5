#include "edit/segment_judge.h"

#include "base/text.h"

/* 的报道（二）, 系列报道之二 */
static void
find_series(struct builder *builder)
{
	struct article *article = builder->article;
	struct str line = article->subtitle.len ? article->subtitle : article->title;
	static const char *const digits[] = {
		"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
	bool bracket = str_ends(line, STR("）"));
	struct str behind = bracket ? STR("（") : STR("之");
	if (bracket)
		line = str_slice(line, 0, line.len - STR("）").len);
	for (int part = 10; part >= 1; part--) {
		struct str digit = str_from(digits[part - 1]), name = line;
		if (!str_ends(name, digit))
			continue;
		name = str_slice(name, 0, name.len - digit.len);
		if (!str_ends(name, behind))
			continue;
		name = str_slice(name, 0, name.len - behind.len);
		if (!lexicon_end(builder->draft->words->series, name))
			continue;
		article->series = str_replace(name, STR("——"), STR(""), builder->arena);
		article->part = part;
		return;
	}
}

static bool
is_commentary(const struct builder *builder)
{
	static const char *const ends[] = {"评", "论", "谈", "语", "言", "思"};
	struct str column = builder->article->column;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(column, str_from(ends[i])))
			return true;
	return str_has(builder->article->byline, STR("评论员"));
}

static enum article_kind
judge_kind(const struct builder *builder)
{
	const struct article *article = builder->article;
	const struct segment_words *words = builder->draft->words;
	if (builder->piece->photo)
		return ARTICLE_PHOTO;
	if (builder->piece->verse)
		return ARTICLE_POEM;
	if (lexicon_find(words->weather, article->title))
		return ARTICLE_WEATHER;
	if (lexicon_end(words->obituary, article->title))
		return ARTICLE_OBITUARY;
	const struct lexicon_word *notice =
		title_is_notice(builder->draft, article->title);
	if (!notice)
		notice = title_is_notice(builder->draft, article->kicker);
	if (notice)
		return notice->value.len ? ARTICLE_ADVERT : ARTICLE_NOTICE;
	if (is_commentary(builder))
		return ARTICLE_COMMENTARY;
	if (article->dateline.len)
		return article->blocks.count <= 3 && article_length(article) < 350
			       ? ARTICLE_BRIEF
			       : ARTICLE_NEWS;
	return ARTICLE_FEATURE;
}

static void
supply_title(struct builder *builder)
{
	struct article *article = builder->article;
	if (article->title.len || builder->piece->photo || !article->blocks.count)
		return;
	struct str text = article->blocks.items[0].text;
	text = str_trim(str_slice(text, article->dateline.len, text.len));
	struct str rest = text;
	size_t end = text.len;
	for (int i = 0; rest.len; i++) {
		uint32_t c = str_peek(rest);
		if ((i >= 10 && line_is_comma(c)) || line_is_stop(c) || i >= 30) {
			end = text.len - rest.len;
			break;
		}
		str_next(&rest);
	}
	article->title = str_copy(str_slice(text, 0, end), builder->arena);
	article->marks |= MARK_TITLE_SUPPLIED;
}

/* Its headline stands right above it, without a gap: so does its beginning. */
static bool
is_right_below_headline(const struct builder *builder)
{
	const struct headset *head = builder->head;
	return head && !head->gap_after && head->piece &&
	       piece_root(builder->cutting, head->after) == head->piece;
}

/* The text begins with the tail of a clause: 够，更要有…… */
static bool
begins_lost(const struct builder *builder)
{
	const struct index_list *body = &builder->piece->body;
	if (!body->count || builder->piece->lede || builder->article->jump_from.len)
		return false;
	const struct passage *first = &builder->draft->passages.items[body->items[0]];
	struct str rest = first->text;
	uint32_t c = str_next(&rest);
	if (line_is_comma(c) || line_is_closer(c) || line_is_stop(c))
		return true;
	if (line_is_comma(str_peek(rest)) && text_is_han(c))
		return true;
	return first->open_start && !first->previous && first->column_sure &&
	       !is_right_below_headline(builder) && first->last > first->first + 1;
}

static void
judge_marks(struct builder *builder)
{
	struct article *article = builder->article;
	const struct index_list *body = &builder->piece->body;
	if (begins_lost(builder))
		article->marks |= MARK_BEGINNING_LOST;
	size_t last = body->count ? body->items[body->count - 1] : 0;
	const struct passage *passage =
		body->count ? &builder->draft->passages.items[last] : NULL;
	if (passage && passage->label == LABEL_BODY && passage->open_end &&
		!passage->next && !article->jump_to.len)
		article->marks |= MARK_END_LOST;
	int confidence = 1000;
	confidence -= article->marks & MARK_TITLE_SUPPLIED ? 300 : 0;
	confidence -= article->marks & (MARK_BEGINNING_LOST | MARK_END_LOST) ? 200 : 0;
	confidence -= builder->piece->doubt;
	article->confidence = confidence < 100 ? 100 : confidence;
}

void
article_judge(struct builder *builder)
{
	find_series(builder);
	builder->article->kind = judge_kind(builder);
	supply_title(builder);
	judge_marks(builder);
}
