#!/usr/bin/env python3
"""A site that changes what ships: one template of each kind (a page, a partial, plain text, a feed), single strings, a
colour, a picture of its own, all below content/. What it changes must show everywhere, nothing else may change, none
of it may be taken for a page of the paper, and taking it away must give back the site as it was."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
sys.path.insert(0, os.path.join(ROOT, "tests/support"))
sys.dont_write_bytecode = True
import random  # noqa: E402
import made_up_paper as paper  # noqa: E402

OWN = {
    "templates/notfound.html": "<p>own {{frame.title}}</p>\n",
    "templates/parts/article-item.html": '<p class="own"><a href="{{href}}">{{title}}</a></p>\n',
    "templates/plain.txt": "OWN\n{{text}}\n",
    "templates/robots.txt": "User-agent: own\n",
    "templates/strings/zh-Hans.yaml": "people: 人名录\nlatest_issue: 今日报纸 {{latest_number}}\n",
    "static/site.css": ":root { --accent: #123456; }\n",
    "static/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
    "static/badge.txt": "badge\n",
}


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def files(site):
    found = {}
    for folder, _, names in os.walk(site):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, site)] = file.read()
    return found


def build(work):
    return subprocess.run([BACKFILE, "build"], cwd=work, check=True, capture_output=True, text=True).stdout


def text_of(site, pattern):
    return [site[path].decode() for path in sorted(site) if re.fullmatch(pattern, path)]


def faults_of(site, before):
    faults = []

    def expect(good, what):
        if not good:
            faults.append(what)

    expect(site["404.html"] == "<p>own 试刊</p>\n".encode(), "the template of one kind")
    expect(site["robots.txt"] == b"User-agent: own\n", "a template of plain text")
    issues = text_of(site, r"\d{4}/\d\d/\d\d/index\.html")
    expect(issues and all('<p class="own">' in page for page in issues), "a partial, on every page that has it")
    expect(all(page.startswith("OWN\n") for page in text_of(site, r".*\d-\d+\.txt")), "a template of plain text of articles")
    pages = text_of(site, r"(index|people/index)\.html")
    expect(len(pages) == 2 and all("人名录" in page for page in pages), "a string, on every page that says it")
    expect("今日报纸 77" in site["index.html"].decode(), "a string with a name in it")
    expect(all(sheet.endswith(":root{--accent:#123456}") for sheet in text_of(site, r"assets/style-.*\.css")), "a colour")
    expect(text_of(site, r"assets/icon-.*\.svg") == [OWN["static/icon.svg"]], "a file of the same name")
    expect(text_of(site, r"assets/badge-.*\.txt") == ["badge\n"], "a file of another name")
    expect({path for path in site if path.startswith("undated/")} == set(), "none of it is an article")
    articles = {path for path in before if re.fullmatch(r"\d{4}/.*\.html", path)}
    expect(articles <= site.keys(), "every page is there still")
    return faults


def faults_of_mistakes(work):
    """A template of the site's own is held to the names that there are, with its file and line."""
    write(f"{work}/content/templates/notfound.html", "<p>\n{{frame.titel}}\n</p>\n")
    run = subprocess.run([BACKFILE, "build"], cwd=work, capture_output=True, text=True)
    said = "content/templates/notfound.html:2:" in run.stderr and "title" in run.stderr
    return [] if run.returncode == 1 and said else [f"a wrong name: {run.stderr}"]


def main():
    rng = random.Random("own")
    with tempfile.TemporaryDirectory() as work:
        write(f"{work}/site.conf", f"title: 试刊\ntemplates: {ROOT}/templates\nstatic: {ROOT}/static\n")
        for day in ("2024-03-05", "2024-03-06"):
            write(f"{work}/content/{day}/01.txt", paper.page(rng, day, 3))
        write(f"{work}/content/2024-03-06/issue.yaml", "number: 77\n")
        build(work)
        before = files(f"{work}/public")
        for path, text in OWN.items():
            write(f"{work}/content/{path}", text)
        build(work)
        faults = faults_of(files(f"{work}/public"), before)
        faults += faults_of_mistakes(work)
        for folder in ("templates", "static"):
            shutil.rmtree(f"{work}/content/{folder}")
        build(work)
        after = files(f"{work}/public")
        faults += [f"differs when all is taken away: {path}" for path in before.keys() | after.keys()
                   if before.get(path) != after.get(path)]
    for fault in faults[:20]:
        print(fault)
    print(f"{len(OWN)} files of a site's own, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
