#include "delivery.h"

#include <stdio.h>

#include "stamp.h"

bool
delivery_open(struct delivery *delivery, struct run *run, struct cache *cache)
{
	const struct site *site = &run->site;
	delivery->run = run;
	delivery->cache = cache;
	return writer_open(&delivery->writer, site->output, site->content, run->arena,
		       &run->report) &&
	       (run->options.dry_run || writer_begin(&delivery->writer));
}

bool
delivery_find(
	const struct delivery *delivery, struct str path, struct cached_output *output)
{
	struct file_info file;
	return cache_find_output(delivery->cache, path, output) &&
	       (delivery->untouched || (writer_look(&delivery->writer, path, &file) &&
					       file.size == output->size &&
					       file.modified == output->modified));
}

bool
delivery_write(struct delivery *delivery, struct str path, struct str bytes,
	enum fate *fate, struct cached_output *output)
{
	struct writer *writer = &delivery->writer;
	struct file_info file = {.size = bytes.len};
	bool changed;
	if (delivery->run->options.dry_run)
		changed = !writer_holds(writer, path, bytes);
	else if (!writer_put(writer, path, bytes, &changed))
		return false;
	writer_look(writer, path, &file);
	output->size = bytes.len;
	output->modified = file.modified;
	*fate = changed ? FATE_WRITTEN : FATE_UNCHANGED;
	return true;
}

static void
explain(const struct delivery *delivery, const char *what, struct str path,
	const char *why)
{
	if (delivery->run->options.explain)
		fprintf(stderr, "%s %.*s: %s\n", what, STR_ARG(path), why);
}

/* The stamp of the output folder follows what is written there. */
static void
follow(struct delivery *delivery, struct str path, const struct cached_output *output)
{
	struct cached_output old;
	if (cache_find_output(delivery->cache, path, &old))
		stamp_remove(&delivery->sum,
			&(struct file_info){path, old.size, old.modified});
	if (output)
		stamp_add(&delivery->sum,
			&(struct file_info){path, output->size, output->modified});
}

/* Only --json says them all. */
static void
add_changed(struct delivery *delivery, struct str path)
{
	struct run *run = delivery->run;
	if (run->options.json)
		str_list_add(&delivery->changed, str_copy(path, run->arena), run->arena);
}

void
delivery_note(struct delivery *delivery, struct str path, enum fate fate,
	const struct cached_output *output, const char *why)
{
	delivery->unchanged += fate != FATE_WRITTEN;
	delivery->rendered += fate != FATE_KEPT;
	delivery->written += fate == FATE_WRITTEN;
	follow(delivery, path, output);
	cache_save_output(delivery->cache, path, output);
	if (fate != FATE_KEPT)
		explain(delivery, fate == FATE_WRITTEN ? "written" : "unchanged", path,
			why);
	if (fate == FATE_WRITTEN)
		add_changed(delivery, path);
}

void
delivery_keep(struct delivery *delivery, struct str path)
{
	delivery->unchanged++;
	cache_keep_output(delivery->cache, path);
}

bool
delivery_put(void *context, struct str path, struct str bytes)
{
	struct delivery *delivery = context;
	struct cached_output output = {.fingerprint = digest_of(bytes)}, old;
	enum fate fate;
	if (delivery_find(delivery, path, &old) &&
		digest_equal(old.fingerprint, output.fingerprint)) {
		delivery_keep(delivery, path);
		return true;
	}
	if (!delivery_write(delivery, path, bytes, &fate, &output))
		return false;
	delivery_note(delivery, str_copy(path, delivery->run->arena), fate, &output,
		"its bytes are others");
	return true;
}

bool
delivery_remove_stale(struct delivery *delivery, bool complete)
{
	struct run *run = delivery->run;
	struct str_list stale = cache_stale_outputs(delivery->cache, run->arena);
	for (size_t i = 0; i < stale.count; i++) {
		struct str path = stale.items[i];
		if (!complete) {
			cache_keep_output(delivery->cache, path);
			continue;
		}
		if (!run->options.dry_run && !writer_remove(&delivery->writer, path))
			return false;
		follow(delivery, path, NULL);
		explain(delivery, "removed", path, "nothing stands there any more");
		add_changed(delivery, path);
		delivery->removed++;
	}
	return true;
}

bool
delivery_remove_orphan(struct delivery *delivery, const struct file_info *file)
{
	struct run *run = delivery->run;
	if (!run->options.dry_run && !writer_remove(&delivery->writer, file->path))
		return false;
	stamp_remove(&delivery->sum, file);
	explain(delivery, "removed", file->path, "an earlier build left it");
	add_changed(delivery, file->path);
	delivery->removed++;
	return true;
}

bool
delivery_close(struct delivery *delivery)
{
	return delivery->run->options.dry_run || writer_close(&delivery->writer);
}
