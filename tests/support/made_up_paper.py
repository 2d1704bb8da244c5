"""A paper that nobody printed: pages and articles from templates and a random number generator. Everything in it is
invented; the same generator gives the same text."""

PAPER = "澜滨晚报"
TOWNS = ["栖霞渡", "石桥铺", "白芦镇", "云门乡", "柳堤街道", "望海坡", "双井村", "枫林社区"]
BUREAUS = ["水务局", "教育局", "交通运输局", "农业农村局", "卫生健康局", "文化和旅游局", "城市管理局"]
OFFICES = ["局长", "副局长", "主任", "党委书记"]
PEOPLE = ["沈若谷", "宋知微", "陆明远", "何秋实", "郑怀瑾", "林小满", "方既白", "欧阳云帆", "许清和", "丁一", "贺兰舟"]
REPORTERS = ["顾念之", "周子衿", "江晚晴", "孟溪亭"]
COLUMNS = ["读者来信", "街谈巷议", "档案里的城市"]
TITLES = ["{town}新修排水管网", "{bureau}公布今年实事清单", "{town}夜市重新开张", "{n}名志愿者走进{town}", "{town}小学迎来新操场",
          "老街书店办起读书会", "{town}通上公交车", "{bureau}回应停车难", "春耕时节{town}忙", "{town}渡口修缮完工"]
SENTENCES = [
    "{bureau}{office}{person}说，工程比计划提前{n}天完工。",
    "{town}居民{person}告诉记者，如今出门方便多了。",
    "据介绍，项目总投资{n}万元，惠及{town}等{few}个村庄。",
    "下一步，{bureau}将把经验推广到全市。",
    "“大家的事情大家商量着办。”{town}党支部书记{person}说。",
    "截至目前，{town}已经登记{n}户，其余各户月底前完成。",
    "{person}表示，要把群众的意见一条一条记下来、办下去。",
    "记者在现场看到，{n}多名工人正在抓紧施工。",
    "市{bureau}{office}{person}陪同查看了{town}的河堤。",
    "去年同期，这个数字是{n}。",
]


def fill(rng, template):
    return template.format(town=rng.choice(TOWNS), bureau="市" + rng.choice(BUREAUS), office=rng.choice(OFFICES),
                           person=rng.choice(PEOPLE), n=rng.randint(11, 990), few=rng.randint(2, 9)).replace("市市", "市")


def title(rng):
    return fill(rng, rng.choice(TITLES))


def paragraph(rng):
    return "".join(fill(rng, rng.choice(SENTENCES)) for _ in range(rng.randint(1, 3)))


def lede(rng):
    opening = f"本报讯（记者 {rng.choice(REPORTERS)}）" if rng.random() < 0.8 else "本报讯 "
    return opening + fill(rng, "近日，记者从{bureau}获悉，{town}的改造工程已经动工。") + paragraph(rng)


def wrapped(text, width):
    return "\n".join(text[i:i + width] for i in range(0, len(text), width))


def item(rng):
    """One article as it stands on a page: headline before its body, or behind it."""
    head = title(rng)
    if rng.random() < 0.2:
        head += "\n——" + fill(rng, "{town}见闻")
    if rng.random() < 0.15:
        head = f"【{rng.choice(COLUMNS)}】\n\n" + head
    bodies = [lede(rng)] + [paragraph(rng) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.3:
        bodies = [wrapped(body, 20) for body in bodies]
    if rng.random() < 0.15:
        bodies.append("（下转第2版）" if rng.random() < 0.5 else fill(rng, "图为{town}。　本报记者 孟溪亭 摄"))
    parts = [head] + bodies if rng.random() < 0.8 else bodies + [head]
    return "\n\n".join(parts) + "\n"


def page(rng, date=None, items=3):
    """The text of a page of `items` articles, under a folio line where it has a date."""
    folio = f"{PAPER}\n{date[:4]}年{int(date[5:7])}月{int(date[8:10])}日 第{rng.randint(100, 999)}期\n\n" if date else ""
    return folio + "\n\n".join(item(rng) for _ in range(items)) + f"\n责任编辑 {rng.choice(REPORTERS)}\n"


def date(rng):
    return f"{rng.choice([2019, 2020, 2021])}-{rng.choice([1, 3, 12]):02}-{rng.randint(1, 9):02}"


def article(rng):
    """A Markdown article with front matter."""
    fields = [f"title: {title(rng)}", f"author: {rng.choice(REPORTERS)}"]
    if rng.random() < 0.6:
        fields.append(f"date: {date(rng)}")
    if rng.random() < 0.6:
        fields.append(f"tags: [{', '.join(rng.sample(TOWNS + BUREAUS, 2))}]")
    if rng.random() < 0.2:
        fields.append(f"column: {rng.choice(COLUMNS)}")
    return "---\n" + "\n".join(fields) + "\n---\n\n" + "\n\n".join(paragraph(rng) for _ in range(3)) + "\n"
