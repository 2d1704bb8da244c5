#include "fuzz.h"

#include <stdlib.h>
#include <unistd.h>

struct str
fuzz_folder(struct arena *arena)
{
	bool in_memory = access("/dev/shm", W_OK) == 0;
	struct str name =
		str_format(arena, "%s/fuzz-XXXXXX", in_memory ? "/dev/shm" : "/tmp");
	/* The view is of a buffer of our own, ended by a zero byte. */
	if (!mkdtemp((char *)(uintptr_t)name.data))
		abort();
	return name;
}
