#include "serve/media.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"

const char *
media_type(struct str path)
{
	static const char *const types[][2] = {
		{".html", "text/html; charset=utf-8"},
		{".css", "text/css; charset=utf-8"},
		{".js", "text/javascript; charset=utf-8"},
		{".json", "application/json"},
		{".webmanifest", "application/manifest+json"},
		{".xml", "application/xml"},
		{".txt", "text/plain; charset=utf-8"},
		{".csv", "text/csv; charset=utf-8"},
		{".jsonl", "application/jsonl; charset=utf-8"},
		{".ris", "application/x-research-info-systems; charset=utf-8"},
		{".bib", "application/x-bibtex; charset=utf-8"},
		{".svg", "image/svg+xml"},
		{".png", "image/png"},
		{".jpg", "image/jpeg"},
		{".jpeg", "image/jpeg"},
		{".gif", "image/gif"},
		{".webp", "image/webp"},
		{".avif", "image/avif"},
		{".ico", "image/vnd.microsoft.icon"},
		{".woff2", "font/woff2"},
		{".woff", "font/woff"},
		{".pdf", "application/pdf"},
		{".zip", "application/zip"},
	};
	struct str extension = file_extension(file_name(path));
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (extension.len == strlen(types[i][0]) &&
			strncasecmp(extension.data, types[i][0], extension.len) == 0)
			return types[i][1];
	return "application/octet-stream";
}
