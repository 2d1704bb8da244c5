#!/bin/sh
# sites.sh BACKFILE FOLDER: builds below FOLDER the sites that are looked at: the demonstration in both languages, the
# archives that are hard to set, and the real samples where they are at hand. All know their address.
set -eu
backfile=$(realpath "$1")
root=$(realpath "$(dirname "$0")/../..")
mkdir -p "$2"
cd "$2"
real=${BACKFILE_SHARED:-$root/../shared}/pages/real

build() {
	name=$1 settings=$2
	printf '%s\nbase: http://127.0.0.1/\nmail: keeper@example.org\ntemplates: %s/templates\nstatic: %s/static\n' \
		"$settings" "$root" "$root" >"$name/site.conf"
	rm -rf "$name/public" "$name/.backfile"
	(cd "$name" && "$backfile" build --quiet)
}

rm -rf demo english real hard empty undated
"$root/tests/support/hard_cases.py" cases
for name in hard empty undated; do
	mkdir -p $name
	mv cases/$name $name/content
	build $name 'title: 试刊'
done
rmdir cases
for name in demo english; do
	mkdir -p $name
	cp -r "$root/content" $name/content
done
settings=$(grep -v '^lang:\|^base:\|^mail:' "$root/site.conf")
build demo "$settings"
build english "$settings
lang: en"
[ -d "$real" ] || exit 0
number=0
for page in "$real"/*.txt; do
	number=$((number + 1))
	mkdir -p real/content/2024-03-05
	cp "$page" "real/content/2024-03-05/0$number.txt"
done
build real 'title: 试刊'
