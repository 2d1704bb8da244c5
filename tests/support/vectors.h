/* The shared cases of tests/search/, which the C code and the scripts in static/search/
 * both satisfy: JSON arrays of objects, read relative to the top of the project. */
#ifndef VECTORS_H
#define VECTORS_H

#include <jansson.h>

#include "unit.h"

/* The caller gives it back with json_decref. */
static inline json_t *
vectors_read(const char *path)
{
	json_error_t error;
	json_t *cases = json_load_file(path, 0, &error);
	if (!json_is_array(cases))
		fail_msg("%s:%d: %s", path, error.line, error.text);
	return cases;
}

static inline struct str
vector_str(const json_t *string)
{
	return (struct str){json_string_value(string), json_string_length(string)};
}

static inline struct str
vector_text(const json_t *vector, const char *key)
{
	return vector_str(json_object_get(vector, key));
}

/* The list has the very strings of the array under the key. */
static inline void
assert_vector_list(const struct str_list *list, const json_t *vector, const char *key)
{
	const json_t *expected = json_object_get(vector, key);
	for (size_t i = 0; i < list->count && i < json_array_size(expected); i++)
		assert_str(
			list->items[i], json_string_value(json_array_get(expected, i)));
	assert_int_equal(list->count, json_array_size(expected));
}

#endif
