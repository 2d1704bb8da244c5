/* Dates of what articles tell of. */
#ifndef EDIT_SEGMENT_DATES_H
#define EDIT_SEGMENT_DATES_H

#include "base/date.h"

/* The day with which the text begins (5月6日，…), in the year of publication, or in the
 * other year where that is not known. False when there is no day, or no year for it. */
bool event_date_find(struct str text, struct date published, int year, struct date *date);

/* The year that an undated page speaks of as the present, by the full years it names; 0
 * when it names none. */
int year_of_page(struct str text);

#endif
