#!/usr/bin/env python3
"""What a researcher writes in an afternoon: notices read line by line with regular expressions.

usage: line_regex.py OUT FILE...

Writes documents.csv, sections.csv and responsibilities.csv to OUT with the columns of `gongwen tables` that it can
fill (no places in the text), and prints its time as JSON. Written in good faith; it knows the common forms: header at the
top, headings at line starts, units in brackets or behind a label, role words. Standard library only.
"""
import re
import unicodedata

from common import peer

GENRE = "通知|意见|决定|公告|通告|函|批复|通报|报告|请示|命令|令|公报|纪要|方案|办法|规定|细则|措施|规划|计划|要点|条例|规则|预案|清单"
KINDS = {"令": "命令"}
NUMBER = re.compile(r"(?:.*通知)?([\u4e00-\u9fff]{1,12}?)\s*[〔\[［﹝（(【]\s*(\d{4})\s*[〕\]］﹞）)】]\s*第?\s*(\d{1,5})\s*号")
ORDER = re.compile(r"(?:\d{4}年)?第\s*\d{1,5}\s*号")
TITLE = re.compile(rf".{{0,40}}关于.*(?:{GENRE})(?:（[^）]*）)?$")
PLAIN_TITLE = re.compile(rf"^[\u4e00-\u9fff\d“”《》〈〉、—（）·]{{4,60}}(?:{GENRE})(?:（[^）]*）)?$")
RECIPIENTS = re.compile(r"^[^。；]{2,200}(?:政府|部门|厅|局|委|办|单位|机构|中心|企业|院|会|公司)[^。；]{0,20}[：:]$")
DATE = re.compile(r"^(?:.*\D)?((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$")
HAN_DATE = re.compile(r"([一二][○〇零ОO0一二三四五六七八九]{3})年([元一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日曰]$")
METADATA = re.compile(
    r"^\s*(索\s*引\s*号|发布日期|发布时间|发文机构|发文机关|发文字号|来源|信息来源|政策类型|政策层级|关键字|主题分类|成文日期|有效性|公开方式|文号)\s*[：:]\s*(\S*)"
)
MARKERS = [
    re.compile(rf"^({pattern})\s*(.*)$")
    for pattern in (
        r"第[一二三四五六七八九十百]+[编篇章]",
        r"第[一二三四五六七八九十百]+节",
        r"第[一二三四五六七八九十百零]+条",
        r"[一二三四五六七八九十]{1,3}、",
        r"[（(][一二三四五六七八九十]{1,3}[）)]",
        r"\d{1,3}(?:\.(?!\d)|．|、)",
        r"[（(]\d{1,2}[）)]",
        r"[①②③④⑤⑥⑦⑧⑨⑩]",
    )
]
ROLES = r"牵头|主办|负责|落实|配合|参与|参加|协助|协办|支持|会同|责任单位|责任部门|牵头单位|牵头部门|配合单位"
CLAUSE = re.compile(rf"[（(〔\[]((?:[^（()）〔〕\[\]]|[（(][^（()）]*[）)])*(?:{ROLES})(?:[^（()）〔〕\[\]]|[（(][^（()）]*[）)])*)[）)〕\]]")
LABEL_LINE = re.compile(r"^((?:牵头|责任|配合|参与|参加|主办|协办|协同)[\u4e00-\u9fff]{0,2}(?:单位|部门)[：:].*)$")
LABEL = re.compile(r"((?:牵头|责任|配合|参与|参加|主办|协办|协同|牵头责任)(?:单位|部门)|完成时[限间]|实施期限|时间进度)\s*[：:]")
VERB = re.compile(
    r"(?:等(?:有关|相关)?(?:部门|单位)?)?(?:分别|共同|具体)?(?:按照?(?:各自)?(?:职责|职能)分工)?"
    r"(牵头负责|牵头落实|组织实施|牵头|主办|负责落实|负责|落实|配合|参与|参加|协助|协办|支持)"
)
DEADLINE = re.compile(r"((?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|上旬|中旬|下旬)?前|\d{4}年(?:\d{1,2}月)?(?:底)?|持续推进|长期坚持)(?:完成|取得.*)?$")
UNIT = re.compile(r"(?:[厅局委办部会院所署司处室队行州市区县镇]|政府|机构|单位|部门|中心|集团|公司|海关|大学|学院|企业)(?:（[^）]*）|\([^)]*\))?$")
SUPPORT = ("配合", "参与", "参加", "协助", "协办", "支持", "协同")


def squeeze(text):
    """White space between Chinese characters dropped."""
    return re.sub(r"\s+", "", text)


def digits(han):
    values = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {c: 0 for c in "○零ОO0"} | {"元": 1}
    if "十" in han:
        tens, _, ones = han.partition("十")
        return values.get(tens, 1) * 10 + values.get(ones, 0)
    return int("".join(str(values[c]) for c in han))


def iso(line):
    line = unicodedata.normalize("NFKC", line) if re.search("[０-９]", line) else line
    if found := DATE.search(line.strip()):
        return "{}-{:02}-{:02}".format(*map(int, found.groups()))
    if found := HAN_DATE.search(squeeze(line)):
        return "{}-{:02}-{:02}".format(*map(digits, found.groups()))
    return ""


def header(lines):
    """The header, from the first lines; the signature's date, from the first line that is a date below the recipients."""
    row = dict.fromkeys(("doc_number", "title", "kind", "issuers", "recipients", "signatories", "date", "annotation"), "")
    start = 0
    for at, line in enumerate(lines[:40]):
        if found := METADATA.match(line):
            if found[1] in ("发文字号", "文号") and not row["doc_number"]:
                row["doc_number"] = squeeze(found[2])
            continue
        if not row["doc_number"] and len(line) < 60:
            if found := NUMBER.search(line):
                row["doc_number"] = squeeze(found[0][found.start(1):]) if "《" not in line else ""
            elif ORDER.fullmatch(line.strip()):
                row["doc_number"] = squeeze(line)
        if not row["title"] and not any(marker.match(line) for marker in MARKERS):
            for joined in (line, *("".join(lines[at:at + n]) for n in (2, 3))):
                if TITLE.match(squeeze(joined)) or PLAIN_TITLE.match(squeeze(joined)):
                    row["title"] = squeeze(joined)
                    break
        if RECIPIENTS.match(line.strip()):
            row["recipients"] = re.sub(r"[、，,]", "|", squeeze(line)[:-1])
            start = at + 1
            break
    if found := re.search(rf"({GENRE})(?:（[^）]*）)?$", row["title"]):
        row["kind"] = KINDS.get(found[1], found[1])
    for at, line in enumerate(lines[start:], start):
        if len(line) < 40 and not METADATA.match(line) and (date := iso(line)):
            row["date"] = date
            row["signatories"] = signatories(lines[max(0, at - 4):at])
            break
    return row


def signatories(before):
    names = []
    for line in reversed(before):
        name = squeeze(line)
        if len(name) > 40 or not UNIT.search(name) or re.search(r"[。；：]", name):
            break
        names.insert(0, name)
    return "|".join(names)


def units(clause):
    """Units and roles of a clause: by label where there is one, else by the verb behind the names."""
    clause = squeeze(clause)
    rows, deadline = [], ""
    parts = LABEL.split(clause)
    groups = [("", parts[0])] + list(zip(parts[1::2], parts[2::2]))
    for label, rest in groups:
        if re.match("完成时|实施期|时间进", label):
            deadline = deadline or rest.strip("，；。、")
            continue
        for sentence in re.split(r"[；;。]", rest):
            waiting = []
            for name in re.split(r"[、，,]|(?<=[厅局委部会府])[和及与](?=[省市县区各国])", sentence):
                if found := DEADLINE.fullmatch(name):
                    deadline = deadline or found[1]
                    continue
                found = VERB.search(name)
                bare = VERB.split(name)[0] if found else name
                bare = re.sub(r"等(?:有关|相关)?(?:部门|单位)?$", "", bare)
                if UNIT.search(bare) and len(bare) < 40:
                    waiting.append(bare)
                if found:
                    rows += [(unit, role(found[1])) for unit in waiting]
                    waiting = []
            rows += [(unit, role(label)) for unit in waiting]
    return rows, deadline


def role(word):
    if word.startswith(("牵头", "主办")):
        return "lead"
    return "support" if word.startswith(SUPPORT) else "responsible"


def read(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    sections, duties, open_styles, owner, task = [], [], [], "", 0
    for line in lines:
        for style, marker in enumerate(MARKERS):
            if found := marker.match(line):
                while open_styles and open_styles[-1] >= style:
                    open_styles.pop()
                open_styles.append(style)
                heading, _, rest = found[2].partition("。")
                owner = found[1]
                sections.append({"depth": len(open_styles), "label": owner, "heading": heading, "text": rest})
                break
        clauses = [found[1] for found in CLAUSE.finditer(line)]
        if not clauses and (found := LABEL_LINE.match(line)):
            clauses = [found[1]]
        for clause in clauses:
            found, deadline = units(clause)
            task += bool(found)
            for position, (name, role_) in enumerate(found, 1):
                duties.append({"task": task, "label": owner, "position": position, "name": name, "role": role_, "deadline": deadline})
    return {"documents": [header(lines)], "sections": sections, "responsibilities": duties}


if __name__ == "__main__":
    import platform

    peer(f"Python {platform.python_version()}", read, tables=True)
