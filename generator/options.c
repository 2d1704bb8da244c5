#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/settings.h"

enum { MOST_OPTIONS = 32 };

struct option_row {
	char letter; /* its name in struct command; a short option where it is lower case
		      */
	const char *name;
	const char *value; /* NULL when it takes none */
	const char *about;
};

static const struct option_row rows[] = {
	{'C', "config", "FILE", "read settings from FILE instead of ./site.conf"},
	{'I', "content", "DIR", "read the archive from DIR"},
	{'O', "output", "DIR", "write the site to DIR"},
	{'S', "site", "DIR", "search the site in DIR"},
	{'L', "limit", "N", "show at most N results (20)"},
	{'F', "from", "DATE", "only what is of this day, month or year, or later"},
	{'U', "to", "DATE", "only what is of this day, month or year, or earlier"},
	{'P', "person", "SLUG", "only what names this person: folder of people/"},
	{'G', "tag", "SLUG", "only what has this tag: folder of tags/"},
	{'W', "column", "NAME", "only this column"},
	{'B', "page", "NUMBER", "only this page: 01"},
	{'K', "kind", "KIND", "only this kind: news, brief, commentary, ..."},
	{'Z', "sort", "ORDER", "relevance, newest or oldest"},
	{'J', "jobs", "N", "use N worker processes (one a core)"},
	{'A', "port", "N", "serve on port N (8000, or the next free one)"},
	{'X', "open", NULL, "open the site in the browser"},
	{'Y', "poll", NULL, "look for changes every second, as network drives need it"},
	{'D', "dry-run", NULL, "say what would change, write nothing"},
	{'Q', "force", NULL,
		"publish even where more than a fifth of the articles are gone"},
	{'E', "explain", NULL, "say why each output was written or removed"},
	{'N', "json", NULL, "answer in JSON"},
	{'M', "jsonl", NULL, "one JSON object a line (the default)"},
	{'R', "review", NULL, "list what a keeper should look at, most doubtful first"},
	{'H', "links", NULL, "follow every link of the built site"},
	{'T', "strict", NULL, "treat warnings as errors"},
	{'q', "quiet", NULL, "say nothing but mistakes"},
	{'v', "verbose", NULL, "say more"},
	{'h', "help", NULL, "show this help"},
};

enum { ROWS = sizeof rows / sizeof *rows };

/* A command line that is being read. */
struct reading {
	const struct command *command;
	struct options *options;
	struct report *report;
};

static bool
takes(const struct command *command, char letter)
{
	return strchr("qvh", letter) || strchr(command->options, letter);
}

/* Where a command line is wrong: "backfile build". */
static struct place
place_of(const struct reading *reading)
{
	return (struct place){
		str_format(reading->report->arena, "backfile %s", reading->command->name),
		0, 0};
}

static bool
set_number(const struct reading *reading, const struct option_row *row, const char *text,
	int *number)
{
	if (str_number(str_from(text), number) && *number > 0)
		return true;
	return report_error(reading->report, place_of(reading),
		"--%s takes a whole number above 0, not `%s`", row->name, text);
}

static bool
set_port(const struct reading *reading, const char *text)
{
	int port;
	reading->options->port_given = true;
	if (!str_number(str_from(text), &port) || port > 65535)
		return report_error(reading->report, place_of(reading),
			"--port takes a number from 0, any free one, to 65535, not `%s`",
			text);
	reading->options->port = (unsigned)port;
	return true;
}

static bool
set_sort(const struct reading *reading, const char *text)
{
	static const char *const orders[] = {
		[SEARCH_RELEVANCE] = "relevance",
		[SEARCH_NEWEST] = "newest",
		[SEARCH_OLDEST] = "oldest",
	};
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
		if (strcmp(text, orders[i]) == 0) {
			reading->options->search.sort = (enum search_sort)i;
			return true;
		}
	return report_error(reading->report, place_of(reading),
		"--sort takes relevance, newest or oldest, not `%s`", text);
}

static bool
set_option(const struct reading *reading, const struct option_row *row, const char *text)
{
	struct options *options = reading->options;
	int number = 0;
	struct str value = str_from(text);
	if (strchr("LJ", row->letter) && !set_number(reading, row, text, &number))
		return false;
	switch (row->letter) {
	case 'C': options->config = value; break;
	case 'I': options->content = value; break;
	case 'O': options->output = value; break;
	case 'S': options->site = value; break;
	case 'L': options->limit = (size_t)number; break;
	case 'F': options->search.from = value; break;
	case 'U': options->search.to = value; break;
	case 'P': options->search.person = value; break;
	case 'G': options->search.tag = value; break;
	case 'W': options->search.column = value; break;
	case 'B': options->search.page = value; break;
	case 'K': options->search.kind = value; break;
	case 'Z': return set_sort(reading, text);
	case 'J': options->jobs = (unsigned)number; break;
	case 'A': return set_port(reading, text);
	case 'X': options->open = true; break;
	case 'Y': options->poll = true; break;
	case 'D': options->dry_run = true; break;
	case 'E': options->explain = true; break;
	case 'N': options->json = true; break;
	case 'Q': options->force = true; break;
	case 'M': options->jsonl = true; break;
	case 'R': options->review = true; break;
	case 'H': options->links = true; break;
	case 'T': options->strict = true; break;
	case 'q': options->quiet = true; break;
	case 'v': options->verbose = true; break;
	case 'h': options->help = true; break;
	}
	return true;
}

/* The rows in the form of getopt_long; `val` is the row's number. */
static void
fill_table(const struct command *command, struct option table[MOST_OPTIONS])
{
	size_t count = 0;
	for (int i = 0; i < ROWS; i++)
		if (takes(command, rows[i].letter))
			table[count++] = (struct option){rows[i].name,
				rows[i].value ? required_argument : no_argument, NULL,
				256 + i};
	table[count] = (struct option){0};
}

static const struct option_row *
row_of(int value)
{
	if (value >= 256)
		return &rows[value - 256];
	for (int i = 0; i < ROWS; i++)
		if (rows[i].letter == value)
			return &rows[i];
	return NULL;
}

static bool
unknown_option(const struct reading *reading, const char *given)
{
	const struct command *command = reading->command;
	const char *known[ROWS + 1] = {0};
	size_t count = 0;
	for (int i = 0; i < ROWS; i++)
		if (takes(command, rows[i].letter))
			known[count++] = rows[i].name;
	struct str name = str_from(given);
	while (name.len && *name.data == '-')
		name = str_slice(name, 1, name.len);
	struct str nearest = settings_nearest(name, known);
	if (!nearest.len)
		return report_error(reading->report, place_of(reading),
			"cannot use %s; see `backfile %s --help`", given, command->name);
	return report_error(reading->report, place_of(reading),
		"cannot use %s; did you mean --%.*s?", given, STR_ARG(nearest));
}

static bool
check_words(const struct reading *reading)
{
	const struct command *command = reading->command;
	const struct str_list *words = &reading->options->words;
	if (reading->options->help)
		return true;
	if (words->count < command->least_words)
		return report_error(reading->report, place_of(reading),
			"needs %s; see `backfile %s --help`", command->arguments,
			command->name);
	if (words->count > command->most_words)
		return report_error(reading->report, place_of(reading),
			"has one word too many: %.*s; see `backfile %s --help`",
			STR_ARG(words->items[command->most_words]), command->name);
	return true;
}

bool
options_read(const struct command *command, int count, char **arguments,
	struct options *options, struct report *report)
{
	const struct reading reading = {command, options, report};
	struct option table[MOST_OPTIONS];
	fill_table(command, table);
	opterr = 0;
	int value;
	/* The leading `-` hands words over in their place as value 1. */
	while ((value = getopt_long(count, arguments, "-:qvh", table, NULL)) != -1) {
		const struct option_row *row = row_of(value);
		if (value == 1)
			str_list_add(&options->words, str_from(optarg), report->arena);
		else if (value == ':')
			return report_error(report, place_of(&reading),
				"needs a value behind %s", arguments[optind - 1]);
		else if (!row)
			return unknown_option(&reading, arguments[optind - 1]);
		else if (!set_option(&reading, row, optarg))
			return false;
	}
	for (; optind < count; optind++)
		str_list_add(&options->words, str_from(arguments[optind]), report->arena);
	return check_words(&reading);
}

bool
options_need_site(const struct command *command)
{
	return strchr(command->options, 'C') != NULL;
}

void
options_write_help(
	const struct command *command, enum language language, struct strbuf *out)
{
	for (int i = 0; i < ROWS; i++) {
		if (!takes(command, rows[i].letter))
			continue;
		struct str name = str_format(out->arena, "--%s%s%s", rows[i].name,
			rows[i].value ? " " : "", rows[i].value ? rows[i].value : "");
		strbuf_printf(out, "  %-16s  %s\n", name.data,
			message_in(language, rows[i].about, out->arena));
	}
}
