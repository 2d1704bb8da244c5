#!/usr/bin/env python3
"""The Chinese messages against the code: everything that the program says has its line in messages_zh.txt, with the
same conversions in the same order, and nothing stands there that nobody says."""
import os
import re
import sys

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
FILE = "generator/base/lexicon/messages_zh.txt"
# Which argument is the message, counted from 0.
SAYS = {"report_error": 2, "report_warning": 2, "report_note": 2, "report_fault": 2, "template_mistake": 2, "run_say": 1,
        "report_word": 1, "say": 1, "advice_of": 1, "add_heading": 2, "message_in": 1, "progress_stage": 1}
LITERAL = r'"(?:[^"\\]|\\.)*"'
# Words that reach a message by a variable: rows of tables, verbs, what the system says.
TABLES = {"generator/main.c": r'\{"\w+", "[^"]*", (%s), \w+_command', "generator/options.c":
          r"\{'\w', \"[\w-]+\", (?:NULL|\"[^\"]*\"),\s*(%s)\}", "generator/base/settings_cures.c":
          r'\{"[^"]*",\s*(%s)\}|return (%s);'}
CONVERSION = re.compile(r"%[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]")


def text_of(literals):
    body = "".join(part[1:-1] for part in re.findall(LITERAL, literals))
    return body.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def arguments(code):
    """What stands between the bracket that was just opened and its end, cut at commas."""
    parts, depth, begin, at = [], 1, 0, 0
    while depth:
        if code[at] in "\"'":
            quote, at = code[at], at + 1
            while code[at] != quote:
                at += 2 if code[at] == "\\" else 1
        elif code[at] in "({[":
            depth += 1
        elif code[at] in ")}]":
            depth -= 1
        elif code[at] == "," and depth == 1:
            parts.append(code[begin:at])
            begin = at + 1
        at += 1
    return parts + [code[begin:at - 1]]


def said_in(path, code):
    literals = rf"{LITERAL}(?:\s*{LITERAL})*"
    for match in re.finditer(r"\b(%s)\s*\(" % "|".join(SAYS), code):
        parts, place = arguments(code[match.end():]), SAYS[match.group(1)]
        if len(parts) > place:
            # A choice between two messages is two messages.
            for choice in re.split(r"\?|(?<=[\"\s]):(?=\s)", parts[place]) if "?" in re.sub(LITERAL, "", parts[place]) \
                    else [parts[place]]:
                if re.fullmatch(rf"\s*{literals}\s*", choice):
                    yield text_of(choice)
    if path in TABLES:
        for match in re.finditer(TABLES[path].replace("%s", literals), code):
            yield text_of(next(group for group in match.groups() if group))


def read_code():
    said = {}
    for folder, _, names in os.walk(f"{ROOT}/generator"):
        for name in sorted(names):
            if name.endswith(".c"):
                path = os.path.relpath(os.path.join(folder, name), ROOT)
                with open(f"{ROOT}/{path}", encoding="utf-8") as file:
                    for message in said_in(path, file.read()):
                        if re.search(r"[A-Za-z]{3}", CONVERSION.sub("", message)):
                            said.setdefault(message, path)
    return said


def read_file():
    lines = open(f"{ROOT}/{FILE}", encoding="utf-8").read().split("\n")
    faults, table = [], {}
    for number, line in enumerate(lines, 1):
        if not line or line.startswith(("#  ", "\t")) or line.startswith("# ") and not lines[number].startswith("\t"):
            continue
        if not lines[number].startswith("\t"):
            faults.append(f"{FILE}:{number}: nothing below this in Chinese")
        elif line in table:
            faults.append(f"{FILE}:{number}: stands here twice")
        else:
            table[line] = (number, lines[number][1:])
    return faults, table


said = read_code()
faults, table = read_file()
for message, path in said.items():
    if message.strip("\n") != message or "\n" in message:
        # Layout around the words is not translated line by line.
        message = message.replace("\n", "\\n")
    if message not in table:
        faults.append(f"{path}: add to {FILE}: {message}")
everything = "\n".join(open(os.path.join(folder, name), encoding="utf-8").read()
                       for folder, _, names in os.walk(f"{ROOT}/generator") for name in names if name.endswith(".c"))
everything = re.sub(r'"\s*\n\s*"', "", everything)
SYSTEM = {os.strerror(code) for code in range(1, 134)}
for message, (number, chinese) in table.items():
    if CONVERSION.findall(message) != CONVERSION.findall(chinese):
        faults.append(f"{FILE}:{number}: not the conversions of: {message}")
    if '"' + message.replace("\\n", "\n").replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"') + '"' not in everything \
            and message not in SYSTEM:
        faults.append(f"{FILE}:{number}: nobody says: {message}")
print("\n".join(faults))
print(f"{len(said)} messages, {len(table)} in Chinese, {len(faults)} faults")
sys.exit(bool(faults) or len(said) < 100)
