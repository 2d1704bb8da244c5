#!/usr/bin/env python3
"""What a build finds: damaged catalogs (300 of them with LONG=1), a site altered by hand, clocks that are off, other builds
at the same time, folders that cannot be read or written, full disks. It says what is wrong, never deletes for it, and its
site is a clean build's once it could work."""
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from machine import LONG, Failed, clean_sites, run

CATALOGS = 300 if LONG else 24


def require(good, what):
    if not good:
        raise Failed(what)


# --- the catalog ---

def damages(rng, whole):
    """Ways to damage a catalog's bytes, in turn."""
    while True:
        yield "truncated", whole[:rng.randrange(len(whole))]
        at = rng.randrange(len(whole))
        yield f"bit {at}", whole[:at] + bytes([whole[at] ^ 1 << rng.randrange(8)]) + whole[at + 1:]
        at, size = rng.randrange(len(whole)), rng.randrange(1, 5000)
        yield f"zeros at {at}", whole[:at] + bytes(min(size, len(whole) - at)) + whole[at + size:]
        page = rng.randrange(len(whole) // 4096)
        other = rng.randrange(len(whole) // 4096)
        yield f"page {page} twice", whole[:page * 4096] + whole[other * 4096:other * 4096 + 4096] + whole[page * 4096 + 4096:]
        yield f"another version {at}", whole[:60] + rng.randbytes(4) + whole[64:]
        yield "noise", rng.randbytes(rng.randrange(1, 9000))


def catalogs(machine):
    _, built, edited, before, after = clean_sites(machine)
    path = os.path.join(built, ".backfile/catalog.db")
    with open(path, "rb") as given:
        whole = given.read()
    kinds = damages(random.Random(8), whole)
    for number in range(CATALOGS):
        what, data = next(kinds)
        trial = machine.copy(edited if number % 2 else built, "trial")
        with open(os.path.join(trial, ".backfile/catalog.db"), "wb") as out:
            out.write(data)
        answer = machine.build(trial)
        require(answer.returncode == 0, f"catalog {number}, {what}: status {answer.returncode}: {answer.stderr.decode()}")
        require(answer.stderr.count(b"warning:") <= 1, f"catalog {number}, {what}: {answer.stderr.decode()}")
        machine.trial(trial, after if number % 2 else before, f"catalog {number}, {what}")
    shutil.rmtree(os.path.join(edited, ".backfile"))
    machine.trial(edited, after, "no catalog")
    return f"{CATALOGS + 1} damaged catalogs"


def torn(machine):
    """A page of the catalog that is read only when something is written: the root of each table and index, in an update."""
    _, built, edited, _, after = clean_sites(machine)
    path = os.path.join(built, ".backfile/catalog.db")
    with sqlite3.connect(path) as catalog:
        roots = catalog.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 1 ORDER BY name").fetchall()
    # Records that are not wanted any more are deleted before anything is read.
    for name, root, rules in [(*row, True) for row in roots] + [(*row, False) for row in roots if row[0] in ("source", "text")]:
        trial = machine.copy(edited, "trial")
        if not rules:
            with sqlite3.connect(os.path.join(trial, ".backfile/catalog.db")) as catalog:
                catalog.execute("UPDATE note SET value = x'' WHERE name = 'rules'")
        with open(os.path.join(trial, ".backfile/catalog.db"), "r+b") as out:
            out.seek((root - 1) * 4096)
            out.write(b"\xff" * 4096)
        answer = machine.build(trial)
        require(answer.returncode == 0, f"{name} is torn: status {answer.returncode}: {answer.stderr.decode()}")
        require(answer.stderr.count(b"warning:") <= 1, f"{name} is torn: {answer.stderr.decode()}")
        machine.trial(trial, after, f"{name} is torn")
        require(b"warning:" not in machine.build(trial).stderr, f"{name} was torn, and is said to be for ever")
    return f"{len(roots)} torn tables"


def forgetful(machine):
    """Rows are gone or others, and SQLite finds nothing wrong, as after one of its pages took another's place."""
    _, _, edited, _, after = clean_sites(machine)
    changes = ("DELETE FROM output WHERE path LIKE 'search/issues/%'", "DELETE FROM part WHERE name LIKE 'issue %'",
               "UPDATE part SET value = (SELECT value FROM part WHERE name LIKE 'issue %') WHERE name LIKE 'issue %'",
               "UPDATE output SET key = x'', fingerprint = x''")
    for change in changes:
        trial = machine.copy(edited, "trial")
        catalog = sqlite3.connect(os.path.join(trial, ".backfile/catalog.db"))
        require(catalog.execute(change).rowcount > 1, f"{change}: nothing to change")
        catalog.commit()
        catalog.close()
        machine.trial(trial, after, change)
    return f"{len(changes)} times rows were lost"


# --- the site and the clock ---

def altered(machine):
    """Files of the site removed, cut, altered to the same size, replaced by folders and links."""
    _, built, _, before, _ = clean_sites(machine)
    rng, count = random.Random(9), 0
    for round_ in range(12 if LONG else 3):
        trial = machine.copy(built, "trial")
        for name in rng.sample(sorted(before), 8):
            path = os.path.join(trial, "public", name)
            way = count % 4
            count += 1
            if way == 0:
                os.remove(path)
            elif way == 1:
                os.truncate(path, os.path.getsize(path) // 2)
            elif way == 2:
                with open(path, "r+b") as out:
                    out.write(b"?")
            else:
                os.remove(path)
                os.symlink("/etc/passwd", path)
        machine.sound_build(trial)
        machine.require_site(trial, before)
    require(not open("/etc/passwd", "rb").read().startswith(b"<"), "a link was written through")
    return f"{count} files altered by hand"


def clocks(machine):
    """1970, 2038, 2106, and a clock that goes back between two builds."""
    now = 1_790_000_000
    first, _, _, _, after = clean_sites(machine)
    for when in (0, 2**31 - 5, 2**32 - 5, now):
        trial = machine.copy(first, "trial")
        require(machine.build(trial, clock=when - now).returncode == 0, f"a build at {when}")
        machine.edit(trial)
        require(machine.build(trial, clock=-when // 2).returncode == 0, f"an update at {when}, earlier")
        machine.trial(trial, after, f"the clock at {when}")
    return "4 clocks"


# --- company ---

def at_once(machine):
    """Two and twenty builds: one builds, the others say so."""
    first, _, _, before, _ = clean_sites(machine)
    for count in (2, 20):
        trial = machine.copy(first, "trial")
        builds = [subprocess.Popen([machine.program, "build", "--jobs", "1"], cwd=trial, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE) for _ in range(count)]
        answers = [(build.communicate()[1], build.returncode) for build in builds]
        require(any(status == 0 for _, status in answers), f"{count} at once: none came to its end")
        for text, status in answers:
            require(status == 0 or (status == 3 and b"another build is running" in text), f"{count} at once: {status}, {text}")
        machine.trial(trial, before, f"{count} builds at once")
    return "2 and 20 builds at once"


def outlets(machine):
    """Standard output that is closed or full is an error, and no page is lost by it."""
    first, _, _, before, _ = clean_sites(machine)
    for redirect, wanted in ((">&-", (0, 3)), (">/dev/full", (3,))):
        trial = machine.copy(first, "trial")
        status = subprocess.run(["sh", "-c", f'"$1" build --jobs 1 {redirect} 2>/dev/null', "sh", machine.program], cwd=trial).returncode
        require(status in wanted, f"standard output {redirect}: status {status}")
        machine.trial(trial, before, f"standard output {redirect}")
    return "standard output closed and full"


# --- folders ---

def sources(machine):
    """Sources that vanish or cannot be read: nothing is deleted for it."""
    _, built, _, before, _ = clean_sites(machine)
    trial = machine.copy(built, "trial")
    os.rename(os.path.join(trial, "content"), os.path.join(trial, "elsewhere"))
    require(machine.build(trial).returncode in (1, 3) and machine.site(trial) == before, "the content folder is gone")
    os.mkdir(os.path.join(trial, "content"))
    shutil.copy(os.path.join(trial, "elsewhere/addresses.tsv"), os.path.join(trial, "content"))
    answer = machine.build(trial)
    require(answer.returncode == 1 and b"--force" in answer.stderr, f"the content folder is empty: {answer.stderr.decode()}")
    require(machine.site(trial) == before, "the content folder is empty, and pages are gone")
    require(machine.build(trial, "--force").returncode == 0 and len(machine.site(trial)) < len(before), "--force")
    for inside, outside in (("content/public", "content"), (".", "content"), ("public", "public/content")):
        answer = machine.build(built, "--output", inside, "--content", outside)
        require(answer.returncode == 1 and not os.path.exists(os.path.join(built, "content/public")),
                f"{outside} into {inside}: {answer.stderr.decode()}")
    return "sources gone, folders in each other"


def unprivileged(machine):
    """Folders that may not be read or written, as a user who is not root."""
    if os.getuid() != 0:
        return "no other user to be"
    _, built, _, before, after = clean_sites(machine)
    user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if subprocess.run([*user, "test", "-x", machine.program]).returncode:
        return "no way to the temporary folder for another user"
    count = 0
    # The catalog is a file: it can be written where its folder takes no new ones.
    for path, mode, statuses in (("content/2020-01-02/02.txt", 0, (1, 3)), ("content/2020-01-02", 0, (1, 3)), ("public", 0o555, (3,)),
                                 ("public/2020/01/02", 0o555, (3,)), (".backfile", 0o555, (0, 3)), ("content", 0o555, (0, 1))):
        trial = machine.copy(built, "trial")
        machine.edit(trial)
        subprocess.run(["chown", "-R", "65534:65534", trial], check=True)
        old = os.stat(os.path.join(trial, path)).st_mode
        os.chmod(os.path.join(trial, path), mode)
        answer = machine.build(trial, before=user)
        require(answer.returncode in statuses, f"{path} with mode {mode:o}: {answer.returncode}, {answer.stderr.decode()}")
        require(answer.returncode == 0 or path.split("/")[0].encode() in answer.stderr, f"{path} is not named: {answer.stderr}")
        if mode == 0:
            require(before.keys() - machine.site(trial).keys() <= before.keys() - after.keys(), f"{path} unread, and pages are gone")
        machine.require_readable(trial, before.keys())
        os.chmod(os.path.join(trial, path), old)
        if path != "content":
            machine.trial(trial, after, f"{path} with mode {mode:o}", before.keys())
        count += 1
    return f"{count} folders shut"


def full_disks(machine):
    """A disk without room, and one without inodes, found at different moments."""
    _, built, _, before, after = clean_sites(machine)
    mount = tempfile.mkdtemp()
    needed = sum(len(text) for text in before.values()) // 1024
    files, count = len(before), 0
    rooms = [f"size={needed * part // 4}k" for part in (1, 3, 5, 6)] + [f"nr_inodes={files * part // 4}" for part in (1, 2, 3, 5)]
    try:
        for room in rooms:
            if subprocess.run(["mount", "-t", "tmpfs", "-o", room, "tmpfs", mount], capture_output=True).returncode:
                return "no disks may be mounted here"
            try:
                subprocess.run(["cp", "-a", *(os.path.join(built, name) for name in ("site.conf", "content")), mount], check=True)
                copied = subprocess.run(["cp", "-a", *(os.path.join(built, name) for name in ("public", ".backfile")), mount],
                                        capture_output=True).returncode == 0
                if not copied:
                    shutil.rmtree(os.path.join(mount, "public"), ignore_errors=True)
                    shutil.rmtree(os.path.join(mount, ".backfile"), ignore_errors=True)
                machine.edit(mount)
                answer = machine.build(mount)
                require(answer.returncode in (0, 3), f"{room}: {answer.returncode}, {answer.stderr.decode()}")
                require(answer.returncode == 0 or b"fault:" in answer.stderr, f"{room}: {answer.stderr.decode()}")
                machine.require_readable(mount, before.keys() if copied else ())
                subprocess.run(["mount", "-o", "remount,size=1g,nr_inodes=100000", mount], check=True)
                machine.trial(mount, after, f"a disk of {room}", before.keys() if copied else ())
                count += 1
            finally:
                subprocess.run(["umount", mount], check=True)
    except OSError as full:
        raise Failed(f"the test itself: {full}")
    finally:
        os.rmdir(mount)
    return f"{count} full disks"


def small_disk(machine):
    """A disk on which the site has no chance: said before the work, and not where there is room."""
    first = machine.archive("first")
    mount = tempfile.mkdtemp()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "nr_inodes=12", "tmpfs", mount], capture_output=True).returncode:
        os.rmdir(mount)
        return ""
    try:
        answer = machine.build(first, "--output", os.path.join(mount, "public"))
        require(answer.returncode == 3 and b"there is hardly room" in answer.stderr, f"a small disk: {answer.stderr.decode()}")
        answer = machine.build(first)
        require(answer.returncode == 0 and b"hardly" not in answer.stderr, f"a large disk: {answer.stderr.decode()}")
    finally:
        subprocess.run(["umount", mount], check=True)
        os.rmdir(mount)
    return "1 too small"


if __name__ == "__main__":
    sys.exit(run(catalogs, torn, forgetful, altered, clocks, at_once, outlets, sources, unprivileged, full_disks, small_disk))
