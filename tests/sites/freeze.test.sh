#!/bin/sh
# Freezing: the articles found become Markdown files, and the site stays as it was, byte for byte. No
# difference is allowed: a frozen article shows the lines of its page's text, its evidence, as before.
. "$(dirname "$0")/../support/archive.sh"

# The coverage statement counts articles that a keeper edited: it alone may differ.
digest() {
	(cd "$1" && find . -type f ! -path ./coverage.html -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}

freeze() {
	(cd "$work" && "$backfile" freeze --config site.conf --content content "$@")
}

cp -r "$root/content" "$work/content"
rm -f "$work/content/addresses.tsv"
expect_status "a build of the demonstration archive" 0 build content public
digest "$work/public" >"$work/first"
cp "$work/public/coverage.html" "$work/coverage.html"
digest "$work/content" >"$work/content-first"

# News with a jump, photo and brief; verse, notices and advert; tables; a loose page without a number.
pages="2019-06-06/01 2019-06-06/04 2024-06-11/02 yancang-matou"
expect_status "a dry run" 0 freeze --dry-run content/2019-06-06/01.txt
expect "a dry run shows the files" grep -q '^==> content/2019-06-06/01-1.md <==$' "$work/out"
expect "and what would be in them" grep -q '^title: 把堤防当家防' "$work/out"
digest "$work/content" >"$work/content-second"
sed -i '/addresses.tsv/d' "$work/content-first" "$work/content-second"
expect "a dry run writes nothing" cmp "$work/content-first" "$work/content-second"
for page in $pages; do
	expect_status "freeze $page" 0 freeze "content/$page.txt"
	expect "its first article has a file" test -s "$work/content/$page-1.md"
done
expect "a file for each article" test "$(wc -l <"$work/out")" -eq \
	"$(find "$work/content" -name 'yancang-matou-*.md' | wc -l)"

expect_status "a build of frozen articles" 0 build content public
expect "how articles were cut is told anew" sh -c "! cmp -s '$work/coverage.html' '$work/public/coverage.html'"
digest "$work/public" >"$work/second"
expect "every other page and search answer is as it was" cmp "$work/first" "$work/second"
rm -rf "$work/.backfile"
expect_status "a clean build of them" 0 build content other
digest "$work/other" >"$work/second"
expect "is the same" cmp "$work/first" "$work/second"
cp "$work/content/addresses.tsv" "$work/addresses.tsv"
rm "$work/content/addresses.tsv"
expect_status "a build without the ledger" 0 build content other
expect "gives every article the address that it had" cmp "$work/addresses.tsv" \
	"$work/content/addresses.tsv"

mkdir "$work/aside" && mv "$work"/content/2019-06-06/01-*.md "$work/aside"
expect_status "a build after frozen files were removed" 0 build content other
digest "$work/other" >"$work/second"
expect "cuts the page again, at the same addresses" cmp "$work/first" "$work/second"
mv "$work"/aside/*.md "$work/content/2019-06-06"
expect_status "and after they are back" 0 build content other
digest "$work/other" >"$work/second"
expect "all is as it was" cmp "$work/first" "$work/second"

# Mistakes are named, and nothing is overwritten.
sha256sum "$work/content/2019-06-06/01-1.md" >"$work/file"
expect_status "freezing twice is an error" 1 freeze content/2019-06-06/01.txt
expect "each file is named" test \
	"$(grep -c '^content/2019-06-06/01-[0-9]*.md: error: the file is there already' "$work/err")" \
	-eq "$(find "$work/content/2019-06-06" -name '01-*.md' | wc -l)"
expect "and left alone" sha256sum -c --quiet "$work/file"
expect_status "Markdown is not frozen" 1 freeze content/2019-06-06/03.md
expect_status "freezing no file is an error" 1 freeze content/nowhere.txt

# Edited, they are the source.
sed -i 's/^title: .*/title: "编辑改过的: 题目"/' "$work/content/2019-06-06/01-1.md"
expect_status "a build with an edited title" 0 build content public
expect "it is published where the article was" grep -q '<h1[^>]*>.*编辑改过的: 题目' \
	"$work/public/2019/06/06/01-1.html"
expect "the page lists it" grep -q '编辑改过的: 题目' "$work/public/2019/06/06/01.html"
expect "the page's text is still there" grep -q '把堤防当家防' "$work/public/2019/06/06/01.html"
expect "the article leads to it" grep -q 'href="01.html#L[0-9]*">2019-06-06/01.txt' \
	"$work/public/2019/06/06/01-1.html"
expect "the old title is gone" sh -c \
	"! grep -q '<h1[^>]*>.*把堤防当家防' '$work/public/2019/06/06/01-1.html'"

# A title edited before anything was built again keeps its address too.
rm -rf "$work/content" "$work/.backfile" "$work/public"
small_archive "$work/content"
expect_status "a build of a small archive" 0 build content public
expect_status "freeze its page" 0 freeze content/2021-03-05/01.txt
sed -i 's/^title: .*/title: 书店重开/' "$work/content/2021-03-05/01-2.md"
expect_status "and edit it at once" 0 build content public
expect "its address stays" grep -q '<h1.*书店重开' "$work/public/2021/03/05/01-2.html"
printf -- '---\ntitel: 错了\n---\n正文。\n' >"$work/content/2021-03-05/01-1.md"
rm "$work/content/2021-03-05/01-2.md" && rm -rf "$work/.backfile"
expect_status "a frozen file with a mistake is an error" 1 build content third
expect "the page is not cut in its place" test ! -e "$work/third/2021/03/05/01-1.html"
rm "$work/content/2021-03-05/01-1.md"
expect_status "without frozen files" 0 build content public
expect "the page is cut again" grep -q '河堤加固工程提前完工</h1>\|<h1.*河堤加固工程提前完工' \
	"$work/public/2021/03/05/01-1.html"
echo "$tests checks passed"
