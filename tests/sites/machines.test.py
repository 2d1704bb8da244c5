#!/usr/bin/env python3
"""What machines read, of the demonstration archive or of a built site that is named: Atom feeds are what RFC 4287 asks for,
site maps what sitemaps.org asks for, both name only files of the site; the web app manifest, the description of the
search and robots.txt are well formed; tables have the columns that they announce."""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
ATOM, MAP = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def below(site, address, base):
    """Whether the address is that of a file of the site."""
    return address.startswith(base) and os.path.isfile(os.path.join(site, address[len(base):].partition("#")[0]))


def text_of(element, name):
    return (element.findtext(ATOM + name) or "").strip()


def faults_of_feed(site, path, base):
    feed = xml.parse(os.path.join(site, path)).getroot()
    faults = [f"no {name}" for name in ("id", "title", "updated") if not text_of(feed, name)]
    own = [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"]
    entries = feed.findall(ATOM + "entry")
    if own != [base + path]:
        faults.append(f"is at {own}")
    if not entries or len({text_of(entry, "id") for entry in entries}) != len(entries):
        faults.append("entries do not have ids of their own")
    for entry in entries:
        links = [link.get("href") for link in entry.findall(ATOM + "link")]
        faults += [f"an entry without {name}" for name in ("id", "title", "updated") if not text_of(entry, name)]
        faults += [f"{link} is no file" for link in links if not below(site, link, base)] or ([] if links else ["no link"])
    stamps = [text_of(each, "updated") for each in [feed] + entries]
    faults += [f"{stamp} is no moment" for stamp in stamps if not MOMENT.fullmatch(stamp)]
    if feed.find(ATOM + "author") is None or max(stamps[1:], default="") > stamps[0]:
        faults.append("no author, or older than its entries")
    return [f"{path}: {fault}" for fault in faults]


def faults_of_map(site, path, base, seen):
    top = xml.parse(os.path.join(site, path)).getroot()
    faults, kind = [], "sitemap" if top.tag == MAP + "sitemapindex" else "url"
    rows = top.findall(MAP + kind)
    for row in rows:
        address, changed = row.findtext(MAP + "loc"), row.findtext(MAP + "lastmod")
        if not below(site, address, base):
            faults.append(f"{path}: {address} is no file")
        elif kind == "sitemap":
            faults += faults_of_map(site, address[len(base):], base, seen)
        else:
            seen.append(address[len(base):])
        if changed is not None and not DAY.fullmatch(changed) and not MOMENT.fullmatch(changed):
            faults.append(f"{path}: {changed} is no day")
    return faults + ([] if 0 < len(rows) <= 50000 else [f"{path}: {len(rows)} rows"])


def faults_of_maps(site, base):
    seen = []
    faults = faults_of_map(site, "sitemap.xml", base, seen)
    pages = {path for path in files_of(site) if path.endswith(".html")}
    pages = {path for path in pages if not re.fullmatch(r"(people|tags)/[^/]+/\d{4}(-\d\d)?\.html", path)}  # parts of a list
    hidden = {path for path in pages if b'name="robots" content="noindex"' in read(site, path)} | {"404.html"}
    faults += [f"sitemap: {path} is there twice" for path in {path for path in seen if seen.count(path) > 1}]
    faults += [f"sitemap: {path} should not be there" for path in set(seen) & hidden]
    faults += [f"sitemap: lacks {path}" for path in sorted(pages - set(seen) - hidden)]
    return faults


def faults_of_manifest(site):
    manifest = json.loads(read(site, "manifest.webmanifest"))
    faults = [f"no {key}" for key in ("name", "start_url", "icons", "lang") if not manifest.get(key)]
    faults += [f"{icon['src']} is no file" for icon in manifest["icons"] if not os.path.isfile(os.path.join(site, icon["src"]))]
    return [f"manifest.webmanifest: {fault}" for fault in faults]


def faults_of_tables(site):
    faults = []
    for path in files_of(site):
        if path.endswith(".csv"):
            rows = list(csv.reader(read(site, path).decode("utf-8").splitlines(keepends=True), strict=True))
            faults += [f"{path}: a row of {len(row)} cells" for row in rows if len(row) != len(rows[0])][:1]
            faults += [f"{path}: {row[0]} is no file" for row in rows[1:] if not os.path.isfile(os.path.join(site, row[0]))][:1]
    return faults


def files_of(site):
    return sorted(os.path.relpath(os.path.join(folder, name), site) for folder, _, names in os.walk(site) for name in names)


def read(site, path):
    with open(os.path.join(site, path), "rb") as file:
        return file.read()


def base_of(site):
    found = re.search(rb'rel="canonical" href="(.*?)index\.html"', read(site, "index.html"))
    return found.group(1).decode()


def check(site):
    base, feeds = base_of(site), [path for path in files_of(site) if path.endswith("feed.xml")]
    faults = [fault for path in feeds for fault in faults_of_feed(site, path, base)]
    faults += faults_of_maps(site, base) + faults_of_manifest(site) + faults_of_tables(site)
    xml.parse(os.path.join(site, "opensearch.xml"))
    if f"Sitemap: {base}sitemap.xml" not in read(site, "robots.txt").decode():
        faults.append("robots.txt does not name the site map")
    for fault in faults[:30]:
        print(fault)
    print(f"{len(feeds)} feeds, {len(faults)} faults")
    return not faults


def main():
    if sys.argv[1:]:
        return 0 if all([check(site) for site in sys.argv[1:]]) else 1
    with tempfile.TemporaryDirectory() as work:
        with open(f"{ROOT}/site.conf", encoding="utf-8") as given, open(f"{work}/site.conf", "w", encoding="utf-8") as conf:
            conf.write(f"{given.read()}\nbase: https://example.org/paper/\ntemplates: {ROOT}/templates\nstatic: {ROOT}/static\n")
        subprocess.run([BACKFILE, "build", "--quiet", "--content", f"{ROOT}/content", "--output", "public"], cwd=work, check=True)
        return 0 if check(f"{work}/public") else 1


if __name__ == "__main__":
    sys.exit(main())
