#include "stamp.h"

#include <errno.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/bytes.h"
#include "edit/editor.h"

/* --- sums --- */

static struct digest
digest_of_file(const struct file_info *file)
{
	struct digest digest = digest_of(file->path);
	const uint64_t parts[] = {
		digest.high, digest.low, file->size, (uint64_t)file->modified};
	return digest_of((struct str){(const char *)parts, sizeof parts});
}

void
stamp_add(struct digest *stamp, const struct file_info *file)
{
	digest_add(stamp, digest_of_file(file));
}

void
stamp_remove(struct digest *stamp, const struct file_info *file)
{
	struct digest digest = digest_of_file(file);
	stamp->high -= digest.high;
	stamp->low -= digest.low;
}

/* --- what a site is made from --- */

struct input {
	struct digest stamp;
	int64_t looked; /* when the first file was looked at */
	bool settled;   /* no file is so new that it may change unseen */
};

static void
add_input(void *context, const struct file_info *file)
{
	struct input *input = context;
	stamp_add(&input->stamp, file);
	input->settled &= file_time_is_settled(file->modified, input->looked);
}

static void
add_program(struct input *input, struct arena *scratch)
{
	struct file_info program;
	if (file_look(file_real_path(STR("/proc/self/exe"), scratch), &program))
		add_input(input, &program);
}

static void
add_settings(struct input *input, const struct run *run, struct arena *scratch)
{
	const struct site *site = &run->site;
	struct digest shown = site_digest(site);
	struct strbuf bytes = strbuf_open(scratch);
	bytes_add_digest(&bytes, shown);
	bytes_add_str(&bytes, site->content);
	bytes_add_str(&bytes, site->output);
	bytes_add_number(&bytes, site->encoding);
	bytes_add_number(&bytes, site->compress);
	bytes_add_number(&bytes, site->page_limit);
	bytes_add_number(&bytes, site->markdown_limit);
	struct file_info settings = {.path = strbuf_str(&bytes)};
	stamp_add(&input->stamp, &settings);
}

struct digest
stamp_of_input(const struct run *run, const struct gathered *gathered, bool *settled)
{
	struct arena *scratch = arena_open();
	struct input input = {.looked = gathered->looked, .settled = true};
	const struct source_list *sources = &gathered->sources;
	for (size_t i = 0; i < sources->count; i++)
		add_input(&input, &sources->items[i].file);
	bool read = file_look_at_all(run->site.templates, add_input, &input) &&
		    file_look_at_all(run->site.statics, add_input, &input);
	add_program(&input, scratch);
	add_settings(&input, run, scratch);
	*settled = read && input.settled;
	arena_close(scratch);
	return input.stamp;
}

void
stamp_renew_ledger(
	struct digest *stamp, const struct run *run, const struct source_list *sources)
{
	const struct str name = STR("addresses.tsv");
	struct file_info now;
	for (size_t i = 0; i < sources->count; i++)
		if (str_equal(sources->items[i].file.path, name))
			stamp_remove(stamp, &sources->items[i].file);
	if (!file_look(file_join(run->site.content, name, run->arena), &now))
		return;
	now.path = name;
	stamp_add(stamp, &now);
}

/* --- the files of the site --- */

static void
add_output(void *context, const struct file_info *file)
{
	stamp_add(context, file);
}

/* Behind the parent, which has other things to do before it asks. */
static void
send_share(struct str folder, unsigned share, int pipe)
{
	enum { BEHIND = 5 };
	struct digest stamp = {0};
	setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + BEHIND);
	if (file_exists(folder) &&
		!file_look_at_share(folder, share, STAMP_SHARES, add_output, &stamp))
		_exit(1);
	ssize_t sent = write(pipe, &stamp, sizeof stamp);
	_exit(sent != sizeof stamp);
}

static struct stamp_share
begin_share(struct str folder, unsigned share)
{
	struct stamp_share begun = {.process = -1};
	int ends[2];
	if (pipe(ends) < 0)
		return begun;
	begun.process = fork();
	if (begun.process == 0)
		send_share(folder, share, ends[1]);
	close(ends[1]);
	begun.pipe = ends[0];
	if (begun.process < 0)
		close(ends[0]);
	return begun;
}

struct output_stamp
stamp_output_begin(struct str folder)
{
	struct output_stamp output = {0};
	for (unsigned i = 0; i < STAMP_SHARES; i++)
		output.shares[i] = begin_share(folder, i);
	return output;
}

static bool
end_share(struct stamp_share *share, struct digest *stamp)
{
	ssize_t got;
	if (share->process < 0)
		return false;
	do
		got = read(share->pipe, stamp, sizeof *stamp);
	while (got < 0 && errno == EINTR);
	close(share->pipe);
	while (waitpid(share->process, NULL, 0) < 0 && errno == EINTR)
		continue;
	return got == sizeof *stamp;
}

bool
stamp_output_end(struct output_stamp *output, struct digest *stamp)
{
	bool good = !output->taken;
	*stamp = (struct digest){0};
	for (unsigned i = 0; i < STAMP_SHARES && !output->taken; i++) {
		struct digest share = {0};
		good = end_share(&output->shares[i], &share) && good;
		stamp->high += share.high;
		stamp->low += share.low;
	}
	output->taken = true;
	return good;
}
