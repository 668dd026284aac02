//! 表: tables of the text, and the grids of cells that may be handed in beside it.

use serde::{Deserialize, Serialize};

use crate::text::span::{Span, Text};

/// A table that was found where the text comes from, its cells as places of the text.
///
/// What a [`Parser`](crate::Parser) is given beside a text: readers of HTML, DOCX and XLSX know which cells were merged,
/// the text alone does not.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grid {
    /// From the first cell to the last.
    pub span: Span,
    /// The cells that begin in each row, from left to right; one that reaches down from a row above is not repeated.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a [`Grid`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// Its words; empty for an empty cell.
    pub span: Span,
    /// How many rows it takes up, at least 1.
    pub rowspan: usize,
    /// How many columns it takes up, at least 1.
    pub colspan: usize,
}

/// 表: a table of the text. The rows of a table of tasks are [`Section`](super::Section)s with their tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Table {
    /// What was made of it.
    pub kind: TableKind,
    /// The words over its columns: `序号`, `工作任务`, `责任单位`.
    pub columns: Vec<Text>,
    /// What of it no section holds: the words over the columns, bars, tags; all of it where no row was read.
    pub pieces: Vec<Span>,
    /// From its first line to its last.
    pub span: Span,
}

/// What was made of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TableKind {
    /// Its rows are tasks: a column names who answers for them.
    Tasks,
    /// No column names who answers: prices, licences, quotas, persons. Nothing is read in it.
    Other,
    /// Its cells are mixed; the finding `table-unread` says so. Nothing is read in it.
    Unread,
}
