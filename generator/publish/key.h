/* Keys: what an output may be made from, in 16 bytes. While the key of an output is the
 * same as in the last build, it would come out the same, and neither its view nor its
 * template is looked at. A key may cover more than the view shows (then the fingerprint
 * finds that nothing changed), never less. */
#ifndef PUBLISH_KEY_H
#define PUBLISH_KEY_H

#include "publish/output.h"

/* The digests that keys are put together from, one for each article, issue and person. */
struct keys;

/* `base` stands for all that every output depends on besides catalog, settings, templates
 * and assets: the program itself and the rules of reading. */
struct keys *
keys_open(const struct publication *publication, struct digest base, struct arena *arena);

/* Zero for a kind whose outputs are looked at in each build. */
struct digest
output_key(const struct keys *keys, const struct output *output, struct arena *scratch);

/* The first of what the output is made of that is new or changed, as far as it is known:
 * an article, else an issue or person that one is of; all NULL when there is none. */
struct fresh {
	const struct article *article;
	const struct issue *issue;
	const struct person *person;
};
struct fresh output_find_fresh(
	const struct keys *keys, const struct output *output, struct arena *scratch);

/* --- for the kinds: each adds something that the view may show --- */

struct key;

void key_add_text(struct key *key, struct str text);
void key_add_number(struct key *key, uint64_t number);
void key_add_date(struct key *key, struct date date);

/* The article in a list or as a link, or its text. */
void key_add_article(struct key *key, const struct article *article);
/* Everything in the issue: its pages and their articles. */
void key_add_issue(struct key *key, const struct issue *issue);
/* The person in a list with years, office and count. */
void key_add_person(struct key *key, const struct person *person);

#endif
