#!/bin/sh
# The list of doubts: an archive with one of each kind, as lines, as JSON and as a page; and what a plain check
# finds in the whole of an archive.
. "$(dirname "$0")/../support/archive.sh"

cd "$work"
small_archive content
mkdir -p content/2021-03-09 content/2021-03-10
cat >content/2021-03-05/02.txt <<TEXT
2021年3月5日 星期五 第120期

东门菜场换上新秤

本报讯（记者 林小满）3月4日，东门菜场的六十个摊位全部换上新秤，称重数据当场可以查对，旧秤统一回收。

“从前要跑两趟。”摊主们说，现在顾客自己就能看清斤两，买卖双方都省了许多口舌，纠纷也比往年少了一半。

南湖公园补种樱花

本报讯（记者 宋知远）3月4日，南湖公园补种樱花二百株，园内步道同时翻修，预计月底以前全部开放。

本报讯（记者 宋知远）3月4日，东门菜场的六十个摊位全部换上新秤，称重数据当场可以查对，旧秤统一回收。

“从前要跑两趟。”摊主们说，现在顾客自己就能看清斤两，买卖双方都省了许多口舌，纠纷也比往年少了一半。

讲文明 树新风
TEXT
cat >content/2021-03-09/01.txt <<TEXT
2021年3月9日 星期二 第119期

，西山水库完成今年第一次放水，下游三千亩麦田得到灌溉，水位保持平稳。

夜班公交延长一小时

本报讯（记者 宋知远）3月8日，夜班公交的末班车推迟到二十三点，沿线站牌已经更换，三条线路同时调整，乘客可以在站台上看到新的时刻表，并且
TEXT
cat >content/2021-03-10/01.txt <<TEXT
The <b>ferry</b> & its crew leave from the old pier every morning.

The bell is rung twice before it casts off, and the guests come aboard.
TEXT
cat >content/loose.txt <<TEXT
渡口茶馆整修一新

本报讯（记者 宋知远）3月2日，渡口茶馆整修一新，照常营业。茶馆始建于1987年，2021年初停业整修，船工吴秋生是第一位茶客。修船不会一劳永逸。
TEXT
cat >content/people.yaml <<TEXT
- name: 郑怀瑾
- name: 从未有过
- name: 宋知远
  split:
    - slug: song-one
      office: [记者]
    - slug: song-two
      office: [画家]
TEXT
printf -- '- name: 航天\n  kind: topic\n  triggers: [火箭]\n' >content/tags.yaml
cp content/2021-03-08/01.txt content/2021-03-08/02.txt
check="$backfile check --config site.conf --content content"

expect_status "check --review" 0 $check --review
expect "a headline is missing, with place and advice" grep -qx \
	'content/2021-03-09/01.txt:3: no headline: ，西山水库完成今年第一次放水: supply one by freezing the page (backfile freeze content/2021-03-09/01.txt)' out
for doubt in '2021-03-10/01.txt:1: doubtful cut: The <b>' '2021-03-09/01.txt:3: beginning lost: ' \
	'2021-03-09/01.txt:7: end lost: 夜班' 'loose.txt:1: inferred date: 2021-03-02: ' \
	'2021-03-05/02.txt:13: dropped repeat: .*compare lines 13-15 with 5-7;' \
	'2021-03-05/02.txt:17: unknown line: 讲文明 树新风: ' 'people.yaml:2: unknown name: 从未有过: ' \
	'people.yaml:3: unused entry: 宋知远#song-two: ' 'tags.yaml:1: unused entry: 航天: '; do
	expect "the list has $doubt" grep -q "^content/$doubt" out
done
expect "each doubt is there once" test "$(grep -c '^content/' out)" -eq 11
expect "the most doubtful comes first" grep -q '10/01.txt:1: doubtful cut' <<TEXT
$(head -n 1 out)
TEXT
expect "what the keeper knows is no doubt" test "$(grep -c '郑怀瑾' out)" -eq 0
expect "a new name can be pasted, under its sentence" grep -qx \
	'# content/loose.txt:3: .*船工吴秋生是第一位茶客。' out
expect "a doubtful name is denied below" grep -qx -- '  deny: true' out
expect "the names are people.yaml" grep -qx -- '- name: 吴秋生' out
page=$(find .backfile -name review.html)
expect "the list is a page too" test -f "$page"
expect "the page escapes what it shows" grep -q 'The &lt;b&gt;ferry&lt;/b&gt; &amp;' "$page"
expect "the page counts the kinds" grep -q '没有标题 .*<td class="count">2</td>' "$page"
expect "the page has no script and no link" test "$(grep -cE '<script|href=|src=' "$page")" -eq 0
expect "nothing else is written" test "$(find .backfile -type f | wc -l)" -eq 1 -a \
	! -e content/addresses.tsv

expect_status "check --review --json" 0 $check --review --json
expect "the list is JSON, sorted, names last" python3 -c '
import json
rows = json.load(open("out", encoding="utf-8"))
assert len(rows) == 13, len(rows)
assert all(set(row) == {"kind", "doubt", "file", "line", "text", "advice"} for row in rows)
doubts = [row["doubt"] for row in rows]
assert doubts == sorted(doubts, reverse=True), doubts
assert rows[0]["kind"] == "doubtful-cut" and rows[-1]["kind"] == "new-name", rows
assert rows[-2]["kind"] == "doubtful-name" and "一劳永逸" in rows[-2]["text"], rows[-2]
assert "- name: 吴秋生" in rows[-1]["advice"] and "船工吴秋生" in rows[-1]["text"], rows[-1]
'

export LC_ALL=zh_CN.UTF-8
expect_status "the list in Chinese" 0 $check --review
expect "has doubts and advice in Chinese" grep -qx \
	'content/2021-03-09/01.txt:3: 没有标题: ，西山水库完成今年第一次放水: 补上标题（先用 backfile freeze content/2021-03-09/01.txt 写成文件，再改那些文件）' out
expect "and nothing in English" test "$(grep -cE '^content/.*: [a-z]|^# [A-Z]' out)" -eq 0
expect "the page says so" grep -q '<td lang="zh-Hans">补上标题' "$page"
expect_status "JSON is for programs" 0 $check --review --json
expect "and always the same" grep -q '"advice":"supply one by freezing' out
export LC_ALL=C.UTF-8

expect_status "a plain check warns" 0 $check
expect "of copies" grep -q '03-08/02.txt: warning: the same bytes as .2021-03-08/01.txt' err
expect "of numbers that do not follow the dates" grep -q \
	'03-09/01.txt: warning: number 119 of this day does not follow 120 of 2021-03-05' err
expect "of names that occur nowhere" grep -q 'people.yaml:2:3: warning: .从未有过' err
expect "of nothing else" test "$(grep -c warning: err)" -eq 3
expect_status "warnings are errors when asked" 1 $check --strict

expect_status "other commands have no list" 2 "$backfile" build --review
rm content/tags.yaml
expect_status "the list of names is asked for" 0 $check --review
sed -n '/^# New names/,$p' out >>content/people.yaml
expect_status "an archive with the names pasted as they were listed" 0 "$backfile" build --config site.conf \
	--content content --output public --quiet
expect "the new name has a page" test -f public/people/wu-qiusheng/index.html
expect "the doubtful one has none" test "$(find public/people -name '*yongyi*' | wc -l)" -eq 0
expect_status "check of names that were pasted" 0 $check --review --quiet
expect "they are new and doubtful no more" test "$(grep -c '^- name' out)" -eq 0
sed -i '/name: 劳永逸/{n;d}' content/people.yaml
expect_status "a doubtful name without its denial" 0 "$backfile" build --config site.conf --content content \
	--output public --quiet
expect "has a page" test -f public/people/lao-yongyi/index.html
echo "$tests checks passed"
