#!/bin/sh
# A site is a function of its archive: neither the number of workers, nor locale, time zone, umask, nor the order in
# which folders list their files show in it. The demonstration archive is built in each of these surroundings.
. "$(dirname "$0")/../support/archive.sh"

digest() {
	(cd "$work/$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}

# same NAME [VARIABLE=VALUE ...] -- [OPTION ...]: a clean build there is the one we know.
same() {
	where=$1 surroundings=
	shift
	while [ "$1" != -- ]; do
		surroundings="$surroundings $1"
		shift
	done
	shift
	rm -rf "$work/there"
	mkdir "$work/there"
	(cd "$work" && cp -r content site.conf there)
	# shellcheck disable=SC2086
	expect_status "a clean build $where" 0 \
		sh -c 'cd "$1" && shift && exec env "$@"' sh "$work/there" $surroundings "$backfile" build --quiet "$@"
	digest there/public >"$work/second"
	expect "is the same $where" cmp "$work/first" "$work/second"
	expect "so is its ledger of addresses" cmp "$work/known/content/addresses.tsv" "$work/there/content/addresses.tsv"
}

cp -r "$root/content" "$work/content"
rm "$work/content/addresses.tsv"
mkdir "$work/known"
(cd "$work" && cp -r content site.conf known && cd known && LC_ALL=C TZ=UTC "$backfile" build --quiet --jobs 1)
digest known/public >"$work/first"
expect "the site is there" test "$(wc -l <"$work/first")" -gt 100

for jobs in 2 8; do
	same "by $jobs workers" -- --jobs "$jobs"
done
for locale in zh_CN.UTF-8 tr_TR.UTF-8; do
	same "in $locale" "LC_ALL=$locale" "LANG=$locale" -- --jobs 2
done
for zone in Pacific/Kiritimati America/St_Johns; do
	same "in zone $zone" "TZ=$zone" -- --jobs 2
done
umask 077
same "with nobody else allowed" -- --jobs 2
umask 022

order() {
	# shellcheck disable=SC2012
	(cd "$work/content" && env "$@" ls -U)
}
${CC:-cc} -std=gnu17 -O2 -Wall -Wextra -shared -fPIC -o "$work/backwards.so" "$root/tests/support/readdir_backwards.c"
order | tac >"$work/expected"
order "LD_PRELOAD=$work/backwards.so" >"$work/order"
expect "folders can be listed backwards" cmp "$work/expected" "$work/order"
same "from folders listed backwards" "LD_PRELOAD=$work/backwards.so" -- --jobs 2
echo "$tests checks passed"
