#include "archive/addresses.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/list.h"

enum {
	LARGEST = 1 << 28, /* bytes of a ledger: some two million addresses */
	LONGEST = 100      /* bytes of an address */
};

static const uintptr_t RESERVED = UINTPTR_MAX; /* in by_address: taken, without a row */

static const struct str file_name_of_ledger = STR_INIT("addresses.tsv");

static const struct str head = STR_INIT("# Addresses given by the build; keep this file "
					"with the archive and do not edit it.\n"
					"# kind, address, source or subject, sketch, "
					"title, and of gone ones where they lead\n");

static const struct str kind_names[ADDRESS_KINDS] = {
	[ADDRESS_ARTICLE] = STR_INIT("article"),
	[ADDRESS_PERSON] = STR_INIT("person"),
	[ADDRESS_TAG] = STR_INIT("tag"),
	[ADDRESS_GONE] = STR_INIT("gone"),
};

/* --- rows --- */

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* In small letters, as almost all are anyway. */
static struct str
folded(struct str address, struct arena *arena)
{
	size_t first = 0;
	while (first < address.len && !is_capital(address.data[first]))
		first++;
	if (first == address.len)
		return address;
	char *out = arena_array(arena, char, address.len + 1);
	for (size_t i = 0; i < address.len; i++) {
		char c = address.data[i];
		out[i] = is_capital(c) ? (char)(c - 'A' + 'a') : c;
	}
	return (struct str){out, address.len};
}

static uintptr_t
counter(const struct addresses *addresses, struct str key)
{
	return (uintptr_t)map_find(&addresses->counters, key);
}

static void
raise_counter(struct addresses *addresses, struct str key, uintptr_t number)
{
	if (counter(addresses, key) < number)
		*map_at(&addresses->counters, key) = (void *)number;
}

/* "a/01-3.html" is number 3 of a/01, and number 1 of a/01-3. */
static void
count_address(struct addresses *addresses, struct str address)
{
	struct str stem = file_stem(address);
	size_t dash = stem.len;
	int number;
	raise_counter(addresses, stem, 1);
	while (dash > 0 && stem.data[dash - 1] != '-' && stem.data[dash - 1] != '/')
		dash--;
	if (dash == 0 || stem.data[dash - 1] != '-')
		return;
	if (str_number(str_slice(stem, dash, stem.len), &number))
		raise_counter(addresses, str_slice(stem, 0, dash - 1), (uintptr_t)number);
}

static uintptr_t
row_number(const struct addresses *addresses, struct str address)
{
	struct arena *scratch = arena_open();
	uintptr_t row =
		(uintptr_t)map_find(&addresses->by_address, folded(address, scratch));
	arena_close(scratch);
	return row;
}

struct address *
addresses_find(const struct addresses *addresses, struct str address)
{
	uintptr_t row = row_number(addresses, address);
	return row && row != RESERVED ? &addresses->rows.items[row - 1] : NULL;
}

struct address *
addresses_add(struct addresses *addresses, struct str address)
{
	struct address *row = list_add(&addresses->rows, addresses->arena);
	struct str key = folded(address, addresses->arena);
	*row = (struct address){.address = address,
		.subject = STR(""),
		.title = STR(""),
		.target = STR(""),
		.former = STR("")};
	*map_at(&addresses->by_address, key) = (void *)(uintptr_t)addresses->rows.count;
	count_address(addresses, key);
	return row;
}

bool
addresses_reserve(struct addresses *addresses, struct str address)
{
	void **place = map_at(&addresses->by_address, folded(address, addresses->arena));
	if (*place)
		return false;
	*place = (void *)RESERVED;
	return true;
}

struct str
addresses_mint(struct addresses *addresses, struct str prefix, bool numbered)
{
	struct str key = folded(prefix, addresses->arena);
	for (uintptr_t number = counter(addresses, key) + 1;; number++) {
		struct str address =
			number == 1 && !numbered
				? str_format(
					  addresses->arena, "%.*s.html", STR_ARG(prefix))
				: str_format(addresses->arena, "%.*s-%zu.html",
					  STR_ARG(prefix), (size_t)number);
		if (!row_number(addresses, address))
			return address;
	}
}

/* --- reading --- */

static bool
is_address(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.data[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			     (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/' ||
			     c == '.';
		if (!plain)
			return false;
	}
	return s.len > 0 && s.len <= LONGEST && s.data[0] != '/' &&
	       !str_has(s, STR("..")) && !str_has(s, STR("//"));
}

static bool
read_sketch(struct str text, uint64_t *sketch)
{
	*sketch = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];
		bool digit = c >= '0' && c <= '9';
		if (!digit && (c < 'a' || c > 'f'))
			return false;
		*sketch = *sketch << 4 | (uint64_t)(digit ? c - '0' : c - 'a' + 10);
	}
	return text.len == 16 || text.len == 0;
}

static bool
read_kind(struct str name, enum address_kind *kind)
{
	for (int i = 0; i < ADDRESS_KINDS; i++)
		if (str_equal(name, kind_names[i])) {
			*kind = (enum address_kind)i;
			return true;
		}
	return false;
}

static bool
parse_line(struct str line, struct address *read)
{
	struct str fields[6] = {STR(""), STR(""), STR(""), STR(""), STR(""), STR("")};
	size_t count = 0;
	while (count < 6 && str_cut(&line, '\t', &fields[count]))
		count++;
	*read = (struct address){.address = fields[1],
		.subject = fields[2],
		.title = fields[4],
		.target = fields[5],
		.former = STR("")};
	bool known = read_kind(fields[0], &read->kind) && is_address(fields[1]) &&
		     fields[2].len;
	bool aimed = count == 6;
	bool may = read->kind == ADDRESS_GONE ? aimed
					      : !aimed || read->kind == ADDRESS_ARTICLE;
	return known && !line.data && read_sketch(fields[3], &read->sketch) && may &&
	       (!aimed || is_address(fields[5]));
}

static bool
read_line(struct addresses *addresses, struct str line, struct place at,
	struct report *report)
{
	struct address read;
	if (!parse_line(line, &read))
		return report_error(report, at,
			"not a line of the address ledger; take the file's last good "
			"version");
	if (addresses_find(addresses, read.address))
		return report_error(report, at,
			"the address %.*s stands twice; take the file's last good "
			"version",
			STR_ARG(read.address));
	read.known = true;
	read.stood = read.kind == ADDRESS_ARTICLE;
	*addresses_add(addresses, read.address) = read;
	return true;
}

static void
read_lines(struct addresses *addresses, struct str path, struct report *report)
{
	struct str rest = addresses->bytes, line;
	struct place at = {path, 1, 1};
	for (; str_cut(&rest, '\n', &line); at.line++) {
		if (str_ends(line, STR("\r")))
			line.len--;
		if (line.len && line.data[0] != '#' &&
			!read_line(addresses, line, at, report))
			addresses->damaged = true;
	}
}

static void
read_ledger(struct addresses *addresses, struct str path, struct report *report)
{
	if (!file_exists(path))
		return;
	if (file_read(path, LARGEST, &addresses->bytes, addresses->arena, report))
		read_lines(addresses, path, report);
	else
		addresses->damaged = true;
}

/* A build that could not write the content folder has kept its addresses elsewhere. */
static void
add_spare(struct addresses *addresses, struct report *report)
{
	struct addresses spare = {.arena = addresses->arena,
		.by_address = map_open(addresses->arena),
		.counters = map_open(addresses->arena)};
	read_ledger(&spare, addresses->spare_path, report);
	for (size_t i = 0; i < spare.rows.count; i++)
		if (!addresses_find(addresses, spare.rows.items[i].address))
			*addresses_add(addresses, spare.rows.items[i].address) =
				spare.rows.items[i];
	addresses->damaged = addresses->damaged || spare.damaged;
	addresses->bytes = spare.bytes.data ? spare.bytes : addresses->bytes;
}

struct addresses *
addresses_read(
	struct str content, struct str state, struct arena *arena, struct report *report)
{
	struct addresses *addresses = arena_new(arena, struct addresses);
	*addresses = (struct addresses){
		.arena = arena,
		.content = content,
		.path = file_join(content, file_name_of_ledger, arena),
		.spare_path = file_join(state, file_name_of_ledger, arena),
		.bytes = STR(""),
		.by_address = map_open(arena),
		.counters = map_open(arena),
	};
	read_ledger(addresses, addresses->path, report);
	if (!file_writable(content))
		add_spare(addresses, report);
	return addresses;
}

void
addresses_reopen(struct addresses *addresses)
{
	for (size_t i = 0; i < addresses->rows.count; i++)
		addresses->rows.items[i].current = false;
	for (size_t i = 0; i < addresses->by_address.count; i++)
		if ((uintptr_t)addresses->by_address.entries[i].value == RESERVED)
			addresses->by_address.entries[i].value = NULL;
}

size_t
addresses_gone(const struct addresses *addresses, size_t *stood)
{
	size_t gone = 0;
	*stood = 0;
	for (size_t i = 0; i < addresses->rows.count; i++) {
		const struct address *row = &addresses->rows.items[i];
		*stood += row->stood;
		gone += row->stood && row->kind == ADDRESS_GONE;
	}
	return gone;
}

struct str
address_title_print(struct str title, struct arena *arena)
{
	return str_format(arena, "#%016" PRIx64, digest_of(title).low);
}

/* --- writing --- */

static int
compare_rows(const void *a, const void *b)
{
	const struct address *const *first = a, *const *second = b;
	return str_compare((*first)->address, (*second)->address);
}

/* A title is one field of one line. */
static void
add_field(struct strbuf *out, struct str field)
{
	strbuf_add_char(out, '\t');
	for (size_t i = 0; i < field.len; i++) {
		char c = field.data[i];
		strbuf_add_char(out, c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
	}
}

static void
add_row(struct strbuf *out, const struct address *row)
{
	strbuf_add(out, kind_names[row->kind]);
	add_field(out, row->address);
	add_field(out, row->subject);
	strbuf_add_char(out, '\t');
	if (row->sketch)
		strbuf_printf(out, "%016" PRIx64, row->sketch);
	add_field(out, row->title);
	if (row->target.len)
		add_field(out, row->target);
	strbuf_add_char(out, '\n');
}

static struct str
ledger_text(const struct addresses *addresses)
{
	size_t count = addresses->rows.count;
	const struct address **rows =
		arena_array(addresses->arena, const struct address *, count + 1);
	struct strbuf out = strbuf_open(addresses->arena);
	for (size_t i = 0; i < count; i++)
		rows[i] = &addresses->rows.items[i];
	qsort(rows, count, sizeof *rows, compare_rows);
	strbuf_add(&out, head);
	for (size_t i = 0; i < count; i++)
		add_row(&out, rows[i]);
	return strbuf_str(&out);
}

bool
addresses_write(struct addresses *addresses, struct report *report)
{
	bool changed;
	if (addresses->damaged)
		return false;
	struct str text = ledger_text(addresses);
	if (str_equal(text, addresses->bytes) ||
		(!addresses->rows.count && !addresses->bytes.len))
		return true;
	if (file_writable(addresses->content))
		return file_update(addresses->path, text, &changed, report);
	report_warning(report, (struct place){addresses->path, 0, 0},
		"cannot be written; the addresses are kept in %.*s: move it here",
		STR_ARG(addresses->spare_path));
	return file_update(addresses->spare_path, text, &changed, report);
}
