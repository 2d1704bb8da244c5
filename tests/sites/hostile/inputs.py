"""Bad inputs, each with what must become of it. A row is (path below content/, bytes, expectation); expectations are
made by the functions below. Every fixed bug adds a row."""
import os

HAN = "河堤加固工程提前完工，沿岸三个街道都松了一口气。"
NEWS = f"河堤加固工程完工\n\n本报讯（记者 宋知远）{HAN}\n"


class Expectation:
    """A file that is refused says why; one that is published shows some texts and hides others."""

    def __init__(self, error=None, shows=(), hides=(), warning=None, absent=False):
        self.error, self.shows, self.hides, self.warning, self.absent = error, shows, hides, warning, absent


def error(words):
    return Expectation(error=words)


def fine(*shows, hides=(), warning=None):
    return Expectation(shows=shows, hides=hides, warning=warning)


def passed_over(words):
    return Expectation(warning=words, absent=True)


def page(text=NEWS):
    return text.encode("utf-8")


def article(title, body=HAN, **fields):
    front = "".join(f"{key}: {value}\n" for key, value in {"title": title, **fields}.items())
    return f"---\n{front}---\n{body}\n".encode("utf-8")


ENCODINGS = [
    ("empty.txt", b"", error("file is empty")),
    ("one-nul.txt", b"\0", error("empty")),
    ("only-bom.txt", b"\xef\xbb\xbf", error("file is empty")),
    ("newlines.txt", b"\n" * (1 << 20), error("file is empty")),
    ("cr-only.txt", page().replace(b"\n", b"\r"), fine("松了一口气")),
    ("crlf.txt", page().replace(b"\n", b"\r\n"), fine("松了一口气")),
    ("overlong.txt", page() + b"\xc0\xaf", error("UTF-8")),
    ("surrogate.txt", page() + b"\xed\xa0\x80", error("UTF-8")),
    ("beyond.txt", page() + b"\xf4\x90\x80\x80", error("UTF-8")),
    ("cut-tail.txt", page()[:-3] + b"\xe6\xb0", error("UTF-8")),
    ("bad-middle.txt", page()[:30] + b"\xff" + page()[30:], error("UTF-8")),
    ("gb18030.txt", (NEWS + "𠮷字也在。").encode("gb18030"), fine("松了一口气", "𠮷字也在")),
    ("gbk-euro.txt", page(NEWS + "售价").decode().encode("gbk") + b"\x80", fine("松了一口气")),
    ("big5.txt", "河堤加固工程完工\n\n本報訊，許功蓋等三人記錄了全部過程，功不可沒。\n".encode("big5"), fine("許功蓋等三人")),
    ("utf16-bom.txt", b"\xff\xfe" + NEWS.encode("utf-16-le"), fine("松了一口气")),
    ("utf16-no-bom.txt", NEWS.encode("utf-16-le"), error("")),
    ("two-encodings.txt", page() + NEWS.encode("gb18030"), error("UTF-8")),
    ("private-use.txt", page(NEWS + "\ue000字。"), fine("松了一口气")),
]

CHARACTERS = [
    (f"control-{ord(c):04x}.md", article(f"标题{c}在此", f"正文{c}也在此。{HAN}", tags=f'["标{c}签"]') if ord(c) > 0x1F and ord(c) not in (0x7F, 0x85) else
     article("标题在此", f"正文{c}也在此。{HAN}"), fine("也在此", hides=(c,)))
    for c in "\x01\x08\x0b\x1f\x7f\x85\ufffe\uffff\u202e\u2066"
] + [
    ("bom-inside.md", article("标题\ufeff在此"), fine("松了一口气")),
    ("combining.md", article("组合", "a" + "\u0301" * 10000 + HAN), fine("松了一口气")),
    ("fdfa.md", article("长字", "\ufdfa" * 20000 + HAN), fine("松了一口气")),
    ("rlo-title.md", article("甲\u202e乙"), fine("甲乙", hides=("\u202e",))),
    ("zero-width.md", article("零宽", "防\u200b汛演练在河边举行。" + HAN), fine("松了一口气")),
    ("space-title.md", article('"\u3000"'), fine("松了一口气")),
    ("emoji.md", article("一家人👨‍👩‍👧‍👦出游"), fine("👨‍👩‍👧‍👦")),
    ("cdata.md", article("标题 ]]> 在此", "正文 ]]> 在此。" + HAN), fine("]]&gt; 在此")),
    ("quotes.md", article("'标题 <\"&''> 在此'"), fine("标题 &lt;", hides=("<\"&",))),
    ("mustache.md", article('"{{title}} {% raw %} {{{body}}}"', "{{#articles}}{{> parts/frame}}{{/articles}} " + HAN),
     fine("{{title}}", "{{&gt; parts/frame}}")),
]

# Small files over which cmark 0.30.2 thinks for tens of seconds, and what only looks like them.
SLOW = [
    ("slow-images.md", article("慢", "![[]()" * 160000), error("seconds of computing")),
    ("slow-quotes.md", article("慢", "> " * 30000 + "- " * 30000 + "a\n" * 9), fine()),
    ("slow-lists.md", article("慢", "- " * 30000 + "a\n" + "  " * 30000 + "b"), fine()),
    ("slow-mixed.md", article("慢", ">" * 100000 + "a*" * 100000), error("seconds of computing")),
    ("slow-brackets.md", article("慢", "[" * 50000 + "a" + "](b" * 50000), fine()),
]

MARKDOWN = [
    ("comments.md", article("注释", "<!--" * 200000), fine()),
    ("brackets.md", article("括号", "[" * 900000), fine()),
    ("too-long.md", article("长", "长" * 400000), error("longer than 1048576 bytes")),
    ("one-line.txt", b"a" * (10 << 20), error("longer than 4194304 bytes")),
    ("script.md", article("脚本", f"<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n{HAN}"),
     fine("松了一口气", hides=("<script>alert", "<img src=x", "onerror=alert"))),
    ("base.md", article("基址", f"<base href='https://evil.example/'>\n\n<meta http-equiv=refresh content=0>\n\n{HAN}"),
     fine("松了一口气", hides=("<base href='", "content=0>"))),
    ("textarea.md", article("未闭", f"<textarea>\n\n{HAN}"), fine("松了一口气", hides=("<textarea",))),
    ("fence.md", article("代码", f'```"><script>alert(1)</script>\ncode\n```\n\n{HAN}'),
     fine("松了一口气", hides=("<script>alert",))),
    ("links.md", article("链接", "\n\n".join(f"[甲]({url})" for url in (
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "java&Tab;script:alert(1)",
        "data:text/html,x", "vbscript:x", "view-source:javascript:x", "feed:javascript:x", "blob:x", "//evil.example/x",
        "\\\\evil.example", "file:///etc/passwd", "https://example.org/ok", "mailto:a@example.org", "other.md")) + f"\n\n{HAN}"),
     fine("https://example.org/ok", "mailto:a@example.org", hides=(
         'href="javascript', 'href="JaVa', 'href="data:', 'href="vbscript', 'href="view-source', 'href="feed:', 'href="blob:',
         'href="//', 'href="\\', 'href="file:'))),
    ("pictures.md", article("图", "![a](../../../etc/passwd) ![b](%2e%2e/%2e%2e/x) ![c](/etc/passwd) ![d](fifo.jpg)\n\n" + HAN),
     fine("松了一口气", hides=('src="../../../etc', 'src="%2e', 'src="/etc'))),
]

FRONT_MATTER = [
    ("unclosed.md", f"---\ntitle: 未闭\n\n{HAN}\n".encode(), error("front matter does not end")),
    ("front-huge.md", article("长", HAN, summary="长" * 1700000), error("longer than 1048576 bytes")),
    ("duplicate.md", f"---\ntitle: 一\ntitle: 二\n---\n{HAN}\n".encode(), error("title")),
    ("wrong-type.md", f"---\ntitle: [一, 二]\n---\n{HAN}\n".encode(), error("title")),
    ("wrong-type-2.md", f"---\n- title\n---\n{HAN}\n".encode(), fine()),
    ("bomb.md", ("---\ntitle: 炸\na: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n"
                 for i in range(20)) + f"---\n{HAN}\n").encode(), error("")),
    ("date-zero.md", article("零", date="0000-00-00"), error("date")),
    ("date-february.md", article("二月", date="2024-02-31"), error("date")),
    ("date-year.md", article("远", date="99999-01-01"), error("date")),
    ("deep.md", ("---\ntitle: 深\ntags: " + "[" * 5000 + "]" * 5000 + f"\n---\n{HAN}\n").encode(), error("")),
    ("tag-long.md", article("长标签", tags="[" + "长" * 3400 + "]"), fine("松了一口气")),
]

SLUGS = [
    (f"slug-{number}.md", article(f"名{number}", slug=f'"{slug}"'), fine("松了一口气"))
    for number, slug in enumerate(["..", "．．／．．", "", "!!!", "汉" * 300, "con", "ＣＯＭ１", "name.", "a/../../b", "-x",
                                   "CON.txt", "nul", "同名", "同名", "Same", "same", "caf\u00e9", "cafe\u0301"])
]

NAMES = [
    ("长" * 83 + ".md", article("长名"), fine("松了一口气")),
    ("-dash.md", article("横"), fine("松了一口气")),
    ("new\nline.md", article("换行"), fine("松了一口气")),
    ("quote'\"<b>.md", article("引号"), fine("松了一口气")),
    ("\u202etxt.md", article("反"), fine("松了一口气")),
    ("{{title}}.md", article("括号名"), fine("松了一口气")),
    ("a/01.md", article("夹甲"), fine("松了一口气")),
    ("a.md", article("甲"), fine("松了一口气")),
    ("e\u0301.md", article("分解"), fine("松了一口气")),
    ("\u00e9.md", article("合成"), fine("松了一口气")),
]

ALL = ENCODINGS + CHARACTERS + MARKDOWN + FRONT_MATTER + SLUGS + NAMES


def write(content, rows):
    for path, data, _ in rows:
        path = os.path.join(content, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as out:
            out.write(data)
