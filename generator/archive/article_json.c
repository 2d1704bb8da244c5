#include "archive/article_json.h"

void
article_json_credits(struct json *json, const struct article *article)
{
	json_key(json, "credits");
	json_array_begin(json);
	for (size_t i = 0; i < article->credits.count; i++) {
		const struct credit *credit = &article->credits.items[i];
		json_object_begin(json);
		json_field(json, "role", credit->role);
		json_key(json, "name");
		json_text(json, credit->name);
		json_field(json, "for", credit->photo ? STR("摄影") : STR("文字"));
		json_object_end(json);
	}
	json_array_end(json);
}

/* Two spellings may mean one name. */
static bool
is_first_of_name(const struct article *article, size_t at)
{
	const struct mention *mentions = article->mentions.items;
	for (size_t i = 0; i < at; i++)
		if (str_equal(mentions[i].name, mentions[at].name))
			return false;
	return !mentions[at].dropped;
}

void
article_json_persons(struct json *json, const struct article *article)
{
	json_key(json, "persons");
	json_array_begin(json);
	for (size_t i = 0; i < article->mentions.count; i++)
		if (is_first_of_name(article, i))
			json_text(json, article->mentions.items[i].name);
	json_array_end(json);
}
