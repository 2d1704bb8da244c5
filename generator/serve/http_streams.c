#include "serve/http_streams.h"

#include <string.h>

#include "base/json.h"

static ssize_t
copy_event(struct http_stream *stream, char *to, size_t most)
{
	struct strbuf *event = &stream->all->event;
	size_t len = event->len - stream->sent;
	len = len < most ? len : most;
	memcpy(to, event->data + stream->sent, len);
	stream->sent += len;
	return (ssize_t)len;
}

/* What the stream has to say next; it sleeps when there is nothing. An event that was
 * sent in part when another came is ended as it is: the page passes it over. */
static ssize_t
next_bytes(void *context, uint64_t position, char *to, size_t most)
{
	struct http_stream *stream = context;
	struct http_streams *all = stream->all;
	(void)position;
	if (all->closing)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (stream->told != all->events) {
		bool broken =
			stream->told && stream->sent && stream->sent < all->event.len;
		stream->told = all->events;
		stream->sent = 0;
		if (broken && most >= 2) {
			memcpy(to, "\n\n", 2);
			return 2;
		}
	}
	if (stream->sent < all->event.len)
		return copy_event(stream, to, most);
	if (stream->beat && most >= 3) {
		stream->beat = false;
		memcpy(to, ":\n\n", 3);
		return 3;
	}
	stream->asleep = true;
	MHD_suspend_connection(stream->connection);
	return 0;
}

static void
forget_stream(void *context)
{
	*(struct http_stream *)context = (struct http_stream){0};
}

enum MHD_Result
http_send_events(const struct http_answer *answer, struct http_streams *all)
{
	struct http_stream *stream = all->items;
	while (stream < all->items + HTTP_STREAMS && stream->connection)
		stream++;
	if (stream == all->items + HTTP_STREAMS)
		return http_answer_refuse(answer, REQUEST_HIDDEN);
	*stream = (struct http_stream){.all = all, .connection = answer->connection};
	struct MHD_Response *response = MHD_create_response_from_callback(
		MHD_SIZE_UNKNOWN, 1024, next_bytes, stream, forget_stream);
	if (response)
		MHD_add_response_header(response, "Content-Type", "text/event-stream");
	return http_answer_send(answer, MHD_HTTP_OK, response);
}

static void
wake(struct http_stream *stream)
{
	if (!stream->connection || !stream->asleep)
		return;
	stream->asleep = false;
	MHD_resume_connection(stream->connection);
}

void
http_streams_wake(struct http_streams *all)
{
	for (size_t i = 0; i < HTTP_STREAMS; i++)
		wake(&all->items[i]);
}

void
http_streams_tell(struct http_streams *all, unsigned built, struct str messages)
{
	all->events++;
	strbuf_cut(&all->event, 0);
	strbuf_add(&all->event, STR("data: "));
	struct json json = json_open(&all->event);
	json_object_begin(&json);
	json_key(&json, "built");
	json_number(&json, built);
	json_field(&json, "messages", messages);
	json_object_end(&json);
	strbuf_add(&all->event, STR("\n\n"));
	http_streams_wake(all);
}

void
http_streams_beat(struct http_streams *all)
{
	for (size_t i = 0; i < HTTP_STREAMS; i++)
		all->items[i].beat = all->items[i].connection != NULL;
	http_streams_wake(all);
}
