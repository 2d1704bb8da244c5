/* Odd pages: what no newspaper prints but somebody will feed us, as big as wanted. The
 * tests cut small ones, the benchmark doubles them. */
#ifndef ODD_PAGES_H
#define ODD_PAGES_H

#include "base/str.h"

/* A Chinese line, the unit `times` over, then the closing unit as often. A $ stands for
 * four ideographs, and a % for a number, that are others every time. */
struct odd_page {
	const char *name, *unit, *closing;
	size_t times; /* in the benchmark; its double and fourfold follow */
};

static const struct odd_page odd_pages[] = {
	{"lines of a column", "$，$在$的$，\n$和$。\n", "", 50000},
	{"one line", "近日，$开展$，取得了$的成效，", "", 80000},
	{"the same headline", "县政府召开常务会议\n\n", "", 20000},
	{"the same headline, no gap", "县政府召开常务会议\n", "", 20000},
	{"other headlines", "$召开$会议\n\n", "", 20000},
	{"the same lede", "本报讯（记者 田小禾）近日，渠通了。\n", "", 20000},
	{"the same long lede",
		"本报讯（记者 田小禾）近日，河口镇的老渠通了水，两岸的田都浇上了，"
		"大家说今年的收成有望，来年还要把渠修到山那边去，让更多的人受益。\n",
		"", 20000},
	{"other ledes", "本报讯（记者 田小禾）近日，$的$通了$。\n", "", 20000},
	{"headline, body, headline", "$召开$会议\n$在$，$和$，$的$都到了。\n", "", 10000},
	{"the same headline and body",
		"县政府召开常务会议\n近日，渠通了，大家来看，都说很好，收成有望。\n", "",
		10000},
	{"headline, body, gaps", "$召开$会议\n\n$在$，$和$，$的$都到了。\n\n", "", 10000},
	{"paragraphs that break off", "$在$，$和$，$的$\n\n", "", 10000},
	{"bylines", "记者 田小禾\n", "", 20000},
	{"captions", "▲图为$，水鸟来了。罗星 摄\n\n", "", 10000},
	{"jumps", "（下转第3版）\n（上接第1版）\n$来了。（下转第3版）\n", "", 10000},
	{"columns side by side", "$的$      $在$，$和      $都$了$\n", "", 20000},
	{"ragged cells", "$\n        $\n   $      $\n                $    $\n", "", 5000},
	{"table", "$\t%\t%\n", "", 20000},
	{"verse", "$$，\n$$。\n\n", "", 10000},
	{"folios", "2024年3月5日 星期二 第3版 责任编辑：田小禾\n", "", 10000},
	{"empty lines", "\n", "", 100000},
	{"lines of one character", "水\n", "", 50000},
	{"spaces", " ", "", 1000000},
	{"ideographic spaces", "春　", "", 300000},
	{"digits", "0123456789", "", 100000},
	{"numbers", "%\n", "", 50000},
	{"nested brackets", "（", "）", 300000},
	{"nested quotes", "“水", "”", 200000},
	{"brackets on lines", "（水\n", "）\n", 20000},
	{"heading signs", "# $\n## $\n", "", 10000},
};

enum { ODD_PAGES = sizeof odd_pages / sizeof *odd_pages };

static inline uint32_t
odd_number(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static inline void
odd_unit(struct strbuf *out, const char *unit, uint32_t *state)
{
	for (struct str rest = str_from(unit); rest.len;) {
		uint32_t c = str_next(&rest);
		if (c == '%')
			strbuf_printf(out, "%u", odd_number(state) % 100000);
		else if (c != '$')
			strbuf_add_point(out, c);
		for (int i = 0; c == '$' && i < 4; i++)
			strbuf_add_point(out, 0x4E00 + odd_number(state) % 300);
	}
}

static inline struct str
odd_text(const struct odd_page *odd, size_t times, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	uint32_t state = 1;
	strbuf_add(&out, STR("县里的消息\n\n"));
	for (size_t i = 0; i < times; i++)
		odd_unit(&out, odd->unit, &state);
	for (size_t i = 0; i < times; i++)
		odd_unit(&out, odd->closing, &state);
	return strbuf_str(&out);
}

#endif
