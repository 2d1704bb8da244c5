#!/bin/sh
# build --explain: each output that is looked at says what made it so.
. "$(dirname "$0")/../support/archive.sh"

# because PATH REASON: what the last build said of the file.
because() {
	grep -q "^[a-z]* $1: $2" "$work/err" && return
	grep " $1:" "$work/err" || true
	return 1
}

explained() {
	expect_status "$1" 0 build content public --explain --quiet
}

small_archive "$work/content"
explained "a first build"
expect "everything is new" because 2021/03/05/01-1.html "it is new"

mkdir "$work/content/2021-03-09"
cat >"$work/content/2021-03-09/01.txt" <<TEXT
春灌开始放水

本报讯（记者 宋知远）3月8日，青石河灌区开闸放水。市农业农村局局长何秋实说，今年水量充足。
TEXT
explained "one more issue"
article='of the article 2021/03/09/01-1.html, new or changed: 春灌开始放水'
expect "its own article" because 2021/03/09/01-1.html "it is new"
expect "a person names the article" because people/he-qiushi/index.html "$article"
expect "its author too" because people/song-zhiyuan/index.html "$article"
expect "the issue beside it" because 2021/03/08/index.html ""
expect "the index names its part" because "search/text-.*/.*.js" 'what the index has as "text 2021-03"'
expect "other people are not looked at" sh -c "! grep -q people/lin-xiaoman/ '$work/err'"

sed -i 's/提前二十天/提前三十天/' "$work/content/2021-03-05/01.txt"
explained "one article edited"
expect "its page" because 2021/03/05/01-1.html "its article is new or changed"
expect "its neighbour shows nothing else" sh -c "! grep -q 2021/03/05/01-2.html '$work/err'"

rm "$work/content/2021-03-09/01.txt"
explained "an issue less"
expect "what is gone" because people/he-qiushi/index.html ".*gone"

mkdir "$work/content/templates"
sed 's|</h1>|</h1><hr>|' "$root/templates/person.html" >"$work/content/templates/person.html"
explained "a template of the archive's own"
expect "names the template" because people/he-qiushi/index.html "the template person.html of the archive changed"

sed -i 's/测试晚报/测试日报/' "$work/site.conf"
explained "another title"
expect "names the settings" because 2021/03/08/01-1.html "site.conf changed"

printf -- '- name: 何秋实\n  pinyin: he qiu shi\n' >"$work/content/people.yaml"
explained "a keeper's word on a person"
expect "names the authority files" because people/he-qiushi/index.html "people.yaml, tags.yaml or the program changed"

echo other >"$work/public/2021/03/08/01-1.html"
explained "a file changed by hand"
expect "names the hand" because 2021/03/08/01-1.html "the file was changed or removed by somebody else"
echo "$tests checks passed"
