#!/usr/bin/env python3
"""Incremental equals clean: random edits of a made-up archive. After every step the site as updated is compared byte for
byte with one built from nothing elsewhere, files that did not change must not have been touched, what the build
says it changed must be what changed, and building once more must do nothing (asked after every step where a script
is named, after one in four in `make check`, for the sake of its time).

  SEED=7 STEPS=1000 tests/sites/edits.test.py     another script, or a longer one
  SCRIPT=build/edits/7.txt tests/sites/edits...   a script that was kept because it failed, its steps one a line"""
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from shutil import copytree, copy, rmtree

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
sys.path.insert(0, os.path.join(ROOT, "tests/support"))
sys.dont_write_bytecode = True
from edited_archive import Archive, apply_step, random_steps  # noqa: E402

BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
KEPT = os.path.join(os.path.dirname(BACKFILE), "edits")
NAMED = any(os.environ.get(name) for name in ("SEED", "STEPS", "SCRIPT"))
SCRIPTS, STEPS_A_SCRIPT = 2, 100  # in `make check`, side by side
IDLE_EVERY = 1 if NAMED else 4
MOST_ATTEMPTS = 60  # to make a failing script shorter


class Unequal(Exception):
    """A law was broken; the text says which."""


def run(folder, *arguments):
    return subprocess.run([BACKFILE, *arguments], cwd=folder, capture_output=True, text=True)


def build(folder, jobs, what):
    answer = run(folder, "build", "--json", "--force", "--jobs", str(jobs))
    if answer.returncode != 0:
        raise Unequal(f"{what} ends with status {answer.returncode}:\n{answer.stderr}")
    return json.loads(answer.stdout)


def site_of(folder):
    """Every file of the site by path, and every folder as itself: (bytes, inode, time)."""
    found, top = {}, os.path.join(folder, "public")
    for place, folders, names in os.walk(top):
        for name in folders:
            found[os.path.relpath(os.path.join(place, name), top) + "/"] = (b"", 0, 0)
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as output:
                found[os.path.relpath(path, top)] = (output.read(), os.stat(path).st_ino, os.stat(path).st_mtime_ns)
    return found


def differing(site, other):
    """Paths of files that are not the same bytes in both, or stand in one alone."""
    return sorted(path for path in site.keys() | other.keys()
                  if site.get(path, (None,))[0] != other.get(path, (None,))[0])


def require_same(site, clean):
    paths = differing(site, clean)
    if not paths:
        return
    where = "the update" if paths[0] not in clean else "the clean build" if paths[0] not in site else "both"
    raise Unequal(f"{len(paths)} files differ from a clean build's, first {paths[0]} (in {where})")


def require_untouched(before, after, answer):
    """Counts the files left as they were."""
    changed = [path for path in differing(before, after) if not path.endswith("/")]
    if sorted(set(answer["changed"])) != changed:
        said = sorted(set(answer["changed"]) ^ set(changed))
        raise Unequal(f"what the build says it changed is not what changed: {said[:5]}")
    same = (before.keys() & after.keys()) - set(changed)
    touched = sorted(path for path in same if before[path] != after[path])
    if touched:
        raise Unequal(f"{len(touched)} files written with the same bytes, first {touched[0]}")
    return len(same)


def require_idle(folder, site, jobs):
    answer = build(folder, jobs, "building again")
    work = {key: answer[key] for key in ("read", "rendered", "written", "removed") if answer[key]}
    if work or site_of(folder) != site:
        raise Unequal(f"building again is work: {work or 'files were touched'}")


def ledger_of(folder):
    path = os.path.join(folder, "content", "addresses.tsv")
    return open(path, "rb").read() if os.path.exists(path) else b""


def clean_build(folder, elsewhere, ledger, jobs):
    """The site and ledger of a build of the same archive, with no state, elsewhere."""
    rmtree(elsewhere, ignore_errors=True)
    for name in ("content", "templates", "static"):
        copytree(os.path.join(folder, name), os.path.join(elsewhere, name), copy_function=copy)
    copy(os.path.join(folder, "site.conf"), elsewhere)
    with open(os.path.join(elsewhere, "content", "addresses.tsv"), "wb") as out:
        out.write(ledger)
    build(elsewhere, jobs, "a clean build")
    return site_of(elsewhere), ledger_of(elsewhere)


class Trial:
    """An archive that is edited and built, step by step, in a folder of its own."""

    def __init__(self, work, seed):
        self.folder, self.elsewhere = os.path.join(work, "archive"), os.path.join(work, "elsewhere")
        os.makedirs(self.folder)
        self.archive = Archive(self.folder, ROOT, lambda *arguments: run(self.folder, *arguments))
        self.archive.fill(random.Random(seed))
        self.build = build(self.folder, 2, "the first build")
        self.site, self.untouched, self.moment = site_of(self.folder), 0, 0

    def step(self, step, compare=True):
        """Edits and builds; a clean build begins with the ledger as it was before the edit, or after, in turn. Now and
        then the build comes so soon behind the edit that it cannot go by the times of files."""
        rng = random.Random(step[1])
        old_ledger = ledger_of(self.folder)
        self.edited = apply_step(self.archive, step)
        self.moment += 1
        if rng.random() < 0.75:
            self.archive.settle(self.moment)
        before = site_of(self.folder)
        self.build = build(self.folder, rng.choice([1, 2, 3, 8]), "an update")
        self.site, ledger = site_of(self.folder), ledger_of(self.folder)
        self.untouched += require_untouched(before, self.site, self.build)
        if not compare:
            return
        clean, clean_ledger = clean_build(self.folder, self.elsewhere, rng.choice([old_ledger, ledger]),
                                          rng.choice([1, 2, 8]))
        require_same(self.site, clean)
        if step[1] % IDLE_EVERY == 0:
            require_idle(self.folder, self.site, rng.choice([1, 2, 8]))
        if not ledger == clean_ledger == ledger_of(self.folder):
            raise Unequal("the ledger of addresses is not a clean build's")


def failure_of(seed, steps, compare_from=0):
    """What the script breaks, with the number of the step; None when it breaks nothing. Also the last trial."""
    with tempfile.TemporaryDirectory() as work:
        trial = Trial(work, seed)
        for number, step in enumerate(steps):
            try:
                trial.step(step, number >= compare_from)
            except Unequal as broken:
                return number, str(broken), trial
        return None, None, trial


def shortened(seed, steps):
    """The failing script with steps left out, halves first, as long as it fails at its last step."""
    attempts, length = 0, len(steps) // 2
    while length and attempts < MOST_ATTEMPTS:
        start = 0
        while start < len(steps) - 1 and attempts < MOST_ATTEMPTS:
            fewer = steps[:start] + steps[min(start + length, len(steps) - 1):]
            attempts += 1
            if failure_of(seed, fewer, len(fewer) - 1)[0] == len(fewer) - 1:
                steps = fewer
            else:
                start += length
        length //= 2
    return steps


def keep(seed, steps, name):
    os.makedirs(KEPT, exist_ok=True)
    path = os.path.join(KEPT, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"{seed}\n" + "".join(f"{step} {number}\n" for step, number in steps))
    return path


def kept_script(path):
    with open(path, encoding="utf-8") as given:
        seed, *lines = given.read().split("\n")
    return seed, [(name, int(number)) for name, number in (line.split()[:2] for line in lines if line.strip())]


def try_script(seed, steps):
    """A line of what was found, and whether all held."""
    number, broken, trial = failure_of(seed, steps)
    if broken is None:
        return f"seed {seed}: {len(steps)} steps, {trial.build['articles']} articles and {len(trial.site)} files at the end, " \
               f"{trial.untouched} times a file was left as it was", True
    keep(seed, steps[:number + 1], f"{seed}-whole.txt")
    print(f"seed {seed}, step {number + 1}, {steps[number][0]} ({trial.edited}): {broken}", flush=True)
    fewer = shortened(seed, steps[:number + 1])
    path = keep(seed, fewer, f"{seed}.txt")
    return f"kept as {path}:\n" + "".join(f"  {name} {seeded}\n" for name, seeded in fewer), False


def main():
    if os.environ.get("SCRIPT"):
        scripts = [kept_script(os.environ["SCRIPT"])]
    elif NAMED:
        seed = os.environ.get("SEED", "1")
        scripts = [(seed, random_steps(seed, int(os.environ.get("STEPS", "200"))))]
    else:
        scripts = [(str(seed), random_steps(str(seed), STEPS_A_SCRIPT)) for seed in range(1, SCRIPTS + 1)]
    with ThreadPoolExecutor(len(scripts)) as beside:
        results = list(beside.map(lambda script: try_script(*script), scripts))
    for line, _ in results:
        print(line)
    return 0 if all(good for _, good in results) else 1


if __name__ == "__main__":
    sys.exit(main())
