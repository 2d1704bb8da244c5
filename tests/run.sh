#!/bin/sh
# run.sh BUILD [GROUP ...]: runs the suites, as many at once as there are processors, and ends with one line that
# counts them. A suite is a unit program in BUILD/tests/unit/ (group unit) or an executable
# tests/<group>/*.test.{sh,py,js} (group: its folder). A suite that ends with status 77 was skipped for want of
# something that it names. The groups whose suites take longest come first: nothing long is then left for the end.
#
# run.sh BUILD --suite SUITE: runs one and prints its line; all that it said is in BUILD/logs. What failed is shown at
# the end.
build=$1
shift
export BACKFILE="$build/backfile"

log_of() {
	echo "$build/logs/$(echo "$1" | tr / .).log"
}

run_suite() {
	name=${1#"$build"/}
	log=$(log_of "$name")
	"$1" >"$log" 2>&1
	case $? in
	0) word=ok ;;
	77) word=skipped ;;
	*) word=FAILED ;;
	esac
	summary=$(grep -v '^\[' "$log" | tail -n 1)
	[ "${name#tests/unit/}" = "$name" ] || summary=$(grep -c '^\[       OK' "$log")' tests'
	printf '%-8s %-44s %s\n' "$word" "$name" "$summary"
}

suites_of() {
	if [ "$1" = unit ]; then
		find "$build/tests/unit" -type f -perm -u+x -name 'test_*' | LC_ALL=C sort
		return
	fi
	for suite in tests/"$1"/*.test.sh tests/"$1"/*.test.py tests/"$1"/*.test.js; do
		[ ! -x "$suite" ] || echo "$suite"
	done
}

if [ "$1" = --suite ]; then
	run_suite "$2"
	exit
fi
mkdir -p "$build/logs"
for group in ${*:-browser fault search sites layers fuzz unit}; do
	suites_of "$group"
done | xargs -n 1 -P "$(nproc)" "$0" "$build" --suite | tee "$build/logs/all"
for name in $(sed -n 's/^FAILED  *\([^ ]*\).*/\1/p' "$build/logs/all"); do
	echo "--- $name"
	cat "$(log_of "$name")"
done
passed=$(grep -c '^ok ' "$build/logs/all")
failed=$(grep -c '^FAILED ' "$build/logs/all")
skipped=$(grep -c '^skipped ' "$build/logs/all")
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
