#include "publish/kinds.h"

#include "base/list.h"

const struct output_kind *const output_kinds[] = {
	&article_kind,
	&plain_kind,
	&page_kind,
	&issue_kind,
	&year_kind,
	&day_kind,
	&days_kind,
	&person_kind,
	&people_kind,
	&tag_kind,
	&tags_kind,
	&undated_kind,
	&search_kind,
	&about_kind,
	&coverage_kind,
	&clippings_kind,
	&home_kind,
	&notfound_kind,
	&tombstone_kind,
	&stub_kind,
	&feed_kind,
	&person_feed_kind,
	&tag_feed_kind,
	&data_articles_kind,
	&data_people_kind,
	&data_tags_kind,
	&data_readme_kind,
	&sitemap_kind,
	&robots_kind,
	&opensearch_kind,
	&manifest_kind,
	&worker_kind,
	NULL,
};

struct output *
output_add(struct output_list *outputs, const struct output_kind *kind, struct str path,
	struct arena *arena)
{
	struct output *output = list_add(outputs, arena);
	output->kind = kind;
	output->path = path;
	return output;
}
