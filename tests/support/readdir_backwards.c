/* Loaded before a program (LD_PRELOAD), gives it the entries of every folder in the
 * opposite of the order in which the file system has them: readdir reads a folder to its
 * end first, and answers from behind. Only for streams of at most MOST entries, OPEN at a
 * time. */
#include <dirent.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

enum { OPEN = 128, MOST = 4096 };

struct stream {
	DIR *folder;
	size_t left;
	struct dirent entries[MOST];
};

static struct stream *streams[OPEN];

typedef struct dirent *read_function(DIR *);
typedef int close_function(DIR *);

/* What the C library has under this name; a pointer to data is no pointer to a function.
 */
static void
find_next(const char *name, void *function)
{
	void *found = dlsym(RTLD_NEXT, name);
	memcpy(function, &found, sizeof found);
}

static struct stream **
place_of(const DIR *folder)
{
	for (size_t i = 0; i < OPEN; i++)
		if (streams[i] && streams[i]->folder == folder)
			return &streams[i];
	for (size_t i = 0; i < OPEN; i++)
		if (!streams[i])
			return &streams[i];
	abort();
}

static struct stream *
read_whole(DIR *folder)
{
	read_function *next;
	find_next("readdir", &next);
	struct stream *stream = calloc(1, sizeof *stream);
	if (!stream)
		abort();
	stream->folder = folder;
	for (const struct dirent *entry; (entry = next(folder));) {
		if (stream->left == MOST)
			abort();
		memcpy(&stream->entries[stream->left++], entry, entry->d_reclen);
	}
	return stream;
}

struct dirent *
readdir(DIR *folder)
{
	struct stream **place = place_of(folder);
	if (!*place)
		*place = read_whole(folder);
	return (*place)->left ? &(*place)->entries[--(*place)->left] : NULL;
}

struct dirent64 *
readdir64(DIR *folder)
{
	return (struct dirent64 *)readdir(folder);
}

int
closedir(DIR *folder)
{
	close_function *next;
	find_next("closedir", &next);
	struct stream **place = place_of(folder);
	free(*place);
	*place = NULL;
	return next(folder);
}
