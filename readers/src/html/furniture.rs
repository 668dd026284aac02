//! What stands around the notice on its page and belongs to it: its title, and the box with its number and dates.

use std::ops::Range;

use crate::Metadata;
use crate::draft::{Block, Table, TableCell};
use crate::html::tree::{Kind, Tree};
use crate::html::walk::Piece;

/// Title and box of a notice, as far as its text has them not.
#[derive(Debug)]
pub(crate) struct Around {
    pub(crate) title: Option<String>,
    pub(crate) metadata: Vec<Metadata>,
}

/// Names of the lines in the boxes of government pages.
const KEYS: [&str; 22] = [
    "索引号",
    "发文字号",
    "文号",
    "成文日期",
    "生成日期",
    "发布日期",
    "发文日期",
    "印发日期",
    "发布时间",
    "发文机构",
    "发文机关",
    "发布机构",
    "制发机关",
    "主题分类",
    "信息分类",
    "标题",
    "名称",
    "主题词",
    "有效性",
    "公开方式",
    "体裁分类",
    "公文种类",
];

pub(crate) fn around(tree: &Tree, pieces: &[Piece], place: &Range<usize>) -> Around {
    let inside = || pieces.iter().filter(|piece| place.contains(&piece.node));
    let text = bare(&inside().map(|piece| words(&piece.block)).collect::<String>());
    let outside = pieces.iter().filter(|piece| !place.contains(&piece.node));
    let mut metadata: Vec<Metadata> = vec![];
    for known in outside.flat_map(|piece| known(&piece.block)) {
        let again = metadata.iter().any(|earlier| earlier.key == known.key);
        let named = format!("{}：{}", known.key, bare(&known.value));
        if !again && !text.contains(&named) {
            metadata.push(known);
        }
    }
    let said = bare(&inside().map(|piece| without_files(&words(&piece.block))).collect::<String>());
    let title = title(tree).filter(|title| !said.contains(&bare(title)) && !is_known(&metadata, title));
    Around { title, metadata }
}

/// A text without the lines that name a file to take: a notice's file has its title.
pub(crate) fn without_files(text: &str) -> String {
    const ENDINGS: [&str; 11] =
        [".pdf", ".doc", ".docx", ".wps", ".ofd", ".xls", ".xlsx", ".zip", ".rar", ".jpg", ".png"];
    let is_file = |line: &&str| {
        let line = line.trim_end().to_ascii_lowercase();
        ENDINGS.iter().any(|ending| line.ends_with(ending))
    };
    text.lines().filter(|line| !is_file(line)).collect::<Vec<_>>().join("\n")
}

fn is_known(metadata: &[Metadata], title: &str) -> bool {
    metadata.iter().any(|known| known.key == "标题" && bare(&known.value) == bare(title))
}

/// The title that the page names: its `ArticleTitle`, else its `h1`.
fn title(tree: &Tree) -> Option<String> {
    let named = |name: &str| name.eq_ignore_ascii_case("ArticleTitle");
    let meta = tree.elements("meta").find(|node| tree.nodes[*node].attribute("name").is_some_and(named));
    let meta = meta.and_then(|node| tree.nodes[node].attribute("content")).map(one_line);
    let heading =
        || tree.elements("h1").map(|node| one_line(&shown(tree, node))).find(|title| !title.is_empty());
    meta.filter(|title| !title.is_empty()).or_else(heading)
}

fn shown(tree: &Tree, node: usize) -> String {
    let texts = tree.nodes[tree.range(node)].iter().filter_map(|node| match &node.kind {
        Kind::Text(text) => Some(text.as_str()),
        Kind::Element { .. } => None,
    });
    texts.collect()
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The lines of a box: `发文字号：翠政发〔2031〕5号`, or its cells side by side.
fn known(block: &Block) -> Vec<Metadata> {
    match block {
        Block::Line(line) => line.lines().filter_map(split).collect(),
        Block::Table(rows) => rows.iter().flat_map(|row| pairs(row)).collect(),
    }
}

/// A line that begins with a known name and a colon.
fn split(line: &str) -> Option<Metadata> {
    let (key, value) = line.split_once(['：', ':'])?;
    let key = bare(key);
    let value = one_line(value);
    (KEYS.contains(&key.as_str()) && !value.is_empty()).then_some(Metadata { key, value })
}

/// The names and values in a row of a box; empty values are left out.
pub(crate) fn pairs(row: &[TableCell]) -> Vec<Metadata> {
    let mut found = vec![];
    let mut cells = row.iter().peekable();
    while let Some(cell) = cells.next() {
        if let Some(known) = split(&cell.text) {
            found.push(known);
            continue;
        }
        let key = bare(&cell.text).trim_end_matches(['：', ':']).to_owned();
        if KEYS.contains(&key.as_str())
            && let Some(value) = cells.peek().map(|next| one_line(&next.text))
        {
            cells.next();
            if !value.is_empty() {
                found.push(Metadata { key, value });
            }
        }
    }
    found
}

/// Whether a table is the box of a page: half of its words are names, a known one among them.
pub(crate) fn is_box(rows: &Table) -> bool {
    let words = rows
        .iter()
        .flatten()
        .map(|cell| bare(&cell.text))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>();
    let known = |word: &str| KEYS.contains(&word.trim_end_matches(['：', ':']));
    let names = words.iter().filter(|word| known(word) || word.ends_with(['：', ':'])).count();
    let lines = words.iter().filter(|word| split(word).is_some()).count();
    words.iter().any(|word| known(word) || split(word).is_some()) && names * 2 + lines >= words.len()
}

/// The cells of a row of a box: a name with its value, or a cell alone.
pub(crate) fn lines(row: &[TableCell]) -> Vec<String> {
    let mut lines = vec![];
    let mut cells = row.iter().peekable();
    while let Some(cell) = cells.next() {
        let name = bare(&cell.text);
        let key = name.trim_end_matches(['：', ':']);
        if key.len() < name.len() || KEYS.contains(&key) {
            let value = cells.next().map(|next| one_line(&next.text)).unwrap_or_default();
            lines.push(format!("{key}：{value}"));
        } else {
            lines.push(cell.text.clone());
        }
    }
    lines
}

fn words(block: &Block) -> String {
    match block {
        Block::Line(line) => line.clone(),
        Block::Table(rows) => rows.iter().flatten().map(|cell| cell.text.as_str()).collect(),
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
