#!/bin/sh
# fresh.sh BUILD: what the README promises, in a root that has nothing but a bare Debian 12, git and make: `make site`,
# `make check` (CHECK=no leaves it out), `make deb`; then the package in a second bare root that has never seen the
# sources. The transcript is BUILD/fresh.log. Ends with 77 and a reason where it cannot run.
set -eu
build=$(realpath "$1")
cd "$(dirname "$0")/.."
skip() {
	echo "skipped: $*"
	exit 77
}
[ "$(id -u)" -eq 0 ] || skip "only root can make a root (sudo make fresh)"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"
# The mirror that this machine itself uses.
mirror=${MIRROR:-$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
	grep -o 'https*://[^ ]*debian/*$\|https*://[^ ]*debian/* ' | head -n 1)}
[ -n "$mirror" ] || skip "no mirror of Debian; name one with MIRROR="
log=$build/fresh.log
work=$(mktemp -d)
unset TMPDIR # which is none within the roots
leave() {
	for place in "$work/first" "$work/second"; do
		umount -q "$place/proc" 2>/dev/null || true
		umount -qR "$place/dev" 2>/dev/null || true
	done
	# Never into a folder where something of this machine is still mounted.
	grep -q " $work/" /proc/mounts || rm -rf --one-file-system "$work"
}
trap leave EXIT

# root NAME PACKAGES: a bare root with what every machine has mounted.
root() {
	mkdir -p "$work/$1"
	debootstrap --variant=minbase --include="$2" bookworm "$work/$1" "$mirror" || skip "debootstrap failed; see $log"
	for file in /etc/resolv.conf /etc/hosts /etc/npmrc; do
		[ ! -f "$file" ] || cp -L "$file" "$work/$1$file"
	done
	[ ! -f "$HOME/.npmrc" ] || cp "$HOME/.npmrc" "$work/$1/root/"
	cp /etc/apt/apt.conf.d/*proxy* "$work/$1/etc/apt/apt.conf.d/" 2>/dev/null || true
	# Whom this machine trusts beyond Debian's own list, such as the proxy of an office.
	if cp /usr/local/share/ca-certificates/*.crt "$work/$1/usr/local/share/ca-certificates/" 2>/dev/null; then
		inside "$1" 'update-ca-certificates >/dev/null'
	fi
	mount -t proc proc "$work/$1/proc"
	mount --rbind --make-rslave /dev "$work/$1/dev"
}
inside() {
	place=$work/$1
	shift
	echo "+ $*"
	chroot "$place" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive \
		NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} sh -ec "$*"
}

transcript() {
	root first git,make,ca-certificates
	git clone -q --no-hardlinks . "$work/first/src"
	inside first 'cd /src && make site'
	[ "${CHECK:-yes}" = no ] || inside first 'cd /src && make check'
	inside first 'cd /src && make deb'
	root second ca-certificates
	cp "$work"/first/src/build/*.deb "$work/second/root/"
	inside second 'apt-get -qq update && apt-get -qq install -y --no-install-recommends /root/*.deb >/dev/null'
	inside second 'cd /root && backfile new paper && cd paper && backfile build --strict'
	inside second 'cd /root/paper && backfile search 栈桥 | grep 01-1.html && backfile check --links --strict'
	inside second 'test -s /usr/share/man/man1/backfile.1.gz || ! test -d /usr/share/man/man1'
}
# Not within a condition, where -e would count for nothing.
set +e
(
	set -e
	transcript
) >"$log" 2>&1
status=$?
case $status in
0)
	grep '^+' "$log"
	echo "all of that went well in bare roots; the transcript is $log"
	;;
77) tail -n 1 "$log" ;;
*) tail -n 40 "$log" ;;
esac
exit $status
