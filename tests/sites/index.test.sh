#!/bin/sh
# The search index from build to build: only the parts that changed are made, and what is there is what a clean build
# makes.
. "$(dirname "$0")/../support/archive.sh"

digest() {
	(cd "$1/search" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}

# clean_index FILE: the digests of the index that a clean build makes now.
clean_index() {
	rm -rf "$work/.backfile/"* "$work/clean"
	build content clean --quiet
	digest "$work/clean" >"$work/$1"
}

# indexed COUNT: the last build, with --json, wrote so many parts of the index.
indexed() {
	grep -q "\"indexed\":$1,\"rendered\"" "$work/out" || {
		cat "$work/out"
		return 1
	}
}

small_archive "$work/content"
mkdir -p "$work/content/2019-01-02"
printf '旧年的一则新闻\n\n本报讯 那年冬天，河上结了厚冰，两岸的人踏冰往来。\n' >"$work/content/2019-01-02/01.txt"
clean_index first
clean_index second
expect "the index is the same each time" cmp "$work/first" "$work/second"

# The table, the suggestions, the confusions, the manifest, three issues, texts and names of two segments.
expect_status "a first build" 0 build content public --json
expect "makes every part" indexed 11
expect_status "a build with nothing changed" 0 build content public --json
expect "makes none" indexed 0
digest "$work/public" >"$work/second"
expect "the index stays" cmp "$work/first" "$work/second"

# Texts and names of the month, the issue, the manifest.
printf '添了一条消息\n\n本报讯 今天，渡口的新船下水，乡亲们都来看热闹。\n' >"$work/content/2021-03-08/02.txt"
expect_status "a build with a new page" 0 build content public --json
expect "makes four parts" indexed 4
digest "$work/public" >"$work/second"
rm -rf "$work/saved" && cp -r "$work/.backfile" "$work/saved"
clean_index first
rm -rf "$work/.backfile" && mv "$work/saved" "$work/.backfile"
expect "incremental equals clean" cmp "$work/first" "$work/second"

rm "$work/public/search/issues/2019-01-02-"*
rm "$(ls "$work/public/search/text-"*/*.js | head -n 1)"
expect_status "a build after files were lost" 0 build content public --json
expect "makes the parts that had them" indexed 2
digest "$work/public" >"$work/second"
expect "and the index is whole" cmp "$work/first" "$work/second"

rm -rf "$work/content/2021-03-08/02.txt"
expect_status "a dry run after a page is gone" 0 build content public --json --dry-run
expect "says what it would make" indexed 4
digest "$work/public" >"$work/second"
expect "and makes nothing" cmp "$work/first" "$work/second"
expect_status "a build after a page is gone" 0 build content public --json --jobs 5
expect "makes the parts it was in" indexed 4
digest "$work/public" >"$work/second"
clean_index first
expect "as a clean build does" cmp "$work/first" "$work/second"

# A build that is killed leaves folders that the next one does not want and never noted; so does a lost cache. What is
# not ours stays, also under names like ours.
leftover="$work/public/search/text-1987"
beside=$(ls -d "$work/public/search/text-2"* | head -n 1)
mkdir "$leftover" "$work/public/search/mine"
for file in "$leftover/0123456789ab.js" "$beside/ba9876543210.js" "$work/public/search/issues/2021-03-08-0123abcd.js" \
	"$work/public/search/fold-0123abcd.js" "$work/public/search/mine/0123456789ab.js" "$work/public/search/notes.js" \
	"$work/public/search/issues/list.js"; do
	echo 'backfile({})' >"$file"
done
expect_status "a build after a killed one" 0 build content public --json
expect "takes away what no build knows of" [ ! -e "$leftover" ]
rm -r "$work/public/search/mine" "$work/public/search/notes.js" "$work/public/search/issues/list.js"
digest "$work/public" >"$work/second"
expect "and nothing else" cmp "$work/first" "$work/second"
expect_status "a build behind that" 0 build content public --json
digest "$work/public" >"$work/second"
expect "has nothing to mend" cmp "$work/first" "$work/second"
printf '又添了一条消息\n\n本报讯 今天，渡口的新船开航。\n' >"$work/content/2021-03-08/03.txt"
rm -rf "$work/.backfile/"*
expect_status "a build after the cache is lost" 0 build content public --json
digest "$work/public" >"$work/second"
clean_index first
expect "leaves what a clean one makes" cmp "$work/first" "$work/second"
echo "$tests checks passed"
