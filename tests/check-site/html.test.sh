#!/bin/sh
# Every page of all sites is valid HTML, and every SVG and style sheet with it: the checker of the W3C and WHATWG finds no
# error and no warning. What it says of the content security policy is left out: it takes 'self' of a page on disk for
# nobody, and the JSON-LD, which no browser runs, for a script.
jar=tests/check-site/node_modules/vnu-jar/build/dist/vnu.jar
sites=${SITES:-build/check-site}
[ -f "$jar" ] && command -v java >/dev/null || { echo "no vnu-jar or no java"; exit 77; }
pages=$(find "$sites" -path '*/public/*' -name '*.html' | wc -l)
java -Xss4m -jar "$jar" --also-check-css --also-check-svg --skip-non-html --format gnu \
	--filterpattern '.*Content Security Policy.*' "$sites"/*/public 2>&1 | tee "$sites/html.log" | head -n 40
faults=$(wc -l <"$sites/html.log")
echo "$pages pages, $faults faults"
[ "$faults" -eq 0 ] && [ "$pages" -gt 300 ]
