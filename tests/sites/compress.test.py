#!/usr/bin/env python3
"""compress: yes. Beside each larger text file of the site lies the same as .gz and .br, made anew when the file is and
only then; the whole equals a clean build; they go when the setting goes."""
import atexit
import filecmp
import gzip
import os
import shutil
import subprocess
import sys
import tempfile

BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
PAGE = "河堤加固工程提前完工\n\n本报讯（记者 宋知远）3月4日，青石河河堤加固工程比计划提前%s完工。\n"
TEXTS = (".html", ".css", ".js", ".json", ".jsonl", ".xml", ".txt", ".csv", ".svg", ".webmanifest")
checks = 0
work = tempfile.mkdtemp()
atexit.register(shutil.rmtree, work)


def expect(name, good, what=""):
    global checks
    if not good:
        sys.exit(f"FAILED: {name}: {what}")
    checks += 1
    print("ok:", name)


def write(path, text):
    os.makedirs(os.path.dirname(f"{work}/{path}"), exist_ok=True)
    with open(f"{work}/{path}", "w", encoding="utf-8") as file:
        file.write(text)


def build(output="public", *options):
    done = subprocess.run([BACKFILE, "build", "--output", output, *options], cwd=work, capture_output=True, text=True)
    expect(f"build {output}", done.returncode == 0, done.stderr)
    return done.stdout


def files(output="public"):
    return {os.path.relpath(os.path.join(folder, name), f"{work}/{output}") for folder, _, names in
            os.walk(f"{work}/{output}") for name in names}


def settings(compress):
    write("site.conf", f"title: 测试晚报\ntemplates: {ROOT}/templates\nstatic: {ROOT}/static\ncompress: {compress}\n")


def check_all(when):
    for name in files():
        path = f"{work}/public/{name}"
        if not name.endswith((".gz", ".br")):
            wanted = name.endswith(TEXTS) and os.path.getsize(path) >= 1024
            for extension in (".gz", ".br"):
                if os.path.exists(path + extension) != wanted:
                    sys.exit(f"FAILED: {when}: {name}{extension}")
            if wanted and gzip.open(path + ".gz").read() != open(path, "rb").read():
                sys.exit(f"FAILED: {when}: {name}.gz holds something else")
            if wanted and os.path.getsize(path + ".br") >= os.path.getsize(path):
                sys.exit(f"FAILED: {when}: {name}.br is no smaller")
    expect(f"{when}, all is compressed", True)


settings("yes")
write("content/2021-03-05/01.txt", PAGE % "二十天")
write("content/2021-03-08/01.txt", PAGE % "十天" + "\n第二件事情在这里。\n")
build()
check_all("at first")
node = "process.exit(Buffer.compare(require('zlib').brotliDecompressSync(require('fs').readFileSync(process.argv[1] + '.br'))," \
    " require('fs').readFileSync(process.argv[1])))"
if shutil.which("node"):
    done = subprocess.run(["node", "-e", node, f"{work}/public/index.html"], check=False)
    expect("brotli holds the same", done.returncode == 0)
expect("nothing is done twice", "written 0" in build() and "written 0" in build())
old = {name: os.stat(f"{work}/public/{name}").st_mtime_ns for name in files()}
write("content/2021-03-05/01.txt", PAGE % "三十天")
build()
check_all("after a change")
now = {name: os.stat(f"{work}/public/{name}").st_mtime_ns for name in files()}
for name in now:
    if name.endswith((".gz", ".br")):
        same = old.get(name) == now[name], old.get(name[:-3]) == now[name[:-3]]
        if same[0] != same[1]:
            sys.exit(f"FAILED: {name}: made anew {not same[0]}, its file {not same[1]}")
expect("what changed is compressed anew, and nothing else", True)
shutil.copytree(f"{work}/content", f"{work}/clean-content")
build("clean")
names = files()
expect("it equals a clean build", names == files("clean") and not filecmp.cmpfiles(
    f"{work}/public", f"{work}/clean", names, shallow=False)[1])
os.remove(f"{work}/public/index.html.gz")
build()
check_all("after somebody removed one")
shutil.rmtree(f"{work}/content/2021-03-08")
build("public", "--explain")
check_all("after an issue was removed")
shutil.rmtree(f"{work}/.backfile")
shutil.rmtree(f"{work}/content/2021-03-08", ignore_errors=True)
write("content/2021-03-05/01.txt", PAGE % "四十天")
settings("no")
own = {"own.html.gz": gzip.compress(b"<!DOCTYPE html><p>the keeper's own</p>"), "feed.xml.backup.gz": b"no gzip at all",
       "people/own.br": b"\x8b\x03\x80own\x03"}
for name, text in own.items():
    with open(f"{work}/public/{name}", "wb") as file:
        file.write(text)
removed = {name for name in files() if name.endswith((".gz", ".br"))} - own.keys()
expect("compressed files of an account that is lost", len(removed) > 20, removed)
build()
expect("they go with an account that is lost, and the keeper's own stay",
       {name for name in files() if name.endswith((".gz", ".br"))} == own.keys())
for name in own:
    os.remove(f"{work}/public/{name}")
settings("yes")
build()
check_all("with the setting back")
settings("no")
build()
expect("they go with the setting", not [name for name in files() if name.endswith((".gz", ".br"))])
print(f"{checks} checks passed")
