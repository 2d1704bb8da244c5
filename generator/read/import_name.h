/* Where a file of somebody's folder belongs in an archive, told from its path: the date
 * and the page number in it, wherever they stand. */
#ifndef READ_IMPORT_NAME_H
#define READ_IMPORT_NAME_H

#include "base/date.h"

struct import_name {
	struct date date; /* unknown when there is none in the path */
	struct str
		target; /* path below content/: "2024-03-05/01.txt"; "" without a date */
	struct str
		pattern; /* the path with 9 for every digit: alike for files of a kind */
};

/* Understands tjrb20240305_A01.txt, 2024-03-05/1.txt, 报纸2024年3月5日第2版.txt,
 * A01-2024.3.5.jpg, 2024/03/05/page3.md and the like. A file with a date but no page
 * keeps its name. */
struct import_name import_name_of(struct str path, struct arena *arena);

#endif
