/* What every command works with: the options given, the site they lead to, and the tools
 * of one run. */
#ifndef RUN_H
#define RUN_H

#include "archive/site.h"
#include "base/report.h"
#include "base/text.h"
#include "progress.h"
#include "search/search.h"

struct options {
	struct str config; /* --config FILE; "" for ./site.conf if there is one */
	struct str content,
		output;  /* --content DIR, --output DIR; "" for what site.conf says */
	struct str site; /* --site DIR: a built site to search */
	struct str_list words;        /* everything that is no option */
	unsigned port;                /* --port N, of which 0 is any free one */
	bool port_given, open, poll;  /* --port, --open, --poll */
	unsigned jobs;                /* --jobs N */
	size_t limit;                 /* --limit N */
	struct search_request search; /* --from --to --person --tag --column --page
					 --kind --sort */
	bool quiet, verbose, json, jsonl, dry_run, explain, strict, review, links, force;
	bool help, version;
};

struct run {
	struct options options;
	struct site site;
	struct text *text;
	struct arena *arena; /* lives as long as the run */
	struct report report;
	struct progress progress;
};

/* The exit statuses. */
enum status {
	STATUS_FINE = 0,
	STATUS_CONTENT = 1, /* something in the content needs attention */
	STATUS_USAGE = 2,
	STATUS_MACHINE = 3, /* disk full, no permission */
};

/* The status that the report's messages call for. */
enum status run_status(const struct run *run);

/* Reads site.conf, and over it what the command line says; finds templates and static
 * files, the site's own or those that ship with the program. False after errors. */
bool run_read_site(struct run *run);

/* Says one line on standard output, in the reader's language; nothing with --quiet. */
void run_say(const struct run *run, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Writes the messages of the report to standard error, as many as the options ask for. */
void run_say_messages(const struct run *run);

/* The commands: each answers with the exit status and has put its mistakes into
 * run->report. */
enum status new_command(struct run *run);
enum status build_command(struct run *run);
enum status serve_command(struct run *run);
enum status check_command(struct run *run);
enum status explain_command(struct run *run);
enum status freeze_command(struct run *run);
enum status import_command(struct run *run);
enum status export_command(struct run *run);
enum status pack_command(struct run *run);
enum status search_command(struct run *run);
enum status clean_command(struct run *run);

#endif
