#!/usr/bin/env python3
"""Archives that are hard to set: hard_cases.py FOLDER writes three of them below it, each a content folder.

  hard     a title of four lines, forty names and tags, an issue of one article and one of sixty, a person with five
           hundred articles, a page with its picture, verse, a table, everything doubtful at once
  empty    nothing at all
  undated  articles without any date

All of it is invented, and always the same."""
import os
import struct
import sys
import zlib

SURNAMES = "沈宋陆何郑林方许丁贺顾周江孟石谢杜秦温葛"
GIVEN = ["若谷", "知微", "明远", "秋实", "怀瑾", "小满", "既白", "清和", "念之", "溪亭"]
TOWNS = ["栖霞渡", "石桥铺", "白芦镇", "云门乡", "望海坡", "双井村"]
BUREAUS = ["市水务局", "市教育局", "市交通运输局", "市农业农村局", "市卫生健康局", "市文化和旅游局"]
LONG = "从一条无名小路到一座城市的会客厅：沿江二十七个老旧码头三年改造背后的图纸、算盘和人情账"


def person(number):
    return SURNAMES[number % len(SURNAMES)] + GIVEN[number // len(SURNAMES) % len(GIVEN)]


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb" if isinstance(text, bytes) else "w", **({} if isinstance(text, bytes) else {"encoding": "utf-8"})) as out:
        out.write(text)


def article(title, body, **fields):
    lines = [f"title: {title}"] + [f"{key}: {value}" for key, value in fields.items()]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + body + "\n"


def picture(width, height):
    """A page as grey columns: a PNG without any library."""
    row = b"\0" + bytes(200 if x % 90 < 78 and x > 40 else 250 for x in range(width))
    blank = b"\0" + bytes([250]) * width
    data = b"".join(blank if y % 9 < 4 or y < 60 else row for y in range(height))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def write_hard(folder):
    crowd = "".join(f"{BUREAUS[i % 6]}局长{person(i)}到会。" for i in range(40))
    tags = ", ".join(f"{town}{what}" for town in TOWNS for what in ("码头", "老街", "渡船", "堤防", "集市", "学校", "水塔"))
    write(folder, "2021-03-05/01-1.md", article(LONG, crowd, kicker="——“" + LONG[:30] + "”系列调查之一", subtitle=LONG[10:],
                                               author=person(7), tags=f"[{tags}]", column="城市档案"))
    write(folder, "2021-03-05/01-2.md", article("渡口", "> 江水发白\n>\n> 船还没有来\n\n| 站 | 水位 |\n|---|---|\n| 上渡 | 12.5 |\n\n"
                                                "第一段。\n\n## 小标题\n\n第二段，很长。" + "堤上的人一夜没有睡。" * 40))
    write(folder, "2021-03-05/02.txt", "入汛第一天\n河堤上的灯亮了一夜\n本报讯（记者 顾念之）" + "堤上的人一夜没有睡，水涨了又退。" * 30 +
          "\n责任编辑 顾念之\n")
    write(folder, "2021-03-05/02.png", picture(700, 1000))
    write(folder, "2021-03-06/01-1.md", article("独此一篇", "这一天只有一篇。"))
    for number in range(60):
        write(folder, f"2021-03-08/{number // 15 + 1:02}-{number % 15 + 1}.md",
              article(f"{TOWNS[number % 6]}第{number + 1}件实事办成", f"{TOWNS[number % 6]}的人说，办成了。", kind="brief" if number % 4 == 3 else "news"))
    for number in range(500):
        year, month, day = 2010 + number // 50, number % 12 + 1, number % 28 + 1
        write(folder, f"{year}-{month:02}-{day:02}/01-{number % 7 + 1}.md",
              article(f"{BUREAUS[number % 6]}第{number + 1}次会商", f"{BUREAUS[0]}局长石既明说，第{number + 1}次会商开过了。"))
    write(folder, "people.yaml", "- name: 石既明\n  note: 任职多年，见报最多。\n")


def main():
    top = sys.argv[1]
    write_hard(os.path.join(top, "hard"))
    os.makedirs(os.path.join(top, "empty"), exist_ok=True)
    for number in range(3):
        write(os.path.join(top, "undated"), f"old-{number}.md", article(f"旧话之{number + 1}", "没有日期的一篇。"))


if __name__ == "__main__":
    main()
