/* The kinds of outputs, one source each; kinds.c puts them in order. */
#ifndef PUBLISH_KINDS_H
#define PUBLISH_KINDS_H

#include "publish/output.h"

extern const struct output_kind article_kind, page_kind, issue_kind, year_kind,
	person_kind, people_kind, tag_kind, tags_kind, undated_kind, search_kind,
	about_kind, home_kind, notfound_kind, stub_kind, feed_kind, sitemap_kind,
	robots_kind, opensearch_kind, person_feed_kind, tag_feed_kind, plain_kind,
	clippings_kind, data_articles_kind, data_people_kind, data_tags_kind,
	data_readme_kind, day_kind, days_kind, coverage_kind, worker_kind, manifest_kind,
	tombstone_kind;

/* Where the picture of a page is published, beside the page: "2024/03/05/01.jpg"; "" for
 * none. */
struct str page_picture_address(const struct page *page, struct arena *arena);

/* Adds one output and yields it, for its subject and year. */
struct output *output_add(struct output_list *outputs, const struct output_kind *kind,
	struct str path, struct arena *arena);

#endif
