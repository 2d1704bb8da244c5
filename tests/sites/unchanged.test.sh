#!/bin/sh
# What a build leaves alone, and what it does not: files that nobody touched, files that somebody did, a damaged catalog.
. "$(dirname "$0")/../support/archive.sh"

# Everything a site is made from gets an old time: a file may change twice within one tick of its clock, so
# what is seconds old is not trusted.
age() {
	find "$@" -exec touch -h -d '2020-05-06 07:08:09' {} +
}

digest() {
	(cd "$1" && find . -type f ! -name CNAME -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}

file_times() {
	(cd "$work/public" && find . -type f -printf '%p %i %T@\n' | LC_ALL=C sort)
}

mkdir "$work/bin"
cp "$backfile" "$work/bin/backfile"
cp -r "$root/templates" "$root/static" "$work/"
backfile=$work/bin/backfile
printf 'title: 试刊\ntemplates: templates\nstatic: static\n' >"$work/site.conf"
small_archive "$work/content"
age "$work/bin" "$work/templates" "$work/static" "$work/content"
expect_status "a first build succeeds" 0 build content public
catalog=$(printf '%s' "$work/.backfile"/*/catalog.db)
digest "$work/public" >"$work/clean"
age "$work/content"

expect_status "a second build takes note of times" 0 build content public
file_times >"$work/before"
age "$catalog"
expect_status "a third build finds nothing changed" 0 build content public
expect "it says so" grep -q 'read 0, rendered 0, written 0, unchanged [1-9]' "$work/out"
expect "it does not even write the catalog" test "$catalog" -ot "$work/clean"
file_times >"$work/after"
expect "all files keep inode and time" cmp "$work/before" "$work/after"

age "$work/content/2021-03-05/01.txt" && touch -d '2020-06-07' "$work/content/2021-03-05/01.txt"
expect_status "a source with another time and the same bytes" 0 build content public
expect "is not read again" grep -q 'read 0, rendered 0, written 0' "$work/out"

echo 'example.org' >"$work/public/CNAME"
expect_status "a foreign file in the output" 0 build content public
age "$catalog"
expect_status "disturbs once" 0 build content public
expect "and then no more" test "$catalog" -ot "$work/clean"

page=$work/public/2021/03/05/01-1.html
sed -i 's/天/年/' "$page"
expect_status "a page altered by hand, to the same size" 0 build content public --explain
expect "is made again, and why is said" \
	grep -q '2021/03/05/01-1.html: the file was changed or removed by somebody else' "$work/err"
rm "$work/public/2021/03/05/index.html" "$work/public/search/manifest.js"
expect_status "files that somebody removed" 0 build content public
digest "$work/public" >"$work/second"
expect "are made again" cmp "$work/clean" "$work/second"

echo '新来的一行正文，说的是别的事情。' >>"$work/content/2021-03-05/01.txt"
expect_status "a changed source" 0 build content public --explain
expect "its article is made, and why is said" \
	grep -q '^written 2021/03/05/01.*: its article is new or changed$' "$work/err"
expect "the other issue is left alone" sh -c "! grep -q '2021/03/08/01' '$work/err'"

# Texts are lost where the catalog knows them: all pages are made again, which needs them.
digest "$work/public" >"$work/clean"
echo '<!-- another end -->' >>"$work/templates/article.html"
cp -r "$work/.backfile" "$work/saved"
rm -rf "$work/.backfile" "$work/public"
build content public >/dev/null
digest "$work/public" >"$work/clean"
rm -rf "$work/.backfile"
mv "$work/saved" "$work/.backfile"
python3 - "$catalog" <<'END'
import sqlite3, sys
catalog = sqlite3.connect(sys.argv[1])
catalog.execute("UPDATE text SET text = zeroblob(length(text))")
catalog.commit()
END
age "$work/public/2021/03/05/01-1.html"
expect_status "a catalog that lost its texts" 0 build content public
expect "is one warning" test "$(grep -c 'warning: the catalog is damaged' "$work/err")" -eq 1
digest "$work/public" >"$work/second"
expect "and the site is as it should be" cmp "$work/clean" "$work/second"
echo "$tests checks passed"
