"""What the fault tests share: a ten-page archive, a build on a machine that fails at a given call (shim.c), and the two
things that must hold afterwards. Readers see whole pages whose links resolve, whatever happened; and the next build on
a sound machine leaves the bytes of a clean build."""
import html.parser
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
sys.path.insert(0, os.path.join(ROOT, "tests/support"))
sys.dont_write_bytecode = True
import made_up_paper as paper  # noqa: E402

BACKFILE = os.path.realpath(os.environ.get("BACKFILE", "build/backfile"))
LONG = bool(os.environ.get("LONG"))  # every point instead of some
NEVER = re.compile("(?!)")


class Failed(Exception):
    """What must hold does not."""


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "action") and value and not re.match(r"[a-z]+:|#", value):
                self.found.append(value.split("#")[0].split("?")[0])


def links_of(text, known={}):
    """Of a page's bytes; most pages are the same in every trial."""
    if text not in known:
        links = Links()
        links.feed(text.decode("utf-8"))
        known[text] = links.found
    return known[text]


class Machine:
    def __init__(self):
        self.work = tempfile.mkdtemp()
        # Copies: another user may run them here, wherever the project stands.
        os.chmod(self.work, 0o755)
        self.program = shutil.copy(BACKFILE, os.path.join(self.work, "backfile"))
        for folder in ("templates", "static"):
            shutil.copytree(os.path.join(ROOT, folder), os.path.join(self.work, folder))
        self.shim = os.path.join(self.work, "shim.so")
        self.counter = os.path.join(self.work, "counter")
        subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", self.shim, os.path.join(ROOT, "tests/fault/shim.c"), "-ldl"],
                       check=True)
        self.tried = 0

    def close(self):
        shutil.rmtree(self.work, ignore_errors=True)

    # --- archives ---

    def archive(self, name):
        """Ten pages in a folder of their own, of which nothing is built."""
        folder, rng = os.path.join(self.work, name), random.Random(3)
        shutil.rmtree(folder, ignore_errors=True)
        for day in ("2020-01-01", "2020-01-02", "2020-03-05"):
            for number in ("01", "02", "03"):
                self.write(folder, f"content/{day}/{number}.txt", paper.page(rng, day, 2))
        self.write(folder, "content/2020-03-05/07.md", paper.article(rng))
        self.write(folder, "content/2020-01-01/01.jpg", "no real picture")
        self.write(folder, "site.conf", f"title: 测试晚报\ntemplates: {self.work}/templates\nstatic: {self.work}/static\n")
        return folder

    def edit(self, folder):
        """Pages come, change and go."""
        rng = random.Random(4)
        self.write(folder, "content/2020-03-06/01.txt", paper.page(rng, "2020-03-06", 2))
        self.write(folder, "content/2020-01-02/02.txt", paper.page(rng, "2020-01-02", 2))
        os.remove(os.path.join(folder, "content/2020-01-01/03.txt"))

    @staticmethod
    def write(folder, name, text):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)

    # --- builds ---

    def build(self, folder, *arguments, calls=None, at=0, fault="kill", clock=None, timeout=120, before=(), environment=None,
              **more):
        environment = dict(environment or os.environ)
        if calls:
            with open(self.counter, "wb") as out:
                out.write(bytes(8))
            environment.update(LD_PRELOAD=self.shim, SHIM_COUNTER=self.counter, SHIM_CALLS=calls, SHIM_AT=str(at),
                               SHIM_FAULT=str(fault))
        if clock is not None:
            environment.update(LD_PRELOAD=self.shim, SHIM_CLOCK=str(clock))
        return subprocess.run([*before, self.program, "build", "--jobs", "1", *arguments], cwd=folder, env=environment,
                              capture_output=True, timeout=timeout, start_new_session=True, **more)

    def calls_of(self, folder, calls, environment=None):
        """How many such calls a build makes."""
        self.build(folder, calls=calls, environment=environment)
        with open(self.counter, "rb") as given:
            return int.from_bytes(given.read(8), "little")

    def sound_build(self, folder, status=0):
        answer = self.build(folder)
        if answer.returncode != status:
            raise Failed(f"a build ends with {answer.returncode}: {answer.stderr.decode()}")
        return answer

    # --- what must hold ---

    @staticmethod
    def site(folder):
        top = os.path.join(folder, "public")
        found = {}
        for place, _, names in os.walk(top):
            for name in names:
                with open(os.path.join(place, name), "rb") as output:
                    found[os.path.relpath(os.path.join(place, name), top)] = output.read()
        return found

    def require_readable(self, folder, known):
        """Every page that stood before, or that links lead to from there, is whole and its links resolve; there may be no
        site yet."""
        site = self.site(folder)
        waiting = [path for path in {"index.html", *known} if path in site]
        seen = set(waiting)
        while waiting:
            path = waiting.pop()
            text = site[path]
            if not path.endswith(".html"):
                continue
            if not text.rstrip().endswith(b"</html>"):
                raise Failed(f"{path} is not whole")
            for link in links_of(text):
                target = os.path.normpath(os.path.join(os.path.dirname(path), link))
                if target not in site:
                    raise Failed(f"{path} links to {link}, which is not there")
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)

    def require_site(self, folder, clean):
        site = self.site(folder)
        different = sorted(path for path in site.keys() | clean.keys() if site.get(path) != clean.get(path))
        if different:
            raise Failed(f"{len(different)} files differ from a clean build's: {different[:5]}")
        beside = sorted(name for name in os.listdir(folder) if name not in ("content", "site.conf", "public", ".backfile"))
        if beside:
            raise Failed(f"left beside the site: {beside}")

    def trial(self, folder, clean, what, known=()):
        """After a fault: readers first, then the repair."""
        self.tried += 1
        try:
            self.require_readable(folder, known)
            self.sound_build(folder)
            self.require_site(folder, clean)
        except Failed as failure:
            raise Failed(f"{what}: {failure}") from None

    def copy(self, folder, name):
        to = os.path.join(self.work, name)
        shutil.rmtree(to, ignore_errors=True)
        subprocess.run(["cp", "-a", folder, to], check=True)
        return to


def clean_sites(machine):
    """The archive new, built, and built and then edited; the bytes of its site before and after the edit."""
    first = machine.archive("first")
    built = machine.copy(first, "built")
    machine.sound_build(built)
    edited = machine.copy(built, "edited")
    machine.edit(edited)
    updated = machine.copy(edited, "updated")
    machine.sound_build(updated)
    return first, built, edited, machine.site(built), machine.site(updated)


def sweep(machine, folder, clean, calls, faults, points, what, statuses=None, some=False):
    """Builds the folder once for each point and fault, always from the same state. `some`: not even LONG tries all."""
    total = machine.calls_of(machine.copy(folder, "count"), calls)
    step = 1 if (LONG and not some) or total <= points else total / points
    numbers = sorted({int(1 + i * step) for i in range(int(total / step))})
    for number in numbers:
        fault = faults[number % len(faults)]
        trial = machine.copy(folder, "trial")
        known = machine.site(trial).keys()
        answer = machine.build(trial, calls=calls, at=number, fault=fault)
        if statuses and answer.returncode not in statuses:
            raise Failed(f"{what}, call {number}, fault {fault}: status {answer.returncode}: {answer.stderr.decode()[-300:]}")
        if answer.returncode == 0 and machine.site(trial) != clean:
            raise Failed(f"{what}, call {number}, fault {fault}: ends with 0, but the site is not right")
        machine.trial(trial, clean, f"{what}, call {number} of {total}, fault {fault}", known)
    return f"{what}: {len(numbers)} of {total} calls"


def run(*suites):
    """Runs the suites; prints what each tried."""
    machine = Machine()
    try:
        lines = [suite(machine) for suite in suites]
    except Failed as failure:
        print(f"FAILED: {failure}")
        return 1
    finally:
        machine.close()
    print("; ".join(line for line in lines if line))
    return 0
