#!/usr/bin/env python3
"""Makes the seeds of fuzz_index anew, from the index of two articles: when its format changes, what is fuzzed should still
be an index. Run from the project's folder, with BACKFILE if it is not build/backfile."""
import json
import os
import re
import subprocess
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
ARTICLES = {"2024-03-05/01.md": ("渡口修好了", "晚秋的渡口换了新木板，摆渡人说9月11日起恢复。"),
            "2024-03-06/01.md": ("新木桥通车", "新木桥在清晨通车，孩子们跑在前面。")}
QUERIES = {"words.txt": "木板 -通车 OR 9月", "instead.txt": "新木挢", "one.txt": "\"新\" 清晨"}
# In place of the large tables: what is said about characters is not what is fuzzed.
SHORT = {"fold": '{"from":"","to":""}', "confusions": '{"pairs":"桥挢己已"}', "suggest": '{"people":[],"tags":[]}'}


def lines_of(site):
    """A line for each file: its path, a tab, and what stands in the call or of a page its texts."""
    for place, folders, names in sorted(os.walk(site)):
        folders[:] = [name for name in folders if name != "client"]
        for name in sorted(names):
            path = os.path.relpath(os.path.join(place, name), site)
            with open(os.path.join(site, path), encoding="utf-8", errors="replace") as given:
                text = given.read()
            short = SHORT.get(re.split(r"[-.]", name)[0])
            if path.startswith("search/") and text.startswith("backfile("):
                yield f"{path}\t{short or text[len('backfile('):-2]}"
            elif re.match(r"\d{4}/.*-\d+\.html$", path):
                yield path + "\t" + " ".join(m[0].replace("\n", " ") for m in re.finditer(r"<(\w+)[^>]*data-text.*?</\1>", text, re.S))


def main():
    with tempfile.TemporaryDirectory() as work:
        for path, (title, text) in ARTICLES.items():
            os.makedirs(os.path.dirname(os.path.join(work, "content", path)))
            with open(os.path.join(work, "content", path), "w", encoding="utf-8") as out:
                out.write(f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{text}\n")
        with open(os.path.join(work, "site.conf"), "w", encoding="utf-8") as out:
            out.write(f"title: 试报\ntemplates: {ROOT}/templates\nstatic: {ROOT}/static\n")
        subprocess.run([BACKFILE, "build"], cwd=work, check=True, capture_output=True)
        lines = list(lines_of(os.path.join(work, "public")))
    for name, query in QUERIES.items():
        with open(os.path.join(ROOT, "tests/fuzz/seeds/index", name), "w", encoding="utf-8") as out:
            out.write("\n".join([query, *lines]) + "\n")


if __name__ == "__main__":
    main()
