/* The pictures of pages, as they stand beside the sources, brought to the site. */
#ifndef PICTURES_H
#define PICTURES_H

#include "archive/catalog.h"
#include "delivery.h"

/* False after a fault. A picture that cannot be read is reported and left out. */
bool pictures_write(struct delivery *delivery, const struct catalog *catalog);

#endif
