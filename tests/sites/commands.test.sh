#!/bin/sh
# The command line: help, exit statuses, export, check, explain and search on a small archive.
. "$(dirname "$0")/../support/archive.sh"

small_archive "$work/content"
cd "$work"

expect_status "--help" 0 "$backfile" --help
expect "help names every command" test "$(grep -c '^  backfile ' out)" -eq 11
expect_status "--version" 0 "$backfile" --version
expect_status "no command is a usage mistake" 2 "$backfile"
expect_status "an unknown command is a usage mistake" 2 "$backfile" biuld
expect_status "an unknown option is a usage mistake" 2 "$backfile" build --contnet x
expect "the nearest option is named" grep -q 'did you mean --content' err
expect_status "a missing value is a usage mistake" 2 "$backfile" build --jobs
expect_status "a word too many is a usage mistake" 2 "$backfile" check content
for command in new build serve check explain freeze export import pack search clean; do
	expect_status "$command --help" 0 "$backfile" $command --help
done

expect_status "check" 0 "$backfile" check --config site.conf --content content
expect "check counts" grep -q '2 issues, 3 articles' out
expect "check writes nothing" test ! -e .backfile -a ! -e content/addresses.tsv

expect_status "export" 0 "$backfile" export --jsonl --config site.conf --content content
expect "export has a line an article" test "$(wc -l <out)" -eq 3
expect "export is JSON with the text" python3 -c '
import json
rows = [json.loads(line) for line in open("out", encoding="utf-8")]
assert [r["title"] for r in rows] == ["河堤加固工程提前完工", "老街书店重新开门", "春耕物资准备充足"], rows
assert rows[0]["address"] == "2021/03/05/01-1.html" and rows[0]["date"] == "2021-03-05"
assert "郑怀瑾" in rows[0]["persons"] and "二十天" in rows[0]["text"]
assert rows[0]["credits"] == [{"role": "记者", "name": "宋知远", "for": "文字"}], rows[0]["credits"]
'

expect_status "explain --json" 0 "$backfile" explain --json --content content \
	content/2021-03-05/01.txt
expect "explain prints the articles" python3 -c '
import json
page = json.load(open("out", encoding="utf-8"))
assert len(page["articles"]) == 2 and page["articles"][1]["title"] == "老街书店重新开门", page
'
expect_status "explain" 0 "$backfile" explain --content content content/2021-03-05/01.txt
expect "explain shows the lines" grep -q '河堤加固工程提前完工' out
expect_status "explain of no file" 1 "$backfile" explain nowhere.txt

expect_status "search of no site is an error" 1 "$backfile" search --site public 河堤
expect_status "build" 0 build content public
expect_status "search" 0 "$backfile" search --json --site public 河堤
expect "search finds the article" python3 -c '
import json
answer = json.load(open("out", encoding="utf-8"))
assert answer["count"] == 1 and answer["exact"] is True, answer
assert answer["articles"][0]["address"] == "2021/03/05/01-1.html", answer
assert answer["articles"][0]["date"] == "2021-03-05", answer
'
expect_status "search for a phrase" 0 "$backfile" search --json --site public '"三个街道"'
expect "the phrase is found" grep -q '"count":1' out
expect_status "search for what is not there" 0 "$backfile" search --json --site public 火星移民
expect "nothing is found" grep -q '"count":0' out
echo "$tests checks passed"
