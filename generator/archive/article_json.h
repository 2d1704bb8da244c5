/* Parts of an article as JSON, the same wherever articles are written as JSON. */
#ifndef ARCHIVE_ARTICLE_JSON_H
#define ARCHIVE_ARTICLE_JSON_H

#include "archive/article.h"
#include "base/json.h"

/* "credits": [{"role", "name", "for"}], where `for` is 文字 or 摄影. */
void article_json_credits(struct json *json, const struct article *article);

/* "persons": the names in the news, in the order of their first mention. */
void article_json_persons(struct json *json, const struct article *article);

#endif
