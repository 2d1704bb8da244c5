/* Tries every file that it is given, and shorter and altered forms of each: cut at every
 * 64th of its length, and with single bytes changed. Prints how many inputs that were. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

enum { CUTS = 64, CHANGES = 200, MOST = 1 << 16 };

static size_t tried;

static void
try_input(const uint8_t *bytes, size_t len)
{
	/* A copy of its own, so that reading past the end is noticed. */
	uint8_t *copy = malloc(len + 1);
	memcpy(copy, bytes, len);
	LLVMFuzzerTestOneInput(copy, len);
	free(copy);
	tried++;
}

static void
try_forms(uint8_t *bytes, size_t len)
{
	uint32_t random = 1;
	try_input(bytes, len);
	for (size_t i = 0; i < CUTS; i++)
		try_input(bytes, len * i / CUTS);
	for (int i = 0; len && i < CHANGES; i++) {
		random = random * 1664525 + 1013904223;
		size_t at = (random >> 8) % len;
		uint8_t old = bytes[at];
		bytes[at] = (uint8_t)(random >> 3);
		try_input(bytes, len);
		bytes[at] = old;
	}
}

int
main(int count, char **files)
{
	static uint8_t bytes[MOST];
	for (int i = 1; i < count; i++) {
		FILE *file = fopen(files[i], "rb");
		if (!file) {
			perror(files[i]);
			return 1;
		}
		size_t len = fread(bytes, 1, sizeof bytes, file);
		fclose(file);
		try_forms(bytes, len);
	}
	printf("%zu inputs\n", tried);
	return 0;
}
