#!/usr/bin/env python3
"""Documents against the program: every command of the guides runs, in order, as a reader would type it; commands, options
and exit statuses that documents name are those there are, and none is left out of the man page; paths lead somewhere."""
import atexit
import glob
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import tomllib
import zlib

BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
PAGE = "河堤加固工程提前完工\n\n本报讯（记者 宋知远）3月4日，青石河河堤加固工程比计划提前二十天完工。\n"
GUIDES = ("docs/keepers-guide.zh.md", "docs/keepers-guide.en.md")
DOCUMENTS = GUIDES + ("README.md", "CONTRIBUTING.md", "starter/README.txt", "generator/README.md", "docs/architecture.md")
checks, skipped = 0, []


def expect(name, good, what=""):
    global checks
    if not good:
        sys.exit(f"FAILED: {name}: {what}")
    checks += 1


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w" if isinstance(text, str) else "wb", **({"encoding": "utf-8"} if isinstance(text, str) else {})) as file:
        file.write(text)


def run(*command, **options):
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, **options)


# --- what the program itself says there is ---
help_text = run(BACKFILE, "--help").stdout
COMMANDS = {name: run(BACKFILE, name, "--help").stdout for name in re.findall(r"^  backfile (\w+)", help_text, re.M)}
OPTIONS = {name: set(re.findall(r"^  (--[\w-]+)", text, re.M)) for name, text in COMMANDS.items()}
expect("there are commands", len(COMMANDS) > 8 and all(OPTIONS.values()), COMMANDS)


def check_command(where, line):
    """A command line that a document shows."""
    words = line.split()
    if len(words) < 2 or not re.fullmatch(r"[a-z]+", words[1]):
        return
    expect(f"{where}: a command there is: {line}", words[1] in COMMANDS)
    for option in re.findall(r"(?<=\s)--[a-z][\w-]*", line):
        expect(f"{where}: an option there is: {line}", option in OPTIONS[words[1]] or option == "--help")


for path in DOCUMENTS:
    for code in re.findall(r"`((?:build/)?backfile [^`]*)`", read(path)):
        check_command(path, code)
    for line in re.findall(r"^ {4,}((?:build/)?backfile .*)$", read(path), re.M):
        check_command(path, re.split(r"  +", line)[0])

# --- the man page ---
man = read("docs/backfile.1")
named = set(re.findall(r"^\.It Cm (\w+)", man, re.M))
expect("the man page has every command", named == set(COMMANDS), named ^ set(COMMANDS))
flags = {f"--{name}" for name in re.findall(r"(?:Fl|,) -([\w-]+)", man)} - {"--version"}
expect("the man page has every option", flags == set.union(*OPTIONS.values()), flags ^ set.union(*OPTIONS.values()))
if shutil.which("mandoc"):
    lint = run("mandoc", "-Tlint", "-W", "style", f"{ROOT}/docs/backfile.1")
    expect("mandoc finds nothing", not lint.stdout and lint.returncode == 0, lint.stdout)
else:
    skipped.append("mandoc")

# --- exit statuses ---
statuses = re.findall(r"STATUS_\w+ = (\d)", read("generator/run.h"))
for path in GUIDES:
    expect(f"{path}: exit statuses", re.findall(r"^\| (\d) \|", read(path), re.M) == statuses)
expect("the man page's exit statuses", re.findall(r"^\.It (\d)$", man, re.M) == statuses)
expect("README's exit statuses", all(re.search(rf"\b{status} ", read("README.md").split("Exit status")[1][:200])
                                     for status in statuses))

# --- paths ---
for path, base in (("README.md", ""), ("CONTRIBUTING.md", ""), ("generator/README.md", "generator")):
    for name in re.findall(r"`([\w.-]+/[\w./*-]*)`", read(path)):
        if name.split("/")[0] in ("generator", "tests", "templates", "static", "docs", "packaging", "publish", "read", "edit",
                                  "search", "serve", "base", "archive"):
            found = [f for start in ("", "generator", base) for f in glob.glob(os.path.join(ROOT, start, name) + "*")]
            expect(f"{path}: {name} is there", found)
targets = set(re.findall(r"^([\w-]+):", read("Makefile"), re.M))
for path in ("README.md", "CONTRIBUTING.md") + GUIDES:
    for name in re.findall(r"(?:^ {4}|`|^)make ([\w-]+)", read(path), re.M):
        expect(f"{path}: make {name}", name in targets)


# --- the guides, typed in ---
def pdf_of(text):
    """The smallest PDF with a line of text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
             b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
             b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
             b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(out))


def png_of(size):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\x80" * size for _ in range(size))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)) + \
        chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def prepare(work):
    """What a reader of the guide has at hand."""
    write(f"{work}/pages/2021-03-05/01.txt", PAGE)
    os.makedirs(f"{work}/bin")
    os.symlink(BACKFILE, f"{work}/bin/backfile")
    # The web host is a folder here.
    write(f"{work}/bin/rsync", '#!/bin/sh\nfor last; do :; done\ncase $last in *:*) ;; *) exit 1 ;; esac\n'
          f'exec /usr/bin/rsync -a --delete --delay-updates public/ "{work}/host/"\n')
    # Reading pictures is another's business.
    write(f"{work}/bin/tesseract", f'#!/bin/sh\nprintf "%s" "{PAGE}" > "$2.txt"\n')
    for tool in ("rsync", "tesseract"):
        os.chmod(f"{work}/bin/{tool}", 0o755)


def prepare_archive(archive):
    write(f"{archive}/20240305-01.pdf", pdf_of("The river dike was mended twenty days early."))
    write(f"{archive}/20240305-01.png", png_of(8))
    write(f"{archive}/scans/tjrb20210306_A01.txt", PAGE.replace("二十", "三十"))
    os.makedirs(f"{archive}/content/2024-03-05", exist_ok=True)


def take_down(path, archive, block):
    """The guide's takedown, of the example issue of every new archive."""
    write(f"{archive}/content/withdrawn.yaml", block)
    for command in ("check", "build"):
        done = run(BACKFILE, command, "--quiet", cwd=archive)
        expect(f"{path}: {command} with the takedown", done.returncode == 0, done.stderr)
    expect(f"{path}: the text is gone", "三十个点位" not in read(f"{archive}/public/2024/05/20/01-2.html"))
    expect(f"{path}: the words are gone", "祁望舟" not in read(f"{archive}/public/2024/05/20/02-1.html"))


def type_in(path, work):
    archive, typed = f"{work}/my-paper", 0
    environment = {**os.environ, "PATH": f"{work}/bin:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    for kind, block in re.findall(r"^```(\w+)\n(.*?)^```", read(path), re.M | re.S):
        if kind == "markdown":
            write(f"{archive}/content/2024-03-05/03.md", block)
        if kind == "yaml":
            take_down(path, archive, block)
        if kind != "sh":
            continue
        if os.path.isdir(archive) and not os.path.exists(f"{archive}/scans"):
            prepare_archive(archive)
        tool = block.split()[0]
        if not shutil.which(tool, path=environment["PATH"]) or tool == "rsync" and not os.path.exists("/usr/bin/rsync"):
            skipped.append(tool)
            continue
        if tool == "zimwriterfs":
            write(f"{archive}/public/assets/icon.png", png_of(48))
        done = run("sh", "-e", "-c", block, cwd=archive if os.path.isdir(archive) else work, env=environment)
        expect(f"{path}: {block}", done.returncode == 0, done.stdout + done.stderr)
        typed += block.count("\n")
    return typed


for path in GUIDES:
    work = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, work)
    prepare(work)
    typed = type_in(path, work)
    expect(f"{path}: enough was typed", typed >= 8, typed)
    done = run(BACKFILE, "search", "--json", "青石河", cwd=f"{work}/my-paper")
    expect(f"{path}: the reader's pages are found", '"2021/03/05/01-1.html"' in done.stdout, done.stdout + done.stderr)
    expect(f"{path}: what was imported too", '"2021/03/06/A01-1.html"' in done.stdout, done.stdout)
    if shutil.which("rsync") and os.path.exists("/usr/bin/rsync"):
        expect(f"{path}: the site was sent", os.path.exists(f"{work}/host/index.html"))
    changed = open(f"{work}/my-paper/changed.txt", encoding="utf-8").read().split("\n")
    expect(f"{path}: the list of changed files", all("/" in name or "." in name for name in changed if name), changed)


# --- what other documents show, in a new archive ---
def indented(path, first):
    """The example whose first line begins so, without its indentation."""
    lines = read(path).split("\n")
    begin = next(at for at, line in enumerate(lines) if line.startswith("    " + first))
    end = next(at for at in range(begin, len(lines)) if lines[at] and not lines[at].startswith("    "))
    return "\n".join(line[4:] for line in lines[begin:end]) + "\n"


work = tempfile.mkdtemp()
atexit.register(shutil.rmtree, work)
prepare(work)
prepare_archive(f"{work}/other")
given = {"PAGE": "content/2024-05-20/01.txt", "FOLDER": "../other/scans", "FILE": "archive.zip", "QUERY": "栈桥"}
own = read("README.md").split("## Your own archive")[1].split("## For developers")[0]
typed = [re.split(r"  +", line)[0].split() for line in re.findall(r"^    (backfile .*)$", own, re.M)]
expect("README shows every command", {words[1] for words in typed} | {"serve"} == set(COMMANDS),
       {words[1] for words in typed} ^ set(COMMANDS))
for words in typed + [["backfile", "build"]]:
    where = work if words[1] == "new" else f"{work}/my-paper"
    if words[1] == "serve":  # which only ends when it is told to; serve.test.py asks it everything
        continue
    done = run(BACKFILE, *(given.get(word, word) for word in words[1:]), cwd=where)
    expect(f"README.md: {' '.join(words)}", done.returncode == 0, done.stdout + done.stderr)
archive = f"{work}/my-paper"
for line in re.findall(r"^    backfile (search .*)$", read("docs/search.md"), re.M):
    done = run(BACKFILE, *line.split(), cwd=archive)
    expect(f"docs/search.md: {line}", done.returncode == 0 and not done.stderr, done.stdout + done.stderr)
write(f"{archive}/content/static/site.css", indented("docs/templates.md", ":root"))
write(f"{archive}/content/people.yaml", indented("docs/people-and-tags.md", "- name: 郑怀瑾"))
done = run(BACKFILE, "build", cwd=archive)
expect("docs/people-and-tags.md: its people.yaml is read", done.returncode == 0 and "error" not in done.stderr, done.stderr)
netlify = tomllib.loads(read("packaging/publishing/netlify.toml"))
for rule in netlify["headers"]:
    expect(f"Netlify's rule for {rule['for']}", glob.glob(f"{archive}/public{rule['for']}"))


# --- GitHub Pages: the steps of the workflow, as far as they can be taken without GitHub ---
def workflow_faults(text):
    """What is wrong with it as YAML, which is what front matter is: the same library reads it."""
    write(f"{archive}/content/2024-05-21/01.md", f"---\n{text}---\n正文。\n")
    errors = [line for line in run(BACKFILE, "check", cwd=archive).stderr.split("\n") if "2024-05-21/01.md" in line and "error" in line]
    shutil.rmtree(f"{archive}/content/2024-05-21")
    return errors


def files_below(folder):
    return {os.path.relpath(os.path.join(at, name), folder): open(os.path.join(at, name), "rb").read()
            for at, _, names in os.walk(folder) for name in names}


workflow = read("packaging/publishing/github-pages.yml")
expect("GitHub's workflow is YAML", not workflow_faults(workflow), workflow_faults(workflow))
expect("what is not YAML is seen", workflow_faults(workflow.replace("    branches", "\tbranches")))
permissions = dict(re.findall(r"^  ([\w-]+): (\w+)$", workflow.split("\npermissions:\n")[1].split("\njobs:")[0], re.M))
expect("it may read the archive and publish", permissions == {"contents": "read", "pages": "write", "id-token": "write"}, permissions)
steps = re.findall(r"^      - (\w+): ([\w/-]+)(?:@v\d+)?\n((?:        .*\n)*)", workflow, re.M)
expect("it checks out, packs and publishes, in this order", [step[:2] for step in steps] == [
    ("uses", "actions/checkout"), ("uses", "actions/upload-pages-artifact"), ("uses", "actions/deploy-pages")], steps)
packed, branch = re.findall(r"^ +path: (.+)$", steps[1][2], re.M), re.findall(r"branches: \[(.+)\]", workflow)
# The archive is a repository, and what the workflow packs is in a clone of it, whole.
git = ["git", "-c", "user.name=K", "-c", "user.email=k@example.org", "-c", "init.defaultBranch=main"]
env = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "archive"]):
    done = run(*git, *words, cwd=archive, env=env)
    expect(f"git {words[0]}", done.returncode == 0, done.stderr)
done = run(*git, "clone", "-q", "--branch", branch[0], archive, f"{work}/clone", env=env)
expect("the branch that it waits for is the one there is", len(branch) == 1 and done.returncode == 0, done.stderr)
expect("it packs one folder", len(packed) == 1 and os.path.isdir(f"{work}/clone/{packed[0]}"), packed)
site = files_below(f"{work}/clone/{packed[0]}")
expect("what it packs is the site, whole", site == files_below(f"{archive}/public") and {"index.html", "404.html"} <= site.keys())
# Packing leaves out names with a dot in front and does not keep links.
expect("nothing of it is hidden or a link", not [path for path in site if path.startswith(".") or "/." in path]
       and not [path for path in site if os.path.islink(f"{archive}/public/{path}")])
expect("Netlify publishes the same", netlify["build"]["publish"] == packed[0])

sheets = [read(sheet) for sheet in glob.glob(f"{archive}/public/assets/style-*.css")]
expect("docs/templates.md: a site in green", len(sheets) == 1 and "#1d5c3a" in sheets[0], sheets)
write(f"{archive}/content/withdrawn.yaml", re.search(r"```yaml\n(.*?)```", read("docs/takedown.md"), re.S).group(1))
errors = re.findall(r"error: (.*)", run(BACKFILE, "check", cwd=archive).stderr)
expect("docs/takedown.md: its entries are right but for their addresses",
       len(errors) == 3 and all(error.startswith("no article ever had") for error in errors), errors)
if skipped:
    print("not tried, for they are not installed:", ", ".join(sorted(set(skipped))))
print(f"{checks} checks passed")
