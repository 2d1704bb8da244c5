#!/bin/sh
# backfile check: gaps, links of the built site, an answer in JSON.
. "$(dirname "$0")/../support/archive.sh"
small_archive "$work/content"
cp "$work/content/2021-03-08/01.txt" "$work/content/2021-03-08/05.txt"
echo "末了一行。" >>"$work/content/2021-03-08/05.txt"
echo "number: 7" >"$work/content/2021-03-05/issue.yaml"
echo "number: 10" >"$work/content/2021-03-08/issue.yaml"
cd "$work"

expect_status "gaps are no mistakes" 0 "$backfile" check --strict
expect "but counted" grep -q '^2 gaps' out
expect_status "named when asked for" 0 "$backfile" check --verbose
expect "missing pages" grep -q '^content/2021-03-08/05.txt: note: before this page, 02 to 04 are missing' err
expect "missing issues" grep -q '^content/2021-03-08/01.txt: note: before this issue, numbers 8 to 9 are missing' err

expect_status "links of no site" 1 "$backfile" check --links
"$backfile" build >out
expect_status "links of the site" 0 "$backfile" check --links
expect "are followed" grep -q '^[1-9][0-9]* links followed' out
printf '<p>\n<a href="nowhere.html">x</a> <a href="index.html#nowhere">y</a>\n' >public/broken.html
expect_status "a broken link is a mistake" 1 "$backfile" check --links
expect "named with its line" grep -q '^public/broken.html:2: error: the link to `nowhere.html` leads nowhere' err
expect "so is a place that is not there" grep -q 'the link to `index.html#nowhere` names no element' err

printf 'title: x\ntitel: y\n' >content/2021-03-08/02.md
printf -- '---\ntitel: x\n---\n\n正文。\n' >content/2021-03-08/02.md
expect_status "in JSON" 1 "$backfile" check --json
expect "with counts and places" python3 -c '
import json
answer = json.load(open("out", encoding="utf-8"))
assert answer["issues"] == 2 and answer["gaps"] == 2, answer
wrong = [m for m in answer["messages"] if m["severity"] == "error"]
assert [(m["file"], m["line"], m["column"]) for m in wrong] == [("content/2021-03-08/02.md", 2, 1)], wrong
'
echo "$tests checks passed"
