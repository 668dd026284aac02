//! Tables: rows of cells, merged ones in place.

use roxmltree::Node;

use crate::docx::walk::{Walk, choice, content};
use crate::draft::{Block, Table, TableCell};
use crate::xml::{child, switch, value};

impl Walk<'_> {
    /// Reads a table; one that holds another only puts it into place.
    pub(crate) fn table(&mut self, node: Node<'_, '_>, depth: usize) {
        let mut rows = Rows::default();
        let mut inner = vec![];
        for row in unwrapped(node, "tr").into_iter().filter(|row| !is_gone(*row)) {
            self.row(row, &mut rows, &mut inner, depth);
        }
        if inner.iter().any(|block| matches!(block, Block::Table(_))) {
            self.blocks.append(&mut inner);
        } else {
            self.blocks.push(Block::Table(rows.done));
        }
    }

    /// Reads a row both as cells and as the blocks of a layout.
    fn row(&mut self, row: Node<'_, '_>, rows: &mut Rows, inner: &mut Vec<Block>, depth: usize) {
        rows.begin(row);
        for cell in unwrapped(row, "tc") {
            let properties = child(cell, "tcPr");
            if properties.is_some_and(|properties| child(properties, "cellDel").is_some()) {
                continue;
            }
            let blocks = self.apart(cell, depth);
            rows.cell(properties, &blocks);
            inner.extend(blocks);
        }
    }
}

/// The rows of a table or the cells of a row, out of what may be wrapped around them.
fn unwrapped<'a, 'i>(parent: Node<'a, 'i>, name: &str) -> Vec<Node<'a, 'i>> {
    let mut found = vec![];
    let mut stack = parent.children().filter(Node::is_element).collect::<Vec<_>>();
    stack.reverse();
    while let Some(node) = stack.pop() {
        let inside = match node.tag_name().name() {
            known if known == name => {
                found.push(node);
                continue;
            }
            "sdt" => content(node),
            "AlternateContent" => choice(node),
            "ins" | "moveTo" | "customXml" | "smartTag" => Some(node),
            _ => None,
        };
        let inside = inside.map(|node| node.children().filter(Node::is_element).collect::<Vec<_>>());
        stack.extend(inside.unwrap_or_default().into_iter().rev());
    }
    found
}

/// Whether a row was deleted or is hidden.
fn is_gone(row: Node<'_, '_>) -> bool {
    let properties = child(row, "trPr");
    properties.is_some_and(|row| child(row, "del").is_some() || switch(row, "hidden") == Some(true))
}

/// Rows under work.
#[derive(Debug, Default)]
struct Rows {
    done: Table,
    column: usize,
    /// For each column, the place of the cell that may be continued below.
    open: Vec<Option<(usize, usize)>>,
}

/// How a cell goes on from its neighbour: `<w:vMerge/>`, `<w:vMerge w:val="restart"/>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Merge {
    No,
    Begins,
    GoesOn,
}

impl Rows {
    fn begin(&mut self, row: Node<'_, '_>) {
        self.done.push(vec![]);
        self.column = 0;
        let before = child(row, "trPr").and_then(|properties| number(properties, "gridBefore"));
        if let Some(before) = before.filter(|before| *before > 0) {
            self.put(TableCell { text: String::new(), rowspan: 1, colspan: before }, Merge::No);
        }
    }

    fn cell(&mut self, properties: Option<Node<'_, '_>>, blocks: &[Block]) {
        let text = blocks.iter().flat_map(Block::lines).collect::<Vec<_>>().join("\n");
        let merge = |name| properties.map_or(Merge::No, |properties| merge(properties, name));
        let colspan = properties.and_then(|properties| number(properties, "gridSpan")).unwrap_or(1).max(1);
        let row = self.done.len() - 1;
        match (merge("hMerge"), merge("vMerge")) {
            (Merge::GoesOn, _) if !self.done[row].is_empty() => {
                let last = self.done[row].len() - 1;
                self.done[row][last].colspan = self.done[row][last].colspan.saturating_add(colspan);
                self.add(row, last, &text);
                self.column = self.column.saturating_add(colspan);
            }
            (_, Merge::GoesOn) => match self.open.get(self.column).copied().flatten() {
                Some((above, at)) if above < row => {
                    self.done[above][at].rowspan = row - above + 1;
                    self.add(above, at, &text);
                    self.column = self.column.saturating_add(self.done[above][at].colspan);
                }
                _ => self.put(TableCell { text, rowspan: 1, colspan }, Merge::Begins),
            },
            (_, merge) => self.put(TableCell { text, rowspan: 1, colspan }, merge),
        }
    }

    /// Word keeps nothing in cells that go on; other programs may.
    fn add(&mut self, row: usize, at: usize, text: &str) {
        let cell = &mut self.done[row][at].text;
        if !text.trim().is_empty() && cell != text {
            cell.push('\n');
            cell.push_str(text);
        }
    }

    fn put(&mut self, cell: TableCell, merge: Merge) {
        let row = self.done.len() - 1;
        let end = self.column.saturating_add(cell.colspan);
        // Word has at most 63 columns
        if self.column < 1024 {
            self.open.resize(self.open.len().max(end.min(1024)), None);
            let open = (merge == Merge::Begins).then_some((row, self.done[row].len()));
            self.open[self.column..end.min(1024)].fill(None);
            self.open[self.column] = open;
        }
        self.column = end;
        self.done[row].push(cell);
    }
}

fn merge(properties: Node<'_, '_>, name: &str) -> Merge {
    match child(properties, name) {
        None => Merge::No,
        Some(_) if value(properties, name) == Some("restart") => Merge::Begins,
        Some(_) => Merge::GoesOn,
    }
}

fn number(properties: Node<'_, '_>, name: &str) -> Option<usize> {
    value(properties, name)?.trim().parse().ok()
}
