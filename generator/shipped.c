#include "shipped.h"

#include "base/file.h"

struct str
shipped_folder(struct str name, struct arena *arena)
{
	static const struct str places[] = {
		STR_INIT(".."), STR_INIT("../share/backfile")};
	struct str program = file_folder(file_real_path(STR("/proc/self/exe"), arena));
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct str place =
			file_join(file_join(program, places[i], arena), name, arena);
		if (file_is_folder(place))
			return file_real_path(place, arena);
	}
	return name;
}
