/* Dates and page numbers told from the paths of content files. */
#ifndef READ_PATH_DATE_H
#define READ_PATH_DATE_H

#include "base/date.h"

/* The deepest date that the folders of the path name: 2024-03-05, 20240305, 2024年3月5日,
 * 2024/03/05. False, and date is untouched, when there is none. */
bool path_date(struct str folders, struct date *date);

/* The page number in a file's name, or "", and the date that file name or folders give
 * (unknown when none). In the name of an article, 01-3 is the third of page 01; elsewhere
 * it is a spread. */
struct str path_page(struct str path, bool article, struct date *date);

#endif
