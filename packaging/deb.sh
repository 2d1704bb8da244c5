#!/bin/sh
# deb.sh BUILD: makes a Debian package of what is built, BUILD/backfile_VERSION_ARCHITECTURE.deb. It needs what every
# Debian with a compiler has, dpkg-dev.
set -eu
build=$(realpath "$1")
command -v dpkg-shlibdeps >/dev/null || {
	echo "a package needs dpkg-shlibdeps; install dpkg-dev" >&2
	exit 1
}
cd "$(dirname "$0")/.."
root=$build/deb
rm -rf "$root"
${MAKE:-make} --no-print-directory install BUILD="$build" DESTDIR="$root" PREFIX=/usr DEPS=no >/dev/null
version=$("$build/backfile" --version | cut -d' ' -f2)
architecture=$(dpkg --print-architecture)
strip "$root/usr/bin/backfile"
gzip -9n "$root/usr/share/man/man1/backfile.1"
mkdir -p "$root/usr/share/doc/backfile" "$root/DEBIAN" "$root/debian"
cat >"$root/usr/share/doc/backfile/copyright" <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: backfile

Files: *
Copyright: the backfile contributors
License: MIT
$(sed 's/^$/./; s/^/ /' LICENSE)
END
cp README.md CONTRIBUTING.md docs/keepers-guide.zh.md docs/keepers-guide.en.md "$root/usr/share/doc/backfile/"
# Which packages hold the libraries is asked of the system.
printf 'Source: backfile\n\nPackage: backfile\nArchitecture: any\n' >"$root/debian/control"
depends=$(cd "$root" && dpkg-shlibdeps -O usr/bin/backfile 2>/dev/null | sed 's/^shlibs:Depends=//')
[ -n "$depends" ] || exit 1
rm -r "$root/debian"
cat >"$root/DEBIAN/control" <<END
Package: backfile
Version: $version
Architecture: $architecture
Maintainer: the backfile maintainers <maintainers@backfile.invalid>
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: $depends
Section: text
Priority: optional
Description: searchable archives of a newspaper's past issues
 Cuts the page text of past issues into articles, finds people and topics, and
 writes a site of plain files that is searched without a server, from any web
 host or from disk. Chinese first.
END
find "$root" -type d -exec chmod 755 {} +
package=$build/backfile_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
echo "$package"
