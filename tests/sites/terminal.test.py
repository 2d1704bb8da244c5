#!/usr/bin/env python3
"""Messages on a terminal and elsewhere: colours as NO_COLOR, CLICOLOR and CLICOLOR_FORCE ask for them, Chinese where the
locale is, and the line that is wrong below each."""
import os
import pty
import subprocess
import sys
import tempfile

BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
checks = 0


def expect(name, good, what=""):
    global checks
    if not good:
        sys.exit(f"FAILED: {name}: {what!r}")
    checks += 1
    print("ok:", name)


def on_terminal(folder, **variables):
    """What the program writes to a terminal."""
    ours, theirs = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8", **variables}
    process = subprocess.Popen([BACKFILE, "check"], cwd=folder, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    written = b""
    try:
        while piece := os.read(ours, 4096):
            written += piece
    except OSError:  # how a terminal ends
        pass
    os.close(ours)
    process.wait()
    return written.decode().replace("\r\n", "\n")


def elsewhere(folder, **variables):
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8", **variables}
    return subprocess.run([BACKFILE, "check"], cwd=folder, env=environment, capture_output=True, encoding="utf-8").stderr


PLAIN = "site.conf:1:1: error: unknown key `titel`; did you mean `title`?\n    1 | titel: x\n      | ^\n"
with tempfile.TemporaryDirectory() as folder:
    with open(f"{folder}/site.conf", "w", encoding="utf-8") as file:
        file.write("titel: x\n")
    expect("colours on a terminal", "\033[31merror: \033[0m" in on_terminal(folder), on_terminal(folder))
    for name, value in (("NO_COLOR", "1"), ("CLICOLOR", "0"), ("TERM", "dumb")):
        expect(f"none with {name}={value}", on_terminal(folder, **{name: value}) == PLAIN)
    expect("NO_COLOR wins", on_terminal(folder, NO_COLOR="1", CLICOLOR_FORCE="1") == PLAIN)
    expect("colours with CLICOLOR=1", "\033[31m" in on_terminal(folder, CLICOLOR="1"))
    expect("none elsewhere", elsewhere(folder) == PLAIN, elsewhere(folder))
    expect("but with CLICOLOR_FORCE", "\033[31m" in elsewhere(folder, CLICOLOR_FORCE="1"))
    expect("Chinese by the locale", "错误: 不认识的键 `titel`" in elsewhere(folder, LC_ALL="zh_CN.UTF-8"))
    expect("by LANG too", "错误" in elsewhere(folder, LC_ALL="", LANG="zh_SG.utf8"))
    expect("not in another encoding", elsewhere(folder, LC_ALL="zh_CN.GB18030") == PLAIN)
print(f"{checks} checks passed")
