#!/bin/sh
# Whole builds of a small archive: the same bytes every time, bad sources named and passed over.
. "$(dirname "$0")/../support/archive.sh"

digest() {
	(cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}

small_archive "$work/content"
expect_status "a first build succeeds" 0 build content public
expect "home, issue, page and article are there" test -f "$work/public/index.html" \
	-a -f "$work/public/2021/03/05/index.html" -a -f "$work/public/2021/03/05/01.html" \
	-a -f "$work/public/2021/03/05/01-2.html"
expect "the article says what the source says" grep -q '提前二十天完工' \
	"$work/public/2021/03/05/01-1.html"

digest "$work/public" >"$work/first"
expect_status "a second build succeeds" 0 build content public
expect "a second build writes nothing" grep -q 'written 0,' "$work/out"
digest "$work/public" >"$work/second"
expect "a second build leaves the same bytes" cmp "$work/first" "$work/second"

printf '\377\376\377' >"$work/content/2021-03-05/02.txt"
printf -- '---\ntitel: 错了\n---\n正文。\n' >"$work/content/2021-03-05/03.md"
: >"$work/content/2021-03-08/02.txt"
mkdir -p "$work/content/2021-03-09"
printf '说明' >"$work/content/2021-03-09/data.json"
expect_status "bad sources give status 1" 1 build content other
expect "invalid bytes are named" grep -q '^content/2021-03-05/02.txt:1:1: error: ' "$work/err"
expect "a wrong key is named with its line and the nearest key" \
	grep -q '^content/2021-03-05/03.md:2:1: error: .*title' "$work/err"
expect "an empty file is named" grep -q '^content/2021-03-08/02.txt: error: .*empty' "$work/err"
expect "each bad source has one message" test "$(grep -c ': error: ' "$work/err")" -eq 3
expect "files of other kinds are no error" sh -c "! grep -q 'data.json.*error' '$work/err'"
digest "$work/other" >"$work/second"
expect "the rest is as it was" cmp "$work/first" "$work/second"
rm "$work/content/2021-03-05/02.txt" "$work/content/2021-03-05/03.md" \
	"$work/content/2021-03-08/02.txt"

echo 'keep me' >"$work/other/foreign.txt"
mv "$work/content/2021-03-08" "$work/aside"
expect_status "a build after an issue is gone" 0 build content other
expect "its pages are gone" test ! -e "$work/other/2021/03/08/index.html"
expect "its article's address sends readers on" grep -q 'http-equiv="refresh"' \
	"$work/other/2021/03/08/01-1.html"
expect "a foreign file stays" test -f "$work/other/foreign.txt"
mv "$work/aside" "$work/content/2021-03-08"
expect_status "and after it came back" 0 build content other
rm "$work/other/foreign.txt"
digest "$work/other" >"$work/second"
expect "incremental equals clean" cmp "$work/first" "$work/second"

# The picture of a page stands beside it.
printf 'no real picture' >"$work/content/2021-03-05/01.jpg"
expect_status "a dry run" 0 build content other --dry-run
expect "a dry run says what would change" grep -q 'written [1-9].* (dry run)' "$work/out"
expect "a dry run writes nothing" test ! -e "$work/other/2021/03/05/01.jpg"
expect_status "a build with a picture" 0 build content other --json
expect "what changed is listed" grep -q '"changed":\["2021/03/05/01.jpg"' "$work/out"
expect "the picture is published" cmp "$work/content/2021-03-05/01.jpg" "$work/other/2021/03/05/01.jpg"
expect "the page shows it" grep -q '<img src="01.jpg"' "$work/other/2021/03/05/01.html"
rm "$work/content/2021-03-05/01.jpg"
expect_status "a build after it is gone" 0 build content other
expect "the picture is gone" test ! -e "$work/other/2021/03/05/01.jpg"

# An address outlives what stood there, and articles bring the addresses they had elsewhere.
printf -- '---\ntitle: 搬来的文章\ndate: 2021-03-10\naliases: [/old/post/]\n---\n从别处搬来的文章正文。\n' \
	>"$work/content/moved.md"
expect_status "a build with an article that had an address elsewhere" 0 build content other
expect "its old address sends readers on" grep -q 'url=../../undated/moved.html\|url=../../2021/03/10' \
	"$work/other/old/post/index.html"
address=$(cd "$work/other" && grep -rl '搬来的文章正文' --include='*.html' 2021 undated 2>/dev/null | head -n 1)
rm "$work/content/moved.md"
expect_status "a build without it" 0 build content other
expect "its address is a stub now" grep -q 'http-equiv="refresh"' "$work/other/$address"
expect "its text is gone" sh -c "! grep -rq '从别处搬来' '$work/other'"

expect_status "output inside content is refused" 1 build content content/public
expect_status "no content folder is an error" 1 build nowhere other
expect_status "clean removes what builds made" 0 \
	sh -c "cd '$work' && '$backfile' clean --config site.conf --content content --output other"
expect "nothing is left" test ! -e "$work/other/index.html"
(cd "$work" && "$backfile" check --review --config site.conf --content content --output other --quiet >/dev/null) || true
expect "a list of doubts" test -n "$(find "$work/.backfile" -name review.html)"
expect_status "is removed too" 0 \
	sh -c "cd '$work' && '$backfile' clean --config site.conf --content content --output other"
expect "by clean" test -z "$(find "$work/.backfile" -name review.html)"
echo "$tests checks passed"
