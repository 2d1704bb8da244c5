#include "run.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "shipped.h"
#include "terminal.h"
#include "workers.h"

/* A folder of ours: where site.conf says, else as shipped. */
static struct str
find_folder(struct str folder, struct arena *arena)
{
	return file_is_folder(folder) ? folder : shipped_folder(folder, arena);
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

bool
run_read_site(struct run *run)
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

enum status
run_status(const struct run *run)
{
	if (report_count(&run->report, SEVERITY_FAULT))
		return STATUS_MACHINE;
	if (report_count(&run->report, SEVERITY_ERROR))
		return STATUS_CONTENT;
	bool warned = report_count(&run->report, SEVERITY_WARNING) > 0;
	return run->options.strict && warned ? STATUS_CONTENT : STATUS_FINE;
}

void
run_say(const struct run *run, const char *format, ...)
{
	va_list arguments;
	if (run->options.quiet)
		return;
	va_start(arguments, format);
	vprintf(report_word(&run->report, format), arguments);
	va_end(arguments);
	putchar('\n');
}

void
run_say_messages(const struct run *run)
{
	struct strbuf messages = strbuf_open(run->arena);
	enum severity least = run->options.verbose ? SEVERITY_NOTE
			      : run->options.quiet ? SEVERITY_ERROR
						   : SEVERITY_WARNING;
	report_show(&run->report, least, terminal_look(STDERR_FILENO).colour, &messages);
	fputs(messages.data, stderr);
}
