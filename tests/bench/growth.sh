#!/bin/sh
# growth.sh BUILD N ...: how the cost of a build grows with the archive. A row for each work at each size, from run.sh:
# CPU seconds, CPU milliseconds an article, MB of all processes together, files written, and the exponent of the CPU
# seconds' growth since the size before: 1 where cost is in proportion to articles, 2 where it goes with their square.
set -eu
build=$1
shift
for count in "$@"; do
	status=0
	COMPARE=no "$(dirname "$0")/run.sh" "$build" "$count" cold same issue || status=$?
	[ "$status" -eq 0 ] || exit "$status"
done
printf '\n%-16s %10s %10s %14s %10s %10s %8s\n' work articles 'CPU s' 'ms an article' 'MB of all' files growth
for work in cold same issue; do
	for count in "$@"; do
		printf '%s\t%s\n' "$count" "$(grep "^backfile, $work	" "${BENCH:-$build/bench}/$count/results.tsv")"
	done | awk -F '\t' '{
		growth = NR > 1 ? sprintf("%.2f", log($4 / cpu) / log($1 / count)) : ""
		printf "%-16s %10d %10.2f %14.2f %10.0f %10d %8s\n", $2, $1, $4, $4 * 1000 / $1, $6, $7, growth
		cpu = $4
		count = $1
	}'
done
