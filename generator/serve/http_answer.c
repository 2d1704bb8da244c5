#include "serve/http_answer.h"

struct str
http_answer_field(const struct http_answer *answer, const char *name)
{
	const char *value =
		MHD_lookup_connection_value(answer->connection, MHD_HEADER_KIND, name);
	return value ? str_from(value) : STR("");
}

/* Nothing of the preview may be framed or read by other sites,
 * or kept: the next build may change it. */
enum MHD_Result
http_answer_send(
	const struct http_answer *answer, unsigned status, struct MHD_Response *response)
{
	if (!response)
		return MHD_NO;
	MHD_add_response_header(response, "Cache-Control", "no-cache");
	MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
	MHD_add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
	MHD_add_response_header(response, "Referrer-Policy", "no-referrer");
	enum MHD_Result sent = MHD_queue_response(answer->connection, status, response);
	MHD_destroy_response(response);
	return sent;
}

struct MHD_Response *
http_answer_response(struct str bytes, const char *type)
{
	struct MHD_Response *response = MHD_create_response_from_buffer(
		bytes.len, (void *)(uintptr_t)bytes.data, MHD_RESPMEM_MUST_COPY);
	if (response)
		MHD_add_response_header(response, "Content-Type", type);
	return response;
}

enum MHD_Result
http_answer_refuse(const struct http_answer *answer, enum request_answer why)
{
	struct str text = why == REQUEST_BAD           ? STR("400 bad request\n")
			  : why == REQUEST_METHOD      ? STR("405 only GET and HEAD\n")
			  : why == REQUEST_MISDIRECTED ? STR("421 not the name of this "
							     "preview\n")
						       : STR("404 not found\n");
	struct MHD_Response *response =
		http_answer_response(text, "text/plain; charset=utf-8");
	if (response && why == REQUEST_METHOD)
		MHD_add_response_header(response, "Allow", "GET, HEAD");
	if (response && why != REQUEST_HIDDEN)
		MHD_add_response_header(response, "Connection", "close");
	return http_answer_send(answer, (unsigned)why, response);
}
