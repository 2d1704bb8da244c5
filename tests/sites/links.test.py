#!/usr/bin/env python3
"""Builds the demonstration archive and follows every link of every page: each must name a file of the site
(never a folder), each fragment an element; nothing may be loaded from another host; every page carries its policy
and its language, and no script, style or handler stands in the HTML."""
import json
import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
LOADING = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("form", "action")}


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.faults, self.metas, self.lang = [], set(), [], [], None
        self.in_data, self.data = False, []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            if values["id"] in self.ids:
                self.faults.append(f"id {values['id']} twice")
            self.ids.add(values["id"])
        self.in_data = values.get("type") == "application/ld+json"
        if tag == "html":
            self.lang = values.get("lang")
        if tag == "meta":
            self.metas.append(values)
        for name, value in attributes:
            if name.startswith("on") or name == "style":
                self.faults.append(f"<{tag} {name}=...>")
            if name in ("href", "src", "action") and value is not None:
                self.links.append((tag, name, value))
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") != "application/ld+json"):
            self.faults.append(f"inline <{tag}>")


    def handle_data(self, data):
        if self.in_data:
            self.data.append(data)

    def handle_endtag(self, tag):
        self.in_data = False


def faults_of_data(data):
    """JSON-LD must parse and say of an article what schema.org and search engines ask for."""
    try:
        article = json.loads(data)
    except ValueError as error:
        return [f"JSON-LD: {error}"]
    missing = [key for key in ("@context", "headline", "isPartOf") if not article.get(key)]
    faults = [f"JSON-LD without {key}" for key in missing]
    if article.get("@type") != "NewsArticle" or article["isPartOf"]["isPartOf"]["@type"] != "Newspaper":
        faults.append("JSON-LD of no newspaper article")
    return faults


def weight_of(site, path, page):
    """Bytes of HTML, of style sheets and of scripts that the page asks for at once."""
    sizes = {"html": os.path.getsize(os.path.join(site, path)), "css": 0, "js": 0}
    for tag, name, value in page.links:
        ending = value.rpartition(".")[2]
        if tag in ("link", "script") and ending in sizes and "://" not in value:
            sizes[ending] += os.path.getsize(os.path.normpath(os.path.join(site, os.path.dirname(path), value)))
    return sizes


def faults_of_weight(site, path, page):
    """The heaviest article page may have; the articles of the demonstration have up to some 1,000 characters."""
    if not page.data:
        return []
    most = {"html": 30 * 1024, "css": 20 * 1024, "js": 15 * 1024}
    return [f"{path}: {size} bytes of {kind}" for kind, size in weight_of(site, path, page).items() if size > most[kind]]


def read_site(site):
    pages, files = {}, set()
    for folder, _, names in os.walk(site):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), site)
            files.add(path)
            if name.endswith(".html"):
                with open(os.path.join(folder, name), encoding="utf-8") as page:
                    pages[path] = Page(page.read())
    return pages, files


def faults_of_link(path, link, pages, files):
    tag, name, value = link
    parts = urlsplit(value)
    if parts.scheme or parts.netloc:
        outside = (tag, name) in LOADING and not (tag == "link")
        return [f"{path}: <{tag} {name}={value}> loads from elsewhere"] if outside else []
    if parts.path.startswith("/"):
        return [] if path == "404.html" else [f"{path}: {value} is not relative"]
    target = os.path.normpath(os.path.join(os.path.dirname(path), unquote(parts.path))) if parts.path else path
    if target not in files:
        return [f"{path}: {value} names no file"]
    if parts.fragment and target in pages and not parts.fragment.startswith(("q=", "mark=")) \
            and unquote(parts.fragment) not in pages[target].ids:
        return [f"{path}: {value} names no element"]
    return []


def check(site):
    pages, files = read_site(site)
    faults, count = [], 0
    for path, page in sorted(pages.items()):
        faults += [f"{path}: {fault}" for fault in page.faults]
        faults += [f"{path}: {fault}" for data in page.data for fault in faults_of_data(data)]
        faults += faults_of_weight(site, path, page)
        if not page.lang:
            faults.append(f"{path}: no language")
        if not page.metas or page.metas[0].get("charset", "").lower() != "utf-8":
            faults.append(f"{path}: the character set does not come first")
        if not any(m.get("http-equiv", "").lower() == "content-security-policy" for m in page.metas):
            faults.append(f"{path}: no content security policy")
        for link in page.links:
            faults += faults_of_link(path, link, pages, files)
            count += 1
    folded = {}
    for path in files:
        if not re.fullmatch(r"[A-Za-z0-9._/-]{1,180}", path):
            faults.append(f"{path}: no plain ASCII name")
        if folded.setdefault(path.lower(), path) != path:
            faults.append(f"{path}: differs from {folded[path.lower()]} by case alone")
    return faults, len(pages), count


def prove_that_it_can_fail():
    """A link to nothing, a handler and a script in the page must each be found."""
    bad = Page('<html lang="zh"><meta charset="utf-8"><a href="b.html" onclick="x()">b</a><script>x()</script>')
    assert faults_of_data("{") and faults_of_data('{"@type": "NewsArticle", "isPartOf": {"isPartOf": {"@type": ""}}}')
    assert len(bad.faults) == 2, bad.faults
    assert faults_of_link("a.html", bad.links[0], {}, {"a.html"}), "a link to nothing was not found"
    assert faults_of_link("a.html", ("img", "src", "https://example.org/a.png"), {}, {"a.html"})


def show(checked, least):
    faults, pages, links = checked
    for fault in faults[:40]:
        print(fault)
    print(f"{pages} pages, {links} links, {len(faults)} faults")
    return 1 if faults or pages < least else 0


def main():
    prove_that_it_can_fail()
    if sys.argv[1:]:
        return show(check(sys.argv[1]), 5)
    with tempfile.TemporaryDirectory() as work:
        site = os.path.join(work, "public")
        config = os.path.join(work, "site.conf")
        with open(os.path.join(ROOT, "site.conf"), encoding="utf-8") as given, open(config, "w", encoding="utf-8") as made:
            made.write(given.read())
            made.write(f"\ntemplates: {ROOT}/templates\nstatic: {ROOT}/static\n")
        subprocess.run(["cp", "-r", os.path.join(ROOT, "content"), os.path.join(work, "content")], check=True)
        subprocess.run([BACKFILE, "build", "--quiet", "--content", "content", "--output", "public", "--config", config],
                       cwd=work, check=True)
        return show(check(site), 100)


if __name__ == "__main__":
    sys.exit(main())
