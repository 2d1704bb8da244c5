#!/bin/sh
# score.sh BUILD: the scores of cutting, people and tags on the pages with gold, where they are at hand.
build=$1
shared=${BACKFILE_SHARED:-../shared}
[ -d "$shared/pages" ] || { echo "no pages with gold at $shared/pages"; exit 77; }
out=$build/score
rm -rf "$out" && mkdir -p "$out/real"
for page in "$shared"/pages/real/*.txt; do
	"$build/backfile" explain --json --content "$shared/pages/real" "$page" \
		>"$out/real/$(basename "$page" .txt).gold.json"
done
for page in "$shared"/pages/newsprint/*/*.txt; do
	day=$(basename "$(dirname "$page")")
	mkdir -p "$out/newsprint/$day"
	"$build/backfile" explain --json --content "$shared/pages/newsprint" "$page" \
		>"$out/newsprint/$day/$(basename "$page" .txt).json"
done
python3 "$shared/pages/score_segments.py" "$shared/pages/real" "$out/real"
python3 "$shared/pages/score_set.py" newsprint "$out/newsprint" --by tool
