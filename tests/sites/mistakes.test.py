#!/usr/bin/env python3
"""What keepers get wrong, one thing at a time: each mistake yields one message, which names the place and the cure, in
English and in Chinese. The messages are in mistakes/en.txt and mistakes/zh.txt; BLESS=1 writes them anew."""
import atexit
import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile

BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.realpath(f"{HERE}/../..")
IS_ROOT = os.geteuid() == 0
PAGE = "河堤加固工程提前完工\n\n本报讯（记者 宋知远）3月4日，青石河河堤加固工程比计划提前二十天完工。\n"
SETTINGS = f"title: 测试晚报\ntemplates: templates\nstatic: {ROOT}/static\n"
CASES = []
work = tempfile.mkdtemp()
atexit.register(shutil.rmtree, work, True)


def mistake(name, command="check", status=1, files=None, prepare=None, settings=None):
    CASES.append((name, command.split(), status, files or {}, prepare, settings))


def front(*lines, body="正文在这里。\n"):
    return {"content/2021-03-05/02.md": "---\n" + "".join(f"{line}\n" for line in lines) + "---\n\n" + body}


# --- settings ---
mistake("a wrong key", settings="titel: 晚报\n")
mistake("a key that resembles none", settings="colour: red\n")
mistake("a language there is not", settings="lang: fr\n")
mistake("an address without its scheme", settings="base: www.example.org\n")
mistake("a mail address that is none", settings="mail: 报社\n")
mistake("an encoding there is not", settings="encoding: gbk2\n")
mistake("a number that is none", settings="page_limit: 4M\n")
mistake("a list for a text", settings="publisher: [a, b]\n")
mistake("a key twice", settings="title: 日报\n")
mistake("no title", files={"site.conf": 'title: ""\n'})
mistake("no space behind the colon", files={"site.conf": "title:晚报\n"})
mistake("quotes left open", settings='place: "棠津\n')
mistake("a colon within a value", settings="place: 棠津: 城区\n")
mistake("a tab in settings", settings="about:\n\t一段话\n")
mistake("a value that begins with a sign", settings="mail: @example\n")
mistake("settings that are not there", "check --config nowhere.conf")
mistake("no content folder", "check --content nowhere")
mistake("output within content", "build --output content/public")
mistake("a file for the output", "build --output site.conf")

# --- the command line ---
mistake("a command there is not", "biuld", 2)
mistake("an option there is not", "build --contnet x", 2)
mistake("a value left out", "build --jobs", 2)
mistake("a number that is too small", "build --jobs 0", 2)
mistake("a word too many", "build content", 2)
mistake("a page that is not named", "explain", 2)
mistake("a page that is not there", "explain content/2021-03-05/09.txt")
mistake("a new archive where one is", "new content")
mistake("a search before the first build", "search 河堤")
mistake("a date to search from", "search --from 五月 河堤")
mistake("nothing to search for", "search", 2)

# --- front matter ---
mistake("front matter left open", files={"content/2021-03-05/02.md": "---\ntitle: 题\n\n正文。\n"})
mistake("a wrong key in front matter", files=front("title: 题", "auther: 甲"))
mistake("a date that does not exist", files=front("title: 题", "date: 2021-02-30"))
mistake("a date in words", files=front("title: 题", "date: 五月五日"))
mistake("a tab in front matter", files=front("title: 题", "tags:", "\t- 水利"))
mistake("a kind there is not", files=front("title: 题", "kind: newz"))
mistake("a colon in a title", files=front("title: 题: 副题"))
mistake("front matter of another kind", files={"content/2021-03-05/02.md": "+++\ntitle = '题'\n+++\n正文。\n"})
mistake("nothing below front matter", files={"content/2021-03-05/02.md": "---\ndate: 2021-03-05\n---\n"})
mistake("an empty file", files={"content/2021-03-05/02.txt": ""})

# --- people, tags, issues ---
mistake("people that are no list", files={"content/people.yaml": "name: 宋知远\n"})
mistake("a person without a name", files={"content/people.yaml": "- pinyin: song zhiyuan\n"})
mistake("a wrong key for a person", files={"content/people.yaml": "- name: 宋知远\n  pingyin: song zhiyuan\n"})
mistake("a reading in characters", files={"content/people.yaml": "- name: 宋知远\n  pinyin: 宋知远\n"})
mistake("a person who occurs nowhere", "check --strict", files={"content/people.yaml": "- name: 欧阳不在\n"})
mistake("a person twice", files={"content/people.yaml": "- name: 宋知远\n- name: 宋知远\n"})
mistake("a kind of tag there is not", files={"content/tags.yaml": "- name: 水利\n  kind: topics\n"})
mistake("a parent there is not", files={"content/tags.yaml": "- name: 水利\n  parent: 农村\n"})
mistake("an address with spaces", files={"content/tags.yaml": "- name: 水利\n  slug: Water Works\n"})
mistake("an unaligned entry", files={"content/tags.yaml": "- name: 水利\n - name: 河堤\n"})
mistake("names of pages as a list", files={"content/2021-03-05/issue.yaml": "pages: [要闻]\n"})
mistake("notes on no issue", files={"content/issue.yaml": "number: 3\n"})
mistake("numbers out of order", "check --strict", files={"content/2021-03-05/issue.yaml": "number: 7\n",
        "content/2021-03-08/01.txt": PAGE.replace("二十", "三十"), "content/2021-03-08/issue.yaml": "number: 6\n"})
mistake("a page twice", "check --strict", files={"content/2021-03-08/01.txt": PAGE})

# --- templates ---
mistake("a name that templates do not know", files={"templates/article.html": "{{titel}}\n"})
mistake("a section left open", files={"templates/article.html": "{{#credits}}x\n"})
mistake("a section closed as another", files={"templates/article.html": "{{#credits}}x{{/credit}}\n"})
mistake("a part there is not", files={"templates/article.html": "{{> parts/frane}}\n"})
mistake("a tag left open", files={"templates/article.html": "{{title\n"})


# --- files ---
def write_bytes(path, data):
    return lambda: open(path, "wb").write(data)


mistake("a file that is no text", prepare=write_bytes("content/2021-03-05/02.txt", b"\xff\xd8\xff\xe0\x10JFIF\xc3\x28" * 9))
mistake("one bad byte", prepare=write_bytes("content/2021-03-05/02.txt", "第一行\n第二".encode() + b"\xff\n"))
mistake("a page that is too long", settings="page_limit: 1024\n", files={"content/2021-03-05/02.txt": "长" * 400})
mistake("a link instead of a file", "check --strict", prepare=lambda: os.symlink("01.txt", "content/2021-03-05/02.txt"))


def forbid(*paths):
    def change():
        for path in paths:
            os.makedirs(path, exist_ok=True) if "." not in path else None
            os.chmod(path, 0)
    return change


def fill_disk():
    """The site's folder becomes a disk that is full."""
    os.mkdir("public")
    return subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", "public"], capture_output=True).returncode == 0


def take_port():
    guest = socket.socket()
    guest.bind(("127.0.0.1", 0))
    guest.listen()
    atexit.register(guest.close)
    return str(guest.getsockname()[1])


mistake("a page nobody may read", prepare=forbid("content/2021-03-05/01.txt"), status=3)
mistake("a folder nobody may write", "build", prepare=forbid("public"), status=3)
mistake("settings nobody may read", prepare=forbid("site.conf"), status=3)
mistake("a port in use", "serve --port " + take_port())
mistake("a port that is none", "serve --port 99999", 2)
mistake("a disk that is full", "build", prepare=fill_disk, status=3)


def put(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def as_guest():
    """Whoever may do everything is refused nothing, so we run as somebody else."""
    if IS_ROOT:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def run(case, language):
    name, command, status, files, prepare, settings = case
    folder = f"{work}/archive"
    subprocess.run(["umount", "-q", f"{folder}/public"], capture_output=True)
    shutil.rmtree(folder, True)
    shutil.copytree(f"{ROOT}/templates", f"{folder}/templates")
    os.chdir(folder)
    put("site.conf", SETTINGS + (settings or ""))
    put("content/2021-03-05/01.txt", PAGE)
    for path, text in files.items():
        put(path, text)
    if prepare and prepare() is False:
        return None
    for path, _, _ in os.walk(folder):
        os.chown(path, 65534, 65534) if IS_ROOT else None
    result = subprocess.run([program, *command], capture_output=True, encoding="utf-8", timeout=120,
                            env={"LC_ALL": language, "PATH": os.environ["PATH"]}, preexec_fn=as_guest)
    said = result.stderr.replace(ROOT, "ROOT").replace(folder, "HERE")
    said = re.sub(r"(?<=port )\d+(?= is in use)|(?<=端口 )\d+(?= 被)", "N", said)
    # Which file of the site a fault meets first is nobody's business, nor how many settings there are.
    said = re.sub(r"^public/[^: ]+", "public/FILE", said, flags=re.M)
    said = re.sub(r"(`colour`.*title, ).*", r"\1...", said)
    if result.returncode != status:
        sys.exit(f"FAILED: {name}: status {result.returncode}, not {status}\n{result.stdout}{result.stderr}")
    messages = re.findall(r"^(?! *\d* \| )(.*?): (?:error|warning|fault|错误|警告|故障): .+$", said, re.M)
    if len(messages) != 1:
        sys.exit(f"FAILED: {name}: {len(messages)} messages\n{said}")
    return said


# The program, where somebody else may run it too.
os.chmod(work, 0o755)
os.makedirs(f"{work}/bin")
program = f"{work}/bin/backfile"
shutil.copy(BACKFILE, program)
atexit.register(subprocess.run, ["umount", "-q", f"{work}/archive/public"], capture_output=True)
atexit.register(os.chdir, "/")
faults, count, skipped = [], 0, []
for language, file in (("C.UTF-8", "en.txt"), ("zh_CN.UTF-8", "zh.txt")):
    golden, text = f"{HERE}/mistakes/{file}", ""
    old = open(golden, encoding="utf-8").read() if os.path.exists(golden) else ""
    for case in CASES:
        said = run(case, language)
        if said is None:
            skipped.append(case[0])
            found = re.search(rf"^# {re.escape(case[0])}\n.*?(?=^# |\Z)", old, re.M | re.S)
            text += found.group() if found else ""
            continue
        text += f"# {case[0]}\n{said}\n"
        count += 1
    if os.environ.get("BLESS"):
        put(golden, text)
    elif text != old:
        import difflib
        faults += difflib.unified_diff(old.split("\n"), text.split("\n"), file, "now", lineterm="")
print("\n".join(faults))
if skipped:
    print("not tried, for want of rights:", ", ".join(sorted(set(skipped))))
print(f"{len(CASES)} mistakes, {count} messages, {len(faults)} lines of difference")
sys.exit(bool(faults))
