#!/usr/bin/env python3
"""Cuts the real pages with gold, where they are at hand, and holds the scores to bounds that may only rise."""
import glob
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
PAGES = os.path.join(os.environ.get("BACKFILE_SHARED", os.path.join(ROOT, "../shared")), "pages")
BOUNDS = [  # of each page
    ("articles", "f1", 1.0),
    ("title", "exact_accepting", 0.95),
    ("paragraphs", "f1", 0.95),
    ("byline", "credits_f1", 0.97),
    ("persons", "f1", 0.6),
    ("extra", "kicker", 0.9),
    ("extra", "subtitle", 0.9),
    ("extra", "column", 0.9),
    ("extra", "event_date", 1.0),
]
NONE = [("duplicates", "published"), ("furniture", "as_article"), ("furniture", "inside_article")]


def score(work):
    for page in glob.glob(os.path.join(PAGES, "real", "*.txt")):
        name = os.path.basename(page)[:-4] + ".gold.json"
        with open(os.path.join(work, name), "wb") as prediction:
            subprocess.run([BACKFILE, "explain", "--json", "--content", os.path.dirname(page), page],
                           stdout=prediction, check=True)
    answer = subprocess.run([sys.executable, os.path.join(PAGES, "score_segments.py"), os.path.join(PAGES, "real"),
                             work, "--json"], capture_output=True, check=True)
    return json.loads(answer.stdout)["files"]


def main():
    if not os.path.isdir(PAGES):
        print(f"no pages with gold at {PAGES}")
        return 77
    with tempfile.TemporaryDirectory() as work:
        files = score(work)
    faults = []
    for page in files:
        scores = page["scores"]
        faults += [f"{page['file']}: {part} {what} is {scores[part][what]:.3f}, not {bound}"
                   for part, what, bound in BOUNDS if scores[part].get(what) is not None and scores[part][what] < bound]
        faults += [f"{page['file']}: {part} {what}: {scores[part][what]}" for part, what in NONE if scores[part][what]]
    print("\n".join(faults))
    print(f"{len(files)} pages, {len(faults)} scores below their bounds")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
