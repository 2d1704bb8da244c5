#!/bin/sh
# run.sh BUILD N: builds N made-up articles cold, again with nothing changed, and with one new issue, and prints wall
# seconds, peak memory (of the largest process) and files. Needs the corpus maker.
set -eu
backfile=$(realpath "$1/backfile")
count=$2
root=$(pwd)
maker=${BACKFILE_SHARED:-../shared}/bench/mkcorpus.py
[ -f "$maker" ] || { echo "no corpus maker at $maker"; exit 77; }
maker=$(realpath "$maker")
work=$1/bench/$count
mkdir -p "$work"
[ -d "$work/pages" ] || python3 "$maker" --articles "$count" --no-md --out "$work" >/dev/null
printf 'templates: %s/templates\nstatic: %s/static\n' "$root" "$root" >"$work/site.conf"
cd "$work"
# The new issue comes from a folder of its own, so that every run begins with the same archive.
[ -d more ] || python3 "$maker" --articles 16 --start "$count" --no-md --out more >/dev/null
rm -rf public .backfile content
cp -r pages content

timed() {
	label=$1
	/usr/bin/env time -f '%e s wall, %U s user, %S s system, %M KB largest process' -o time.txt \
		"$backfile" build --quiet --content content --output public --config site.conf || true
	printf '%-18s %s\n' "$label" "$(tail -n 1 time.txt)"
}

timed cold
timed "nothing changed"
cp -r more/pages/. content/
timed "one new issue"
printf '%s files, %s\n' "$(find public -type f | wc -l)" "$(du -sh public | cut -f1)"
