/* Views for templates from JSON: shapes and records as C code would describe them.
 * Strings and fractions become text, whole numbers numbers, true and false flags, objects
 * records, arrays rows; a key "body:html" holds HTML. The elements of an array have one
 * shape: that of all their keys. */
#ifndef JSON_VIEW_H
#define JSON_VIEW_H

#include <jansson.h>

#include "base/list.h"
#include "publish/template.h"

enum { CELL = sizeof(struct rows) }; /* the largest field */

struct json_list {
	json_t **items;
	size_t count, capacity;
};

struct field_list {
	struct field *items;
	size_t count, capacity;
};

static const struct shape *
json_shape(const char *name, const struct json_list *values, struct arena *arena);

static inline bool
json_all_are_objects(const struct json_list *values)
{
	for (size_t i = 0; i < values->count; i++)
		if (!json_is_object(values->items[i]))
			return false;
	return true;
}

static inline enum field_type
json_field_type(const struct json_list *values)
{
	bool texts = false, numbers = false, flags = false, rows = false, records = false;
	for (size_t i = 0; i < values->count; i++) {
		texts |= json_is_string(values->items[i]) ||
			 json_is_real(values->items[i]);
		numbers |= json_is_integer(values->items[i]);
		flags |= json_is_boolean(values->items[i]);
		rows |= json_is_array(values->items[i]);
		records |= json_is_object(values->items[i]);
	}
	return rows      ? FIELD_ROWS
	       : records ? FIELD_RECORD
	       : texts   ? FIELD_TEXT
	       : numbers ? FIELD_NUMBER
	       : flags   ? FIELD_FLAG
			 : FIELD_TEXT;
}

/* One field, from all the values that it has in records of the shape. */
static inline void
json_add_field(struct field_list *fields, const char *key, const struct json_list *values,
	struct arena *arena)
{
	struct str name = str_from(key);
	bool html = str_ends(name, STR(":html"));
	struct field field = {
		.name = html ? str_terminated(str_slice(name, 0, name.len - 5), arena)
			     : key,
		.type = html ? FIELD_HTML : json_field_type(values),
		.offset = fields->count * CELL,
		.about = key,
	};
	struct json_list inside = {0};
	for (size_t i = 0; i < values->count; i++) {
		json_t *row;
		size_t j;
		if (json_is_object(values->items[i]))
			*list_add(&inside, arena) = values->items[i];
		json_array_foreach(values->items[i], j, row) * list_add(&inside, arena) =
			row;
	}
	if (field.type == FIELD_RECORD || field.type == FIELD_ROWS)
		field.shape = json_shape(field.name, &inside, arena);
	*list_add(fields, arena) = field;
}

static inline bool
json_has_field(const struct field_list *fields, const char *key)
{
	for (size_t i = 0; i < fields->count; i++)
		if (str_equal(str_from(fields->items[i].about), str_from(key)))
			return true;
	return false;
}

static inline void
json_add_fields(
	struct field_list *fields, const struct json_list *values, struct arena *arena)
{
	for (size_t i = 0; i < values->count; i++) {
		const char *key;
		json_t *value;
		json_object_foreach(values->items[i], key, value)
		{
			struct json_list all = {0};
			if (json_has_field(fields, key))
				continue;
			for (size_t j = i; j < values->count; j++) {
				json_t *other = json_object_get(values->items[j], key);
				if (other && !json_is_null(other))
					*list_add(&all, arena) = other;
			}
			json_add_field(fields, key, &all, arena);
		}
	}
}

static const struct shape *
json_shape(const char *name, const struct json_list *values, struct arena *arena)
{
	struct field_list fields = {0};
	if (json_all_are_objects(values))
		json_add_fields(&fields, values, arena);
	else
		json_add_field(&fields, ".", values, arena);
	struct shape *shape = arena_new(arena, struct shape);
	*shape = (struct shape){name, (fields.count + 1) * CELL, NULL};
	*list_add(&fields, arena) = (struct field){0};
	shape->fields = fields.items;
	return shape;
}

static inline struct str
json_text_of(json_t *value, struct arena *arena)
{
	if (json_is_string(value))
		return str_copy(
			(struct str){json_string_value(value), json_string_length(value)},
			arena);
	if (json_is_number(value))
		return str_format(arena, "%.15g", json_number_value(value));
	return STR_NONE;
}

static void json_fill_record(
	char *record, const struct shape *shape, json_t *value, struct arena *arena);

static inline struct rows
json_rows(json_t *array, const struct shape *shape, struct arena *arena)
{
	char *items = arena_alloc(arena, json_array_size(array) * shape->size);
	for (size_t i = 0; i < json_array_size(array); i++)
		json_fill_record(
			items + i * shape->size, shape, json_array_get(array, i), arena);
	return (struct rows){items, json_array_size(array)};
}

static inline void
json_fill_field(void *at, const struct field *field, json_t *value, struct arena *arena)
{
	char *record;
	switch (field->type) {
	case FIELD_TEXT: *(struct str *)at = json_text_of(value, arena); break;
	case FIELD_HTML:
		*(struct html *)at = (struct html){json_text_of(value, arena)};
		break;
	case FIELD_NUMBER: *(long *)at = (long)json_integer_value(value); break;
	case FIELD_FLAG: *(bool *)at = json_is_true(value); break;
	case FIELD_MANY: break; /* no field of its own */
	case FIELD_ROWS:
		*(struct rows *)at = json_rows(value, field->shape, arena);
		break;
	case FIELD_RECORD:
		record = arena_alloc(arena, field->shape->size);
		json_fill_record(record, field->shape, value, arena);
		*(const void **)at = record;
		break;
	}
}

static void
json_fill_record(
	char *record, const struct shape *shape, json_t *value, struct arena *arena)
{
	for (const struct field *field = shape->fields; field->name; field++) {
		bool itself = str_equal(str_from(field->about), STR("."));
		json_t *part = itself ? value : json_object_get(value, field->about);
		if (part && !json_is_null(part))
			json_fill_field(record + field->offset, field, part, arena);
	}
}

/* The shape and the record of a JSON value; copies everything. */
static inline const void *
json_view(json_t *value, const struct shape **shape, struct arena *arena)
{
	struct json_list values = {&value, 1, 1};
	*shape = json_shape("data", &values, arena);
	char *record = arena_alloc(arena, (*shape)->size);
	json_fill_record(record, *shape, value, arena);
	return record;
}

#endif
