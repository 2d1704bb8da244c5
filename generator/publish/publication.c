#include "publish/publication.h"

#include "base/file.h"
#include "publish/words.h"

static const struct template *
template_of(const struct publication *publication, const struct output_kind *kind,
	struct report *report)
{
	return template_find(publication->templates, str_from(kind->template), report);
}

static bool
check_templates(const struct publication *publication, struct report *report)
{
	bool good = true;
	for (const struct output_kind *const *kind = output_kinds; *kind; kind++) {
		const struct template *template = template_of(publication, *kind, report);
		good = template && template_check(template, (*kind)->shape, report) &&
		       good;
	}
	return good;
}

bool
publication_open(struct publication *publication, const struct site *site,
	const struct catalog *catalog, struct text *text, struct arena *arena,
	struct report *report)
{
	struct asset_list *assets = arena_new(arena, struct asset_list);
	struct str override = file_join(site->content, STR("templates"), arena);
	struct str statics = file_join(site->content, STR("static"), arena);
	struct templates *templates = templates_open(site->templates, override, arena);
	const struct strings *strings = strings_read(
		site->templates, override, site->language, text, arena, report);
	if (!strings)
		return false;
	templates_use_strings(templates, strings);
	*publication = (struct publication){
		.site = site,
		.catalog = catalog,
		.templates = templates,
		.words = words_read(strings, site->language, arena, report),
		.text = text,
		.assets = assets,
	};
	return publication->words &&
	       assets_read(site->statics, statics, assets, arena, report) &&
	       check_templates(publication, report);
}

struct output_list
publication_plan(const struct publication *publication, struct arena *arena)
{
	struct output_list outputs = {0};
	for (const struct output_kind *const *kind = output_kinds; *kind; kind++)
		(*kind)->plan(publication, &outputs, arena);
	return outputs;
}

const void *
publication_view(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	return output->kind->view(publication, output, arena);
}

bool
publication_render(const struct publication *publication, const struct output *output,
	const void *view, struct strbuf *out, struct report *report)
{
	const struct output_kind *kind = output->kind;
	return template_render(
		template_of(publication, kind, report), kind->shape, view, out, report);
}
