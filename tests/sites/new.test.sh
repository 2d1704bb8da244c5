#!/bin/sh
# backfile new: an archive that builds at once, and is searchable with other pages in three commands.
. "$(dirname "$0")/../support/archive.sh"
cd "$work"

expect_status "new" 0 "$backfile" new paper
expect "new says how to go on" grep -q 'backfile build' out
expect "everything is there" test -f paper/site.conf -a -f paper/README.txt -a -f paper/content/people.yaml \
	-a -f paper/content/tags.yaml
cd paper
expect_status "it builds at once" 0 "$backfile" build --strict
cat "$work/err"
expect "without a word of complaint" test ! -s "$work/err"
expect_status "it passes its check" 0 "$backfile" check --strict
expect_status "its example is found" 0 "$backfile" search 栈桥
expect "by its text" grep -q '2024/05/20/01-1.html' "$work/out"
cd "$work"

# In three commands: new, cp, build. Then anything in the pages is found.
"$backfile" new other >out
small_archive "$work/pages"
cp -r pages/* other/content/
cd other
"$backfile" build >"$work/out"
expect "other pages are found" sh -c "'$backfile' search --json 三个街道 | grep -q 2021/03/05/01-1.html"
cd "$work"

expect_status "an empty folder will do" 0 sh -c "mkdir empty; '$backfile' new empty"
expect_status "a folder in use is refused" 1 "$backfile" new paper
expect "and named" grep -q '^paper: error: the folder is not empty' err
expect_status "a file is refused" 1 "$backfile" new paper/site.conf
expect_status "a folder is needed" 2 "$backfile" new
mkdir broken
printf 'titel: x\n' >broken/site.conf
expect_status "settings nearby do not matter" 0 sh -c "cd broken; '$backfile' new ../beside"
echo "$tests checks passed"
