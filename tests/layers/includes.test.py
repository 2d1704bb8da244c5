#!/usr/bin/env python3
"""Holds every #include in generator/ to the layers: folders include their own headers and those of lower rows,
each library has its one user, and no headers include each other in a circle. First it proves on a made-up tree
that it finds every such fault."""
import os
import re
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../../generator"))
# From the top down; "" holds main.c, build.c and the commands. Folders in one row never include each other.
ROWS = [[""], ["serve"], ["publish"], ["read", "edit", "search"], ["archive"], ["base"]]
HEIGHT = {folder: -row for row, folders in enumerate(ROWS) for folder in folders}
# Library header: the files that may include it.
LIBRARIES = {
    r"unicode/.*": r"base/text\w*\.[ch]",
    r"yaml\.h": r"base/settings\w*\.c",
    r"xxhash\.h": r"base/digest\.c",
    r"cmark.*\.h": r"read/markdown\w*\.[ch]",
    r"sqlite3\.h": r"archive/cache\w*\.[ch]",
    r"jansson\.h": r"search/index_reader\.h",
    r"zlib\.h|brotli/.*": r"base/compress\.c",
    r"archive(_entry)?\.h": r"base/zip\.c",
    r"microhttpd\.h": r"serve/http\w*\.[ch]",
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def read_tree(root):
    """Path below the root: [(is_library, included name)]."""
    tree = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            if name.endswith((".c", ".h")):
                with open(path, encoding="utf-8") as file:
                    tree[os.path.relpath(path, root)] = [(q == "<", n) for q, n in INCLUDE.findall(file.read())]
    return tree


def library_fault(path, name):
    for header, users in LIBRARIES.items():
        if re.fullmatch(header, name) and not re.fullmatch(users, path):
            return f"{path}: <{name}> belongs to {users} alone"


def layer_fault(path, name, tree):
    own, other = os.path.dirname(path), os.path.dirname(name)
    if name not in tree:
        return f'{path}: no header "{name}" in generator/'
    if not name.endswith(".h"):
        return f'{path}: "{name}" is no header'
    if own != other and HEIGHT[own] <= HEIGHT[other]:
        return f'{path}: {own or "the top"} may not include {other or "the top"} ("{name}")'


def circle_faults(tree):
    faults, done = [], set()

    def visit(path, way):
        if path in way:
            faults.append("circle: " + " > ".join(way[way.index(path):] + [path]))
        elif path not in done:
            for is_library, name in tree.get(path, []):
                if not is_library:
                    visit(name, way + [path])
            done.add(path)

    for path in sorted(tree):
        visit(path, [])
    return faults


def find_faults(root):
    tree, faults = read_tree(root), []
    for path in sorted(tree):
        if os.path.dirname(path) not in HEIGHT:
            faults.append(f"{path}: its folder is in no row")
            continue
        for is_library, name in tree[path]:
            fault = library_fault(path, name) if is_library else layer_fault(path, name, tree)
            faults += [fault] if fault else []
    return faults + circle_faults(tree), tree


PROOF = {
    "main.c": ('"run.h" "serve/http.h" "publish/page.h" "base/str.h" <stdio.h>', 0),
    "run.h": ('"archive/page.h"', 0),
    "serve/http.h": ('"base/str.h"', 0),
    "serve/http.c": ('<microhttpd.h> "serve/http.h" "publish/page.h"', 0),
    "publish/page.h": ('"search/query.h" "archive/page.h"', 0),
    "publish/page.c": ('"publish/page.h" "serve/http.h"', 1),   # up
    "publish/feed.c": ('"run.h"', 1),                           # to the top
    "read/source.h": ('"archive/page.h"', 0),
    "edit/lines.c": ('"read/source.h"', 1),                     # sideways
    "search/query.h": ('"base/str.h"', 0),
    "archive/page.h": ('"base/str.h"', 0),
    "archive/page.c": ('"search/query.h" <sqlite3.h>', 2),      # up, and another's library
    "archive/cache.c": ("<sqlite3.h>", 0),
    "base/str.h": ("<stddef.h>", 0),
    "base/list.h": ('"base/map.h"', 0),                         # a circle of two
    "base/map.h": ('"base/list.h"', 1),
    "base/text_class.c": ("<unicode/uchar.h>", 0),
    "base/map.c": ('"base/nowhere.h" "base/text_class.c" <unicode/uchar.h>', 3),
    "odd/thing.c": ("", 1),                                     # no layer of ours
}


def prove():
    with tempfile.TemporaryDirectory() as root:
        for path, (includes, _) in PROOF.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                file.writelines(f"#include {name}\n" for name in includes.split())
        faults, _ = find_faults(root)
    for path, (_, expected) in PROOF.items():
        found = sum(fault.startswith(path + ":") for fault in faults)
        found += path == "base/map.h" and "circle: base/list.h > base/map.h > base/list.h" in faults
        if found != expected:
            sys.exit(f"the proof fails: {found} faults found in {path}, not {expected}: {faults}")


prove()
faults, tree = find_faults(ROOT)
print("\n".join(faults))
print(f"{sum(map(len, tree.values()))} includes in {len(tree)} files, {len(faults)} faults")
sys.exit(bool(faults))
