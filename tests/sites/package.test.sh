#!/bin/sh
# make install and make deb: what is installed works where the sources are not, man page and completions are in their
# places, and each shell completes commands and options.
. "$(dirname "$0")/../support/archive.sh"
build=$(dirname "$backfile")
run_make() {
	make -C "$root" --no-print-directory BUILD="$build" DEPS=no "$@"
}

run_make install DESTDIR="$work/root" PREFIX=/opt/backfile >"$work/out"
cd "$work"
installed=$work/root/opt/backfile
expect "man page" test -s "$installed/share/man/man1/backfile.1"
expect "completions" test -s "$installed/share/bash-completion/completions/backfile" \
	-a -s "$installed/share/zsh/site-functions/_backfile" -a -s "$installed/share/fish/vendor_completions.d/backfile.fish"
"$installed/bin/backfile" new one >out
expect "what is installed builds" sh -c "cd one && '$installed/bin/backfile' build --strict >/dev/null"
run_make uninstall DESTDIR="$work/root" PREFIX=/opt/backfile >out
expect "uninstall leaves nothing" test -z "$(find root -type f)"

if command -v bash >/dev/null; then
	complete_bash() {
		bash -c '. "$1/packaging/completion.bash"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _backfile
			echo "${COMPREPLY[*]}"' bash "$root" "$backfile" "$@"
	}
	expect "bash completes commands" test "$(complete_bash se)" = "serve search"
	expect "bash completes options" test "$(complete_bash build --dr)" = "--dry-run"
	expect "bash completes values" test "$(complete_bash search --sort n)" = "newest"
fi
if command -v fish >/dev/null; then
	ln -s "$backfile" backfile
	complete_fish() {
		PATH=$work:$PATH HOME=$work fish --no-config -c "source $root/packaging/completion.fish; complete -C '$1'" |
			cut -f1 | tr '\n' ' '
	}
	expect "fish completes commands" test "$(complete_fish 'backfile se')" = "search serve "
	expect "fish completes options" test "$(complete_fish 'backfile build --dr')" = "--dry-run "
fi
if command -v zsh >/dev/null; then
	expect "zsh reads its completion" zsh -fc "autoload -Uz compinit; compinit -D -u -d $work/dump; source $root/packaging/completion.zsh; (( \$+functions[_backfile] ))"
fi

if ! command -v dpkg-shlibdeps >/dev/null; then
	echo "$tests checks passed; no dpkg-dev here, so no package"
	exit 0
fi
package=$(run_make deb | tail -n 1)
expect "a package" test -s "$package"
expect "that names what it needs" sh -c "dpkg-deb -f '$package' Depends | grep -q 'libicu72.*libmicrohttpd12'"
dpkg-deb -x "$package" unpacked
expect "with a man page" test -s unpacked/usr/share/man/man1/backfile.1.gz
expect "and guides" test -s unpacked/usr/share/doc/backfile/keepers-guide.zh.md
unpacked/usr/bin/backfile new two >out
expect "that works unpacked" sh -c "cd two && ../unpacked/usr/bin/backfile build --strict >/dev/null &&
	../unpacked/usr/bin/backfile search 栈桥 | grep -q 01-1.html"
expect "with nobody's name on its files" sh -c "! dpkg-deb -c '$package' | grep -v root/root"
echo "$tests checks passed"
