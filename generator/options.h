/* The command line: which command, with which options. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "run.h"

struct command {
	const char *name;
	const char *arguments; /* "PAGE", or "" */
	const char *about;     /* one line for --help */
	enum status (*run)(struct run *run);
	unsigned least_words, most_words; /* besides options */
	const char *options; /* the short names of the options it takes, see options.c */
};

/* Reads the options behind the command's name into run->options. False after one message
 * when the command line is wrong. */
bool options_read(const struct command *command, int count, char **arguments,
	struct options *options, struct report *report);

/* Whether the command works with a site: it can be told which settings to read. */
bool options_need_site(const struct command *command);

/* The options of a command, one a line, for --help. */
void options_write_help(
	const struct command *command, enum language language, struct strbuf *out);

#endif
