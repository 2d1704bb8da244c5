/* The terminal behind standard output or standard error. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>

/* How text for people is set. */
struct look {
	bool colour;
	unsigned columns; /* longer lines are folded; 0: none is */
};

/* Colours on a terminal that is not dumb; never with NO_COLOR, always with
 * CLICOLOR_FORCE, not with CLICOLOR=0. Lines are folded on a terminal alone. */
struct look terminal_look(int descriptor);

#endif
