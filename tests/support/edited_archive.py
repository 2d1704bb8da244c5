"""An archive on disk and every way in which a keeper edits one. A step is a name of STEPS and a number: the number
seeds all that the step chooses, so that a script of steps means something when any of them are left out."""
import json
import os
import random
import shutil

import made_up_paper as paper

LONG_AGO = (1_500_000_000, 1_600_000_000)  # seconds; times of settled files lie between


class Archive:
    """The folder of an archive: content, templates, static and site.conf, small enough to be built in no time."""

    def __init__(self, folder, root, backfile):
        self.folder, self.backfile = folder, backfile
        self.content = os.path.join(folder, "content")
        self.attic = {}  # what was removed, by path: it may come back
        self.settings = {"title": paper.PAPER}
        for name in ("templates", "static"):
            shutil.copytree(os.path.join(root, name), os.path.join(folder, name))
        self.write_settings()

    def fill(self, rng):
        for day in ("2019-12-30", "2019-12-31", "2020-01-01", "2020-01-02", "2020-03-05", "2021-03-05"):
            for page in ("01", "02"):
                self.write(f"{day}/{page}.txt", paper.page(rng, day, rng.randint(2, 3)))
        for number in range(3):
            self.write(f"2020-03-05/{number + 5:02}.md", paper.article(rng))
        self.write("old-town.txt", paper.page(rng, None, 2))
        self.write("letters.md", paper.article(rng))
        self.write("2020-01-01/issue.yaml", 'number: 77\nnote: 元旦特刊\npages:\n  "01": 要闻\n')
        self.write("people.yaml", "- name: 沈若谷\n  pinyin: shen ruogu\n")
        self.write("tags.yaml", "- name: 修路\n  kind: topic\n  triggers: [工程, 施工]\n")

    def write_settings(self):
        with open(os.path.join(self.folder, "site.conf"), "w", encoding="utf-8") as out:
            out.writelines(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.settings.items())

    def settle(self, moment):
        """Files written just now get the time `moment` of long ago: a build believes in times only once they are past.
        A greater moment for each step, since that is what a clock does."""
        for top in ("content", "templates", "static", "site.conf"):
            path = os.path.join(self.folder, top)
            inside = [os.path.join(place, name) for place, _, names in os.walk(path) for name in names]
            for name in inside or [path]:
                if os.stat(name).st_mtime >= LONG_AGO[1]:
                    os.utime(name, (LONG_AGO[0] + moment, LONG_AGO[0] + moment))

    def path(self, name):
        return os.path.join(self.content, name)

    def files(self, *endings):
        """Sources with one of these endings, sorted; the files that are not sources of a day or loose are apart."""
        found = []
        for folder, _, names in os.walk(self.content):
            found += [os.path.relpath(os.path.join(folder, name), self.content) for name in names]
        return sorted(name for name in found if name.endswith(endings))

    def issues(self):
        return sorted({os.path.dirname(name) for name in self.files(".txt", ".md") if os.path.dirname(name)})

    def read(self, name):
        with open(self.path(name), "rb") as source:
            return source.read()

    def text(self, name):
        return self.read(name).decode("utf-8")

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as out:
            out.write(text if isinstance(text, bytes) else text.encode("utf-8"))

    def remove(self, name):
        self.attic[name] = self.read(name)
        os.remove(self.path(name))
        if os.path.dirname(name) and not os.listdir(os.path.dirname(self.path(name))):
            os.rmdir(os.path.dirname(self.path(name)))

    def move(self, name, new):
        """Frozen articles stay behind their page: only what has no file at its new place is moved."""
        if name == new or os.path.exists(self.path(new)):
            return "nothing"
        self.write(new, self.read(name))
        os.utime(self.path(new), ns=(os.stat(self.path(name)).st_atime_ns, os.stat(self.path(name)).st_mtime_ns))
        self.remove(name)
        return f"{name} to {new}"


# --- pages of text ---

def paragraphs(archive, name):
    return archive.text(name).split("\n\n")


def rewrite(archive, name, parts):
    archive.write(name, "\n\n".join(parts))
    return name


def some_page(archive, rng):
    return rng.choice(archive.files(".txt") or [None])


def free_page(archive, rng, issue):
    return f"{issue}/{rng.randint(1, 4):02}.txt" if rng.random() < 0.8 else f"{issue}/A{rng.randint(1, 4):02}.txt"


def add_page(archive, rng):
    issue = rng.choice(archive.issues() or ["2020-01-01"])
    name = free_page(archive, rng, issue)
    archive.write(name, paper.page(rng, issue, rng.randint(1, 3)))
    return name


def add_issue(archive, rng):
    issue = paper.date(rng)
    archive.write(f"{issue}/01.txt", paper.page(rng, issue, rng.randint(1, 3)))
    return issue


def add_loose_page(archive, rng):
    name = f"loose-{rng.randint(1, 5)}.txt"
    archive.write(name, paper.page(rng, rng.choice([None, paper.date(rng)]), 2))
    return name


def add_article(archive, rng):
    name = some_page(archive, rng)
    parts = paragraphs(archive, name)
    parts.insert(rng.randint(0, len(parts)), paper.item(rng))
    return rewrite(archive, name, parts)


def drop_paragraph(archive, rng):
    name = some_page(archive, rng)
    parts = paragraphs(archive, name)
    if len(parts) > 4:
        del parts[rng.randrange(len(parts))]
    return rewrite(archive, name, parts)


def edit_paragraph(archive, rng):
    name = some_page(archive, rng)
    parts = paragraphs(archive, name)
    parts[rng.randrange(len(parts))] = paper.paragraph(rng)
    return rewrite(archive, name, parts)


def edit_headline(archive, rng):
    name = some_page(archive, rng)
    parts = paragraphs(archive, name)
    short = [i for i, part in enumerate(parts) if len(part) < 25]
    if short:
        parts[rng.choice(short)] = paper.title(rng)
    return rewrite(archive, name, parts)


def repeat_paragraph(archive, rng):
    name = some_page(archive, rng)
    parts = paragraphs(archive, name)
    parts.insert(rng.randint(0, len(parts)), rng.choice(parts))
    return rewrite(archive, name, parts)


def swap_paragraphs(archive, rng):
    name = some_page(archive, rng)
    parts = paragraphs(archive, name)
    i, k = rng.randrange(len(parts)), rng.randrange(len(parts))
    parts[i], parts[k] = parts[k], parts[i]
    return rewrite(archive, name, parts)


def edit_same_size(archive, rng):
    """A change that leaves size and time of the file as they were a moment ago."""
    name = some_page(archive, rng)
    text = archive.text(name)
    archive.write(name, text.replace(rng.choice(paper.PEOPLE[:4]), rng.choice(paper.PEOPLE[:4])))
    return name


def move_article(archive, rng):
    """A headline and what follows it goes from one page to another."""
    name, other = some_page(archive, rng), some_page(archive, rng)
    parts = paragraphs(archive, name)
    if name == other or len(parts) < 6:
        return "nothing"
    i = rng.randrange(1, len(parts) - 3)
    rewrite(archive, other, paragraphs(archive, other) + parts[i:i + 3])
    rewrite(archive, name, parts[:i] + parts[i + 3:])
    return f"{name} to {other}"


def copy_page(archive, rng):
    name = some_page(archive, rng)
    new = free_page(archive, rng, rng.choice(archive.issues()))
    archive.write(new, archive.read(name))
    return f"{name} to {new}"


def recode_page(archive, rng):
    name = some_page(archive, rng)
    archive.write(name, "\ufeff" + archive.text(name).lstrip("\ufeff").replace("\n", "\r\n"))
    archive.write(name, archive.read(name) if rng.random() < 0.5 else archive.read(name).replace(b"\r\n", b"\n"))
    return name


# --- files of any kind ---

def delete_source(archive, rng):
    sources = archive.files(".txt", ".md")
    if len(sources) < 12:
        return "nothing"
    archive.remove(name := rng.choice(sources))
    return name


def delete_issue(archive, rng):
    issues = archive.issues()
    if len(issues) < 5:
        return "nothing"
    issue = rng.choice(issues)
    for name in archive.files(""):
        if os.path.dirname(name) == issue:
            archive.remove(name)
    return issue


def restore(archive, rng):
    if not archive.attic:
        return "nothing"
    name = rng.choice(sorted(archive.attic))
    archive.write(name, archive.attic.pop(name))
    return name


def rename_source(archive, rng):
    """Another page number in the same issue, or another name of a loose file."""
    name = rng.choice(archive.files(".txt", ".md"))
    ending = os.path.splitext(name)[1]
    folder = os.path.dirname(name)
    stem = f"{rng.randint(1, 8):02}" if folder else f"renamed-{rng.randint(1, 5)}"
    return archive.move(name, os.path.join(folder, stem + ending))


def move_source(archive, rng):
    """To another issue, or out of all of them."""
    name = rng.choice(archive.files(".txt", ".md"))
    folder = rng.choice(archive.issues() + [""])
    return archive.move(name, os.path.join(folder, os.path.basename(name)))


def redate_issue(archive, rng):
    issue, day = rng.choice(archive.issues()), paper.date(rng)
    moved = [archive.move(name, os.path.join(day, os.path.basename(name)))
             for name in archive.files("") if os.path.dirname(name) == issue]
    return f"{issue} to {day}, {len(moved)} files"


def touch(archive, rng):
    name = rng.choice(archive.files(""))
    os.utime(archive.path(name))
    return name


# --- Markdown, issue notes, pictures, frozen pages ---

def add_markdown(archive, rng):
    name = f"{rng.choice(archive.issues() + ['.'])}/{rng.randint(5, 9):02}.md".removeprefix("./")
    archive.write(name if "/" in name else "essay-" + name, paper.article(rng))
    return name


def set_field(archive, rng):
    """One line of an article's front matter comes, changes or goes."""
    articles = [name for name in archive.files(".md") if archive.text(name).startswith("---\n")]
    if not articles:
        return "nothing"
    name = rng.choice(articles)
    key, value = rng.choice([
        ("title", paper.title(rng)), ("date", paper.date(rng)), ("date", ""), ("draft", "true"), ("draft", ""),
        ("tags", f"[{rng.choice(paper.TOWNS)}, 修路]"), ("kicker", "特稿"), ("kicker", ""), ("subtitle", "附图说明"),
        ("slug", f"piece-{rng.randint(1, 3)}"), ("aliases", f"[/old/{rng.randint(1, 999)}/]"), ("aliases", ""),
        ("author", rng.choice(paper.REPORTERS)), ("column", rng.choice(paper.COLUMNS)), ("kind", "commentary")])
    head, body = archive.text(name)[4:].split("\n---\n", 1)
    lines = [line for line in head.split("\n") if not line.startswith(key + ":")]
    lines += [f"{key}: {value}"] if value else []
    archive.write(name, "---\n" + "\n".join(lines or ["title: 无题"]) + "\n---\n" + body)
    return f"{name} {key} {value}"


def edit_markdown(archive, rng):
    name = rng.choice(archive.files(".md") or [None])
    if name:
        archive.write(name, archive.text(name) + "\n" + paper.paragraph(rng) + "\n")
    return name or "nothing"


def set_issue_notes(archive, rng):
    name = rng.choice(archive.issues()) + "/issue.yaml"
    if os.path.exists(archive.path(name)) and rng.random() < 0.4:
        archive.remove(name)
    else:
        archive.write(name, f'number: {rng.randint(1, 999)}\npages:\n  "02": 副刊\n')
    return name


def set_picture(archive, rng):
    """Beside a page: comes, changes, goes."""
    name = os.path.splitext(some_page(archive, rng))[0] + ".jpg"
    if os.path.exists(archive.path(name)) and rng.random() < 0.4:
        archive.remove(name)
    else:
        archive.write(name, f"no real picture {rng.randint(1, 9)}")
    return name


def freeze(archive, rng):
    name = some_page(archive, rng)
    stem = os.path.splitext(name)[0]
    if any(other.startswith(stem + "-") for other in archive.files(".md")):
        return "nothing"
    status = archive.backfile("freeze", "--quiet", os.path.join("content", name)).returncode
    return f"{name} ends with {status}"


def thaw(archive, rng):
    """The frozen articles of a page go, all of them or one."""
    pages = {os.path.splitext(page)[0] for page in archive.files(".txt")}
    frozen = [name for name in archive.files(".md") if name.rpartition("-")[0] in pages]
    if not frozen:
        return "nothing"
    first = rng.choice(frozen)
    for name in frozen if rng.random() < 0.5 else [first]:
        if name.rpartition("-")[0] == first.rpartition("-")[0]:
            archive.remove(name)
    return first


# --- authority files, settings, templates ---

def set_people(archive, rng):
    person, other = rng.sample(paper.PEOPLE, 2)
    archive.write("people.yaml", rng.choice([
        "", f"- name: {person}\n", f"- name: {person}\n  deny: true\n",
        f"- name: {person}\n  variants: [{other}]\n  note: {rng.choice(paper.COLUMNS)}\n",
        f"- name: {person}\n  pinyin: {rng.choice(['bai yi', 'zhang san'])}\n",
        f"- name: {person}\n  split:\n    - slug: the-first\n      office: [局长]\n    - slug: the-second\n"
        "      from: 2020-01-01\n"]))
    return person


def set_tags(archive, rng):
    name = rng.choice(["修路", "河堤", "志愿"])
    archive.write("tags.yaml", rng.choice([
        "", f"- name: {name}\n  kind: topic\n  triggers: [{rng.choice(['工程', '志愿者', '河堤'])}]\n",
        f"- name: {name}\n  triggers:\n    群众: 5\n  exclude: [河堤]\n- name: 市政\n  triggers: [工程]\n"
        f"  synonyms: [{rng.choice(paper.COLUMNS)}]\n"]))
    return name


def remove_authority(archive, rng):
    name = rng.choice(["people.yaml", "tags.yaml"])
    if os.path.exists(archive.path(name)):
        archive.remove(name)
    return name


def set_setting(archive, rng):
    key, value = rng.choice([
        ("title", "澜滨日报"), ("title", paper.PAPER), ("description", f"历年版面{rng.randint(1, 9)}"), ("place", "澜滨"),
        ("base", "https://example.org/archive/"), ("base", None), ("lang", "en"), ("lang", "zh-Hans"),
        ("mail", "desk@example.org"), ("mail", None), ("about", f"关于本站{rng.randint(1, 9)}"), ("publisher", "澜滨报社")])
    archive.settings.pop(key, None)
    if value:
        archive.settings[key] = value
    archive.write_settings()
    return f"{key} {value}"


def edit_template(archive, rng):
    """A mark in front of the first closing tag, one that can be taken back."""
    names = ["article.html", "issue.html", "page.html", "person.html", "tag.html", "home.html", "year.html",
             "undated.html", "stub.html", "search.html", "parts/frame.html", "parts/block.html", "parts/article-item.html"]
    path = os.path.join(archive.folder, "templates", rng.choice(names))
    with open(path, encoding="utf-8") as given:
        text = given.read()
    mark = f"<!-- {rng.randint(1, 99)} -->"
    bare = text.split("<!--")[0] + text.split("-->", 1)[1] if "-->" in text else text
    place = bare.find("</")
    if bare == text and place < 0:
        return "nothing"
    with open(path, "w", encoding="utf-8") as out:
        out.write(bare if bare != text else text[:place] + mark + text[place:])
    return os.path.basename(path)


def edit_static(archive, rng):
    name = rng.choice(["style.css", "people.js", "search/words.js"])
    with open(os.path.join(archive.folder, "static", name), "a", encoding="utf-8") as out:
        out.write(f"/* {rng.randint(1, 9)} */\n")
    return name


def lose_output(archive, rng):
    """What somebody took out of the site is put back."""
    found = sorted(os.path.join(place, name) for place, _, names in os.walk(os.path.join(archive.folder, "public"))
                   for name in names)
    os.remove(lost := rng.choice(found))
    return os.path.relpath(lost, archive.folder)


def withdraw(archive, rng):
    """Some articles are taken down, or all are given back."""
    ledger = archive.text("addresses.tsv").split("\n") if os.path.exists(archive.path("addresses.tsv")) else []
    addresses = [line.split("\t")[1] for line in ledger if line.startswith("article\t")]
    if rng.random() < 0.3 or not addresses:
        archive.write("withdrawn.yaml", "")
        return "nothing"
    chosen = rng.sample(addresses, min(len(addresses), rng.randint(1, 4)))
    archive.write("withdrawn.yaml", "".join(
        f"- address: {address}\n  state: {rng.choice(['withdrawn', 'withdrawn', 'noindex'])}\n" for address in chosen))
    return " ".join(chosen)


# How often each comes, relative to the others.
STEPS = {
    add_page: 4, add_issue: 2, add_loose_page: 2, add_article: 5, drop_paragraph: 4, edit_paragraph: 7,
    edit_headline: 4, repeat_paragraph: 2, swap_paragraphs: 3, edit_same_size: 3, move_article: 3, copy_page: 2,
    recode_page: 1, delete_source: 6, delete_issue: 2, restore: 4, rename_source: 4, move_source: 4, redate_issue: 3,
    touch: 1, add_markdown: 3, set_field: 6, edit_markdown: 3, set_issue_notes: 3, set_picture: 3, freeze: 3, thaw: 3,
    set_people: 5, set_tags: 4, remove_authority: 1, set_setting: 4, edit_template: 3, edit_static: 1, lose_output: 1,
    withdraw: 4,
}
STEP_NAMED = {step.__name__: step for step in STEPS}


def random_steps(seed, count):
    rng = random.Random(seed)
    chosen = rng.choices(list(STEPS), weights=list(STEPS.values()), k=count)
    return [(step.__name__, rng.randrange(10**6)) for step in chosen]


def apply_step(archive, step):
    """Edits the archive; answers what was edited."""
    name, number = step
    return STEP_NAMED[name](archive, random.Random(f"{name} {number}"))
