/* Readings of Chinese names by ICU's Han-Latin/Names. Inside base/text only, whose
 * text_pinyin says what they are. */
#ifndef BASE_TEXT_PINYIN_H
#define BASE_TEXT_PINYIN_H

#include "base/str.h"

struct pinyin;

struct pinyin *pinyin_open(struct arena *arena);
void pinyin_close(struct pinyin *pinyin);

/* Lives as long as the arena that `pinyin` was opened in. */
struct str pinyin_of(struct pinyin *pinyin, struct str s);

/* As text_learn_readings and text_recall_readings; `version` is of what makes them. */
void pinyin_learn(struct pinyin *pinyin, struct str bytes, struct str version);
bool pinyin_recall(const struct pinyin *pinyin, struct str version, struct str *bytes,
	struct arena *arena);

#endif
