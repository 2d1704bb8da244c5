#!/bin/sh
# search.sh BUILD N [MEASURE ...]: what searching an archive of N made-up articles finds, loads and takes: recall, bytes, time in
# browsers, the size of the index and what one more issue changes of it; the same for Pagefind where it is installed in
# PAGEFIND (a folder with node_modules). All of it, or the measures named (search.js). Needs the corpus maker; the archive is
# built in BUILD/bench, or in the folder that BENCH names.
set -eu
backfile=$(realpath "$1/backfile")
count=$2
build=$1
shift 2
root=$(pwd)
maker=${BACKFILE_SHARED:-../shared}/bench/mkcorpus.py
[ -f "$maker" ] || { echo "no corpus maker at $maker"; exit 77; }
maker=$(realpath "$maker")
work=${BENCH:-$build/bench}/search-$count
mkdir -p "$work"
work=$(realpath "$work")
[ -d "$work/pages" ] || python3 "$maker" --articles "$count" --no-md --out "$work" >/dev/null
[ -d "$work/more" ] || python3 "$maker" --articles 16 --start "$count" --no-md --out "$work/more" >/dev/null
printf 'templates: %s/templates\nstatic: %s/static\n' "$root" "$root" >"$work/site.conf"

build() {
	(cd "$work" && "$backfile" build --quiet --content "$1" --output "$2" --config site.conf) || [ $? -eq 1 ]
}

cd "$work"
[ -d content-more ] || { cp -r pages content-more && cp -r more/pages/. content-more/; }
cd "$root"
build pages public
build content-more public-more
BACKFILE=$backfile exec node tests/bench/search.js "$work/public" "$work/public-more" "$@"
