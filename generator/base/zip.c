#include "base/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>

#include "base/file.h"
#include "base/file_system.h"

/* What every entry says of its time, the first that ZIP can: 1 January 1980, noon. */
enum { TIME = 315576000, MODE = 0644 };

struct zip {
	struct archive *archive;
	struct str path, temporary;
	struct arena *arena;
	struct report *report;
	bool failed;
};

static bool
fail(struct zip *zip)
{
	if (!zip->failed) {
		errno = archive_errno(zip->archive);
		file_report_errno(zip->report, zip->path, "write");
	}
	zip->failed = true;
	return false;
}

struct zip *
zip_open(struct str path, struct arena *arena, struct report *report)
{
	struct zip *zip = arena_new(arena, struct zip);
	*zip = (struct zip){.archive = archive_write_new(),
		.path = path,
		.temporary = str_format(arena, "%.*s.backfile-tmp", STR_ARG(path)),
		.arena = arena,
		.report = report};
	if (archive_write_set_format_zip(zip->archive) == ARCHIVE_OK &&
		archive_write_open_filename(zip->archive, zip->temporary.data) ==
			ARCHIVE_OK)
		return zip;
	fail(zip);
	archive_write_free(zip->archive);
	return NULL;
}

bool
zip_add(struct zip *zip, struct str name, struct str bytes)
{
	struct archive_entry *entry = archive_entry_new();
	archive_entry_set_pathname(entry, str_terminated(name, zip->arena));
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, MODE);
	archive_entry_set_mtime(entry, TIME, 0);
	archive_entry_set_size(entry, (la_int64_t)bytes.len);
	bool good = archive_write_header(zip->archive, entry) == ARCHIVE_OK &&
		    archive_write_data(zip->archive, bytes.data, bytes.len) ==
			    (la_ssize_t)bytes.len;
	archive_entry_free(entry);
	return good || fail(zip);
}

bool
zip_close(struct zip *zip)
{
	if (archive_write_close(zip->archive) != ARCHIVE_OK)
		fail(zip);
	archive_write_free(zip->archive);
	if (!zip->failed)
		return file_rename(zip->temporary, zip->path, zip->report);
	file_remove(zip->temporary, zip->report);
	return false;
}
