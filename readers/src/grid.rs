//! Tables with their places in the text.

use serde::{Deserialize, Serialize};

/// A range of bytes: `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
}

/// A table: its rows of cells, with ranges into the text beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// From the first cell to the last.
    pub span: Span,
    /// The cells that begin in each row, from left to right; a cell that reaches down from a row above is not repeated.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Its text, without tabs around it; empty for an empty cell.
    pub span: Span,
    /// How many rows it takes up, at least 1.
    pub rowspan: usize,
    /// How many columns it takes up, at least 1.
    pub colspan: usize,
}

impl Grid {
    /// Moves it by as many bytes as are put before its text.
    pub(crate) fn shift(&mut self, by: usize) {
        let spans = self.rows.iter_mut().flatten().map(|cell| &mut cell.span);
        for span in spans.chain([&mut self.span]) {
            *span = Span { start: span.start + by, end: span.end + by };
        }
    }
}

/// In the words of the parser.
#[cfg(feature = "gongwen")]
impl From<&Grid> for gongwen::Grid {
    fn from(grid: &Grid) -> Self {
        let cell = |cell: &Cell| gongwen::Cell {
            span: cell.span.into(),
            rowspan: cell.rowspan,
            colspan: cell.colspan,
        };
        let rows = grid.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        gongwen::Grid { span: grid.span.into(), rows }
    }
}

#[cfg(feature = "gongwen")]
impl From<Span> for gongwen::Span {
    fn from(span: Span) -> Self {
        gongwen::Span::new(span.start, span.end)
    }
}
