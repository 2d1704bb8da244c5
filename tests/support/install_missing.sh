#!/bin/sh
# install_missing.sh SUDO DEPENDENCY ...: installs the Debian packages that are missing, and says which.
# A dependency is a package, or command:package where any program of that name will do.
set -eu
sudo=$1
shift
missing=
for dependency; do
	package=${dependency#*:}
	case $dependency in
	*:*) command -v "${dependency%%:*}" >/dev/null 2>&1 && continue ;;
	*) dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' && continue ;;
	esac
	missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "installing:$missing (make DEPS=no skips this)"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get -qq update
# shellcheck disable=SC2086
$sudo apt-get -qq install -y --no-install-recommends $missing >/dev/null
