#include "base/messages.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"

extern const char lexicon_messages_zh[];
extern const size_t lexicon_messages_zh_size;

enum language
language_of_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	const char *locale = NULL;
	for (size_t i = 0; i < sizeof names / sizeof *names && !locale; i++) {
		locale = getenv(names[i]);
		if (locale && !*locale)
			locale = NULL;
	}
	if (!locale || strncasecmp(locale, "zh", 2) != 0)
		return LANGUAGE_ENGLISH;
	const char *charset = strchr(locale, '.');
	bool utf8 = charset && (strncasecmp(charset, ".utf-8", 6) == 0 ||
				       strncasecmp(charset, ".utf8", 5) == 0);
	return utf8 ? LANGUAGE_CHINESE : LANGUAGE_ENGLISH;
}

/* The file has a message on a line, and below it, behind a tab, the same in the language.
 */
const char *
message_in(enum language language, const char *message, struct arena *arena)
{
	struct str rest = {lexicon_messages_zh, lexicon_messages_zh_size}, line, other;
	struct str wanted = str_from(message);
	if (language == LANGUAGE_ENGLISH)
		return message;
	while (str_cut(&rest, '\n', &line))
		if (str_equal(line, wanted) && str_cut(&rest, '\n', &other) &&
			str_starts(other, STR("\t")))
			return str_terminated(str_slice(other, 1, other.len), arena);
	return message;
}
