//! Lines whose cells are parted by tabs, below a line of words over columns.

use super::column::Column;
use super::grid::{Found, Merges, Row, Slot, head_row, trimmed};
use super::marker::is_group_number;
use super::units::{is_nothing, is_units};
use crate::grammar::item_number::begins_item;
use crate::page::furniture::is_furniture;
use crate::text::numeral;
use crate::text::span::Span;

/// The longest line without a tab between rows, in bytes: the heading of some of them, thirty characters. A guess.
const HEADING_BYTES: usize = 90;

/// The tables of a text.
pub(super) fn tables(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(tab) = memchr::memchr(b'\t', &text.as_bytes()[at..]) {
        let run = Run::from(text, at + tab);
        at = run.lines.last().map_or(text.len(), |last| last.end);
        found.extend(run.table());
    }
    found
}

/// Lines that follow each other, nearly all with tabs.
struct Run<'t> {
    text: &'t str,
    lines: Vec<Span>,
}

impl<'t> Run<'t> {
    /// The lines from the one around the tab at `at` on.
    fn from(text: &'t str, at: usize) -> Self {
        let start = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |before| before + 1);
        let mut run = Run { text, lines: Vec::new() };
        let mut waiting: Option<Span> = None;
        let mut next = start;
        while next < text.len() {
            let end = memchr::memchr(b'\n', &text.as_bytes()[next..]).map_or(text.len(), |len| next + len);
            let line = Span::new(next, end);
            next = end + 1;
            let words = &text[line.range()];
            if words.contains('\t') {
                run.lines.extend(waiting.take());
                run.lines.push(line);
            } else if !words.trim().is_empty() && (waiting.is_some() || words.len() > HEADING_BYTES) {
                break;
            } else if !words.trim().is_empty() {
                waiting = Some(line);
            }
        }
        run
    }

    /// The table, if one of the first lines holds the words over its columns.
    fn table(&self) -> Option<Found> {
        let (at, found) = head_row(self.text, self.lines.iter().map(|&line| row(self.text, line)))?;
        if self.lines.len() < at + 2 {
            return None;
        }
        let columns = found.of_units().unwrap_or_default();
        let mut rows = Vec::with_capacity(self.lines.len());
        let mut mixed = Vec::new();
        for (index, &line) in self.lines.iter().enumerate() {
            let row = row(self.text, line);
            match if index <= at || columns.is_empty() { Some(row) } else { fitted(self.text, row, &columns) }
            {
                Some(row) => rows.push(row),
                None => mixed.push(line),
            }
        }
        let span = Span::new(self.lines[0].start, self.lines.last()?.end);
        Some(Found { span, rows, merges: Merges::Unknown, mixed })
    }
}

/// The cells of a line.
fn row(text: &str, line: Span) -> Row {
    let mut row = Row::new();
    let mut from = line.start;
    let tabs = memchr::memchr_iter(b'\t', text[line.range()].as_bytes()).map(|at| line.start + at);
    for tab in tabs.chain([line.end]) {
        row.push(Slot::single(trimmed(text, Span::new(from, tab)), row.len()));
        from = tab + 1;
    }
    row
}

/// A row with as many cells as there are columns; one that has fewer lacks them at its end or, where merged cells were
/// dropped, at its start. `None` where neither fits.
fn fitted(text: &str, mut row: Row, columns: &[Column]) -> Option<Row> {
    while row.len() > columns.len() && row.last().is_some_and(|last| last.span.is_empty()) {
        row.pop();
    }
    let line = row.first()?.span;
    if row.len() == 1 {
        let words = &text[line.range()];
        let heading = begins_item(words) || !words.contains(['。', '，', '；']);
        return (heading || is_furniture(words)).then_some(row);
    }
    // 一, 增开线路: heads the rows below
    let group = columns[0] == Column::Number && is_group_number(&text[line.range()]);
    if row.len() >= columns.len() || group && row.len() == 2 {
        return Some(row);
    }
    let lacking = columns.len() - row.len();
    let shifted =
        |by: usize| -> Row { row.iter().map(|slot| Slot { column: slot.column + by, ..*slot }).collect() };
    [0, lacking].into_iter().map(shifted).find(|row| fits(text, row, columns))
}

/// Whether the cells are of the kinds of their columns.
fn fits(text: &str, row: &Row, columns: &[Column]) -> bool {
    let mut told = false;
    let fit = row.iter().all(|slot| {
        let words = &text[slot.span.range()];
        let empty = words.is_empty() || is_nothing(words);
        match columns[slot.column] {
            Column::Number => {
                empty || words.starts_with(|c| numeral::is_digit(c) || numeral::is_han_numeral(c))
            }
            Column::Units(_) => {
                told |= !empty;
                empty || is_units(words)
            }
            Column::Text | Column::Deadline => empty || !is_units(words),
            Column::Other => true,
        }
    });
    fit && told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(text: &str) -> Vec<Vec<(usize, &str)>> {
        let found = tables(text);
        let rows = found.first().map(|found| found.rows.clone()).unwrap_or_default();
        let full = |row: &Row| -> Vec<(usize, Span)> {
            row.iter().filter(|slot| !slot.span.is_empty()).map(|slot| (slot.column, slot.span)).collect()
        };
        let cells =
            |row: &Row| full(row).into_iter().map(|(column, span)| (column, &text[span.range()])).collect();
        rows.iter().map(cells).collect()
    }

    #[test]
    fn a_row_that_lacks_cells_is_filled_by_what_fits() {
        let text = "序号\t任务\t责任单位\t时限\n一、护林\n1\t巡山\t县林业局\n挂牌\t县林业局\t年底\n";
        let rows = read(text);
        assert_eq!(rows[1], [(0, "一、护林")]);
        assert_eq!(rows[2], [(0, "1"), (1, "巡山"), (2, "县林业局")]);
        assert_eq!(rows[3], [(1, "挂牌"), (2, "县林业局"), (3, "年底")]);
    }

    #[test]
    fn lines_with_tabs_below_other_words_are_none() {
        for text in [
            "索引号\t0112\t分类\t农业\n文号\t临农〔2019〕27号\t有效性\t有效\n",
            "\t一、修路\n\t二、种树\n",
            "\t",
        ] {
            assert!(tables(text).is_empty(), "{text}");
        }
    }
}
