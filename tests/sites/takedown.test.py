#!/usr/bin/env python3
"""What is taken down is nowhere: marker words stand in every part of an article that a site can show, and after it was
withdrawn, or the words were redacted, every byte of the output, the state folder and the temporary folder is searched
for them, compressed ones too: after a first build, an incremental one, and those that were killed half-way and mended."""
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from urllib.parse import quote

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
sys.path.insert(0, os.path.join(ROOT, "tests/fault"))
from machine import Machine  # noqa: E402

WITHDRAWN = ["鹊桥仙洞", "蓝蝴蝶结", "钱莺啼", "紫砂茶宠", "旧铁皮盒", "风雪山神庙", "HIDEME42", "牡丹江路九号"]
REDACTED = ["孟庆涛", "13500007777", "翠微里三单元"]
NAMES = ["qian-yingti", "meng-qingtao", "qianyingti", "mengqingtao"]  # of people in their addresses, and in the search
SECRET_PAGE = """青石河畔

鹊桥仙洞今日开放

——蓝蝴蝶结剪彩

本报讯（记者 钱莺啼）市文化局局长钱莺啼说，旧铁皮盒里的紫砂茶宠
今天第一次展出。展厅设在牡丹江
路九号，编号为HIDEME42，共有二百多位市民前来参观。

老街书店重新开门

本报讯（记者 林小满）停业半年的老街书店重新开门迎客。店主把阅览区扩大了一倍，当天有两百多名读者到店。
"""
REDACTED_PAGE = """小区装上新电梯

本报讯（记者 宋知远）装了大半年的新电梯昨天通过验收，住在翠微里三
单元的孟庆涛告诉记者，买菜再也不用爬六层楼了，市住建局局长何秋实说，今年还要装二十部。孟庆涛的电话是１３５００００７７７７。

“以后上楼不愁了。”市房管局副局长孟庆涛说。
"""
PLAIN_PAGE = """河堤加固工程提前完工

本报讯（记者 宋知远）记者从市水务局获悉，青石河河堤加固工程比计划提前二十天完工。市水务局局长郑怀瑾说，工程惠及沿岸三个街道。
"""
ESSAY = """---
title: 风雪山神庙
tags: [紫砂茶宠]
author: 钱莺啼
aliases: [/old/essay/]
---
**旧铁皮**盒里有一把紫砂茶宠，[见此](https://example.org/%s)。
""" % quote("牡丹江路九号")
KILLED_AT = (0.0, 0.1, 0.4, 0.7, 0.9, 0.99)  # of the calls of a build that change files
count = 0


def check(good, what):
    global count
    if not good:
        print(f"FAILED: {what}")
        sys.exit(1)
    count += 1


class Archive:
    def __init__(self, work):
        self.work = work
        self.temporary = os.path.join(work, "tmp")
        os.makedirs(self.temporary)
        self.write("site.conf", f"title: 测试晚报\nbase: https://example.org/\ntemplates: {ROOT}/templates\nstatic: {ROOT}/static\n"
                   "compress: yes\n")
        self.write("content/2021-03-04/01.txt", PLAIN_PAGE)
        self.write("content/2021-03-05/01.txt", SECRET_PAGE)
        self.write("content/2021-03-05/01.jpg", "a picture with HIDEME42 on it")
        self.write("content/2021-03-05/02.txt", REDACTED_PAGE)
        self.write("content/2021-03-05/05.md", ESSAY)
        self.write("content/2021-03-08/01.txt", PLAIN_PAGE.replace("河堤", "桥梁"))

    def write(self, name, text):
        path = os.path.join(self.work, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)

    def environment(self):
        return dict(os.environ, TMPDIR=self.temporary, SQLITE_TMPDIR=self.temporary)

    def run(self, *arguments):
        return subprocess.run([BACKFILE, *arguments], cwd=self.work, env=self.environment(), capture_output=True, text=True)

    def build(self, *arguments, status=0):
        answer = self.run("build", *arguments)
        check(answer.returncode == status, f"build ends with {answer.returncode}: {answer.stderr}")
        return answer

    def take_down(self):
        self.write("content/withdrawn.yaml", f"""- address: {self.secret}
  reason: 应当事人要求
  date: 2022-05-01
- address: https://example.org/{self.essay}#top
  state: withdrawn
- address: /{self.lift}
  state: redacted
  redact:
    - 孟庆涛
    - text: "13500007777"
      with: 〔电话略〕
    - 翠微里三单元
""")

    def find_addresses(self):
        ledger = open(os.path.join(self.work, "content/addresses.tsv"), encoding="utf-8").read()
        rows = [line.split("\t") for line in ledger.split("\n") if line and line[0] != "#"]
        address = {(row[2], row[4]): row[1] for row in rows if row[0] == "article"}
        self.secret = address[("2021-03-05/01.txt", "鹊桥仙洞今日开放")]
        self.lift = address[("2021-03-05/02.txt", "小区装上新电梯")]
        self.essay = address[("2021-03-05/05.md", "风雪山神庙")]

    def files(self):
        for top in ("public", "public.new", ".backfile", "tmp"):
            for place, folders, names in os.walk(os.path.join(self.work, top)):
                for name in folders + names:
                    path = os.path.join(place, name)
                    text = open(path, "rb").read() if os.path.isfile(path) else b""
                    yield path, gzip.decompress(text) if path.endswith(".gz") else text

    def site(self):
        return {os.path.relpath(path, self.work): text for path, text in self.files() if "/public/" in path}

    def text(self, name):
        return open(os.path.join(self.work, "public", name), encoding="utf-8").read()


def forms(word):
    """The ways in which a word can be written in a file."""
    yield from {word.encode("utf-8"), word.encode("utf-16-le"), quote(word).encode(), quote(word).lower().encode(),
                json.dumps(word).strip('"').encode(), "".join(f"&#{ord(c)};" for c in word).encode()}


def search(archive, words):
    found = []
    for path, text in archive.files():
        for word in words:
            if any(form in text or form in path.encode() for form in forms(word)):
                found.append((os.path.relpath(path, archive.work), word))
    return found


def require_nowhere(archive, when):
    found = search(archive, WITHDRAWN + REDACTED + NAMES)
    check(not found, f"{when}: {len(found)} places still have what was taken down: {found[:8]}")
    for path, text in archive.files():
        if path.endswith(".html"):
            plain = re.sub(r"<[^>]*>|\s", "", text.decode("utf-8"))
            check(not any(word in plain for word in WITHDRAWN + REDACTED), f"{when}: {path} has a word behind markup")


def require_told(archive, when):
    stone = archive.text(archive.secret)
    check("这篇文章已撤下" in stone and "应当事人要求" in stone and "2022年5月1日" in stone, f"{when}: no tombstone")
    check('content="noindex"' in stone, f"{when}: the tombstone is for search engines")
    lift = archive.text(archive.lift)
    check("■■告诉记者" in lift and "〔电话略〕" in lift and "何秋实" in lift, f"{when}: the redacted article")
    check("老街书店重新开门" in archive.text("2021/03/05/index.html"), f"{when}: the neighbour is gone")


def fresh(work, name):
    archive = Archive(os.path.join(work, name))
    archive.build()
    archive.find_addresses()
    return archive


def sites_equal(one, other):
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def main():
    work = tempfile.mkdtemp()
    try:
        run(work)
    finally:
        shutil.rmtree(work)
    print(f"{count} checks: {len(WITHDRAWN) + len(REDACTED)} words taken down are nowhere; "
          f"{2 * len(KILLED_AT)} builds killed")


def run(work):
    archive = fresh(work, "incremental")
    found = {word for _, word in search(archive, WITHDRAWN + REDACTED + NAMES)}
    check(found >= set(WITHDRAWN) and found >= set(NAMES), f"the words stand there before: {found}")
    archive.run("check", "--review")
    check(os.path.exists(os.path.join(archive.work, ".backfile/review.html")), "a list of doubts")
    archive.take_down()
    answer = archive.build()
    check("2 withdrawn, 1 redacted" in answer.stderr and "backups" in answer.stderr, f"what is out of reach: {answer.stderr}")
    require_nowhere(archive, "incremental")
    require_told(archive, "incremental")
    updated = archive.site()
    answer = archive.build("--json")
    check(json.loads(answer.stdout)["written"] == 0 and not answer.stderr, f"again: {answer.stdout} {answer.stderr}")
    check("鹊桥仙洞" not in archive.run("export").stdout, "export has what was taken down")
    archive.run("check", "--review")
    require_nowhere(archive, "after check --review")

    first = Archive(os.path.join(work, "first"))
    first.secret, first.lift, first.essay = archive.secret, archive.lift, archive.essay
    first.take_down()
    first.build()
    require_nowhere(first, "first build, without a ledger")
    require_told(first, "first build, without a ledger")

    shutil.rmtree(os.path.join(archive.work, "public"))
    shutil.rmtree(os.path.join(archive.work, ".backfile"))
    archive.build()
    require_nowhere(archive, "first build")
    different = sites_equal(updated, archive.site())
    check(not different, f"incremental is not clean: {different[:5]}")

    archive.write("content/withdrawn.yaml", "")
    archive.build()
    different = sites_equal(archive.site(), fresh(work, "never").site())
    check(not different, f"given back is not as it was: {different[:5]}")

    mistakes(fresh(work, "mistakes"))
    noindex(fresh(work, "noindex"))
    frozen(fresh(work, "frozen"))
    parted(fresh(work, "parted"))
    no_catalog(fresh(work, "no-catalog"))
    machine = Machine()
    try:
        for share in KILLED_AT:
            killed(machine, os.path.join(work, f"killed-{share}"), share)
    finally:
        machine.close()


def kill(machine, archive, share):
    """Kills a build when it has made this share of the calls that change files."""
    trial = machine.copy(archive.work, "counted")
    at = max(1, round(machine.calls_of(trial, "write", environment=archive.environment()) * share))
    answer = machine.build(archive.work, calls="write", at=at, environment=archive.environment())
    check(answer.returncode == -9, f"to be killed at call {at}, ended with {answer.returncode}")


def killed(machine, work, share):
    """Killed while the words still go in, then while they are taken down: what is left is cleared away."""
    archive = fresh(*os.path.split(work))
    archive.write("content/2021-03-05/01.txt", SECRET_PAGE.replace("二百", "三百"))
    archive.write("content/2021-03-05/02.txt", REDACTED_PAGE.replace("二十", "三十"))
    kill(machine, archive, share)
    archive.take_down()
    kill(machine, archive, share)
    archive.build()
    require_nowhere(archive, f"killed at {share} and repaired")
    require_told(archive, f"killed at {share} and repaired")


def mistakes(archive):
    before = archive.site()
    for text, place, words in (
            ("- address: 2021/03/05/99-9.html\n", "withdrawn.yaml:1:12: error:", "no article ever had the address"),
            ("- address: people/qian-yingti/index.html\n", "withdrawn.yaml:1:12: error:", "is no article"),
            (f"- address: {archive.secret}\n  state: gone\n", "withdrawn.yaml:2:10: error:", "noindex, redacted or withdrawn"),
            (f"- address: {archive.secret}\n  state: redacted\n", "withdrawn.yaml:1:12: error:", "says no passages"),
            (f"- address: {archive.lift}\n  state: redacted\n  redact: [孟庆涛, 没有的话]\n", "withdrawn.yaml:3:17: error:",
             "`没有的话` is nowhere in"),
            (f"- address: {archive.lift}\n- address: {archive.lift}\n", "withdrawn.yaml:2:12: error:", "stands twice"),
            (f"- adress: {archive.lift}\n", "withdrawn.yaml:1:3: error:", "did you mean `address`"),
            ("- [\n", "withdrawn.yaml:", "error"), ("address: x\n", "withdrawn.yaml:1:1: error:", "expected a list")):
        archive.write("content/withdrawn.yaml", text)
        answer = archive.build(status=1)
        check(place in answer.stderr and words in answer.stderr, f"{text!r} is answered: {answer.stderr}")
        check(archive.site() == before, f"{text!r}: something was published all the same")
        answer = archive.run("check")
        check(answer.returncode == 1 and place in answer.stderr and words in answer.stderr, f"{text!r} is checked: {answer.stderr}")
    for site in ("file:///home/keeper/paper/public/", "http://127.0.0.1:8000/", "https://elsewhere.example.org/2021/paper/"):
        archive.write("content/withdrawn.yaml", f"- address: {site}{archive.secret}?x=1#L3\n  state: noindex\n")
        answer = archive.run("check")
        check(answer.returncode == 0, f"an address as a browser shows it: {answer.stderr}")
    archive.write("content/withdrawn.yaml", "- address: https://elsewhere.example.org/paper/99-9.html\n")
    check("no article ever had the address `https://elsewhere" in archive.run("check").stderr, "one of no article is named whole")


def noindex(archive):
    archive.write("content/withdrawn.yaml", f"- address: {archive.secret}\n  state: noindex\n")
    archive.build()
    for name in (archive.secret, "2021/03/05/01.html"):
        check('<meta name="robots" content="noindex">' in archive.text(name), f"{name} is for search engines")
    check("钱莺啼" in archive.text(archive.secret), "an article that is not indexed can be read")
    check(not os.path.exists(os.path.join(archive.work, "public", archive.secret[:-5] + ".txt")), "its plain text is there")
    lists = [path[len("public/"):] for path in archive.site() if path.endswith((".xml", ".csv"))]
    naming = [name for name in lists if archive.lift in archive.text(name)]
    check(len(naming) >= 3, f"what is listed elsewhere is in {naming}")
    check(not any(archive.secret in archive.text(name) for name in lists), "a list for machines has it")


def frozen(archive):
    """The page's text stays as evidence of articles that were frozen: it loses what they lose."""
    archive.run("freeze", "content/2021-03-05/01.txt")
    archive.run("freeze", "content/2021-03-05/02.txt")
    archive.build()
    archive.take_down()
    archive.build()
    require_nowhere(archive, "frozen")
    require_told(archive, "frozen")
    for name in os.listdir(os.path.join(archive.work, "content/2021-03-05")):
        if re.fullmatch(r"0[12]-\d\.md", name):
            os.remove(os.path.join(archive.work, "content/2021-03-05", name))
    archive.build()
    require_nowhere(archive, "thawed")
    require_told(archive, "thawed")


def parted(archive):
    """A part of what was taken down becomes an article of its own: it is held back, until the keeper says what it is."""
    archive.take_down()
    archive.build()
    listed = open(os.path.join(archive.work, "content/withdrawn.yaml"), encoding="utf-8").read()
    archive.write("content/2021-03-05/01.txt", SECRET_PAGE.replace("第一次展出。", "第一次展出。\n\n展厅迁入新址\n\n本报讯（记者 钱莺啼）"))
    archive.write("content/2021-03-05/02.txt", REDACTED_PAGE.replace("孟庆涛的电话", "\n\n维修电话公布\n\n本报讯（记者 宋知远）孟庆涛的电话"))
    warnings = archive.build().stderr
    rows = [row for row in ledger(archive) if row[0] == "article" and len(row) > 5]
    parts = {row[5]: row[1] for row in rows}
    check(parts.keys() == {archive.secret, archive.lift}, f"the ledger has parts of {parts}: {warnings}")
    check(all(f"{part} is new on the page of {of}" in warnings for of, part in parts.items()), f"the keeper is told: {warnings}")
    require_nowhere(archive, "in parts")
    check("老街书店重新开门" in archive.text("2021/03/05/index.html"), "in parts: the neighbour is gone")
    check("〔电话略〕" in archive.text(parts[archive.lift]), "in parts: the passages of the other part")
    check("维修电话公布" in archive.text(parts[archive.lift]), "a part without its passages is published")
    built, rows = archive.site(), ledger(archive)
    archive.build()
    check(archive.site() == built and ledger(archive) == rows, "built again, something is otherwise")
    shutil.rmtree(os.path.join(archive.work, ".backfile"))
    shutil.rmtree(os.path.join(archive.work, "public"))
    archive.build()
    require_nowhere(archive, "in parts, from the sources")
    check(archive.site() == built and ledger(archive) == rows, f"from the sources: {sites_equal(archive.site(), built)[:5]}")
    archive.write("content/withdrawn.yaml", listed + f"- address: {parts[archive.secret]}\n  state: shown\n")
    warnings = archive.build().stderr
    check("展厅迁入新址" in archive.text(parts[archive.secret]) and parts[archive.secret] not in warnings, f"shown: {warnings}")
    check("HIDEME42" not in archive.text(archive.secret), "the other part is shown as well")
    archive.write("content/withdrawn.yaml", "")
    archive.build()
    check("鹊桥仙洞" in archive.text(archive.secret) and "孟庆涛" in archive.text(parts[archive.lift]), "given back")
    check(all(len(row) == 5 for row in ledger(archive) if row[0] == "article"), "the ledger still has parts")


def ledger(archive):
    text = open(os.path.join(archive.work, "content/addresses.tsv"), encoding="utf-8").read()
    return [line.split("\t") for line in text.split("\n") if line and line[0] != "#"]


def no_catalog(archive):
    """The account of what was published is lost just when something is to be taken down."""
    shutil.rmtree(os.path.join(archive.work, ".backfile"))
    archive.write("public/own.html", "<p>the keeper's own</p>")
    archive.write("public/people/own.txt", "the keeper's own")
    archive.take_down()
    archive.build()
    require_nowhere(archive, "without the catalog")
    check("own" in archive.text("own.html") and "own" in archive.text("people/own.txt"), "the keeper's own files are gone")


if __name__ == "__main__":
    main()
