#!/bin/sh
# backfile explain: on a terminal in colour and folded, elsewhere plain, unless the environment says otherwise.
. "$(dirname "$0")/../support/archive.sh"

small_archive "$work/content"
cat >"$work/content/2021-03-05/02.md" <<TEXT
---
title: 渡口的早晨
---
船在雾里开。
TEXT
cd "$work"
unset NO_COLOR CLICOLOR_FORCE
escape=$(printf '\033')
# A terminal of 80 columns; the answer is in out.
on_terminal() {
	script -qec "stty cols 80 rows 24; $* '$backfile' explain --content content content/2021-03-05/01.txt" /dev/null \
		</dev/null | tr -d '\r' >out
}
explain() {
	"$backfile" explain --content content "$@"
}

expect_status "explain a page" 0 explain content/2021-03-05/01.txt
expect "its articles come first" sh -c "sed -n 3p out | grep -q '^   1  brief  *100%  1-5  *河堤加固工程提前完工\$'"
expect "then its lines" grep -q '^    1   1 title      | 河堤加固工程提前完工' out
expect "with reasons" grep -q '^ *^ of the text below (score \|  of the text below (score ' out
expect "no colour in a file" sh -c "! grep -q '$escape' out"
cp out plain
expect_status "forced colour" 0 env CLICOLOR_FORCE=1 "$backfile" explain --content content content/2021-03-05/01.txt
expect "is there" grep -q "$escape\[1m河堤加固工程提前完工$escape\[0m" out
expect "and says the same" sh -c "sed 's/$escape\[[0-9]*m//g' out | cmp - plain"
expect_status "NO_COLOR wins" 0 env NO_COLOR=1 CLICOLOR_FORCE=1 "$backfile" explain --content content \
	content/2021-03-05/01.txt
expect "over all" cmp out plain
expect_status "CLICOLOR_FORCE=0 forces nothing" 0 env CLICOLOR_FORCE=0 "$backfile" explain --content content \
	content/2021-03-05/01.txt
expect "at all" cmp out plain
if command -v script >/dev/null; then
	expect "on a terminal" on_terminal TERM=xterm
	expect "it is in colour" grep -q "$escape\[1m" out
	expect "and folded" test "$(wc -l <out)" -gt "$(wc -l <plain)"
	expect "on a dumb terminal" on_terminal TERM=dumb
	expect "it is not" sh -c "! grep -q '$escape' out"
	expect "with NO_COLOR" on_terminal TERM=xterm NO_COLOR=1
	expect "neither" sh -c "! grep -q '$escape' out"
fi
expect_status "explain Markdown" 0 explain content/2021-03-05/02.md
expect "is taken as it is" grep -q '^2021-03-05/02.md .*  Markdown, taken as it is  articles: 1' out
"$backfile" freeze --content content --quiet content/2021-03-05/01.txt
expect_status "explain a frozen page" 0 explain content/2021-03-05/01.txt
expect "names the files that are published" grep -q '^frozen: .* content/2021-03-05/01-1.md ' out
expect_status "explain in JSON" 0 explain --json content/2021-03-05/01.txt
expect "is JSON alone" python3 -c 'import json; assert len(json.load(open("out"))["articles"]) == 2'
echo "$tests checks passed"
