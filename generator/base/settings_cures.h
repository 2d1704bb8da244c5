/* What libyaml finds wrong, in the words of somebody who writes a settings file, and with
 * the cure. For base/settings_parse.c. */
#ifndef BASE_SETTINGS_CURES_H
#define BASE_SETTINGS_CURES_H

#include "base/str.h"

/* A whole message for the problem as libyaml names it, found before `next`, the rest of
 * the text there; NULL when none fits better than libyaml's own. */
const char *settings_cure(const char *problem, struct str next);

#endif
