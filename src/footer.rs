//! What a web page puts behind a notice: links and files, where the page has it from.

use crate::Span;
use crate::furniture::is_furniture;
use crate::grammar::attachment::entry_number;
use crate::grammar::date::Dated;
use crate::source::Source;
use crate::words::{begins, ends};

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

/// The longest line of links in bytes.
const LONGEST_LINK: usize = 1000;

/// How names of files end.
const FILES: &[&str] = &[".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".zip", ".rar", ".ofd", ".ceb"];

/// Whether a line behind the notice heads or holds the page's links: `文件下载`, `….pdf`.
pub(crate) fn is_link(line: &str) -> bool {
    let file = ends(line, FILES);
    // an entry of the attachment list is the notice's
    let file = file && entry_number(line, 0).is_none();
    let reading = || line.starts_with('《') && ends(line, &["》解读", "》政策解读", "》图解"]);
    line.len() < LONGEST_LINK && !line.contains('。') && (file || begins(line, LINKS) || reading())
}

/// Whether a line behind the notice says where the page has it from: `信息来源：省政府办公厅`.
pub(crate) fn is_source(line: &str) -> bool {
    const LONGEST: usize = 150;
    line.len() <= LONGEST && begins(line, &["信息来源", "稿件来源", "文章来源", "来源："])
}

/// The length of what stands before the heading of a list of files at a line's end: `（此件公开发布）文件下载`.
fn before_link(line: &str) -> Option<usize> {
    ["附件下载", "文件下载"].iter().find_map(|link| line.strip_suffix(link)).map(str::len)
}

/// Where the notice ends, and the page's lines behind it, from the last to the first: links, files, `来源：省政府`.
pub(crate) fn tail(source: &Source<'_>, days: &[Dated]) -> (usize, Vec<Span>) {
    let whole = Span::new(0, source.text.len());
    let first = source.lines(whole).next();
    let last: Vec<Span> = source.lines(whole).rev().take(TAIL_LINES).collect();
    // a day at a line's end dates the notice: what stands before it is no link of the page
    let dated = |line: Span| {
        let next = days.partition_point(|(range, _)| range.start < line.start);
        days.get(next).is_some_and(|(range, _)| range.end == line.end)
    };
    // behind a heading such as 文件下载 names of files follow
    let names = |line: &Span| line.len() < 400 && !source.slice(*line).contains('。') && !dated(*line);
    let mut reach = None;
    // the heading of the links at the end of the notice's last line
    let mut glued = None;
    for line in &last {
        let slice = source.slice(*line);
        if is_link(slice) {
            reach = Some(line.start);
        } else if let Some(len) = before_link(slice) {
            glued = Some(Span::new(line.start + len, line.end));
            reach = Some(line.end);
            break;
        }
        if !names(line) {
            break;
        }
    }
    let mut end = source.text.len();
    let mut tail = Vec::new();
    for line in last {
        let page = reach.is_some_and(|reach| line.start >= reach)
            || is_furniture(source.slice(line))
            || is_source(source.slice(line));
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

/// Lines at the end of a page that may be its own: more links were not seen.
const TAIL_LINES: usize = 24;
