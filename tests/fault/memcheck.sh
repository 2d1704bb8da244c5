#!/bin/sh
# memcheck.sh BUILD: builds the demonstration archive, an update of it, checks and searches it under valgrind, which does
# not know Landlock and goes without. Prints the processes and fails when one used memory that it may not, used a value
# that nobody gave, or lost memory for good.
set -eu
backfile=$(realpath "$1/backfile")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r content site.conf templates static "$work"
cd "$work"
# A processor that is simulated takes fifty times as long.
printf 'compress: yes\nsource_seconds: 600\nsource_memory: 100000\n' >>site.conf

try() {
	valgrind --trace-children=yes --leak-check=full --errors-for-leak-kinds=definite --show-leak-kinds=definite \
		--error-exitcode=99 --log-file="$work/memcheck.%p" "$backfile" "$@" >said 2>&1 || {
		echo "FAILED: backfile $* ends with $?"
		cat said
	}
}

try build --jobs 2
page=$(find content -name '*.txt' | LC_ALL=C sort | head -n 1)
rm "$page"
try build --jobs 2
try check
try search 2024
processes=$(cat memcheck.* | grep -c 'ERROR SUMMARY')
bad=$(cat memcheck.* | grep -c 'ERROR SUMMARY: [1-9]' || true)
[ "$bad" -eq 0 ] || grep -hvE 'unhandled|README_MISSING|may be able|Nevertheless|report it' memcheck.* | head -n 200
echo "$processes processes, $bad with errors"
[ "$bad" -eq 0 ] && [ "$processes" -gt 8 ]
