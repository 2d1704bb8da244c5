#!/bin/sh
# run.sh BUILD [GROUP ...]: runs the suites and ends with one line that counts them. A suite is a unit program
# in BUILD/tests/unit/ (group unit) or an executable tests/<group>/*.test.{sh,py,js} (group: its folder).
# A suite that ends with status 77 was skipped for want of something that it names.
build=$1
shift
groups=${*:-unit layers search sites browser}
passed=0 failed=0 skipped=0
log=$build/test.log
export BACKFILE=$build/backfile

run_suite() {
	"$@" >"$log" 2>&1
	status=$?
	name=${1#"$build"/}
	case $status in
	0) passed=$((passed + 1)) word=ok ;;
	77) skipped=$((skipped + 1)) word=skipped ;;
	*) failed=$((failed + 1)) word=FAILED ;;
	esac
	summary=$(grep -v '^\[' "$log" | tail -n 1)
	[ "${name#tests/unit/}" = "$name" ] || summary=$(grep -c '^\[       OK' "$log")' tests'
	printf '%-8s %-44s %s\n' "$word" "$name" "$summary"
	[ "$word" != FAILED ] || cat "$log"
}

for group in $groups; do
	if [ "$group" = unit ]; then
		for program in $(find "$build/tests/unit" -type f -perm -u+x -name 'test_*' | LC_ALL=C sort); do
			run_suite "$program"
		done
		continue
	fi
	for suite in tests/"$group"/*.test.sh tests/"$group"/*.test.py tests/"$group"/*.test.js; do
		[ ! -x "$suite" ] || run_suite "$suite"
	done
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
