#include "archive/withdrawn_file.h"

#include "archive/data_file.h"
#include "base/file.h"
#include "base/list.h"
#include "base/map.h"

static const char *const entry_keys[] = {
	"address", "state", "reason", "date", "redact", NULL};
static const char *const redaction_keys[] = {"text", "with", NULL};
/* In the order of enum takedown. */
static const char *const state_names[] = {
	"shown", "noindex", "redacted", "withdrawn", NULL};

static const struct str blacked_out = STR_INIT("■■");

/* --- fields --- */

static struct str
up_to(struct str s, const char *end)
{
	size_t at = str_find(s, str_from(end));
	return at == SIZE_MAX ? s : str_slice(s, 0, at);
}

static bool
is_digits(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.data[i] < '0' || s.data[i] > '9')
			return false;
	return s.len > 0;
}

/* Whether an article's address can begin here: 2024/03/05/..., undated/... */
static bool
begins_article(struct str s)
{
	struct str year = str_slice(s, 0, 4), month = str_slice(s, 5, 7);
	return str_starts(s, STR("undated/")) ||
	       (s.len > 8 && is_digits(year) && s.data[4] == '/' && is_digits(month) &&
		       s.data[7] == '/');
}

/* What follows the site in an address as browsers show it, wherever the site is opened
 * from: a host that `base` does not know yet, the preview, the disk. */
static struct str
below_site(struct str address, struct str base)
{
	if (base.len && str_starts(address, base))
		return str_slice(address, base.len, address.len);
	if (!str_has(address, STR("://")))
		return address;
	for (size_t at = address.len; at > 0; at--)
		if (address.data[at - 1] == '/' &&
			begins_article(str_slice(address, at, address.len)))
			return str_slice(address, at, address.len);
	return address;
}

static struct str
plain_address(struct str address, struct str base)
{
	address = below_site(up_to(up_to(address, "#"), "?"), base);
	while (str_starts(address, STR("/")))
		address = str_slice(address, 1, address.len);
	return address;
}

static void
read_state(const struct setting *map, struct withdrawal *entry, struct report *report)
{
	struct str name = setting_text(map, "state", STR("withdrawn"), report);
	for (int i = 0; state_names[i]; i++)
		if (str_equal(name, str_from(state_names[i]))) {
			entry->state = (enum takedown)i;
			return;
		}
	report_error(report, setting_find(map, "state")->at,
		"`state` should be noindex, redacted or withdrawn (or shown), not "
		"`%.*s`",
		STR_ARG(name));
}

static void
read_date(const struct setting *map, struct withdrawal *entry, struct report *report)
{
	struct str text = str_trim(setting_text(map, "date", STR(""), report));
	if (text.len && !date_parse(text, &entry->date))
		report_error(report, setting_find(map, "date")->at,
			"`date` should be a date such as 2024-03-05, not `%.*s`",
			STR_ARG(text));
}

static void
read_redaction(const struct setting *item, struct withdrawal *entry, struct arena *arena,
	struct report *report)
{
	struct redaction redaction = {.with = blacked_out, .at = item->at};
	if (item->kind == SETTING_MAP) {
		settings_check_keys(item, redaction_keys, report);
		redaction.text = setting_text(item, "text", STR(""), report);
		redaction.with = setting_text(item, "with", blacked_out, report);
	} else {
		redaction.text = item->text;
	}
	redaction.text = str_trim(redaction.text);
	if (item->kind == SETTING_LIST || !redaction.text.len)
		report_error(report, item->at, "expected a passage to be replaced");
	else
		*list_add(&entry->redactions, arena) = redaction;
}

static void
read_redactions(const struct setting *map, struct withdrawal *entry, struct arena *arena,
	struct report *report)
{
	const struct setting *list = setting_find(map, "redact");
	if (list && list->kind == SETTING_LIST)
		for (size_t i = 0; i < list->count; i++)
			read_redaction(list->items[i], entry, arena, report);
	else if (list)
		read_redaction(list, entry, arena, report);
	if (entry->state == TAKEDOWN_REDACTED && !entry->redactions.count)
		report_error(report, entry->at,
			"the entry is `redacted` but says no passages: add `redact: "
			"[...]`");
	if (entry->state != TAKEDOWN_REDACTED && list)
		report_error(report, list->at,
			"passages are replaced where the state is `redacted` only");
}

/* --- the file --- */

static void
read_entry(const struct setting *map, struct str base, struct withdrawal_list *list,
	struct arena *arena, struct report *report)
{
	struct withdrawal entry = {.at = map->at};
	if (map->kind != SETTING_MAP) {
		report_error(report, map->at, "expected an entry: `address: ...`");
		return;
	}
	const struct setting *address = setting_find(map, "address");
	settings_check_keys(map, entry_keys, report);
	entry.address = plain_address(
		str_trim(setting_text(map, "address", STR(""), report)), base);
	if (!entry.address.len)
		report_error(report, map->at, "the entry has no `address`");
	else
		entry.at = address->at;
	entry.reason = str_trim(setting_text(map, "reason", STR(""), report));
	read_state(map, &entry, report);
	read_date(map, &entry, report);
	read_redactions(map, &entry, arena, report);
	*list_add(list, arena) = entry;
}

static void
check_once(const struct withdrawal_list *list, struct arena *arena, struct report *report)
{
	struct map seen = map_open(arena);
	for (size_t i = 0; i < list->count; i++) {
		void **place = map_at(&seen, list->items[i].address);
		if (*place)
			report_error(report, list->items[i].at,
				"the address `%.*s` stands twice; keep one entry",
				STR_ARG(list->items[i].address));
		*place = &list->items[i];
	}
}

bool
withdrawn_file_read(struct str content, struct str base, struct withdrawal_list *list,
	struct arena *arena, struct report *report)
{
	struct str path = file_join(content, STR("withdrawn.yaml"), arena);
	size_t before = report_count(report, SEVERITY_ERROR);
	*list = (struct withdrawal_list){0};
	if (!file_exists(path))
		return true;
	struct text *text = text_open();
	const struct setting *entries =
		data_file_read(path, &list->digest, text, arena, report);
	text_close(text);
	if (!entries)
		return false;
	if (entries->kind == SETTING_MAP && entries->count == 0)
		return true;
	if (entries->kind != SETTING_LIST)
		return report_error(report, entries->at,
			"expected a list: `- address: ...` for each entry");
	for (size_t i = 0; i < entries->count; i++)
		read_entry(entries->items[i], base, list, arena, report);
	check_once(list, arena, report);
	return report_count(report, SEVERITY_ERROR) == before;
}
