#include "serve/http_files.h"

#include <unistd.h>

#include "base/file.h"
#include "serve/media.h"
#include "serve/range.h"
#include "serve/site_file.h"

enum { LARGEST_PAGE = 16 * 1024 * 1024 };

/* --- pages, with the script that listens --- */

static const char SCRIPT[] = "<script src=\"" REQUEST_SCRIPT_TARGET "\"></script>";

/* Before the end of the body, or at the end of what is there. */
static struct str
with_script(struct str page, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	size_t end = str_find(page, STR("</body>"));
	end = end == SIZE_MAX ? page.len : end;
	strbuf_add(&out, str_slice(page, 0, end));
	strbuf_add(&out, str_from(SCRIPT));
	strbuf_add(&out, str_slice(page, end, page.len));
	return strbuf_str(&out);
}

static bool
tag_matches(struct str field, struct str tag)
{
	return str_equal(str_trim(field), STR("*")) || str_has(field, tag);
}

static enum MHD_Result
send_page(const struct http_answer *answer, struct str path, struct site_file *file,
	unsigned status)
{
	struct report unheard = report_open(answer->arena);
	struct str page, whole = file_join(answer->folder, path, answer->arena);
	close(file->descriptor);
	if (!file_read(whole, LARGEST_PAGE, &page, answer->arena, &unheard))
		return http_answer_refuse(answer, REQUEST_HIDDEN);
	struct MHD_Response *response =
		http_answer_response(with_script(page, answer->arena), media_type(path));
	if (response && status == MHD_HTTP_OK)
		MHD_add_response_header(response, "ETag", file->tag.data);
	return http_answer_send(answer, status, response);
}

/* Before the first build there is nothing to show but what it says. */
static enum MHD_Result
send_waiting_page(const struct http_answer *answer)
{
	struct str page =
		STR("<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
		    "<title>backfile</title></head><body>"
		    "<p lang=\"zh\">网站还没有生成，生成以后这一页自己会变。</p>"
		    "<p lang=\"en\">The site is not built yet; this page follows "
		    "when it is.</p></body></html>");
	return http_answer_send(answer, MHD_HTTP_SERVICE_UNAVAILABLE,
		http_answer_response(
			with_script(page, answer->arena), "text/html; charset=utf-8"));
}

static enum MHD_Result
send_missing(const struct http_answer *answer, struct str path)
{
	struct site_file file;
	if (site_file_open(answer->folder, STR("404.html"), &file, answer->arena) ==
		SITE_FILE_OPEN)
		return send_page(answer, STR("404.html"), &file, MHD_HTTP_NOT_FOUND);
	if (str_equal(path, STR("index.html")))
		return send_waiting_page(answer);
	return http_answer_refuse(answer, REQUEST_HIDDEN);
}

/* --- other files --- */

static enum MHD_Result
send_outside(const struct http_answer *answer, const struct site_file *file)
{
	close(file->descriptor);
	struct MHD_Response *response = http_answer_response(STR(""), "text/plain");
	if (response)
		MHD_add_response_header(response, "Content-Range",
			str_format(answer->arena, "bytes */%llu",
				(unsigned long long)file->size)
				.data);
	return http_answer_send(answer, MHD_HTTP_RANGE_NOT_SATISFIABLE, response);
}

static struct range
range_of(const struct http_answer *answer, const struct site_file *file)
{
	struct str condition = http_answer_field(answer, "If-Range");
	struct str range = http_answer_field(answer, "Range");
	if (condition.len && !str_equal(condition, file->tag))
		range = STR("");
	return range_read(range, file->size);
}

static enum MHD_Result
send_file(const struct http_answer *answer, struct str path, const struct site_file *file)
{
	struct range range = range_of(answer, file);
	if (range.kind == RANGE_OUTSIDE)
		return send_outside(answer, file);
	struct MHD_Response *response = MHD_create_response_from_fd_at_offset64(
		range.len, file->descriptor, range.from);
	if (!response) {
		close(file->descriptor);
		return MHD_NO;
	}
	MHD_add_response_header(response, "Content-Type", media_type(path));
	MHD_add_response_header(response, "ETag", file->tag.data);
	MHD_add_response_header(response, "Accept-Ranges", "bytes");
	MHD_add_response_header(response, "Vary", "Accept-Encoding");
	if (file->coding)
		MHD_add_response_header(response, "Content-Encoding", file->coding);
	if (range.kind == RANGE_WHOLE)
		return http_answer_send(answer, MHD_HTTP_OK, response);
	struct str place = str_format(answer->arena, "bytes %llu-%llu/%llu",
		(unsigned long long)range.from,
		(unsigned long long)(range.from + range.len - 1),
		(unsigned long long)file->size);
	MHD_add_response_header(response, "Content-Range", place.data);
	return http_answer_send(answer, MHD_HTTP_PARTIAL_CONTENT, response);
}

static enum MHD_Result
send_unchanged(const struct http_answer *answer, const struct site_file *file)
{
	close(file->descriptor);
	struct MHD_Response *response =
		MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
	if (response)
		MHD_add_response_header(response, "ETag", file->tag.data);
	return http_answer_send(answer, MHD_HTTP_NOT_MODIFIED, response);
}

/* The target is clean and does not begin with two slashes, so it stays on this host. */
static enum MHD_Result
send_to_folder(const struct http_answer *answer, struct str target)
{
	struct MHD_Response *response = http_answer_response(STR(""), "text/plain");
	struct str place = str_format(answer->arena, "%.*s/", STR_ARG(target));
	if (response)
		MHD_add_response_header(response, "Location", place.data);
	return http_answer_send(answer, MHD_HTTP_FOUND, response);
}

enum MHD_Result
http_send_path(const struct http_answer *answer, struct str path, struct str target)
{
	struct site_file file;
	struct arena *arena = answer->arena;
	if (!path.len || str_ends(path, STR("/")))
		path = str_format(arena, "%.*sindex.html", STR_ARG(path));
	bool plain =
		http_answer_field(answer, "Range").len || str_ends(path, STR(".html"));
	enum site_file_found found = site_file_open_coded(answer->folder, path,
		plain ? STR("") : http_answer_field(answer, "Accept-Encoding"), &file,
		arena);
	if (found == SITE_FILE_FOLDER)
		return send_to_folder(answer, target);
	if (found == SITE_FILE_NONE)
		return send_missing(answer, path);
	struct str known = http_answer_field(answer, "If-None-Match");
	if (known.len && tag_matches(known, file.tag))
		return send_unchanged(answer, &file);
	if (str_ends(path, STR(".html")))
		return send_page(answer, path, &file, MHD_HTTP_OK);
	return send_file(answer, path, &file);
}
