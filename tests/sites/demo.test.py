#!/usr/bin/env python3
"""Cuts every source of the demonstration archive and holds the articles against tests/sites/demo/expected.tsv: an
article is found when one begins and ends where its row says. Prints what is wrong; fails below the bounds."""
import csv
import json
import os
import re
import subprocess
import sys
import unicodedata

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
# Shares of rows that must be right. They may only rise.
BOUNDS = {"found": 0.98, "title": 0.97, "kicker": 0.97, "subtitle": 0.97, "column": 0.98, "credits": 0.98, "persons": 0.94}


def plain(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def articles_of(source):
    answer = subprocess.run([BACKFILE, "explain", "--json", "--content", os.path.join(ROOT, "content"),
                             os.path.join(ROOT, "content", source)], capture_output=True, check=True)
    page = json.loads(answer.stdout)
    return [a for a in page["articles"] if a.get("duplicate_of") is None]


def text_of(article):
    """The body; of a photo item its caption without the credit."""
    body, captions = plain("".join(article["body"])), plain("".join(article["captions"]))
    return body or captions.removesuffix(plain(article["byline"]))


def is_row(row, article):
    text = text_of(article)
    lede = plain(article.get("dateline_or_lede"))
    first, last = plain(row["first"]), plain(row["last"])
    starts = text.startswith(first) or (lede + text).startswith(first)
    return starts and text.endswith(last)


def credits_of(article):
    return {plain(c["name"]) for c in article["credits"]}


def names(field):
    return {plain(name) for name in field.split(";") if name}


def faults_of_row(row, article):
    faults = []
    for field in ("title", "kicker", "subtitle", "column"):
        if plain(row[field]) != plain(article[field]):
            faults.append((field, f"{field} is {article[field]!r}, not {row[field]!r}"))
    if {credit.split(":")[-1] for credit in names(row["credits"])} != credits_of(article):
        faults.append(("credits", f"credits are {sorted(credits_of(article))}, not {row['credits']!r}"))
    missing = names(row["persons"]) - {plain(p) for p in article["persons"]}
    extra = {plain(p) for p in article["persons"]} - names(row["persons"])
    if missing or extra:
        faults.append(("persons", f"persons: missing {sorted(missing)}, extra {sorted(extra)}"))
    return faults


def main():
    with open(os.path.join(ROOT, "tests/sites/demo/expected.tsv"), encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = {field: 0 for field in BOUNDS}
    published = 0
    for source in sorted({row["source"] for row in rows}):
        articles = articles_of(source)
        published += len(articles)
        for row in (r for r in rows if r["source"] == source):
            found = [a for a in articles if is_row(row, a)]
            place = f"{source} {row['n']} {row['title'] or row['first']}"
            if not found:
                wrong["found"] += 1
                print(f"{place}: not found")
                continue
            for field, fault in faults_of_row(row, found[0]):
                wrong[field] += 1
                print(f"{place}: {fault}")
    shares = {field: 1 - count / len(rows) for field, count in wrong.items()}
    print(f"{len(rows)} rows, {published} published: "
          + ", ".join(f"{field} {share:.3f}" for field, share in shares.items()))
    return 0 if all(shares[field] >= bound for field, bound in BOUNDS.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
