/* What the program says to people, in their language. Messages are written in English
 * where they arise; every other language is one file in base/lexicon/ that gives each of
 * them anew. (Not gettext: that wants its locales installed, and we run in the C locale
 * so that nothing else depends on the reader's.) */
#ifndef BASE_MESSAGES_H
#define BASE_MESSAGES_H

#include "base/arena.h"

enum language { LANGUAGE_ENGLISH, LANGUAGE_CHINESE };

/* The language that the locale of the environment asks for (LC_ALL, LC_MESSAGES, LANG):
 * Chinese for zh in UTF-8. */
enum language language_of_locale(void);

/* The message, a format of printf, in the language, with the same conversions in the same
 * order; the message itself where the language does not have it. */
const char *message_in(enum language language, const char *message, struct arena *arena)
	__attribute__((format_arg(2)));

#endif
