#!/usr/bin/env python3
"""Bad inputs (tests/sites/hostile/inputs.py): each is refused by name or published as a valid page, in bounded time, and
costs nothing but itself. One archive has all of them."""
import html
import html.parser
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
sys.path.insert(0, os.path.join(ROOT, "tests/sites/hostile"))
sys.dont_write_bytecode = True
import inputs  # noqa: E402

BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
LONGEST_PATH = 180  # of the output, from its top
SETTINGS = f"title: 测试晚报\nbase: https://example.org/\ntemplates: {ROOT}/templates\nstatic: {ROOT}/static\n"
DEVICES = {"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)}
VOID = {"meta", "link", "input", "img", "br", "hr", "col", "area", "base", "source", "wbr"}
failures = []


def check(good, what):
    if not good:
        failures.append(what)


class Page(html.parser.HTMLParser):
    """Elements must nest; the policy must come first; nothing may be inline, nothing foreign loaded."""

    def __init__(self, path):
        super().__init__()
        self.path, self.open, self.ids, self.policy = path, [], set(), False

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        if tag == "meta" and names.get("http-equiv") == "Content-Security-Policy":
            self.policy = "default-src 'none'" in names["content"] and "unsafe" not in names["content"]
        check(self.policy or tag not in ("script", "link", "style"), f"{self.path}: {tag} before the policy")
        check(not any(name.startswith("on") or name == "style" for name in names), f"{self.path}: inline {names}")
        check(tag != "style" and (tag != "script" or "src" in names or names.get("type") == "application/ld+json"),
              f"{self.path}: an inline {tag}")
        for name in ("src", "href", "action", "data"):
            url = names.get(name) or ""
            if tag == "a" or (tag == "link" and names.get("rel") == "canonical"):
                check(re.match(r"(?i)(https?|mailto):|[^:]*$|[^:/]*[/?#]", url) and not url.startswith(("//", "\\")),
                      f"{self.path}: a link to {url}")
            elif name in names:
                check(not re.match(r"(?i)[a-z][a-z0-9+.-]*:|//|\\", url), f"{self.path}: {tag} loads {url}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        check(self.open and self.open[-1] == tag, f"{self.path}: </{tag}> closes {self.open[-1:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass


def site_of(folder):
    top = os.path.join(folder, "public")
    return {os.path.relpath(os.path.join(place, name), top): open(os.path.join(place, name), "rb").read()
            for place, _, names in os.walk(top) for name in names}


def check_site(site):
    """What holds for every file, whatever went in."""
    folded = {}
    for path, text in site.items():
        check(len(path) <= LONGEST_PATH, f"a path of {len(path)} characters: {path}")
        check(re.fullmatch(r"[A-Za-z0-9._/-]+", path), f"a path that is no plain name: {path!r}")
        check(path.lower() not in folded, f"{path} and {folded.get(path.lower())} differ in case alone")
        folded[path.lower()] = path
        for part in path.split("/"):
            check(part.split(".")[0].lower() not in DEVICES and not part.endswith(".") and len(part) <= 100,
                  f"{path} cannot stand on FAT or NTFS")
        if path.endswith((".html", ".xml", ".csv", ".txt", ".js", ".css")):
            try:
                words = text.decode("utf-8")
            except UnicodeDecodeError:
                check(False, f"{path} is no UTF-8")
                continue
            bad = re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u202a-\u202e\u2066-\u2069]", words)
            check(not bad or path.startswith(("assets/", "search/")), f"{path} has a control character: {bad}")
        if path.endswith(".html"):
            page = Page(path)
            page.feed(words)
            page.close()
            check(page.policy and not page.open, f"{path}: policy {page.policy}, still open {page.open}")


def shown(path):
    """A path as messages show it."""
    return re.sub("[\n\u202a-\u202e\u2066-\u2069]", lambda c: "".join(f"\\x{b:02X}" for b in c.group().encode()), path)


def pages_with(site, path):
    """The pages that name this source."""
    name = html.escape(shown(path)).replace("&#x27;", "&#39;")
    return [text.decode("utf-8") for page, text in site.items()
            if page.endswith(".html") and f'class="source">' in text.decode("utf-8") and f">{name} " in text.decode("utf-8").replace("</p>", " </p>")]


def check_row(site, errors, warnings, row):
    path, _, wanted = row
    named = [line for line in errors if line.startswith("content/" + shown(path) + ":")]
    if wanted.error is not None:
        check(any(wanted.error in line for line in named), f"{path}: expected error {wanted.error!r}, got {named}")
        check(len(named) == 1, f"{path}: more than one error: {named}")
        return
    check(not named, f"{path}: unexpected {named}")
    found = pages_with(site, path)
    check(found, f"{path}: nothing was published of it")
    whole = "\n".join(found)
    for words in wanted.shows:
        check(words in whole, f"{path}: {words!r} is not shown")
    for words in wanted.hides:
        check(words not in whole, f"{path}: {words!r} is shown")


def build(folder, *arguments):
    answer = subprocess.run([BACKFILE, "build", *arguments], cwd=folder, capture_output=True)
    messages = answer.stderr.decode("utf-8").split("\n")
    errors = [line for line in messages if " error: " in line]
    return answer.returncode, errors, [line for line in messages if " warning: " in line], messages


def archive(work, name, rows, settings=""):
    folder = os.path.join(work, name)
    content = os.path.join(folder, "content")
    os.makedirs(content)
    with open(os.path.join(folder, "site.conf"), "w", encoding="utf-8") as out:
        out.write(SETTINGS + settings)
    inputs.write(content, rows)
    inputs.write(content, [("2021-03-05/01.txt", inputs.page(), None)])
    return folder


def all_inputs(work):
    folder = archive(work, "all", inputs.ALL)
    content = os.path.join(folder, "content")
    os.mkfifo(os.path.join(content, "fifo.jpg"))
    os.mkfifo(os.path.join(content, "fifo.md"))
    os.symlink("/etc/passwd", os.path.join(content, "link.txt"))
    os.symlink("/etc", os.path.join(content, "linked"))
    with open(os.path.join(content.encode(), b"gb-\xb0\xa1.md"), "wb") as out:
        out.write(inputs.article("不是 UTF-8"))
    status, errors, warnings, messages = build(folder)
    check(status == 1, f"the build ends with {status}: {messages[-5:]}")
    for name, why in (("fifo.jpg", "not a regular file"), ("fifo.md", "not a regular file"), ("link.txt", "a symbolic link"),
                      ("linked", "a symbolic link"), ("gb-\\xB0\\xA1.md", "not UTF-8")):
        check(any(f"content/{name}: warning: passed over" in line and why in line for line in warnings), f"{name}: {warnings}")
    site = site_of(folder)
    check("2021/03/05/01-1.html" in site, "the good page is not there")
    check_site(site)
    for row in inputs.ALL:
        check_row(site, errors, warnings, row)
    check(not any("root:x" in text.decode("utf-8", "replace") for text in site.values()), "/etc/passwd is published")
    return len(inputs.ALL) + 5


def slow_inputs(work):
    """Each costs at most its limit and one message; what was published of it before stays; the others are built."""
    rows = [(path, inputs.article("快", inputs.HAN + "旧文。"), inputs.fine()) for path, _, _ in inputs.SLOW]
    folder = archive(work, "slow", rows, "source_seconds: 1\n")
    status, *_ = build(folder)
    check(status == 0, f"quick sources end with {status}")
    inputs.write(os.path.join(folder, "content"), inputs.SLOW + [("2021-03-06/01.txt", inputs.page(), None)])
    used = os.times().children_user
    status, errors, warnings, _ = build(folder)
    used = os.times().children_user - used
    site = site_of(folder)
    check(status == 1 and "2021/03/06/01-1.html" in site, f"the rest of the archive is not built: {status}")
    slow = [row for row in inputs.SLOW if row[2].error]
    for path, _, wanted in slow:
        named = [line for line in errors if f"content/{path}:" in line]
        check(len(named) == 1 and wanted.error in named[0], f"{path}: {named}")
        check(any("旧文。" in text for text in pages_with(site, path)), f"{path}: its published page is gone")
    check(used < 2.5 * len(inputs.SLOW) + 8, f"{used:.1f} s of computing for {len(slow)} slow sources")
    return len(inputs.SLOW), used


def main():
    work = tempfile.mkdtemp()
    try:
        count = all_inputs(work)
        slow, used = slow_inputs(work)
    finally:
        shutil.rmtree(work)
    for failure in failures[:40]:
        print("FAILED:", failure)
    print(f"{count} bad inputs, {slow} slow ones in {used:.1f} s of computing, {len(failures)} failures")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
