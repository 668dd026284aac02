//! What a web page puts behind a notice: links and files, where the page has it from.

use super::furniture::{is_furniture, is_own};
use crate::grammar::attachment::{entry_number, list_label};
use crate::grammar::date::{Dated, is_unfinished_day};
use crate::grammar::name::line::organisations;
use crate::text::character::is_blank;
use crate::text::numeral;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::text::words::{begins, ends};

/// Headings under which a page lists files and links behind the notice.
const LINKS: &[&str] = &[
    "附件下载",
    "文件下载",
    "相关链接",
    "相关解读",
    "相关文件",
    "关联文件",
    "政策解读",
    "部门解读",
    "图解：",
    "图解:",
    "解读：",
    "解读《",
    "【图解】",
    "【解读】",
    "图文解读",
    "视频解读",
    "相关稿件",
    "相关阅读",
    "相关图解",
    "相关图片",
    "相关新闻",
    "相关报道",
    "相关政策",
    "相关附件",
    "政策图解",
    "解读材料",
    "链接：",
    "链接:",
    "【文字】",
    "【视频】",
    "一图读懂",
    "公告正文下载",
];

/// The longest line of links in bytes. A guess.
const LINK_BYTES: usize = 1000;

/// How names of files end.
pub(crate) const FILES: &[&str] =
    &[".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".zip", ".rar", ".ofd", ".ceb"];

/// Whether a line behind the notice heads or holds the page's links: `文件下载`, `….pdf`.
pub(crate) fn is_link(line: &str) -> bool {
    let file = ends(line, FILES);
    // an entry of the attachment list is the notice's
    let file = file && entry_number(line, 0).is_none() && list_label(line).is_none();
    let reading = || line.starts_with('《') && ends(line, &["》解读", "》政策解读", "》图解"]);
    line.len() < LINK_BYTES && !line.contains('。') && (file || begins(line, LINKS) || reading())
}

/// Whether a line behind the notice says where the page has it from: `信息来源：省政府办公厅`.
pub(crate) fn is_source(line: &str) -> bool {
    /// Fifty characters: a guess.
    const LONGEST_BYTES: usize = 150;
    line.len() <= LONGEST_BYTES && begins(line, &["信息来源", "稿件来源", "文章来源", "来源："])
}

/// The length of what stands before the heading of a list of files at a line's end: `（此件公开发布）文件下载`.
fn before_link(line: &str) -> Option<usize> {
    ["附件下载", "文件下载"].iter().find_map(|link| line.strip_suffix(link)).map(str::len)
}

/// Words that a line of a page's footer begins with.
const FOOTER: &[&str] = &[
    "网站地图",
    "网站声明",
    "网站首页",
    "网站标识码",
    "政府网站标识码",
    "建议使用",
    "建议您使用",
    "推荐使用",
    "最佳分辨率",
    "联系我们",
    "关于我们",
    "加入收藏",
    "设为首页",
    "友情链接",
    "隐私声明",
    "法律声明",
    "免责声明",
    "排行榜",
    "用微信扫描二维码",
];

/// Labels of those who run a page; in a notice they name units.
const HOSTS: &[&str] =
    &["主办单位", "主办：", "主办:", "承办单位", "承办：", "承办:", "技术支持", "维护单位", "运维单位"];

/// Other labels in a page's footer that notices know too.
const LABELS: &[&str] = &["地址", "通信地址", "通讯地址", "邮编", "邮政编码", "电话", "联系电话", "传真"];

/// Whether a line behind the notice is of the page's footer: `网站地图`, `京ICP备10000000号`, `【打印】`.
fn is_footer(line: &str) -> bool {
    /// Sixty-six characters: a guess.
    const LONGEST_BYTES: usize = 200;
    // an item, or the line that says that the signature stands alone on its page
    let own = entry_number(line, 0).is_some() || line.contains("此页无正文");
    let longest = if is_signed(line) { SIGNED_BYTES } else { LONGEST_BYTES };
    if line.len() > longest || own || line.contains(['。', '；']) {
        return false;
    }
    begins(line, FOOTER) || is_signed(line) || is_own(line)
}

/// The longest line in bytes of a page's foot with all that it says: a guess.
const SIGNED_BYTES: usize = 600;

/// Whether a line holds what only a page's foot does: who holds its rights, the numbers under which it is registered.
fn is_signed(line: &str) -> bool {
    let numbered = |rest: &str| rest.trim_start_matches(is_blank).starts_with(numeral::is_digit);
    let registered = |sign| line.split(sign).skip(1).any(numbered);
    line.contains("版权所有") && !line.contains("版权所有者")
        || line.contains("网站标识码")
        || registered("ICP备")
        || registered("公网安备")
}

/// Whether a line behind the notice says itself that it is the page's.
pub(crate) fn is_of_page(line: &str) -> bool {
    is_footer(line) || is_link(line) || is_furniture(line) || is_source(line)
}

/// Whether a line is `附件：` and nothing else.
fn is_label_alone(line: &str) -> bool {
    list_label(line) == Some(line.len())
}

/// Where the notice ends, and the page's lines behind it, from the last to the first: links, files, `来源：省政府`.
pub(crate) fn tail(source: &Source<'_>, days: &[Dated]) -> (usize, Vec<Span>) {
    /// A name of a file of 130 characters: a guess.
    const NAME_BYTES: usize = 400;
    let first = source.lines(Span::new(0, source.text.len())).next();
    // a table is the notice's
    let whole = Span::new(source.last_table_end(), source.text.len());
    // a day at a line's end dates the notice: what stands before it is no link of the page
    let dated = |line: Span| {
        let next = days.partition_point(|(range, _)| range.end < line.end);
        days.get(next).is_some_and(|(range, _)| range.end == line.end)
    };
    // behind a heading such as 文件下载 names of files follow
    let names = |line: Span| {
        let slice = source.slice(line);
        line.len() < NAME_BYTES && !slice.contains('。') && !dated(line) && !is_unfinished_day(slice)
    };
    let mut reach = None;
    // lines that nobody knows below the page's first yet seen
    let mut unknown = 0;
    // the heading of the links at the end of the notice's last line
    let mut glued = None;
    for line in source.lines(whole).rev() {
        let slice = source.slice(line);
        // the first may stand above words that nobody knows, if it says surely whose foot it is
        let between = if reach.is_some() || is_signed(slice) { UNKNOWN_LINES } else { 0 };
        if is_link(slice) || unknown <= between && is_footer(slice) {
            (reach, unknown) = (Some(line.start), 0);
        } else if let Some(len) = before_link(slice) {
            glued = Some(Span::new(line.start + len, line.end));
            reach = Some(line.end);
            break;
        } else if !(begins(slice, LABELS) || begins(slice, HOSTS) || reach.is_some() && is_menu_word(slice)) {
            unknown += 1;
        }
        if unknown > MOST_LINKS || !names(line) {
            break;
        }
    }
    let reach = reach.map(|reach| hosted(source, reach));
    let mut end = source.text.len();
    let mut tail = Vec::new();
    for line in source.lines(whole).rev() {
        let page = reach.is_some_and(|reach| line.start >= reach)
            || is_furniture(source.slice(line))
            || is_source(source.slice(line))
            || !tail.is_empty() && is_label_alone(source.slice(line));
        if !page || Some(line) == first {
            let Some(heading) = glued.filter(|heading| heading.end == line.end) else {
                return (line.end, tail);
            };
            tail.push(heading);
            return (source.trim(Span::new(line.start, heading.start)).end, tail);
        }
        tail.push(line);
        end = line.start;
    }
    (end, tail)
}

/// Where the foot that begins at `start` begins with those who run the page: `主办单位：…⏎地址：…` above `网站标识码：…`.
fn hosted(source: &Source<'_>, start: usize) -> usize {
    let whole = source.text.len();
    if !source
        .lines(Span::new(start, whole))
        .take(1 + UNKNOWN_LINES)
        .any(|line| is_signed(source.slice(line)))
    {
        return start;
    }
    let above = source.lines(Span::new(0, start)).rev().take(MOST_LABELS);
    let labels =
        above.take_while(|&line| begins(source.slice(line), HOSTS) || begins(source.slice(line), LABELS));
    let hosts = labels.filter(|&line| begins(source.slice(line), HOSTS));
    hosts.last().map_or(start, |line| line.start)
}

/// Lines of labels above the signs of a page's foot, at most: a guess.
const MOST_LABELS: usize = 8;

/// Whether a line may be an entry of a menu: a few words without a mark, and no organ that signs.
fn is_menu_word(line: &str) -> bool {
    /// In bytes: eight characters. A guess.
    const LONGEST_BYTES: usize = 24;
    line.len() <= LONGEST_BYTES && line.chars().all(char::is_alphanumeric) && organisations(line).is_none()
}

/// Links under one heading, at most: more were not seen.
const MOST_LINKS: usize = 24;

/// Lines between two of a page's footer that nobody knows, at most: a guess.
const UNKNOWN_LINES: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_footer_has_words_and_numbers_of_its_own() {
        for line in [
            "网站地图",
            "京ICP备30000001号",
            "京公网安备 30000000000001",
            "【打印】【关闭】",
            "云溪县粮食局版权所有",
        ] {
            assert!(is_footer(line), "{line}");
        }
        for line in [
            "主办单位：云溪县粮食局",
            "2.标明版权所有者",
            "（此页无正文）",
            "做好ICP备案工作",
            "标明版权所有者；",
            "附件：",
            "云溪县粮食局",
        ] {
            assert!(!is_footer(line), "{line}");
        }
    }

    #[track_caller]
    fn assert_notice(text: &str, notice: &str) {
        let (end, _) = tail(&Source::new(text), &crate::grammar::date::dates(text));
        assert_eq!(&text[..end], notice);
    }

    #[test]
    fn labels_and_unknown_lines_belong_to_the_footer_around_them() {
        assert_notice(
            "请照办。\n云溪县粮食局\n网站地图\n地址：城东路6号\n粮食热线\n版权所有",
            "请照办。\n云溪县粮食局",
        );
        assert_notice("请照办。\n联系我们\n主办单位：云溪县粮食局\n承办：云溪县大数据中心", "请照办。");
    }

    #[test]
    fn who_runs_the_page_belongs_to_its_foot() {
        for foot in [
            "主办单位：云溪县人民政府\n承办单位：云溪县大数据局\n网站标识码：3300000001",
            "承办单位：云溪县大数据局\n版权所有：云溪县人民政府",
            "主办：云溪县人民政府 承办：云溪县大数据局\n地址：城东路6号\nICP备案：京ICP备30000001号",
        ] {
            assert_notice(&format!("请照办。\n{foot}"), "请照办。");
        }
        for text in
            ["请照办。\n主办单位：云溪县粮食局\n网站地图", "请照办。\n主办单位：云溪县粮食局\n方案.doc"]
        {
            assert_notice(text, &text[..text.rfind('\n').unwrap()]);
        }
    }

    #[test]
    fn what_no_footer_is_below_stays_with_the_notice() {
        for text in [
            "请照办。\n地址：城东路6号\n邮编：300000",
            "请照办。\n联系我们\n云溪县粮食局",
            "请照办。\n附件：",
        ] {
            assert_notice(text, text);
        }
        assert_notice("请照办。\n地址：城东路6号\n网站地图", "请照办。\n地址：城东路6号");
        assert_notice("请照办。\n网站地图\n2020年5月6日\n版权所有", "请照办。\n网站地图\n2020年5月6日");
    }

    #[test]
    fn a_label_above_the_footer_names_nothing() {
        assert_notice("请照办。\n附件：\n排行榜", "请照办。");
        assert_notice("请照办。\n附件：\n任务表\n排行榜", "请照办。\n附件：\n任务表");
    }
}
