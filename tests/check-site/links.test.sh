#!/bin/sh
# Every link and fragment of every site names something; JSON-LD parses and says what it must; what machines read is
# well formed and valid.
sites=${SITES:-build/check-site}
status=0
for site in "$sites"/*/public; do
	tests/sites/links.test.py "$site" || status=1
	tests/sites/machines.test.py "$site" || status=1
done
exit $status
