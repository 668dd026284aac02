"""What happens to a notice before a user has it: each damage is a function of a text and a random source.

The words of pages and converters are made up; places and organs do not exist.
"""
import re

MENU = """网站首页 无障碍 长者模式 登录 注册 繁體 English 手机版 微信 微博 邮箱 检索 智能问答 站点地图 概况 机构 领导 动态 公报 数据 互动 政务公开
政府信息公开指南 信息公开目录 依申请公开 政策文件 政策解读 财政信息 人事信息 规划计划 统计数据 应急管理 办事服务 个人办事 法人办事 部门服务 便民查询
互动交流 在线访谈 民意征集 意见箱 常见问题 专题专栏 走进翠湖 湖光山色 城市名片 历史沿革 地图 天气 今日要闻 部门动态 县区动态 视频 图片新闻 通知公告
公示公告 招标采购 招考信息 双公示 权责清单 收费目录 重点领域 法治建设 优化环境 乡村振兴 生态环保 安全生产 教育 医疗 社保 就业 住房 交通""".split()
PATHS = ["当前位置：首页 > 政务公开 > 政策文件", "您现在的位置： 首页 >> 信息公开 >> 文件库 >> 正文", "首页 > 公开目录 > 通知公告", "您当前所在的位置：\n首页\n>\n政务公开\n>\n文件"]
LINES = ["发布时间：2031-05-06 10:21", "来源：翠湖市人民政府网站", "浏览次数：1024次", "字号：【大 中 小】", "分享到：", "打印本页", "【字体：大 中 小】 打印", "保护视力色：", "阅读量：88", "信息来源：市政府办公室  发布日期：2031-05-06  点击数：33"]
LINKS = ["上一篇：关于放假安排的通知", "下一篇：关于停水的通告", "相关解读", "相关文件", "图解：一图读懂", "扫一扫在手机打开当前页", "打印 关闭", "返回顶部", "附件下载", "【打印本页】【关闭窗口】"]
FOOT = ["网站地图 | 联系我们 | 隐私声明", "主办单位：翠湖市人民政府办公室", "承办单位：翠湖市大数据中心", "版权所有：翠湖市人民政府", "网站标识码：9900000001", "青ICP备99000001号-1", "青公网安备99000002000001号", "技术支持：翠湖信息公司", "地址：翠湖市湖滨路1号 邮编：999999", "建议使用1366*768分辨率浏览"]


def page(count):
    """A page read by a plain text extraction: menus above, links and a footer below, `count` lines in all."""
    def damage(text, random):
        above = [random.choice(MENU) for _ in range(count * 2 // 3)]
        above += random.choice(PATHS).split("\n")
        behind = random.sample(LINKS, 4) + [random.choice(MENU) for _ in range(count - len(above) - 12)]
        lines = random.sample(LINES, random.randint(1, 3))
        place = random.choice(("above", "behind", "none"))
        head = above + (lines if place == "above" else [])
        tail = (lines if place == "behind" else []) + behind + random.sample(FOOT, 8)
        return "\n".join(head) + "\n" + text.strip("\n") + "\n" + "\n".join(tail) + "\n"
    return damage


def page_title(text, random):
    """The page's `<title>`, the notice's with the site behind it, above a short menu and the notice."""
    title = first_title(text)
    sign = random.choice(("-", "_", " - ", "_通知公告_", "|"))
    above = [f"{title}{sign}翠湖市人民政府", *random.sample(MENU, 12), *random.choice(PATHS).split("\n")] if title else random.sample(MENU, 12)
    return "\n".join(above) + "\n" + text.strip("\n") + "\n" + "\n".join(random.sample(LINKS, 3) + random.sample(FOOT, 5)) + "\n"


def first_title(text):
    """The first line that reads like a whole title, for the page to repeat."""
    for line in paragraphs(text)[:12]:
        if re.search(r"关于.{4,60}的(通知|意见|通告|公告|函|决定|批复)$", line):
            return line
    return ""


def paragraphs(text):
    return [line.strip(" \t\r\u3000") for line in text.split("\n") if line.strip(" \t\r\u3000")]


HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章条])")


def markdown_strong(text, random):
    """Emphasis and a blank line between paragraphs, as html2text and markdownify leave it."""
    out = []
    for number, line in enumerate(paragraphs(text)):
        short = len(line) < 40
        if number < 3 and short or HEADING.match(line) and short:
            line = f"**{line}**"
        elif HEADING.match(line) and (label := HEADING.match(line).group()):
            line = f"**{label}**{line[len(label):]}"
        line = re.sub(r"^(\d+)\.", r"\1\\.", line)
        out.append(line)
    return "\n\n".join(out) + "\n"


def markdown_heads(text, random):
    """`#` before what looks like a title or heading, `- ` before items, as docling and MinerU write it."""
    out = []
    for number, line in enumerate(paragraphs(text)):
        if number < 3 and len(line) < 60 or HEADING.match(line) and len(line) < 40:
            line = f"{'#' if number < 3 else '##'} {line}"
        elif re.match(r"^\d+[.．、]", line):
            line = f"- {line}"
        out.append(line)
    if random.random() < 0.5:
        out.insert(0, "![](images/0.jpg)")
    return "\n\n".join(out) + "\n"


def markdown_page(text, random):
    """A whole page as Markdown: links for its menu, the notice with emphasis, links behind it."""
    menu = [f"* [{word}](http://www.example.cn/{number})" for number, word in enumerate(random.sample(MENU, 30))]
    crumbs = "[首页](/) > [政务公开](/zwgk/) > [文件](/zwgk/wj/)"
    foot = [f"[{word}](/{number})" for number, word in enumerate(random.sample(LINKS, 3))] + random.sample(FOOT, 6)
    return "\n".join(["![logo](/images/logo.png)", "", *menu, "", crumbs, "", markdown_strong(text, random), *foot]) + "\n"


def one_line(text, random):
    """All breaks lost, nothing in their place."""
    return "".join(paragraphs(text)) + "\n"


def one_line_blanks(text, random):
    """All breaks lost, a blank in their place."""
    return " ".join(paragraphs(text)) + "\n"


def one_line_indents(text, random):
    """All breaks lost, the indents left."""
    return "\u3000\u3000".join(paragraphs(text)) + "\n"


def head_glued(text, random):
    """The breaks of the head and foot lost: a page's script joined them."""
    lines = paragraphs(text)
    return "".join(lines[:6]) + "\n" + "\n".join(lines[6:-3]) + "\n" + "".join(lines[-3:]) + "\n"


def narrow(text, random):
    """Broken at a width of 28 characters, as text copied out of a PDF is."""
    out = []
    for line in paragraphs(text):
        out.extend(line[at:at + 28] for at in range(0, len(line), 28))
    return "\n".join(out) + "\n"


def invisible(text, random):
    """Invisible characters and no-break blanks sown thinly, private-use dots behind numbers."""
    def sow(found):
        return found.group() + random.choice("\u200b\u00ad\u200d\u2060\u00a0\ufeff")
    text = re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", lambda found: sow(found) if random.random() < 0.01 else "", text)
    return re.sub(r"(?m)^(\s*\d)[.．]", "\\1\ue010", text)


def drop(share):
    """Characters lost at random, as weak recognition loses them."""
    def damage(text, random):
        return "".join(c for c in text if c in "\n" or random.random() >= share)
    return damage


def lost_number(text, random):
    """The number's year in brackets lost to recognition: 〔2024〕 becomes 2024."""
    return re.sub(r"[〔\[﹝［](\d{4})[〕\]﹞］]", r"\1", text, count=1)


def entities(text, random):
    """What a page leaves here and there: `&nbsp;`, `<br>`."""
    return "".join(f"&nbsp;&nbsp;{line}<BR>\n" if random.random() < 0.1 else f"{line}\n" for line in paragraphs(text))


DAMAGES = {
    "none": lambda text, random: text,
    "page of 60 lines": page(60),
    "page of 120 lines": page(120),
    "page of 200 lines": page(200),
    "page with its title": page_title,
    "markdown, emphasis": markdown_strong,
    "markdown, headings": markdown_heads,
    "markdown, whole page": markdown_page,
    "page's tags": entities,
    "no breaks": one_line,
    "no breaks, blanks": one_line_blanks,
    "no breaks, indents": one_line_indents,
    "head and foot glued": head_glued,
    "28 characters a line": narrow,
    "invisible characters": invisible,
    "number's brackets lost": lost_number,
    "1 of 200 lost": drop(0.005),
}
