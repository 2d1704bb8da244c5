#!/usr/bin/env python3
"""marked_names.py FILE: sentences with <marked names> as lines `id<TAB>text<TAB>spans`, the format of name scorers."""
import re
import sys


def unmarked(line):
    text, spans = "", []
    for part in re.findall(r"<[^>]*>|\{[^}]*\}|[^<{]+", line):
        if part[0] in "<{":
            spans.append(f"{len(text)}-{len(text) + len(part) - 2}:{'c' if part[0] == '<' else 'x'}")
            part = part[1:-1]
        text += part
    return text, spans


def main():
    group = ""
    with open(sys.argv[1], encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if line.startswith("["):
                group = line[1:-1]
            elif line and line[0] != "#":
                text, spans = unmarked(line)
                print(f"{group}-{number}\t{text}\t{' '.join(spans)}")


if __name__ == "__main__":
    main()
