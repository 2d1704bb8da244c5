#!/bin/sh
# Every fuzz target on its seeds and on what was found before, whole, cut and altered: none crashes, none hangs.
set -eu
build=$(dirname "${BACKFILE:-build/backfile}")
targets=0 inputs=0
for source in tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	program=$build/tests/fuzz/$name
	[ -x "$program" ] || { echo "$program is not built"; exit 1; }
	count=$(timeout 300 "$program" tests/fuzz/seeds/"${name#fuzz_}"/*) || { echo "FAILED: $name: $count"; exit 1; }
	targets=$((targets + 1)) inputs=$((inputs + ${count% inputs}))
done
echo "$targets fuzz targets, $inputs inputs"
