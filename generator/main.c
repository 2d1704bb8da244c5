/* backfile: newspaper pages in, a searchable archive out. Here: options and the table of
 * commands. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/settings.h"
#include "options.h"

#define VERSION "0.1.0"

static const struct command commands[] = {
	{"new", "DIR", "start a new archive", new_command, 1, 1, ""},
	{"build", "", "build or update the site", build_command, 0, 0, "CIOJDENTQ"},
	{"serve", "", "show the site on this machine and follow every change",
		serve_command, 0, 0, "CIOJTAXY"},
	{"check", "", "validate content, settings and links", check_command, 0, 0,
		"CIOJNRHT"},
	{"explain", "PAGE", "how a page was cut, and why", explain_command, 1, 1, "CIN"},
	{"freeze", "PAGE", "write found articles as Markdown", freeze_command, 1, 1,
		"CID"},
	{"import", "FOLDER", "put files with dates in their names in their places",
		import_command, 1, 1, "CID"},
	{"export", "", "all articles as JSON lines", export_command, 0, 0, "CIOJM"},
	{"pack", "FILE", "the built site as a ZIP file", pack_command, 1, 1, "CO"},
	{"search", "[QUERY]", "query the built site", search_command, 0, 64,
		"COSLNFUPGWBKZ"},
	{"clean", "", "remove what builds made", clean_command, 0, 0, "CIOD"},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void
print_help(const struct run *run)
{
	run_say(run, "backfile turns the page text of a newspaper's past issues into a "
		     "searchable archive.");
	puts("");
	run_say(run, "usage: backfile %s [OPTION ...]%s%s", "COMMAND", "", "");
	puts("");
	for (int i = 0; i < COMMANDS; i++)
		printf("  backfile %-8s %-7s  %s\n", commands[i].name,
			commands[i].arguments,
			report_word(&run->report, commands[i].about));
	puts("");
	run_say(run, "  --help     this text; behind a command, its options");
	run_say(run, "  --version  the version");
	puts("");
	run_say(run, "Exit status: 0 fine, 1 something in the content needs attention,");
	run_say(run, "2 usage, 3 the machine (disk full, no permission).");
}

static void
print_command_help(const struct command *command, const struct run *run)
{
	struct strbuf out = strbuf_open(run->arena);
	run_say(run, "usage: backfile %s [OPTION ...]%s%s", command->name,
		*command->arguments ? " " : "", command->arguments);
	options_write_help(command, run->report.language, &out);
	printf("%s\n\n%s", report_word(&run->report, command->about), out.data);
}

static const struct command *
command_find(const char *name)
{
	for (int i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static enum status
no_command(struct run *run, const char *given)
{
	const char *known[COMMANDS + 1] = {0};
	for (int i = 0; i < COMMANDS; i++)
		known[i] = commands[i].name;
	struct str nearest = settings_nearest(str_from(given), known);
	if (nearest.len)
		report_error(&run->report, (struct place){0},
			"no command `%s`; did you mean `%.*s`?", given, STR_ARG(nearest));
	else
		report_error(&run->report, (struct place){0},
			"no command `%s`; see `backfile --help`", given);
	run_say_messages(run);
	return STATUS_USAGE;
}

static enum status
run_command(const struct command *command, struct run *run)
{
	run->text = text_open();
	run->progress = progress_open(
		run->options.quiet, run->options.verbose, run->report.language);
	bool ready = !options_need_site(command) || run_read_site(run);
	enum status status = ready ? command->run(run) : run_status(run);
	progress_close(&run->progress);
	run_say_messages(run);
	text_close(run->text);
	return status;
}

/* A full disk behind standard output shows only when the last bytes are flushed. */
static enum status
close_output(enum status status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fputs("backfile: cannot write to standard output\n", stderr);
	return STATUS_MACHINE;
}

static enum status
run_arguments(int count, char **arguments, struct run *run)
{
	if (count < 2 || strcmp(arguments[1], "--help") == 0 ||
		strcmp(arguments[1], "-h") == 0) {
		print_help(run);
		return count < 2 ? STATUS_USAGE : STATUS_FINE;
	}
	if (strcmp(arguments[1], "--version") == 0) {
		puts("backfile " VERSION);
		return STATUS_FINE;
	}
	const struct command *command = command_find(arguments[1]);
	if (!command)
		return no_command(run, arguments[1]);
	if (!options_read(
		    command, count - 1, arguments + 1, &run->options, &run->report)) {
		run_say_messages(run);
		return STATUS_USAGE;
	}
	if (run->options.help) {
		print_command_help(command, run);
		return STATUS_FINE;
	}
	return run_command(command, run);
}

int
main(int count, char **arguments)
{
	/* The C locale for everything: no date, number or order may depend on where we
	 * run. */
	setlocale(LC_ALL, "C");
	arena_prepare();
	signal(SIGPIPE, SIG_IGN);
	struct arena *arena = arena_open();
	struct run run = {.arena = arena, .report = report_open(arena)};
	run.report.language = language_of_locale();
	enum status status = close_output(run_arguments(count, arguments, &run));
	arena_close(arena);
	return (int)status;
}
