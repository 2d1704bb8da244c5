#!/usr/bin/env python3
"""Asks `backfile search` for 500 random parts of the texts of the demonstration archive, of 1 to 12 characters, across words,
marks and lines. Plain reading is the truth: every article with the part must be found, and what is found must have
each of its runs of letters, digits and ideographs. Parts with the query's own signs are put as they stand, too; only a
minus at the front of a word behind another is passed over, for it excludes."""
import concurrent.futures
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
COUNT = 500
LONGEST = 12
MARKED = re.compile(r"<(\w+)(?=[^>]* data-text)[^>]*>(.*?)</\1>", re.S)
EXCLUDES = re.compile(r"\s[-\uff0d\u2212]\S")


def run(work, *words):
    return subprocess.run([BACKFILE, *words], cwd=work, capture_output=True, check=True).stdout.decode("utf-8")


def read_articles(site):
    """The texts of each article's page by its address."""
    articles = {}
    for folder, _, names in os.walk(site):
        for name in names:
            if not name.endswith(".html"):
                continue
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as page:
                texts = [html.unescape(re.sub(r"<[^>]*>", "", text)) for _, text in MARKED.findall(page.read())]
            if texts:
                articles[os.path.relpath(path, site).replace(os.sep, "/")] = texts
    return articles


def is_searched(character):
    return unicodedata.category(character)[0] in "LMN"


def choose_parts(articles):
    chance = random.Random(20240305)
    texts = [text for _, group in sorted(articles.items()) for text in group]
    weights = [len(text) for text in texts]
    parts = []
    while len(parts) < COUNT:
        text = chance.choices(texts, weights)[0]
        length = chance.randint(1, LONGEST)
        start = chance.randint(0, max(0, len(text) - length))
        part = text[start:start + length]
        if any(map(is_searched, part)) and not EXCLUDES.search(part):
            parts.append(part)
    return parts


def read_table():
    """The folding table, traditional forms to simplified ones: generator/search/FORMAT.md, "Folding" and "Codes"."""
    with open(os.path.join(ROOT, "tests/search/fold_table.json"), encoding="utf-8") as file:
        table = json.load(file)
    digits = [chr(c) for c in range(0x20, 0x7e) if chr(c) not in '"<\\']
    codes = [digits.index(c) for c in table["from"]]
    bits = "".join(f"{91 * first + second:013b}" for first, second in zip(codes[::2], codes[1::2]))
    points, point = {}, 0
    for form in table["to"]:
        ones = bits.index("0")
        end = 2 * ones + 1 + 3
        number = "1" + bits[ones + 1:end]
        point += int(number, 2) - 8
        points[point] = form
        bits = bits[end:]
    return points


TABLE = read_table()


def plain(text):
    """Forms of one character made one, nothing but letters, digits and ideographs left."""
    return "".join(filter(is_searched, unicodedata.normalize("NFKC", text).lower())).translate(TABLE)


def runs(part):
    return [plain(run) for run in re.split(r"[^\w]+", unicodedata.normalize("NFKC", part)) if plain(run)]


def ask(work, part):
    answer = json.loads(run(work, "search", "--json", "--limit", "100000", "--site", "public", "--", part))
    found = {article["address"] for article in answer["articles"]}
    return found, answer["exact"] and len(found) == answer["count"]


def main():
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["cp", "-r", os.path.join(ROOT, "content"), work], check=True)
        run(work, "build", "--quiet", "--output", "public")
        articles = read_articles(os.path.join(work, "public"))
        parts = choose_parts(articles)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(lambda part: ask(work, part), parts))
    wanted = missed = shown = false = inexact = 0
    for part, (found, exact) in zip(parts, answers):
        there = {address for address, texts in articles.items() if any(part in text for text in texts)}
        wrong = [address for address in sorted(found - there)
                 if not all(any(run in plain(text) for text in articles[address]) for run in runs(part))]
        if there - found or wrong or not exact:
            print(f"{part!r}: missed {sorted(there - found)}, false {wrong}, {'exact' if exact else 'not exact'}")
        wanted, missed, shown = wanted + len(there), missed + len(there - found), shown + len(found)
        false, inexact = false + len(wrong), inexact + (not exact)
    print(f"{COUNT} parts, {wanted} articles, recall {1 - missed / wanted:.3f}, {shown} shown, {false} false, "
          f"{inexact} not counted exactly")
    return 1 if missed or false or inexact or len(articles) < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
