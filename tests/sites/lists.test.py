#!/usr/bin/env python3
"""Long lists, incremental equals clean: a person and a tag of more than a hundred articles, whose newest month stands
apart from its year. An article comes in the newest month, in the next one, in an old one; the newest month goes."""
import importlib.util
import json
import os
import random
import shutil
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("edits", os.path.join(ROOT, "tests/sites/edits.test.py"))
edits = importlib.util.module_from_spec(spec)
spec.loader.exec_module(edits)
import made_up_paper as paper  # noqa: E402

PERSON = "people/he-qiushi/"


def page(content, day, count=1):
    """A page of short articles that all name one person."""
    rng = random.Random(day)
    os.makedirs(os.path.join(content, day), exist_ok=True)
    with open(os.path.join(content, day, "01.txt"), "w", encoding="utf-8") as out:
        for _ in range(count):
            out.write(f"{paper.title(rng)}\n\n本报讯（记者 宋知远）市农业农村局局长何秋实来到{rng.choice(paper.TOWNS)}。{paper.paragraph(rng)}\n\n")


def fill(content):
    for month in ("2021-11", "2021-12", "2022-01", "2022-02"):
        for day in range(1, 15):
            page(content, f"{month}-{day:02}", 3)


def changed_by(folder, edit):
    """The files that differ after the edit and a build, once all files are those of a clean build."""
    before, ledger = edits.site_of(folder), edits.ledger_of(folder)
    edit(os.path.join(folder, "content"))
    edits.build(folder, 2, "an update")
    after = edits.site_of(folder)
    clean, _ = edits.clean_build(folder, os.path.join(folder, "../elsewhere"), ledger, 2)
    edits.require_same(after, clean)
    return set(edits.differing(before, after))


def expect(what, wanted, found):
    if wanted != found:
        raise edits.Unequal(f"{what}: {sorted(found)}, not {sorted(wanted)}")


def main():
    with tempfile.TemporaryDirectory() as work:
        folder = os.path.join(work, "archive")
        for name in ("templates", "static"):
            shutil.copytree(os.path.join(ROOT, name), os.path.join(folder, name))
        with open(os.path.join(folder, "site.conf"), "w", encoding="utf-8") as out:
            out.write(f"title: {json.dumps('测试晚报', ensure_ascii=False)}\n")
        fill(os.path.join(folder, "content"))
        edits.build(folder, 2, "the first build")

        def of_person(changed):
            return {path[len(PERSON):] for path in changed if path.startswith(PERSON) and path.endswith(".html")}

        found = changed_by(folder, lambda content: page(content, "2022-02-20"))
        expect("an article of the newest month", {"index.html"}, of_person(found))
        expect("in the tables", {"data/articles-2022-02.csv"}, {path for path in found if path.startswith("data/articles-")})
        found = changed_by(folder, lambda content: page(content, "2022-03-01"))
        expect("an article of the next month", {"index.html", "2022.html"}, of_person(found))
        found = changed_by(folder, lambda content: page(content, "2021-11-20"))
        expect("an article of another year", {"index.html", "2021.html"}, of_person(found))
        found = changed_by(folder, lambda content: shutil.rmtree(os.path.join(content, "2022-03-01")))
        expect("a month less", {"index.html", "2022.html"}, of_person(found))
    print("5 builds, each as a clean one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
