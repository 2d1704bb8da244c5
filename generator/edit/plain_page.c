#include "edit/plain_page.h"

#include "base/text.h"

/* Four kinds of evidence, each of which suffices:
 *
 * 1. Script: few ideographs beside Latin letters.
 * 2. Variety: a language repeats its characters. Of a thousand ideographs of a page,
 *    lists of names and verse included, about half are different ones; of as many drawn
 *    by chance nearly all are. Chance also draws from alphabets everywhere.
 * 3. Rows: nearly all lines have as many commas as one another, two or more.
 * 4. Signs: most lines open or close as code, data and logs do. */

enum {
	SAMPLE = 200000,     /* bytes judged by */
	LEAST_HAN = 600,     /* ideographs that tell of variety */
	MOST_HAN = 1000,     /* of the page that are counted */
	MOST_ALPHABETS = 30, /* blocks of 256 characters */
	LEAST_LINES = 20,    /* that tell of a form */
	MOST_COMMAS = 64,
};

/* --- 1. and 2.: characters --- */

struct census {
	size_t han, latin;
	size_t counted, different; /* of the first ideographs */
	size_t alphabets;
	bool seen[0xA000], seen_alphabet[256];
};

static void
count_ideograph(struct census *census, uint32_t c)
{
	census->han++;
	if (c >= 0xA000 || census->counted == MOST_HAN)
		return;
	census->counted++;
	census->different += !census->seen[c];
	census->seen[c] = true;
}

/* The syllables of Yi and Hangul are one alphabet each, though they fill many blocks. */
static void
count_other(struct census *census, uint32_t c)
{
	census->latin += text_is_latin(c);
	uint32_t block = c >> 8 & 0xFF;
	if (text_is_between(c, 0xA000, 0xA4CF))
		block = 0xA0;
	if (text_is_between(c, 0xAC00, 0xD7AF))
		block = 0xAC;
	census->alphabets += !census->seen_alphabet[block];
	census->seen_alphabet[block] = true;
}

static bool
is_other_language(const struct census *census)
{
	return !census->han || census->han * 2 < census->latin / 3;
}

static bool
is_chance(const struct census *census)
{
	return census->alphabets > MOST_ALPHABETS ||
	       (census->counted >= LEAST_HAN &&
		       census->different * 5 > census->counted * 4);
}

/* --- 3. and 4.: lines --- */

struct forms {
	size_t lines, signed_lines;
	size_t with_commas[MOST_COMMAS]; /* lines by the number of their commas */
};

static size_t
count_commas(struct str line)
{
	size_t commas = 0;
	for (struct str cell; str_cut(&line, ',', &cell);)
		commas++;
	return commas ? commas - 1 : 0;
}

/* 12:30:05 within the first characters. */
static bool
opens_with_time(struct str line)
{
	unsigned figures = 0, colons = 0;
	for (struct str rest = str_slice(line, 0, 32); rest.len;) {
		uint32_t c = str_next(&rest);
		if (c == ':' && figures == 2)
			colons++;
		else if (!text_is_digit(c))
			colons = 0;
		figures = text_is_digit(c) ? figures + 1 : 0;
		if (colons == 2 && figures == 2)
			return true;
	}
	return false;
}

static bool
is_key(struct str line)
{
	return line.data[0] == '"' &&
	       (str_has(line, STR("\":")) || str_ends(line, STR("\",")));
}

/* Braces, a semicolon or a tag at the edge, a key in quotation marks, a time. */
static bool
has_signs(struct str line)
{
	char first = line.data[0], last = line.data[line.len - 1];
	bool opens = first == '{' || first == '}' || first == '<' || is_key(line) ||
		     str_starts(line, STR("//")) || str_starts(line, STR("/*")) ||
		     str_starts(line, STR("* ")) || str_starts(line, STR("*/")) ||
		     str_starts(line, STR("#include"));
	bool closes = last == '{' || last == '}' || last == ';' || last == '\\' ||
		      str_ends(line, STR("},")) || str_ends(line, STR("],"));
	return opens || closes || opens_with_time(line);
}

static void
count_line(struct forms *forms, struct str line)
{
	if (!line.len)
		return;
	size_t commas = count_commas(line);
	forms->lines++;
	forms->signed_lines += has_signs(line);
	forms->with_commas[commas < MOST_COMMAS ? commas : MOST_COMMAS - 1]++;
}

static bool
is_data(const struct forms *forms)
{
	size_t most = 0;
	for (size_t commas = 2; commas < MOST_COMMAS; commas++)
		if (forms->with_commas[commas] > most)
			most = forms->with_commas[commas];
	return forms->lines >= LEAST_LINES &&
	       (most * 10 >= forms->lines * 8 ||
		       forms->signed_lines * 10 >= forms->lines * 6);
}

/* --- judgement --- */

bool
plain_page_is(struct str text)
{
	struct census census = {0};
	struct forms forms = {0};
	struct str sample = str_slice(text, 0, SAMPLE), line;
	for (struct str rest = sample; rest.len;) {
		uint32_t c = str_next(&rest);
		if (text_is_han(c))
			count_ideograph(&census, c);
		else
			count_other(&census, c);
	}
	if (is_other_language(&census) || is_chance(&census))
		return true;
	while (str_cut(&sample, '\n', &line))
		count_line(&forms, str_trim(line));
	return is_data(&forms);
}
