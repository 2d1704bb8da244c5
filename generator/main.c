/* backfile: newspaper pages in, a searchable archive out. Here: options and the table of
 * commands. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "options.h"
#include "workers.h"

#define VERSION "0.1.0"

static const struct command commands[] = {
	{"build", "", "build or update the site", build_command, 0, 0, "CIOJDENT"},
	{"check", "", "validate content, settings and links", check_command, 0, 0,
		"CIOJNRT"},
	{"explain", "PAGE", "how a page was cut, and why", explain_command, 1, 1, "CIN"},
	{"freeze", "PAGE", "write found articles as Markdown", freeze_command, 1, 1,
		"CID"},
	{"export", "", "all articles as JSON lines", export_command, 0, 0, "CIOJM"},
	{"search", "[QUERY]", "query the built site", search_command, 0, 64,
		"COSLNFUPGWBKZ"},
	{"clean", "", "remove what builds made", clean_command, 0, 0, "CIOD"},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void
print_help(void)
{
	puts("backfile turns the page text of a newspaper's past issues into a "
	     "searchable archive.\n\n"
	     "usage: backfile COMMAND [OPTION ...]\n");
	for (int i = 0; i < COMMANDS; i++)
		printf("  backfile %-8s %-6s  %s\n", commands[i].name,
			commands[i].arguments, commands[i].about);
	puts("\n  --help     this text; behind a command, its options\n"
	     "  --version  the version\n\n"
	     "Exit status: 0 fine, 1 something in the content needs attention, 2 usage,\n"
	     "3 the machine (disk full, no permission).");
}

static void
print_command_help(const struct command *command, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	strbuf_printf(&out, "usage: backfile %s [OPTION ...]%s%s\n%s\n\n", command->name,
		*command->arguments ? " " : "", command->arguments, command->about);
	options_write_help(command, &out);
	fputs(out.data, stdout);
}

static const struct command *
command_find(const char *name)
{
	for (int i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

/* A folder of ours: where site.conf says, else beside the program as built, else where it
 * is installed. */
static struct str
find_folder(struct str folder, struct arena *arena)
{
	static const struct str places[] = {
		STR_INIT(".."), STR_INIT("../share/backfile")};
	if (file_is_folder(folder))
		return folder;
	struct str program = file_folder(file_real_path(STR("/proc/self/exe"), arena));
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct str place =
			file_join(file_join(program, places[i], arena), folder, arena);
		if (file_is_folder(place))
			return file_real_path(place, arena);
	}
	return folder;
}

/* Another content or output than the usual has a state of its own, so that two archives
 * built from one place do not take each other's pages for their own. */
static struct str
state_of(const struct run *run)
{
	const struct site *site = &run->site;
	if (!run->options.content.len && !run->options.output.len)
		return site->state;
	struct str content = file_real_path(site->content, run->arena);
	struct str both = str_format(
		run->arena, "%.*s\n%.*s", STR_ARG(content), STR_ARG(site->output));
	struct str name = str_slice(digest_text(digest_of(both), run->arena), 0, 8);
	return file_join(site->state, name, run->arena);
}

/* site.conf, and over it what the command line says. */
static bool
read_site(struct run *run)
{
	struct options *options = &run->options;
	struct site *site = &run->site;
	bool given = options->config.len > 0;
	struct str config = given ? options->config : STR("site.conf");
	*site = site_default();
	if (!site_read(config, !given, site, run->arena, &run->report))
		return false;
	if (options->content.len)
		site->content = options->content;
	if (options->output.len)
		site->output = options->output;
	site->templates = find_folder(site->templates, run->arena);
	site->statics = find_folder(site->statics, run->arena);
	site->state = state_of(run);
	if (!options->jobs)
		options->jobs = workers_cores();
	return true;
}

static enum status
run_command(const struct command *command, struct run *run)
{
	run->text = text_open();
	run->progress = progress_open(run->options.quiet, run->options.verbose);
	enum status status = read_site(run) ? command->run(run) : run_status(run);
	progress_close(&run->progress);
	struct strbuf messages = strbuf_open(run->arena);
	report_write(&run->report,
		run->options.verbose ? SEVERITY_NOTE
		: run->options.quiet ? SEVERITY_ERROR
				     : SEVERITY_WARNING,
		&messages);
	fputs(messages.data, stderr);
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
run_arguments(int count, char **arguments, struct arena *arena)
{
	if (count < 2 || strcmp(arguments[1], "--help") == 0 ||
		strcmp(arguments[1], "-h") == 0) {
		print_help();
		return count < 2 ? STATUS_USAGE : STATUS_FINE;
	}
	if (strcmp(arguments[1], "--version") == 0) {
		puts("backfile " VERSION);
		return STATUS_FINE;
	}
	const struct command *command = command_find(arguments[1]);
	if (!command) {
		fprintf(stderr, "backfile: no command `%s`; see `backfile --help`\n",
			arguments[1]);
		return STATUS_USAGE;
	}
	struct run run = {.arena = arena, .report = report_open(arena)};
	if (!options_read(command, count - 1, arguments + 1, &run.options, arena))
		return STATUS_USAGE;
	if (run.options.help) {
		print_command_help(command, arena);
		return STATUS_FINE;
	}
	return run_command(command, &run);
}

int
main(int count, char **arguments)
{
	/* The C locale for everything: no date, number or order may depend on where we
	 * run. */
	setlocale(LC_ALL, "C");
	signal(SIGPIPE, SIG_IGN);
	struct arena *arena = arena_open();
	enum status status = close_output(run_arguments(count, arguments, arena));
	arena_close(arena);
	return (int)status;
}
