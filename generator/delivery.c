#include "delivery.h"

#include <stdio.h>

bool
delivery_open(struct delivery *delivery, struct run *run, struct cache *cache)
{
	const struct site *site = &run->site;
	*delivery = (struct delivery){.run = run, .cache = cache};
	return writer_open(&delivery->writer, site->output, site->content, run->arena,
		       &run->report) &&
	       (run->options.dry_run || writer_begin(&delivery->writer));
}

bool
delivery_is_current(
	const struct delivery *delivery, struct str path, struct digest fingerprint)
{
	struct cached_output old;
	return cache_find_output(delivery->cache, path, &old) &&
	       digest_equal(old.fingerprint, fingerprint) &&
	       writer_has(&delivery->writer, path, old.size);
}

bool
delivery_write(
	struct delivery *delivery, struct str path, struct str bytes, enum fate *fate)
{
	bool changed = true;
	if (!delivery->run->options.dry_run &&
		!writer_put(&delivery->writer, path, bytes, &changed))
		return false;
	*fate = changed ? FATE_WRITTEN : FATE_UNCHANGED;
	return true;
}

static void
explain(const struct delivery *delivery, const char *what, struct str path)
{
	if (delivery->run->options.explain)
		fprintf(stderr, "%s %.*s\n", what, STR_ARG(path));
}

void
delivery_note(struct delivery *delivery, struct str path, enum fate fate,
	const struct cached_output *output)
{
	delivery->unchanged += fate != FATE_WRITTEN;
	delivery->rendered += fate != FATE_KEPT;
	delivery->written += fate == FATE_WRITTEN;
	if (fate == FATE_KEPT)
		cache_keep_output(delivery->cache, path);
	else
		cache_save_output(delivery->cache, path, output);
	if (fate != FATE_WRITTEN)
		return;
	explain(delivery, "written", path);
	str_list_add(&delivery->changed, path, delivery->run->arena);
}

bool
delivery_put(void *context, struct str path, struct str bytes)
{
	struct delivery *delivery = context;
	struct cached_output output = {digest_of(bytes), bytes.len};
	enum fate fate = FATE_KEPT;
	if (!delivery_is_current(delivery, path, output.fingerprint) &&
		!delivery_write(delivery, path, bytes, &fate))
		return false;
	delivery_note(delivery, str_copy(path, delivery->run->arena), fate, &output);
	return true;
}

bool
delivery_remove_stale(struct delivery *delivery, bool complete)
{
	struct run *run = delivery->run;
	struct str_list stale = cache_stale_outputs(delivery->cache, run->arena);
	for (size_t i = 0; i < stale.count; i++) {
		if (!complete) {
			cache_keep_output(delivery->cache, stale.items[i]);
			continue;
		}
		if (!run->options.dry_run &&
			!writer_remove(&delivery->writer, stale.items[i]))
			return false;
		explain(delivery, "removed", stale.items[i]);
		str_list_add(&delivery->changed, stale.items[i], run->arena);
		delivery->removed++;
	}
	return true;
}

bool
delivery_close(struct delivery *delivery)
{
	if (delivery->run->options.dry_run)
		return true;
	return writer_close(&delivery->writer) &&
	       cache_commit(delivery->cache, &delivery->run->report);
}
