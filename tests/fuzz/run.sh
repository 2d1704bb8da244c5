#!/bin/sh
# run.sh BUILD SECONDS TARGET ...: drives each target, built by clang -fsanitize=fuzzer, for so long; prints how many
# inputs that were, and fails when a target did. What crashes or hangs it is left in BUILD, what it says in BUILD/logs.
set -u
build=$1 seconds=$2
shift 2
mkdir -p "$build/logs"
# What is undefined ends a target as what is out of bounds does.
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
failed=0
for name; do
	log=$build/logs/$name.log
	mkdir -p "$build/found/$name"
	word=ok
	"$build/tests/fuzz/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix="$build/$name-" "$build/found/$name" "tests/fuzz/seeds/${name#fuzz_}" >"$log" 2>&1 ||
		word=FAILED failed=1
	echo "$word $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $seconds s"
	[ "$word" = ok ] || grep -E "ERROR|SUMMARY|runtime error|Test unit written" "$log"
done
exit "$failed"
