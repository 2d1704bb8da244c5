#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { LEAST_COLUMNS = 60 }; /* narrower ones are folded by the terminal itself */

static bool
is_set(const char *name)
{
	const char *value = getenv(name);
	return value && *value && strcmp(value, "0") != 0;
}

static bool
is_dumb(void)
{
	const char *name = getenv("TERM");
	return !name || !*name || strcmp(name, "dumb") == 0;
}

/* NO_COLOR (no-color.org) counts with any value. */
static bool
has_colour(bool terminal)
{
	const char *none = getenv("NO_COLOR");
	if (none && *none)
		return false;
	if (is_set("CLICOLOR_FORCE"))
		return true;
	return terminal && !is_dumb() && (!getenv("CLICOLOR") || is_set("CLICOLOR"));
}

struct look
terminal_look(int descriptor)
{
	struct winsize size = {0};
	bool terminal = isatty(descriptor);
	bool known = terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0;
	return (struct look){.colour = has_colour(terminal),
		.columns = known && size.ws_col >= LEAST_COLUMNS ? size.ws_col : 0};
}
