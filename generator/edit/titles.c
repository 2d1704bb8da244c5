#include "edit/titles.h"

#include "base/list.h"
#include "edit/titles_parts.h"

/* What a line of a headline may be, and in which order the parts stand:
 *
 *     一线微观察                column      (also at the very end)
 *     某某在全市农业会议上强调  kicker      with a speaker, or ending in ——
 *     不误农时抓春管            title       two lines of one length:
 *     藏粮于地稳根基                        a couplet
 *     某某主持 某某出席         attendance  a subtitle
 *     ——某县产业转型观察        subtitle
 *     全媒体记者 某某           byline
 *
 * Plain lines are told apart by their number and shape (see arrange). */

enum { MOST_PLAIN = 6 };

/* --- plain lines --- */

struct plain {
	const struct passage *lines[MOST_PLAIN];
	size_t count;
};

static bool
is_couplet(const struct passage *a, const struct passage *b)
{
	return a->level == b->level && !title_has_gap(a->text) &&
	       !title_has_gap(b->text) && str_count(a->text) == str_count(b->text) &&
	       str_count(a->text) >= 4;
}

/* A line that is a couplet by itself: 比武展风采 擂台练尖兵. */
static bool
holds_couplet(const struct draft *draft, const struct passage *passage)
{
	return str_count(passage->text) >= 9 &&
	       title_is_balanced(title_text(passage->text, draft->arena));
}

static bool
is_wrapped(const struct passage *passage)
{
	return passage->last > passage->first;
}

static struct str
pair_text(const struct draft *draft, const struct passage *a, const struct passage *b)
{
	return title_text(
		str_format(draft->arena, "%.*s %.*s", STR_ARG(a->text), STR_ARG(b->text)),
		draft->arena);
}

static void
add_part(const struct draft *draft, struct str *part, struct str text)
{
	text = title_text(text, draft->arena);
	*part = part->len ? str_format(draft->arena, "%.*s　%.*s", STR_ARG(*part),
				    STR_ARG(text))
			  : text;
}

static bool
is_owner_of_notice(
	const struct draft *draft, const struct passage *a, const struct passage *b)
{
	static const char *const ends[] = {"公司", "集团", "局", "委员会", "法院", "政府",
		"中心", "银行", "办公室", "学校", "医院", "协会", "厂", "社", "部", "院"};
	if (!title_is_notice(draft, b->text))
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(a->text, str_from(ends[i])))
			return true;
	return false;
}

/* A second line that is much longer tells of the event. */
static bool
much_longer(const struct passage *line, const struct passage *than)
{
	size_t points = str_count(than->text);
	return line->level == than->level && points >= 10 &&
	       str_count(line->text) * 2 > points * 3;
}

static void
arrange_two(const struct draft *draft, struct headset *set, const struct passage *a,
	const struct passage *b)
{
	int first = a->level ? a->level : 9, second = b->level ? b->level : 9;
	bool couplet_first = holds_couplet(draft, a), couplet = holds_couplet(draft, b);
	bool title_first =
		couplet_first != couplet
			? couplet_first
			: first < second ||
				  (first == second &&
					  ((title_has_gap(a->text) &&
						   !title_has_gap(b->text)) ||
						  (is_wrapped(a) && !is_wrapped(b))));
	if (is_couplet(a, b) || is_owner_of_notice(draft, a, b)) {
		set->title = pair_text(draft, a, b);
	} else if (title_first || much_longer(b, a)) {
		add_part(draft, &set->title, a->text);
		/* What follows a wrapped line in smaller type went before it on the page.
		 */
		bool kicker = first == second && is_wrapped(a) && !title_has_gap(a->text);
		add_part(draft, kicker ? &set->kicker : &set->subtitle, b->text);
	} else {
		add_part(draft, &set->kicker, a->text);
		add_part(draft, &set->title, b->text);
	}
	set->level = !set->kicker.len || !b->level ? a->level : b->level;
}

static size_t
highest(const struct plain *plain)
{
	size_t best = plain->count;
	for (size_t i = 0; i < plain->count; i++)
		if (plain->lines[i]->level &&
			(best == plain->count ||
				plain->lines[i]->level < plain->lines[best]->level))
			best = i;
	return best;
}

/* The first pair of lines that are a couplet, or count. */
static size_t
couplet_in(const struct plain *plain)
{
	for (size_t i = 0; i + 1 < plain->count; i++)
		if (is_couplet(plain->lines[i], plain->lines[i + 1]))
			return i;
	return plain->count;
}

/* The only line that is a couplet by itself, or count. */
static size_t
balanced_in(const struct draft *draft, const struct plain *plain)
{
	size_t found = plain->count;
	for (size_t i = 0; i < plain->count; i++) {
		if (!holds_couplet(draft, plain->lines[i]))
			continue;
		if (found < plain->count)
			return plain->count;
		found = i;
	}
	return found;
}

static void
arrange(const struct draft *draft, struct headset *set, const struct plain *plain)
{
	if (plain->count == 0)
		return;
	if (plain->count == 1) {
		add_part(draft, &set->title, plain->lines[0]->text);
		set->level = plain->lines[0]->level;
		return;
	}
	if (plain->count == 2) {
		arrange_two(draft, set, plain->lines[0], plain->lines[1]);
		return;
	}
	size_t title = balanced_in(draft, plain), width = 1;
	size_t couplet = couplet_in(plain);
	if (title == plain->count)
		title = highest(plain);
	if (title == plain->count && couplet < plain->count) {
		title = couplet;
		width = 2;
	} else if (title == plain->count) {
		title = 1;
	}
	for (size_t i = 0; i < plain->count; i++) {
		struct str *part = i < title           ? &set->kicker
				   : i < title + width ? &set->title
						       : &set->subtitle;
		add_part(draft, part, plain->lines[i]->text);
	}
	set->level = plain->lines[title]->level;
}

/* --- runs --- */

struct reading {
	const struct draft *draft;
	struct headset_list *list;
	struct headset *set;
	struct plain plain;
	struct str attendance; /* behind all other subtitles */
	bool has_byline;
	unsigned foot_gap; /* empty lines before that byline */
};

/* A few characters in smaller type over a signed title name its column. */
static void
name_column(struct reading *reading)
{
	struct headset *set = reading->set;
	const struct passage *first =
		reading->plain.count ? reading->plain.lines[0] : NULL;
	if (!first || !set->kicker.len || set->column.len || set->level >= first->level ||
		str_count(set->kicker) > 4 || !str_equal(first->text, set->kicker) ||
		!credit_is_short_name(reading->draft->words->credits, set->byline))
		return;
	set->column = set->kicker;
	set->kicker = STR("");
}

static void
finish(struct reading *reading)
{
	if (!reading->set)
		return;
	arrange(reading->draft, reading->set, &reading->plain);
	name_column(reading);
	if (reading->attendance.len)
		add_part(reading->draft, &reading->set->subtitle, reading->attendance);
	/* A column's name alone is a headline after all, unless a title stands beside it.
	 */
	reading->set = NULL;
	reading->plain.count = 0;
	reading->attendance = STR("");
	reading->has_byline = false;
}

static void
begin(struct reading *reading)
{
	finish(reading);
	reading->set = list_add(reading->list, reading->draft->arena);
	*reading->set = (struct headset){.kicker = STR(""),
		.title = STR(""),
		.subtitle = STR(""),
		.byline = STR(""),
		.column = STR("")};
}

/* Whether the text that follows has some of the pairs of characters of the line. */
static bool
is_spoken_of(const struct draft *draft, const struct passage *line, size_t from)
{
	uint32_t previous = 0;
	for (size_t i = from; i < draft->passages.count && i < from + 4; i++) {
		struct str text = str_slice(draft->passages.items[i].text, 0, 3000);
		if (draft->passages.items[i].label != LABEL_BODY)
			continue;
		struct str rest = line->text;
		for (uint64_t key; (key = bigram_next(&rest, &previous)) != 0;) {
			struct strbuf pair = strbuf_open(draft->arena);
			strbuf_add_point(&pair, (uint32_t)(key >> 32));
			strbuf_add_point(&pair, (uint32_t)key);
			if (str_has(text, strbuf_str(&pair)))
				return true;
		}
	}
	return false;
}

/* A headline sign on a line that the text below has nothing of, over a plain line that it
 * speaks of: a stranger, left over from the piece above. */
static bool
is_after_stranger(const struct reading *reading, const struct passage *above,
	const struct passage *passage)
{
	const struct draft *draft = reading->draft;
	size_t index = (size_t)(passage - draft->passages.items);
	if (!above->level || passage->level || index + 1 >= draft->passages.count ||
		draft->passages.items[index + 1].label != LABEL_BYLINE)
		return false;
	return !is_spoken_of(draft, above, index + 2) &&
	       is_spoken_of(draft, passage, index + 2);
}

/* Whether this line cannot belong to the headline being read. */
static bool
starts_another(const struct reading *reading, enum title_part part,
	const struct passage *passage)
{
	const struct headset *set = reading->set;
	bool titled = reading->plain.count > 0;
	if (!set)
		return true;
	const struct passage *above =
		titled ? reading->plain.lines[reading->plain.count - 1] : NULL;
	/* A byline at the foot of a body, a gap, then the next headline. */
	if (reading->has_byline && !titled && !reading->foot_gap && passage->blanks > 0 &&
		part != PART_BYLINE)
		return true;
	switch (part) {
	case PART_KICKER: return titled;
	case PART_PLAIN:
		if (reading->plain.count == MOST_PLAIN)
			return true;
		if (title_is_notice(reading->draft, passage->text) && titled)
			return title_is_notice(reading->draft, above->text) ||
			       set->subtitle.len || reading->has_byline ||
			       (passage->blanks && !is_owner_of_notice(reading->draft,
							   above, passage));
		if (titled && is_after_stranger(reading, above, passage))
			return true;
		return titled && (set->subtitle.len || reading->attendance.len ||
					 reading->has_byline);
	case PART_SUBTITLE: return titled && set->subtitle.len > 0;
	case PART_BYLINE: return reading->has_byline && titled;
	case PART_ATTENDANCE:
	case PART_NOTE:
	case PART_COLUMN: return false;
	}
	return false;
}

static void
add_byline(const struct draft *draft, struct headset *set, struct str text)
{
	set->byline = set->byline.len ? str_format(draft->arena, "%.*s %.*s",
						STR_ARG(set->byline), STR_ARG(text))
				      : text;
}

static void
read_passage(struct reading *reading, size_t index)
{
	const struct draft *draft = reading->draft;
	const struct passage *passage = &draft->passages.items[index];
	enum title_part part = title_part_of(draft, passage);
	if (starts_another(reading, part, passage))
		begin(reading);
	struct headset *set = reading->set;
	*(size_t *)list_add(&set->passages, draft->arena) = index;
	set->strong |= title_is_strong(draft, passage);
	switch (part) {
	case PART_PLAIN: reading->plain.lines[reading->plain.count++] = passage; break;
	case PART_KICKER: add_part(draft, &set->kicker, passage->text); break;
	case PART_SUBTITLE: add_part(draft, &set->subtitle, passage->text); break;
	case PART_ATTENDANCE: add_part(draft, &reading->attendance, passage->text); break;
	case PART_BYLINE:
		reading->has_byline = true;
		reading->foot_gap = passage->blanks;
		add_byline(draft, set, passage->text);
		break;
	case PART_NOTE: add_byline(draft, set, passage->text); break;
	case PART_COLUMN: add_part(draft, &set->column, passage->text); break;
	}
}

void
titles_read(const struct draft *draft, const struct index_list *run,
	struct headset_list *list)
{
	struct reading reading = {.draft = draft, .list = list, .attendance = STR("")};
	for (size_t i = 0; i < run->count; i++)
		read_passage(&reading, run->items[i]);
	finish(&reading);
}
