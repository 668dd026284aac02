//! The rows of `citations` under the second layer, which wait for the notices that they may cite.

use std::io;

use gongwen::resolve::{CitationKey, NoticeIndex, NoticeKeys, Pointer, PointerTarget};

use super::some;
use crate::{Cell, Sink, Table};

/// A row of `citations` whose cited notice is not looked up yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationRow {
    cells: Vec<Kept>,
    relation: &'static str,
    key: Option<CitationKey>,
    section: Option<usize>,
}

/// A cell that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kept {
    Empty,
    Text(String),
    Integer(i64),
}

impl Kept {
    fn cell(&self) -> Cell<'_> {
        match self {
            Kept::Empty => Cell::Empty,
            Kept::Text(text) => Cell::Text(text),
            Kept::Integer(number) => Cell::Integer(*number),
        }
    }
}

/// Cells of `citations`; it has no others.
impl From<Cell<'_>> for Kept {
    fn from(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Text(text) => Kept::Text(text.to_owned()),
            Cell::Integer(number) => Kept::Integer(number),
            Cell::Empty | Cell::Boolean(_) | Cell::Date(_) | Cell::List(_) => Kept::Empty,
        }
    }
}

impl CitationRow {
    /// The row of a cited document.
    pub(super) fn new(cells: Vec<Cell<'_>>, relation: &'static str, key: Option<CitationKey>) -> Self {
        CitationRow { cells: cells.into_iter().map(Kept::from).collect(), relation, key, section: None }
    }

    /// The row of a pointer into the notice itself.
    pub(super) fn pointed(doc: &str, pointer: &Pointer) -> Self {
        let cells: [Cell<'_>; 6] = [
            doc.into(),
            some(pointer.place.section),
            pointer.text.as_str().into(),
            Cell::Empty,
            pointer.span.start.into(),
            pointer.span.end.into(),
        ];
        CitationRow {
            cells: cells.map(Kept::from).into(),
            relation: "internal",
            key: None,
            section: match pointer.target {
                Some(PointerTarget::Section(section)) => Some(section),
                _ => None,
            },
        }
    }
}

/// The rows of `citations` of all notices of a run, and the notices that they may cite.
#[derive(Debug, Clone, Default)]
pub struct Citations {
    index: NoticeIndex,
    docs: Vec<String>,
    rows: Vec<(usize, CitationRow)>,
}

impl Citations {
    /// Adds the next notice with its rows.
    pub fn add(&mut self, doc: &str, keys: NoticeKeys, rows: Vec<CitationRow>) {
        let own = self.docs.len();
        self.docs.push(doc.to_owned());
        self.index.add(keys);
        self.rows.extend(rows.into_iter().map(|row| (own, row)));
    }

    /// Hands the rows to `sink`, with the notice that each cites if it is among those that were added.
    ///
    /// # Errors
    ///
    /// - what `sink` says
    pub fn finish(self, sink: &mut impl Sink) -> io::Result<()> {
        self.rows.iter().try_for_each(|(own, row)| {
            let cited = row.key.as_ref().and_then(|key| self.index.cited(key)).filter(|cited| cited != own);
            let target = cited.or(row.section.map(|_| *own)).map(|notice| self.docs[notice].as_str());
            let links: [Cell<'_>; 3] = [row.relation.into(), target.into(), some(row.section)];
            sink.row(Table::Citations, row.cells.iter().map(Kept::cell).chain(links))
        })
    }
}
