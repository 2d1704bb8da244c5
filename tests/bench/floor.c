/* floor SITE FOLDER [PROCESSES]: writes the tree of SITE once more into FOLDER, which
 * must not exist: the same paths, the same sizes, bytes from memory, with nothing but
 * mkdir, open, write and close. What no generator of that site can be faster than on this
 * machine. Prints wall and CPU seconds, number of files and bytes. */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/list.h"
#include "base/str.h"

struct entry {
	const char *path; /* below the site */
	size_t size;
};

struct entry_list {
	struct entry *items;
	size_t count, capacity;
};

struct tree {
	struct arena *arena;
	size_t root; /* length of the site's own path */
	struct entry_list files, folders;
	size_t bytes, largest;
};

/* nftw has no argument to pass state with. */
static struct tree *walked;

static void
fail(const char *what)
{
	fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
	exit(3);
}

/* Folders come before what is in them. */
static int
add_entry(const char *path, const struct stat *status, int kind, struct FTW *at)
{
	struct tree *tree = walked;
	if (kind != FTW_F && (kind != FTW_D || at->level == 0))
		return 0;
	struct str name = str_copy(str_from(path + tree->root + 1), tree->arena);
	struct entry entry = {str_terminated(name, tree->arena), (size_t)status->st_size};
	if (kind == FTW_D) {
		*list_add(&tree->folders, tree->arena) = entry;
		return 0;
	}
	*list_add(&tree->files, tree->arena) = entry;
	tree->bytes += entry.size;
	if (entry.size > tree->largest)
		tree->largest = entry.size;
	return 0;
}

static void
make_folders(const struct tree *tree, int folder)
{
	for (size_t i = 0; i < tree->folders.count; i++)
		if (mkdirat(folder, tree->folders.items[i].path, 0777) != 0)
			fail(tree->folders.items[i].path);
}

static void
write_files(
	const struct tree *tree, int folder, size_t from, size_t to, const char *bytes)
{
	for (size_t i = from; i < to; i++) {
		const struct entry *file = &tree->files.items[i];
		int opened =
			openat(folder, file->path, O_WRONLY | O_CREAT | O_EXCL, 0666);
		if (opened < 0 ||
			write(opened, bytes, file->size) != (ssize_t)file->size ||
			close(opened) != 0)
			fail(file->path);
	}
}

/* Each process takes an even slice of the files. */
static void
write_tree(const struct tree *tree, int folder, size_t processes, const char *bytes)
{
	make_folders(tree, folder);
	for (size_t i = 0; i < processes; i++) {
		size_t from = tree->files.count * i / processes;
		size_t to = tree->files.count * (i + 1) / processes;
		pid_t child = fork();
		if (child < 0)
			fail("fork");
		if (child == 0) {
			write_files(tree, folder, from, to, bytes);
			_exit(0);
		}
	}
	for (int status; wait(&status) > 0;)
		if (status != 0)
			exit(3);
}

static double
now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double
cpu_of(int whose)
{
	struct rusage used;
	getrusage(whose, &used);
	return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
	       (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static double
cpu(void)
{
	return cpu_of(RUSAGE_SELF) + cpu_of(RUSAGE_CHILDREN);
}

int
main(int count, char **arguments)
{
	if (count < 3) {
		fputs("usage: floor SITE FOLDER [PROCESSES]\n", stderr);
		return 2;
	}
	size_t processes = count > 3 ? strtoul(arguments[3], NULL, 10) : 1;
	struct tree tree = {.arena = arena_open(), .root = strlen(arguments[1])};
	walked = &tree;
	if (nftw(arguments[1], add_entry, 32, FTW_PHYS) != 0)
		fail(arguments[1]);
	char *bytes = arena_array(tree.arena, char, tree.largest + 1);
	memset(bytes, 'x', tree.largest);
	double wall = now(), used = cpu();
	if (mkdir(arguments[2], 0777) != 0)
		fail(arguments[2]);
	int folder = open(arguments[2], O_RDONLY | O_DIRECTORY);
	write_tree(&tree, folder, processes, bytes);
	printf("%.3f %.3f %zu %zu\n", now() - wall, cpu() - used, tree.files.count,
		tree.bytes);
	return 0;
}
