//! Cells in their places: [`Slot`].

use super::column::{Head, head};
use crate::model::Cell;
use crate::text::character::is_blank;
use crate::text::gaps::trim_range;
use crate::text::span::Span;

/// Rows among which the words over the columns are looked for: a title, a unit of measure and they.
const HEAD_ROWS: usize = 4;

/// Columns of a table: what stands further right counts as in the last, and a table of tasks so wide is left unread. Tables of
/// tasks have under 30.
pub(super) const MOST_COLUMNS: usize = 64;

/// A cell in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// Its words, no blanks around them.
    pub(super) span: Span,
    pub(super) column: usize,
    pub(super) colspan: usize,
    pub(super) rowspan: usize,
}

impl Slot {
    /// A cell of one row and one column.
    pub(super) fn single(span: Span, column: usize) -> Self {
        Slot { span, column: column.min(MOST_COLUMNS - 1), colspan: 1, rowspan: 1 }
    }

    pub(super) fn covers(&self, column: usize) -> bool {
        (self.column..self.column + self.colspan).contains(&column)
    }
}

/// The cells that begin in a row, from left to right.
pub(super) type Row = Vec<Slot>;

/// Whether it is known which cells are merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merges {
    Known,
    Unknown,
}

/// A table and its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) span: Span,
    pub(super) rows: Vec<Row>,
    pub(super) merges: Merges,
    /// Lines whose cells are mixed.
    pub(super) mixed: Vec<Span>,
}

impl Found {
    /// Whether words stand further right than is counted.
    pub(super) fn is_too_wide(&self) -> bool {
        let last = |slot: &&Slot| slot.column == MOST_COLUMNS - 1 && !slot.span.is_empty();
        self.rows.iter().any(|row| row.iter().filter(last).count() > 1)
    }

    /// The same table in a text whose places are others.
    pub(crate) fn moved(mut self, place: impl Fn(usize) -> usize) -> Self {
        let span = |span: Span| Span::new(place(span.start), place(span.end));
        self.span = span(self.span);
        self.mixed.iter_mut().for_each(|line| *line = span(*line));
        self.rows.iter_mut().flatten().for_each(|slot| slot.span = span(slot.span));
        self
    }
}

/// The place without the blanks at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    trim_range(text, span.range()).into()
}

/// Whether one of the first rows holds words over columns; a page's own box of labels, or one that places it, has none.
pub(super) fn is_headed(text: &str, rows: &[Row]) -> bool {
    head_row(text, rows.iter()).is_some()
}

/// The first row that holds words over columns, and what they say.
pub(super) fn head_row(text: &str, rows: impl Iterator<Item = impl AsRef<[Slot]>>) -> Option<(usize, Head)> {
    let heads = rows.take(HEAD_ROWS).map(|row| head(&words(text, row.as_ref())));
    heads.enumerate().find_map(|(at, found)| Some((at, found?)))
}

/// The runs of a line between blanks.
pub(super) fn fields(text: &str, line: Span) -> Vec<Span> {
    let mut fields = Vec::new();
    let mut at = line.start;
    for field in text[line.range()].split(is_blank) {
        let start = at + text[at..].find(field).unwrap_or_default();
        at = start + field.len();
        if !field.is_empty() {
            fields.push(Span::new(start, at));
        }
    }
    fields
}

/// Cells in their columns: as in HTML, one begins in the next column that no cell from above covers.
pub(super) fn placed(text: &str, rows: &[Vec<Cell>]) -> Vec<Row> {
    // for each column, how many rows a cell from above still covers
    let mut covered = [0_usize; MOST_COLUMNS];
    let mut placed = Vec::with_capacity(rows.len());
    for (at, cells) in rows.iter().enumerate() {
        let mut column = 0;
        let mut row = Row::with_capacity(cells.len().min(MOST_COLUMNS));
        for cell in cells {
            while column < MOST_COLUMNS - 1 && covered[column] > 0 {
                column += 1;
            }
            let free = covered[column..].iter().take_while(|&&rows| rows == 0).count().max(1);
            let colspan = cell.colspan.clamp(1, free);
            let rowspan = cell.rowspan.clamp(1, rows.len() - at);
            covered[column..column + colspan].fill(rowspan);
            row.push(Slot { span: trimmed(text, cell.span), column, colspan, rowspan });
            column = (column + colspan).min(MOST_COLUMNS - 1);
        }
        for rows in &mut covered {
            *rows = rows.saturating_sub(1);
        }
        placed.push(row);
    }
    placed
}

/// The words of a row by column: those of a cell over several in the first, and of cells too far right the first.
pub(super) fn words(text: &str, row: &[Slot]) -> Vec<String> {
    let width = row.last().map_or(0, |last| last.column + last.colspan);
    let mut words = vec![String::new(); width];
    for slot in row.iter().rev() {
        text[slot.span.range()].clone_into(&mut words[slot.column]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_begins_in_the_next_free_column() {
        let text = "甲乙丙丁戊";
        let cell =
            |at: usize, rowspan, colspan| Cell { span: Span::new(at * 3, at * 3 + 3), rowspan, colspan };
        let rows = [vec![cell(0, 2, 1), cell(1, 1, 2), cell(2, 9, 1)], vec![cell(3, 1, 1), cell(4, 1, 9)]];
        let columns: Vec<Vec<(usize, usize, usize)>> = placed(text, &rows)
            .iter()
            .map(|row| row.iter().map(|slot| (slot.column, slot.colspan, slot.rowspan)).collect())
            .collect();
        assert_eq!(columns, [vec![(0, 1, 2), (1, 2, 1), (3, 1, 2)], vec![(1, 1, 1), (2, 1, 1)]]);
    }

    #[test]
    fn a_table_that_is_too_wide_keeps_its_cells() {
        let cells = vec![Cell { span: Span::new(0, 3), rowspan: 7, colspan: 1 }; 100];
        let placed = placed("甲", &[cells.clone(), cells]);
        assert!(
            placed.iter().all(|row| row.len() == 100 && row.iter().all(|slot| slot.column < MOST_COLUMNS))
        );
    }
}
