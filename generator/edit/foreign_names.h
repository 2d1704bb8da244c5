/* Names with a middle dot (巴特尔·苏和): parts made of characters that write sounds. */
#ifndef EDIT_FOREIGN_NAMES_H
#define EDIT_FOREIGN_NAMES_H

#include "edit/contexts.h"
#include "edit/names.h"

bool foreign_names_is_dot(uint32_t c);

/* The name around the dot at a point: where it begins and ends; false when there is none.
 */
bool foreign_names_around(const struct names *names, const struct contexts *contexts,
	const struct passage *passage, size_t dot, size_t *from, size_t *to);

#endif
