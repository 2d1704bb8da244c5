#!/usr/bin/env python3
"""score.py BUILD: one table of all scores on the pages with gold, where they are at hand: the cut by set, class and
tool, then names and tags. BACKFILE_SHARED names the folder that has pages/ and names/ with gold and scorers."""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

BUILD = sys.argv[1] if len(sys.argv) > 1 else "build"
HERE = os.path.dirname(os.path.realpath(__file__))
BACKFILE = os.path.realpath(os.path.join(BUILD, "backfile"))
NAMER = os.path.realpath(os.path.join(BUILD, "tools/names"))
SHARED = os.path.realpath(os.environ.get("BACKFILE_SHARED", "../shared"))
PAGES, NAMES = os.path.join(SHARED, "pages"), os.path.join(SHARED, "names")
COLUMNS = [  # heading, what a summary has it under
    ("articles", ("articles", "f1")), ("text", ("articles_text_only", "f1")), ("body", ("body_f1", "mean")),
    ("title", ("title", "char_f1_accepting")), ("paragr.", ("paragraphs", "f1")), ("byline", ("byline", "names")),
    ("persons", ("persons", "f1")),
]


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, **options).stdout


def explain(set_, page):
    return run(BACKFILE, "explain", "--json", "--content", set_, page)


def cut(name, suffix, out):
    """Cuts every page of a set; returns {page: prediction} and leaves the predictions as files in out. The pages lie
    in a content folder of their own."""
    folder = os.path.join(out, "content")
    shutil.copytree(os.path.join(PAGES, name), folder, ignore=shutil.ignore_patterns("*.json", "*.pdf", "*.png"))
    pages = sorted(glob.glob(os.path.join(folder, "**", "*.txt"), recursive=True))
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda page: explain(folder, page), pages))
    found = {}
    for page, answer in zip(pages, answers):
        short = os.path.relpath(page, folder)
        found[short] = json.loads(answer)
        path = os.path.join(out, short[:-4] + suffix)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(answer)
    return found


# --- the cut ---

def row(name, pages, summary):
    cells = []
    for _, (part, what) in COLUMNS:
        value = (summary.get(part) or {}).get(what)
        cells.append("%8s" % ("-" if value is None else "%.3f" % value))
    repeats, furniture = summary["duplicates"], summary["furniture"]
    wrong = furniture["as_article"] + furniture["inside_article"]
    print("%-30s %5s %5d %s %8d %8d" % (name, pages, summary["articles"]["gold"], "".join(cells),
                                        repeats["published"], wrong))


def score_real(out):
    report = json.loads(run(sys.executable, os.path.join(PAGES, "score_segments.py"), os.path.join(PAGES, "real"), out,
                            "--json"))
    for page in report["files"]:
        row("real  " + page["file"][:3], "", page["scores"])
    row("real  all", len(report["files"]), report["overall"])


def score_newsprint(out):
    for by in ("style", "tool"):
        answer = os.path.join(out, "scores.json")
        run(sys.executable, os.path.join(PAGES, "score_set.py"), "newsprint", out, "--by", by, "--json-out", answer)
        with open(answer, encoding="utf-8") as file:
            report = json.load(file)
        print()
        for group, summary in sorted(report["groups"].items()):
            row(f"newsprint  {by} {group}", "", summary)
    row("newsprint  all", len(report["files"]), report["overall"])


# --- names and tags ---

def names_of(page, editors):
    names = {name for article in page["articles"] for name in article.get("persons", [])}
    if editors:
        names |= {credit["name"] for line in page["furniture"] for credit in line.get("credits", [])}
    return names | {credit["name"] for article in page["articles"] for credit in article.get("credits", [])}


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in rows)
    return path


def show(name, answer, *patterns):
    """The lines of a scorer's answer that begin as the patterns say, under one name."""
    for line in answer.splitlines():
        for pattern in patterns:
            if re.match(pattern, line):
                print("%-18s %s" % (name, line))


def score_persons(name, gold, pages, work, editors):
    """Whether a page's editors count is the gold's to say: that of the sample pages lists them."""
    rows = [(file, person) for file, page in pages.items() for person in sorted(names_of(page, editors))]
    answer = run(sys.executable, os.path.join(NAMES, "score_names.py"), "--pages", os.path.join(NAMES, gold),
                 write_rows(os.path.join(work, "persons.tsv"), rows))
    show(name, answer, "persons ", "persons.credits", "credits", "traps")


def score_sentences(name, path, work, printed=None):
    """The lines of a set are one archive; the tool of names reads them, or what they are as printed."""
    if not printed:
        with open(path, encoding="utf-8") as file:
            lines = [line.rstrip("\n").split("\t")[:2] for line in file if line[0] != "#" and line.strip()]
        printed = "".join("\t".join(line) + "\n" for line in lines)
    found = run(NAMER, input=printed)
    rows = [line.split("\t") for line in found.splitlines()]
    answer = run(sys.executable, os.path.join(NAMES, "score_names.py"), path,
                 write_rows(os.path.join(work, "sentences.tsv"), rows))
    show(name, answer, "cn", "all", "index")


def score_own_sentences(work):
    path = os.path.join(work, "own.tsv")
    marked = [sys.executable, os.path.join(HERE, "marked_names.py"), os.path.join(HERE, "../data/names.txt")]
    with open(path, "w", encoding="utf-8") as file:
        file.write(run(*marked))
    score_sentences("own sentences", path, work, run(*marked, "--printed"))


def bare(text):
    return re.sub(r"[\W_]+", "", text or "")


def place_in_gold(article, gold):
    """The ordinal of the gold article with this title or beginning; None for none."""
    title, text = bare(article.get("title")), bare("".join(article.get("body") or article.get("captions") or []))
    for n, other in enumerate(gold, 1):
        start = bare(other.get("starts"))[:12]
        if (start and text.startswith(start)) or (title and bare(other.get("title")).startswith(title)):
            return n
    return None


def score_tags(name, gold, pages, work):
    with open(os.path.join(NAMES, gold), encoding="utf-8") as file:
        golds = json.load(file)
    rows = []
    for file, page in pages.items():
        for article in page["articles"]:
            n = None if article["duplicate_of"] else place_in_gold(article, golds.get(file, []))
            rows += [(file, str(n), tag) for tag, _ in article.get("tags", [])] if n else []
    answer = run(sys.executable, os.path.join(NAMES, "score_tags.py"), os.path.join(NAMES, gold),
                 write_rows(os.path.join(work, "tags.tsv"), rows))
    show(name, answer, "exact", "acceptable", "recall", "person names")


def main():
    if not os.path.isdir(PAGES):
        print(f"no pages with gold at {PAGES}")
        return 77
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        real, newsprint = os.path.join(work, "real"), os.path.join(work, "newsprint")
        pages = {"real": cut("real", ".gold.json", real), "newsprint": cut("newsprint", ".json", newsprint)}
        print("%-30s %5s %5s %s %8s %8s" % ("cut", "pages", "gold", "".join("%8s" % head for head, _ in COLUMNS),
                                            "repeats", "furnit."))
        score_real(real)
        score_newsprint(newsprint)
        print("\nnames")
        score_own_sentences(work)
        score_sentences("sentences", os.path.join(NAMES, "names-dev.tsv"), work)
        score_persons("real", "page-persons.json", pages["real"], work, editors=True)
        score_persons("newsprint", "newsprint-persons.json", pages["newsprint"], work, editors=False)
        print("\ntags")
        score_tags("real", "page-tags.json", pages["real"], work)
        score_tags("newsprint", "newsprint-tags.json", pages["newsprint"], work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
