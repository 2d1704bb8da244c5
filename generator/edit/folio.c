#include "edit/folio.h"

#include "base/text.h"
#include "edit/lines.h"

/* --- small steps over the rest of the line --- */

static bool
is_filler(uint32_t c)
{
	if (text_is_ideograph(c))
		return false;
	return text_is_space(c) || line_is_comma(c) || line_is_opener(c) ||
	       line_is_closer(c) || c == 0xB7 || c == '.' || c == '/' || c == '|' ||
	       c == '-' || c == 0x2022 || c == 0x2014 || c == 0xFF5C || c == 0x30FB;
}

void
folio_skip_filler(struct folio_reader *reader)
{
	while (reader->rest.len && is_filler(str_peek(reader->rest)))
		str_next(&reader->rest);
}

static bool
eat(struct folio_reader *reader, struct str word)
{
	if (!str_starts(reader->rest, word))
		return false;
	reader->rest = str_slice(reader->rest, word.len, reader->rest.len);
	return true;
}

static size_t
word_start(const struct lexicon *lexicon, struct str text)
{
	const struct lexicon_word *found = lexicon_start(lexicon, text);
	return found ? found->word.len : 0;
}

struct str
folio_take_bytes(struct folio_reader *reader, size_t len)
{
	struct str part = str_slice(reader->rest, 0, len);
	reader->rest = str_slice(reader->rest, len, reader->rest.len);
	return part;
}

static size_t
digits_start(struct str text)
{
	struct str rest = text;
	while (rest.len && text_is_digit(str_peek(rest)))
		str_next(&rest);
	return text.len - rest.len;
}

/* Four figures and 年. */
static bool
is_year(struct str text)
{
	size_t digits = digits_start(text);
	return digits == 4 && str_starts(str_slice(text, digits, text.len), STR("年"));
}

/* The run of Han, letters and digits at the start, up to a year. */
static size_t
token_start(struct str text)
{
	struct str rest = text;
	bool digit = false;
	for (struct str next = rest; rest.len; rest = next) {
		uint32_t c = str_next(&next);
		bool behind = digit;
		digit = text_is_digit(c);
		if (is_filler(c) ||
			(digit && !behind && rest.len < text.len && is_year(rest)))
			break;
	}
	return text.len - rest.len;
}

/* --- the things a folio line is made of; each takes its part or leaves all --- */

/* 2024.3.6, 2024-03-06, 2024/3/6 */
static bool
take_numeric_date(struct folio_reader *reader)
{
	struct str rest = reader->rest;
	int part[3];
	for (int i = 0; i < 3; i++) {
		size_t len = digits_start(rest);
		if (len == 0 || len > 4 || !str_number(str_slice(rest, 0, len), &part[i]))
			return false;
		rest = str_slice(rest, len, rest.len);
		uint32_t c = str_peek(rest);
		if (i < 2 && c != '.' && c != '-' && c != '/')
			return false;
		if (i < 2)
			str_next(&rest);
	}
	struct date date = {part[0], part[1], part[2]};
	if (!date_valid(date) || date.year < 1000 || !date.day)
		return false;
	reader->folio.date = date;
	reader->rest = rest;
	return true;
}

/* 2024年3月6日; where the figures are misread, what has the form of a date. */
static bool
take_written_date(struct folio_reader *reader)
{
	if (!str_has(str_slice(reader->rest, 0, 16 + STR("年").len), STR("年")))
		return false;
	struct str token = str_points(reader->rest, 0, 18);
	size_t end = 0;
	struct date date;
	size_t day = str_find(token, STR("日"));
	size_t year = str_find(token, STR("年")), month = str_find(token, STR("月"));
	if (day == SIZE_MAX || year > month || month > day || year == 0 || year > 16)
		return false;
	/* 文教2024年 begins with a name. */
	if (is_year(str_slice(reader->rest, reader->token, reader->rest.len)))
		return false;
	end = day + STR("日").len;
	if (date_find(str_slice(token, 0, end), &date, NULL) && date_known(date))
		reader->folio.date = date;
	folio_take_bytes(reader, end);
	return true;
}

static bool
take_weekday(struct folio_reader *reader)
{
	struct folio_reader before = *reader;
	if (!eat(reader, STR("星期")) && !eat(reader, STR("周")))
		return false;
	uint32_t c = str_next(&reader->rest);
	struct str days = STR("一二三四五六日天");
	while (days.len)
		if (str_next(&days) == c)
			return true;
	*reader = before;
	return false;
}

static bool
take_date(struct folio_reader *reader)
{
	struct folio_reader before = *reader;
	bool dated = take_written_date(reader) || take_numeric_date(reader);
	if (!dated)
		*reader = before;
	struct folio_reader after = *reader;
	folio_skip_filler(reader);
	if (take_weekday(reader)) {
		reader->strong++;
		return true;
	}
	*reader = after;
	reader->weak += dated;
	return dated;
}

/* 农历甲辰年正月廿六 */
static bool
take_lunar(struct folio_reader *reader)
{
	if (!str_starts(reader->rest, STR("农历")) &&
		!str_starts(reader->rest, STR("今日天气")))
		return false;
	folio_take_bytes(reader, token_start(reader->rest));
	reader->strong++;
	return true;
}

/* 第03版, 第8100期, 总第8100期, 今日4版, 第三版 */
static bool
take_number(struct folio_reader *reader)
{
	struct folio_reader before = *reader;
	bool today = eat(reader, STR("今日")) || eat(reader, STR("本期")) ||
		     eat(reader, STR("共"));
	bool led = today || eat(reader, STR("总第")) || eat(reader, STR("第"));
	folio_skip_filler(reader);
	struct str rest = reader->rest;
	int points = 0;
	while (rest.len && points < 6 && str_peek(rest) != 0x7248 &&
		str_peek(rest) != 0x671F && !text_is_space(str_peek(rest))) {
		str_next(&rest);
		points++;
	}
	struct str number = str_slice(reader->rest, 0, reader->rest.len - rest.len);
	reader->rest = str_trim(rest);
	bool page = eat(reader, STR("版"));
	if (points == 0 || (!page && !eat(reader, STR("期"))) ||
		(!led && !digits_start(number))) {
		*reader = before;
		return false;
	}
	if (page && !today)
		reader->folio.number = number;
	reader->strong++;
	return true;
}

static bool
take_editors(struct folio_reader *reader)
{
	size_t len = word_start(reader->words->editors, reader->rest);
	if (!len)
		return false;
	struct folio_reader before = *reader;
	folio_take_bytes(reader, len);
	bool parted = reader->rest.len && is_filler(str_peek(reader->rest));
	int names = 0;
	for (folio_skip_filler(reader); reader->rest.len; folio_skip_filler(reader)) {
		if (word_start(reader->words->editors, reader->rest) ||
			word_start(reader->words->hotline, reader->rest))
			break;
		size_t token = token_start(reader->rest);
		struct str name = str_slice(reader->rest, 0, token);
		if (str_count(name) > 4 || digits_start(name))
			break;
		/* 白 雪 is one name, but so it counts as two. */
		folio_take_bytes(reader, token);
		names++;
	}
	if (!names || !parted) {
		*reader = before;
		return false;
	}
	reader->strong++;
	reader->folio.what = "editors";
	return true;
}

static bool
take_hotline(struct folio_reader *reader)
{
	size_t len = word_start(reader->words->hotline, reader->rest);
	if (!len)
		len = word_start(reader->words->number, reader->rest);
	if (!len)
		return false;
	struct str after = str_slice(reader->rest, len, reader->rest.len);
	struct str figures = str_trim(after);
	uint32_t c = str_peek(figures);
	while (line_is_comma(c)) {
		str_next(&figures);
		figures = str_trim(figures);
		c = str_peek(figures);
	}
	bool colon = after.len > figures.len;
	if (!colon && !text_is_digit(c) && !text_is_latin(c))
		return false;
	reader->rest = str_slice(figures, token_start(figures), figures.len);
	/* Figures go on over their dots and dashes. */
	for (folio_skip_filler(reader);
		digits_start(reader->rest) || text_is_latin(str_peek(reader->rest));
		folio_skip_filler(reader))
		folio_take_bytes(reader, token_start(reader->rest));
	reader->strong++;
	return true;
}

/* Some place's 日报, short and whole. */
static bool
take_paper(struct folio_reader *reader)
{
	size_t len = 0, most = reader->token;
	for (struct str rest = reader->rest; len < most && !text_is_digit(str_peek(rest));
		len = reader->rest.len - rest.len)
		str_next(&rest);
	struct str token = str_slice(reader->rest, 0, len);
	const struct lexicon_word *end = lexicon_end(reader->words->paper, token);
	if (!end || str_count(token) > 9 || str_count(token) < 4)
		return false;
	reader->folio.paper = folio_take_bytes(reader, len);
	if (!reader->folio.what)
		reader->folio.what = "masthead";
	/* The publisher may sign a notice. */
	if (str_ends(token, STR("社")))
		reader->weak++;
	else
		reader->strong++;
	return true;
}

static bool
take_owner(struct folio_reader *reader)
{
	size_t len = reader->token;
	struct str token = str_slice(reader->rest, 0, len);
	size_t points = str_count(token);
	if (points < 6 || points > 24 || !lexicon_end(reader->words->owner, token))
		return false;
	if (!str_has(token, STR("委")) && !str_has(token, STR("社")) &&
		!str_has(token, STR("集团")))
		return false;
	folio_take_bytes(reader, len);
	reader->folio.what = "masthead";
	reader->strong++;
	return true;
}

/* 抗洪特刊 */
static bool
is_special(struct str token)
{
	size_t points = str_count(token);
	return points >= 4 && points <= 6 && text_is_han(str_peek(token)) &&
	       (str_ends(token, STR("特刊")) || str_ends(token, STR("专刊")) ||
		       str_ends(token, STR("周刊")) || str_ends(token, STR("副刊")));
}

static bool
take_page_name(struct folio_reader *reader)
{
	struct str token = str_slice(reader->rest, 0, reader->token);
	struct str name = token;
	while (name.len && text_is_digit(str_last(&name)))
		token = name;
	size_t len = token.len;
	if (!lexicon_find(reader->words->page, token) && !is_special(token))
		return false;
	reader->folio.name = folio_take_bytes(reader, len);
	reader->weak++;
	return true;
}

/* A date with its weekday stands somewhere in the line. */
static bool
has_weekday(struct str line)
{
	size_t at = str_find(line, STR("星期"));
	return at != SIZE_MAX && at > 0 && str_has(str_slice(line, 0, at), STR("日"));
}

/* 03, A01, 4 */
static bool
take_page_number(struct folio_reader *reader)
{
	struct str rest = reader->rest;
	if (rest.len && text_is_latin(str_peek(rest)) && str_peek(rest) < 0x80)
		str_next(&rest);
	size_t digits = digits_start(rest), len = reader->rest.len - rest.len + digits;
	struct str after = str_slice(rest, digits, rest.len);
	if (!digits || digits > 2)
		return false;
	bool ends = !after.len || is_filler(str_peek(after)) ||
		    has_weekday(reader->line) ||
		    lexicon_start(reader->words->page, after);
	if (!ends)
		return false;
	reader->folio.number = folio_take_bytes(reader, len);
	reader->weak++;
	return true;
}

bool
folio_take(struct folio_reader *reader)
{
	reader->token = token_start(reader->rest);
	return take_date(reader) || take_weekday(reader) || take_lunar(reader) ||
	       take_number(reader) || take_editors(reader) || take_hotline(reader) ||
	       take_owner(reader) || take_paper(reader) || take_page_name(reader) ||
	       take_page_number(reader);
}
