#!/usr/bin/env python3
"""Builds the demonstration archive in English: no page may say anything in Chinese but what stands in the content.
Both languages must have the same strings, each string must be used, and nothing may be said outside of them."""
import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
HAN = re.compile(r"[\u3400-\u9fff]")
SHOWN = {"content", "alt", "aria-label", "placeholder", "title", "data-hint", "data-filter", "abbr", "value"}
MADE = re.compile(r"\[[NC]\]|/OL\]")  # a citation, which is in the language of what it cites


class Texts(HTMLParser):
    """The pieces of text that a reader meets: text nodes and attributes."""

    def __init__(self, html):
        super().__init__()
        self.pieces = []
        self.feed(html)

    def handle_data(self, data):
        self.pieces.append(data)

    def handle_starttag(self, tag, attributes):
        self.pieces += [value for name, value in attributes if name in SHOWN and value]


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def files_below(folder, *endings):
    found = (os.path.join(at, name) for at, _, names in os.walk(folder) for name in names)
    return sorted(path for path in found if path.endswith(endings))


def strings_of(path):
    return dict(re.findall(r"^(\w+): ?(.*)$", read(path), re.M))


def faults_of_strings(templates):
    chinese, english = (strings_of(f"{templates}/strings/{name}.yaml") for name in ("zh-Hans", "en"))
    shown = "".join(read(path) for path in files_below(templates, ".html", ".xml", ".txt", ".yaml"))
    program = "".join(read(path) for path in files_below(f"{ROOT}/generator/publish", ".c"))
    faults = [f"only in one language: {key}" for key in sorted(chinese.keys() ^ english.keys())]
    faults += [f"en.yaml: {key} is in Chinese" for key, text in english.items() if HAN.search(text)]
    for key in chinese:
        group, _, rest = key.partition("_")
        said = f'"{key}"' in program or group in ("kind", "sign", "meaning") or key.startswith("tag_kind_")
        if f"strings/{key}}}}}" not in shown and not said:
            faults.append(f"never used: {key}")
    if len(chinese) < 100:
        faults.append("the strings were not found")
    return faults


def faults_of_templates(templates):
    return [f"{path}: says something of its own: {line.strip()}" for path in files_below(templates, ".html", ".xml")
            if not path.endswith("review.html") for line in read(path).split("\n") if HAN.search(line)]


def plain(text):
    """Han characters and digits alone: what is set may differ from the source in spaces and punctuation."""
    return "".join(re.findall(r"[\u3400-\u9fff0-9]", text))


def faults_of_page(path, html, content, said):
    faults = []
    for piece in Texts(html).pieces:
        if not HAN.search(piece) or MADE.search(piece):
            continue
        if piece.strip() in said or any(part not in content for part in re.findall(r"[\u3400-\u9fff]+", piece)):
            faults.append(f"{path}: {piece.strip()[:60]}")
    return faults


class Marked(HTMLParser):
    """Chinese text of the body that no element around it declares to be Chinese."""

    EMPTY = {"meta", "link", "input", "br", "img", "hr", "path", "rect", "line"}

    def __init__(self, html):
        super().__init__()
        self.around, self.astray = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag not in self.EMPTY:
            before = self.around[-1][1] if self.around else ""
            self.around.append((tag, dict(attributes).get("lang") or before))

    def handle_endtag(self, tag):
        while self.around and self.around.pop()[0] != tag:
            pass

    def handle_data(self, data):
        inside = [tag for tag, _ in self.around]
        if HAN.search(data) and "body" in inside and not self.around[-1][1].startswith("zh"):
            self.astray.append(data.strip()[:60])


def faults_of_marks(path, html, settings):
    """What the settings say is the keeper's, who may write in either language."""
    return [f"{path}: not marked as Chinese: {text}" for text in Marked(html).astray if plain(text) not in settings]


def build(work):
    settings = re.sub(r"^lang:.*", "lang: en", read(f"{ROOT}/site.conf"), flags=re.M)
    with open(f"{work}/site.conf", "w", encoding="utf-8") as file:
        file.write(f"{settings}\nbase: https://example.org/paper/\ntemplates: {ROOT}/templates\nstatic: {ROOT}/static\n")
    subprocess.run(["cp", "-r", f"{ROOT}/content", f"{work}/content"], check=True)
    subprocess.run([BACKFILE, "build", "--quiet", "--content", "content", "--output", "public"], cwd=work, check=True)
    return "".join(read(path) for path in files_below(f"{work}/content", "")) + settings


def main():
    templates = f"{ROOT}/templates"
    faults = faults_of_strings(templates) + faults_of_templates(templates)
    said = {text for text in strings_of(f"{templates}/strings/zh-Hans.yaml").values() if HAN.search(text)}
    assert faults_of_page("x", "<p>人物</p>", "人物", {"人物"}) and faults_of_page("x", "<p title='引用'>", "", set())
    assert faults_of_marks("x", "<html lang='en'><body><p>人物<br></p>", "")
    assert not faults_of_marks("x", "<html lang='en'><body><p lang='zh-Hans'><b>人物</b></p>", "")
    with tempfile.TemporaryDirectory() as work:
        content = build(work)
        said -= {re.sub(r"\s", "", line) for line in content.split("\n")}  # 天气 is a headline too
        content = plain(content)
        settings = plain(re.sub(r"^title:.*", "", read(f"{work}/site.conf"), flags=re.M))
        pages = files_below(f"{work}/public", ".html", ".xml")
        for path in pages:
            name, html = os.path.relpath(path, work), read(path)
            faults += faults_of_page(name, html, content, said) + faults_of_marks(name, html, settings)
    for fault in faults[:40]:
        print(fault)
    print(f"{len(pages)} pages in English, {len(faults)} faults")
    return 1 if faults or len(pages) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
