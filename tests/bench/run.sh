#!/bin/sh
# run.sh BUILD N [WORK ...]: builds N made-up articles and prints a row for each work (all of them unless named): cold,
# same (nothing changed), issue (one more), article (one edited), template (the frame of every page changed). Where hugo
# and pagefind are installed, they do the same work on the same articles as Markdown (not with COMPARE=no). Needs the
# corpus maker.
#
# A row: wall and CPU seconds, MB of the largest process and of all together (peak.c), files and bytes written. The
# latter are counted by inode and time of every file before and after, whatever the program says. In brackets: as a
# multiple of the floor, which is writing all files of the site once with nothing but system calls (floor.c).
# All rows stand in results.tsv too, beside the corpus.
#
# It works in BUILD/bench, or in the folder that BENCH names. ext4 takes its time over every new file for up to five
# minutes after many were deleted, so nothing is deleted before the end; between runs wait, or use a tmpfs.
set -eu
build=$(realpath "$1") count=$2
shift 2
works=${*:-cold same issue article template}
backfile=$build/backfile peak=$build/tests/bench/peak floor=$build/tests/bench/floor
bench=$(realpath "$(dirname "$0")") root=$(pwd)
maker=${BACKFILE_SHARED:-../shared}/bench/mkcorpus.py
[ -f "$maker" ] || { echo "no corpus maker at $maker"; exit 77; }
maker=$(realpath "$maker")
pagefind=$(command -v pagefind || true)
folder=${BENCH:-$build/bench}/$count
mkdir -p "$folder"
cd "$folder"
results=$PWD/results.tsv
: >"$results"

run=$(mktemp -d run.XXXXXX)
trap 'rm -rf "$folder/$run"' EXIT
cd "$run"

# make_corpus FORM OPTION: the articles in this form, the option leaves out the other. The new issue comes from a folder
# of its own, so that every run begins with the same archive.
make_corpus() {
	[ -d "../corpus/$1" ] || python3 "$maker" --articles "$count" "$2" --out ../corpus >/dev/null
	[ -d "../more/$1" ] || python3 "$maker" --articles 16 --start "$count" "$2" --out ../more >/dev/null
}

files_of() {
	find "$1" -type f -printf '%p %i %T@ %s\n' 2>/dev/null | LC_ALL=C sort
}

# print_row LABEL WALL CPU LARGEST TOGETHER FILES BYTES
print_row() {
	awk -v floor="$floor_row" -v label="$1" -v row="$2 $3 $4 $5 $6 $7" '
	function beside(value, of) { return of > 0 ? sprintf("(%.2f)", value / of) : "" }
	BEGIN {
		split(floor, f, " "); split(row, r, " ")
		printf "%-26s %8.2f %-9s %8.2f %-9s %8.0f %8.0f %8d %-7s %8.1f %-7s\n", label, r[1], beside(r[1], f[1]),
			r[2], beside(r[2], f[2]), r[3], r[4], r[5], beside(r[5], f[3]), r[6] / 1e6, beside(r[6], f[4])
	}'
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$@" >>"$results"
}

# measure LABEL SITE COMMAND ...: a row for what the command does; its figures are printed once the floor is known.
measure() {
	label=$1 site=$2
	shift 2
	files_of "$site" >before
	status=0
	"$peak" figures "$@" >out 2>err || status=$?
	# Status 1 says that pages need a keeper's attention, which made-up ones do.
	[ "$status" -le 1 ] || { cat out err; echo "$label: status $status"; exit 1; }
	files_of "$site" >after
	written=$(LC_ALL=C comm -13 before after | awk '{ bytes += $NF } END { printf "%d %d", NR, bytes }')
	[ -n "${floor_row:-}" ] || measure_floor "$site"
	# shellcheck disable=SC2046
	print_row "$label" $(cat figures) $written
}

# The floor of the site just built, by one process and by one a core, the better of three tries each; the faster of the
# two is what all else is held against.
measure_floor() {
	for processes in 1 $(nproc); do
		for try in 1 2 3; do
			"$floor" "$1" "floor-$processes-$try" "$processes"
		done >tries
		tried=$(sort -n tries | head -n 1)
		floor_row=$(printf '%s\n' ${floor_row:+"$floor_row"} "$tried" | sort -n | head -n 1)
		# shellcheck disable=SC2086
		set -- "$1" $tried
		print_row "floor, $processes process(es)" "$2" "$3" 0 0 "$4" "$5"
	done
}

# A sentence more behind the first one of a file in the middle of the archive.
edit_article() {
	middle=$(find "$1" -type f -name "01$2" | LC_ALL=C sort | awk '{ all[NR] = $0 } END { print all[int((NR + 1) / 2)] }')
	sed -i '0,/。/s//。修好的路灯昨晚第一次亮了。/' "$middle"
}

change_template() {
	sed -i 's|</head>|<!-- another head -->&|' "$1"
}

# prepare WORK FORM ENDING FRAME: makes the change that a work is about, to `content` or to the template of every page.
prepare() {
	case $1 in
	cold | same) ;;
	issue) cp -r "../more/$2/." content/ ;;
	article) edit_article content "$3" ;;
	template) change_template "$4" ;;
	*) echo "no such work: $1" && exit 2 ;;
	esac
}

backfile_rows() {
	make_corpus pages --no-md
	cp -r ../corpus/pages content
	cp -r "$root/templates" templates
	printf 'static: %s/static\n' "$root" >site.conf
	for work in $works; do
		prepare "$work" pages .txt templates/parts/frame.html
		measure "backfile, $work" public "$backfile" build --quiet
	done
}

# hugo and then, where it is there, pagefind; both begin from nothing every time, which is all that they can do.
hugo_rows() {
	make_corpus md --no-pages
	cp -r "$bench/hugo" hugo
	mv content pages
	cp -r ../corpus/md content
	for work in $works; do
		prepare "$work" md -1.md hugo/layouts/_default/baseof.html
		measure "hugo, $work" hugo/public hugo --quiet --source hugo --contentDir "$PWD/content"
		[ -z "$pagefind" ] || measure "pagefind, $work" hugo/public "$pagefind" --site hugo/public
	done
}

printf '%-26s %18s %18s %8s %8s %16s %16s\n' "$count articles" 'wall s (x floor)' 'CPU s (x floor)' 'MB of 1' 'MB of all' \
	'files (x site)' 'MB (x site)'
backfile_rows
if [ "${COMPARE:-}" = no ]; then
	exit
elif command -v hugo >/dev/null; then
	hugo_rows
else
	echo "hugo is not installed: no comparison"
fi
[ -n "$pagefind" ] || echo "pagefind is not installed: no comparison of the search index"
