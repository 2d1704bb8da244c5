#!/bin/sh
# Addresses outlive edits: in a copy of the demonstration archive articles are split, merged, removed, added, moved and
# corrected. The same text keeps its address, what vanished leads on to where its text is now or to its page, new
# articles take new numbers, and building again changes nothing.
. "$(dirname "$0")/../support/archive.sh"

archive=$work/content
ledger=$archive/addresses.tsv
tab=$(printf '\t')

digest() {
	(cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}

# edit FILE PATTERN TEXT: replaces what the extended pattern matches, which must be there.
edit() {
	grep -qE "$2" "$archive/$1" || fail "$1 has no $2"
	sed -i -E "s/$2/$3/" "$archive/$1"
}

# stands TITLE ADDRESS: the one article of this title has this address, and its page shows the title.
stands() {
	[ "$(awk -F '\t' -v title="$1" '$1 == "article" && $5 == title { print $2 }' "$ledger")" = "$2" ] &&
		grep -q '<h1' "$work/public/$2"
}

# leads ADDRESS TARGET: the address is gone, its stub leads to the target, and something is published there.
leads() {
	grep -q "^gone$tab$1$tab.*$tab$2\$" "$ledger" &&
		grep -q 'http-equiv="refresh"' "$work/public/$1" &&
		grep -q "url=\(\.\./\)*\(.*/\)\?$(basename "$2")\"" "$work/public/$1" &&
		! grep -q 'http-equiv="refresh"' "$work/public/$2"
}

# The addresses in use, each with its title.
in_use() {
	awk -F '\t' '$1 == "article" { print $2 "\t" $5 }' "$1"
}

# none_lost BEFORE: every address of the ledger as it was is still published.
none_lost() {
	cut -f 2 "$1" | grep '/' | while read -r address; do
		[ -f "$work/public/$address" ] || { echo "$address is nowhere"; exit 1; }
	done
}

# alike_kept BEFORE: a text that stands in both ledgers, by its sketch, has one address in both; there are some.
alike_kept() {
	awk -F '\t' '$1 != "article" || $4 == "" { next }
		NR == FNR { before[$4] = $2; next }
		$4 in before { both++; if (before[$4] != $2) { print $2; wrong++ } }
		END { exit wrong || both < 50 }' "$1" "$ledger"
}

# The pages as they were at first, with the ledger as it is now.
restore() {
	cp -r "$root"/content/[0-9]* "$archive"
}

as_at_first() {
	in_use "$work/before" | LC_ALL=C sort >"$work/first-in-use"
	in_use "$ledger" | LC_ALL=C sort | cmp "$work/first-in-use" -
}

none_reused() {
	[ -z "$(cut -f 2 "$ledger" | grep / | LC_ALL=C sort | uniq -d)" ]
}

cp -r "$root/content" "$archive"
expect_status "a build of the demonstration archive" 0 build content public
cp "$ledger" "$work/before"

# Every change that a keeper may make to a page.
day=2019-12-31
# A notice moves to the next page of the issue.
sed -n '/^停水公告/,/^2019年12月30日/p' "$archive/$day/02.txt" >"$work/notice"
sed -i '/^停水公告/,/^2019年12月30日/d' "$archive/$day/02.txt"
{ echo; cat "$work/notice"; } >>"$archive/$day/03.txt"
# Headlines are corrected, a paragraph is corrected.
edit $day/02.txt '^退休钳工成了“年度读者”' '退休钳工成了年度读者'
edit $day/03.txt '用秒表记了五天的排队时间' '用手表记下了一个星期的排队时间'
# An article is removed.
edit $day/03.txt '^本报\(通讯员 马长庚\).*' ''
# One is split in two, and one added before the others.
edit $day/03.txt '^唐小渡今年15岁' '\n体校来了新教练\n\n本报讯（记者 宋知秋）唐小渡今年15岁'
sed -i '1a\
\
食堂里的新规矩\
\
本报讯（记者 葛小禾）12月30日，市教育局发布通知，要求各校食堂从新学期起公布每天的菜单和进货单，接受家长监督。' "$archive/$day/03.txt"
# Two are merged: the headline of the second becomes a subhead of the first.
edit 2020-07-14/02.txt '^## 洪水面前，他们是一家人' '### 洪水面前，他们是一家人'
edit 2020-07-14/02.txt '^记者 葛小禾' ''

expect_status "a build of the edited pages" 0 build content public
cp "$ledger" "$work/edited"
expect "an article that moved to another page keeps its address" stands 停水公告 2019/12/31/02-4.html
expect "and names its new source" grep -q "02-4.html${tab}2019-12-31/03.txt" "$ledger"
expect "a corrected headline" stands '全年借书二百一十四册　退休钳工成了年度读者' 2019/12/31/02-2.html
expect "a corrected paragraph" stands '一所老校的“延时半小时”' 2019/12/31/03-1.html
expect "of two halves the one with the headline keeps the address" \
	stands '浪里行舟　少年争先' 2019/12/31/03-2.html
expect "the other half has a new one" stands 体校来了新教练 2019/12/31/03-6.html
expect "and so has what was added before all others" stands 食堂里的新规矩 2019/12/31/03-5.html
expect "what was removed leads to its page" leads 2019/12/31/03-3.html 2019/12/31/03.html
expect "of two that are one the first keeps its address" stands '稻田里的“抢”字' 2020/07/14/02-1.html
expect "and the second leads to it" leads 2020/07/14/02-2.html 2020/07/14/02-1.html
expect "no other article has another address" test "$(in_use "$work/before" | LC_ALL=C sort >"$work/a" &&
	in_use "$ledger" | LC_ALL=C sort | comm -13 "$work/a" - | wc -l)" -eq 3
expect "every address is still published" none_lost "$work/before"
expect "none stands for two" none_reused

expect_status "a build without any change" 0 build content public
expect "writes nothing" grep -q 'written 0,' "$work/out"
expect "and leaves the ledger as it is" cmp "$work/edited" "$ledger"
digest "$work/public" >"$work/first"
rm -rf "$work/.backfile"
expect_status "a clean build with the ledger" 0 build content other
digest "$work/other" >"$work/second"
expect "leaves the same bytes" cmp "$work/first" "$work/second"
expect "and the same ledger" cmp "$work/edited" "$ledger"

restore
expect_status "a build of the pages as they were" 0 build content public
expect "brings every article back to its first address" as_at_first
expect "every address there ever was is published" none_lost "$work/edited"
cp "$ledger" "$work/restored"

# Every page is cut otherwise: without its empty lines, as another extraction would have it.
for page in "$archive"/*/*.txt; do
	sed -i '/^[[:space:]]*$/d' "$page"
done
expect_status "a build of pages without empty lines" 0 build content public
expect "cuts some of them otherwise" test "$(grep -c ^gone "$ledger")" -gt "$(grep -c ^gone "$work/restored")"
expect "every address is still published" none_lost "$work/restored"
expect "none stands for two" none_reused
expect "texts that came out alike keep theirs" alike_kept "$work/restored"
cp "$ledger" "$work/recut"
restore
expect_status "a build of the pages as they were, once more" 0 build content public
expect "brings every article back to its first address" as_at_first
expect "every address there ever was is published" none_lost "$work/recut"

# Pictures without a headline are told apart by their captions.
mkdir "$archive/2024-12-01"
cat >"$archive/2024-12-01/01.txt" <<TEXT
12月1日，清淤船在江面作业。 记者 石既明 摄

11月30日，学生们在堤上放起风筝。 记者 石既明 摄
TEXT
expect_status "a build with two pictures" 0 build content public
second=$(grep '2024-12-01/01.txt' "$ledger" | cut -f 4 | tail -n 1)
sed -i 1d "$archive/2024-12-01/01.txt"
expect_status "and without the first" 0 build content public
expect "the second keeps its address" grep -q "^article${tab}2024/12/01/01-2.html$tab.*$tab$second$tab" "$ledger"
expect "the first leads to the page" leads 2024/12/01/01-1.html 2024/12/01/01.html
echo "$tests checks passed"
