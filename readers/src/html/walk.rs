//! From the nodes of a page to paragraphs and tables, as the browser sets them.

use crate::draft::{Block, Table, TableCell};
use crate::html::list::{Lists, label};
use crate::html::tree::{Kind, Tree};

/// A block and the node that it begins at.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) node: usize,
    pub(crate) block: Block,
}

/// The blocks of a page, in order.
pub(crate) fn pieces(tree: &Tree) -> Vec<Piece> {
    let layout = layout_tables(tree);
    let mut writer = Writer::default();
    let mut at = 0;
    while at < tree.nodes.len() {
        writer.leave(at);
        if tree.nodes[at].name() == "table" && !layout[at] {
            writer.flush();
            writer.pieces.push(Piece { node: at, block: table(tree, at) });
            at = tree.nodes[at].end;
        } else {
            writer.enter(tree, at);
            at += 1;
        }
    }
    writer.flush();
    writer.pieces
}

/// For each table, whether it only puts other tables into place.
fn layout_tables(tree: &Tree) -> Vec<bool> {
    let mut layout = vec![false; tree.nodes.len()];
    let mut open: Vec<usize> = vec![];
    for at in 0..tree.nodes.len() {
        while open.last().is_some_and(|table| tree.nodes[*table].end <= at) {
            open.pop();
        }
        if tree.nodes[at].name() == "table" {
            if let Some(around) = open.last() {
                layout[*around] |= tree.nodes[at].end > at + 1;
            }
            open.push(at);
        }
    }
    layout
}

/// The text of one stretch under work.
#[derive(Default)]
struct Writer {
    pieces: Vec<Piece>,
    line: String,
    /// Where the line began.
    start: usize,
    /// The ends of the elements that stand for themselves, and whether blanks count in them.
    open: Vec<(usize, Blanks)>,
    lists: Lists,
    /// Where the item ends whose number is all of the line.
    numbered: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blanks {
    /// A run of blanks and breaks is one blank.
    One,
    /// As they are written.
    Kept,
}

impl Writer {
    /// Closes what ends before `at`.
    fn leave(&mut self, at: usize) {
        if self.numbered.is_some_and(|end| end <= at) {
            // an empty item
            self.numbered = None;
            self.line.clear();
        }
        while self.open.last().is_some_and(|(end, _)| *end <= at) {
            self.open.pop();
            self.flush();
        }
        self.lists.leave(at);
    }

    fn enter(&mut self, tree: &Tree, at: usize) {
        let node = &tree.nodes[at];
        match &node.kind {
            Kind::Text(text) => self.text(text, at),
            Kind::Element { name, .. } => match name.as_str() {
                "br" | "hr" => self.flush(),
                "td" | "th" => self.separate(node.end),
                name if is_block(name) => {
                    self.flush();
                    let kept = name == "pre" || self.blanks() == Blanks::Kept;
                    self.open.push((node.end, if kept { Blanks::Kept } else { Blanks::One }));
                    self.lists.enter(node);
                    if name == "li" {
                        self.number(tree, at);
                    }
                }
                _ => {}
            },
        }
    }

    /// Cells of layout tables stand for themselves.
    fn separate(&mut self, end: usize) {
        self.flush();
        self.open.push((end, self.blanks()));
    }

    fn number(&mut self, tree: &Tree, at: usize) {
        if let Some(number) = self.lists.label(&tree.nodes[at]) {
            let text = tree.nodes[tree.range(at)].iter().find_map(|node| match &node.kind {
                Kind::Text(text) if !text.trim().is_empty() => Some(text.as_str()),
                _ => None,
            });
            self.line.push_str(&label(&number, text.unwrap_or_default()));
            self.start = at;
            self.numbered = Some(tree.nodes[at].end).filter(|_| !self.line.is_empty());
        }
    }

    fn blanks(&self) -> Blanks {
        self.open.last().map_or(Blanks::One, |(_, blanks)| *blanks)
    }

    fn text(&mut self, text: &str, at: usize) {
        if self.line.is_empty() {
            self.start = at;
        }
        if !text.trim().is_empty() {
            self.numbered = None;
        }
        match self.blanks() {
            Blanks::Kept => self.line.push_str(text),
            Blanks::One => collapse(&mut self.line, text),
        }
    }

    fn flush(&mut self) {
        if self.numbered.is_some() {
            return;
        }
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            let text = line.trim_matches([' ', '\n', '\r']).to_owned();
            self.pieces.push(Piece { node: self.start, block: Block::Line(text) });
        }
    }
}

/// Writes `text` behind `line`, each run of blanks as one; U+3000 stays.
fn collapse(line: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{c}' => {
                if !line.is_empty() && !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            // places where a long word may be broken
            '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
            c => line.push(c),
        }
    }
}

/// The rows of a table that holds no other.
fn table(tree: &Tree, table: usize) -> Block {
    let mut rows: Table = vec![];
    let mut before = vec![];
    let mut at = table + 1;
    while at < tree.nodes[table].end {
        match tree.nodes[at].name() {
            "tr" => rows.push(vec![]),
            "td" | "th" => {
                if rows.is_empty() {
                    rows.push(vec![]);
                }
                if let Some(row) = rows.last_mut() {
                    row.push(cell(tree, at));
                }
                at = tree.nodes[at].end;
                continue;
            }
            "caption" => {
                before.push(vec![cell(tree, at)]);
                at = tree.nodes[at].end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    rows.retain(|row| !row.is_empty());
    Block::Table(before.into_iter().chain(rows).collect())
}

fn cell(tree: &Tree, at: usize) -> TableCell {
    let mut writer = Writer::default();
    for inside in at + 1..tree.nodes[at].end {
        writer.leave(inside);
        writer.enter(tree, inside);
    }
    writer.flush();
    let lines = writer.pieces.into_iter().filter_map(|piece| match piece.block {
        Block::Line(line) => Some(line),
        Block::Table(_) => None,
    });
    let span = |name| tree.nodes[at].attribute(name).and_then(|value| value.trim().parse::<usize>().ok());
    // in HTML a rowspan of 0 reaches to the end of the table
    let rowspan = span("rowspan").map_or(1, |rows| if rows == 0 { usize::MAX } else { rows });
    TableCell { text: lines.collect::<Vec<_>>().join("\n"), rowspan, colspan: span("colspan").unwrap_or(1) }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "title"
            | "tr"
            | "ul"
            | "ucapcontent"
            | "ucaptitle"
    )
}
