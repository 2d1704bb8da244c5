#!/bin/sh
# What tests/browser/accessible.test.js asks of the demonstration, asked of all other sites.
sites=${SITES:-build/check-site}
exec tests/browser/accessible.test.js "$sites/english/public" "$sites/hard/public" "$sites/empty/public" \
	"$sites/undated/public" $([ ! -d "$sites/real" ] || echo "$sites/real/public")
