# Sourced by tests of whole builds: a fresh folder $work, a small archive, and what to assert with.
set -eu
export LC_ALL=C.UTF-8 # messages in English
backfile=$(realpath "${BACKFILE:-build/backfile}")
root=$(realpath "$(dirname "$0")/../..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tests=0

fail() {
	echo "FAILED: $*"
	exit 1
}

# expect NAME COMMAND ...: the command must succeed.
expect() {
	name=$1
	shift
	"$@" || fail "$name"
	tests=$((tests + 1))
	echo "ok: $name"
}

# expect_status NAME STATUS COMMAND ...: output goes to $work/out and $work/err.
expect_status() {
	name=$1 wanted=$2
	shift 2
	status=0
	"$@" >"$work/out" 2>"$work/err" || status=$?
	if [ "$status" -ne "$wanted" ]; then
		cat "$work/out" "$work/err"
		fail "$name: status $status, not $wanted"
	fi
	tests=$((tests + 1))
	echo "ok: $name"
}

# build CONTENT OUTPUT [OPTION ...]: runs in $work, so that the state folder lies there, with the
# project's templates.
build() {
	content=$1 output=$2
	shift 2
	(cd "$work" && "$backfile" build --content "$content" --output "$output" \
		--config "$work/site.conf" "$@")
}

cat >"$work/site.conf" <<CONF
title: 测试晚报
templates: $root/templates
static: $root/static
CONF

# A small archive of our own: two issues, one page each.
small_archive() {
	mkdir -p "$1/2021-03-05" "$1/2021-03-08"
	cat >"$1/2021-03-05/01.txt" <<TEXT
河堤加固工程提前完工

本报讯（记者 宋知远）3月4日，记者从市水务局获悉，青石河河堤加固工程比计划提前二十天完工。市水务局局长郑怀瑾说，工程惠及沿岸三个街道。

“今年汛期可以放心了。”住在河边的居民告诉记者。

老街书店重新开门

本报讯（记者 林小满）停业半年的老街书店3月4日重新开门迎客。店主把阅览区扩大了一倍，当天有两百多名读者到店。
TEXT
	cat >"$1/2021-03-08/01.txt" <<TEXT
春耕物资准备充足

本报讯（记者 宋知远）3月7日，市农业农村局发布消息，全市春耕种子、化肥储备均已到位。市农业农村局局长何秋实表示，农技人员已经下到田间。
TEXT
}
