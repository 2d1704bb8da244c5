/* Compressing: beside each file of the site that is text, the same as .gz and .br, for
 * web servers that send those. */
#ifndef COMPRESSING_H
#define COMPRESSING_H

#include "delivery.h"

/* Runs when all other outputs are delivered, and makes what is missing or older than its
 * file. False after a fault. */
bool compressing_run(struct delivery *delivery);

#endif
