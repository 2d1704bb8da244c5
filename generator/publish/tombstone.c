/* tombstone.html: stands where an article was that the keeper withdrew, and says so. */
#include "archive/issue.h"
#include "archive/withdrawn_file.h"
#include "base/file.h"
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/rows.h"
#include "publish/words.h"

struct tombstone_view {
	const struct frame *frame;
	struct str reason, date;
	const struct link *issue;
};

static const struct field fields[] = {
	FIELD(struct tombstone_view, frame, FIELD_RECORD, &frame_shape,
		"what pages share"),
	FIELD(struct tombstone_view, reason, FIELD_TEXT, NULL,
		"why the article was withdrawn, or empty"),
	FIELD(struct tombstone_view, date, FIELD_TEXT, NULL, "when, in words, or empty"),
	FIELD(struct tombstone_view, issue, FIELD_RECORD, &link_shape,
		"the issue that it was in, or nothing"),
	{0},
};

static const struct shape shape = {"tombstone", sizeof(struct tombstone_view), fields};

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->tombstones.count; i++) {
		const struct withdrawal *entry = catalog->tombstones.items[i];
		if (html_path_allowed(entry->address))
			output_add(outputs, &tombstone_kind, entry->address, arena)
				->subject = entry;
	}
}

/* The issue in whose folder the address stands; NULL when there is none any more. */
static const struct issue *
issue_of(const struct publication *publication, const struct withdrawal *entry)
{
	const struct catalog *catalog = publication->catalog;
	struct arena *scratch = arena_open();
	const struct issue *found = NULL;
	for (size_t i = 0; i < catalog->issues.count && !found; i++) {
		const struct issue *issue = catalog->issues.items[i];
		if (str_equal(file_folder(issue_address(issue->date, scratch)),
			    file_folder(entry->address)))
			found = issue;
	}
	arena_close(scratch);
	return found;
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct withdrawal *entry = output->subject;
	const struct issue *issue = issue_of(publication, entry);
	struct tombstone_view *view = arena_new(arena, struct tombstone_view);
	*view = (struct tombstone_view){
		.frame = frame_of(publication, output->path, arena),
		.reason = entry->reason,
		.date = date_known(entry->date)
				? words_date(publication->words, entry->date, arena)
				: STR(""),
	};
	if (issue)
		view->issue = link_to(output->path, issue_address(issue->date, arena),
			words_date(publication->words, issue->date, arena), arena);
	return view;
}

static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	const struct withdrawal *entry = output->subject;
	key_add_text(key, entry->reason);
	key_add_date(key, entry->date);
	key_add_number(key, issue_of(publication, entry) != NULL);
}

const struct output_kind tombstone_kind = {
	"tombstone", "tombstone.html", &shape, plan, view_of, made_of};
