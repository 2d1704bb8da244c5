/* A fuzz target tries one input: it may refuse it, never crash or hang over it. Under
 * clang -fsanitize=fuzzer the library drives it (make fuzz); under gcc driver.c does,
 * with the files of tests/fuzz/seeds and what was found before (make check). */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* A new folder for an input that must be a file, in memory where the system has such a
 * place; the target removes it. */
struct str fuzz_folder(struct arena *arena);

#endif
