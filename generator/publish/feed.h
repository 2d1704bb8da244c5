/* Feeds of people and tags, beside their pages. */
#ifndef PUBLISH_FEED_H
#define PUBLISH_FEED_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a person in so many news, or a tag of so many articles, has a feed.xml: few
 * come back for somebody seldom named, and each feed is a file that a new issue may
 * change. */
bool feed_is_worth_it(size_t articles);

#endif
