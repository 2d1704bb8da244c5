#!/usr/bin/env python3
"""marked_names.py FILE: sentences with <marked names> as lines `id<TAB>text<TAB>spans`, the format of name scorers. A name
drawn apart to the width of three characters stands there without its space; --printed gives lines `id<TAB>text` as they
are."""
import re
import sys


def closed_up(name):
    return name.replace(" ", "").replace("\u3000", "")


def unmarked(line, printed):
    text, spans = "", []
    for part in re.findall(r"<[^>]*>|\{[^}]*\}|[^<{]+", line):
        if part[0] in "<{":
            name = closed_up(part[1:-1])
            spans.append(f"{len(text)}-{len(text) + len(name)}:{'c' if part[0] == '<' else 'x'}")
            part = part[1:-1] if printed else closed_up(part[1:-1])
        text += part
    return text, spans


def main():
    group = ""
    printed = "--printed" in sys.argv
    with open(sys.argv[1], encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if line.startswith("["):
                group = line[1:-1]
            elif line and line[0] != "#":
                text, spans = unmarked(line, printed)
                print(f"{group}-{number}\t{text}" + ("" if printed else "\t" + " ".join(spans)))


if __name__ == "__main__":
    main()
