#!/usr/bin/env python3
"""Asks `backfile search` for every two characters that stand side by side in a title of the demonstration archive: the
article must be among the answers. Two characters of punctuation alone are no query."""
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))


def run(work, *words):
    return subprocess.run([BACKFILE, *words], cwd=work, capture_output=True, check=True).stdout.decode("utf-8")


def addresses(work, query):
    answer = json.loads(run(work, "search", "--json", "--limit", "100000", "--site", "public", "--", query))
    found = {article["address"] for article in answer["articles"]}
    assert len(found) == answer["count"] or not answer["exact"], (query, answer["count"], len(found))
    return found


def main():
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["cp", "-r", os.path.join(ROOT, "content"), work], check=True)
        run(work, "build", "--quiet", "--output", "public")
        articles = [json.loads(line) for line in run(work, "export", "--jsonl", "--output", "public").splitlines()]
        wanted = {}
        for article in articles:
            title = article["title"] or ""
            for i in range(len(title) - 1):
                pair = title[i:i + 2]
                if any(c.isalnum() for c in pair):
                    wanted.setdefault(pair, set()).add(article["address"])
        missed = [(pair, sorted(there - addresses(work, pair))) for pair, there in sorted(wanted.items())]
    missed = [(pair, gone) for pair, gone in missed if gone]
    for pair, gone in missed[:20]:
        print(f"{pair!r} is not found in {', '.join(gone)}")
    print(f"{len(wanted)} pairs of {len(articles)} titles, {len(missed)} missed")
    return 1 if missed or len(wanted) < 500 else 0


if __name__ == "__main__":
    sys.exit(main())
