#!/bin/sh
# Every page of all sites is valid HTML: the checker of the W3C and WHATWG finds no
# error and no warning. What it says of the content security policy is left out: it takes 'self' of a page on disk for
# nobody, and the JSON-LD, which no browser runs, for a script.
jar=tests/check-site/node_modules/vnu-jar/build/dist/vnu.jar
sites=${SITES:-build/check-site}
[ -f "$jar" ] && command -v java >/dev/null || { echo "no vnu-jar or no java"; exit 77; }
# The hundreds of articles of the hard archive that are all alike are left out.
find "$sites" -path '*/public/*' -name '*.html' ! -path '*/hard/public/201[0-8]/*' >"$sites/html.list"
pages=$(grep -c 'html$' "$sites/html.list")
xargs java -Xss4m -jar "$jar" --format gnu \
	--filterpattern '.*Content Security Policy.*' <"$sites/html.list" 2>&1 | tee "$sites/html.log" | head -n 40
faults=$(wc -l <"$sites/html.log")
echo "$pages pages, $faults faults"
[ "$faults" -eq 0 ] && [ "$pages" -gt 300 ]
