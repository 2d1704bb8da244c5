#include "pictures.h"

#include "publish/kinds.h"
#include "base/file.h"
#include "publish/kinds.h"
#include "stamp.h"

enum { LARGEST_PICTURE = 64 * 1024 * 1024 };

/* A picture stands for its size and time, so that it need not be read each time. */
static struct digest
key_of_picture(const struct file_info *file)
{
	struct digest key = {0};
	stamp_add(&key, file);
	return key;
}

/* A picture that cannot be read is named and left out. */
static bool
write_picture(struct delivery *delivery, const struct page *page, struct arena *scratch)
{
	struct run *run = delivery->run;
	struct str address = page_picture_address(page, scratch), bytes;
	struct str path = file_join(run->site.content, page->picture, scratch);
	struct file_info file;
	struct cached_output output, old;
	enum fate fate;
	if (!address.len || !file_look(path, &file))
		return true;
	file.path = page->picture;
	output = (struct cached_output){.key = key_of_picture(&file)};
	if (delivery_find(delivery, address, &old) && digest_equal(old.key, output.key)) {
		delivery_keep(delivery, address);
		return true;
	}
	if (!file_read(path, LARGEST_PICTURE, &bytes, scratch, &run->report))
		return true;
	output.fingerprint = digest_of(bytes);
	if (!delivery_write(delivery, address, bytes, &fate, &output))
		return false;
	delivery_note(delivery, str_copy(address, run->arena), fate, &output,
		"the picture changed");
	return true;
}

bool
pictures_write(struct delivery *delivery, const struct catalog *catalog)
{
	struct arena *scratch = arena_open();
	bool good = true;
	for (size_t i = 0; good && i < catalog->pages.count; i++) {
		good = write_picture(delivery, catalog->pages.items[i], scratch);
		arena_empty(scratch);
	}
	arena_close(scratch);
	return good;
}
