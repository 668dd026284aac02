//! Tables flattened to a line a cell: `序号⏎任务⏎责任单位⏎1⏎修路⏎市交通局⏎2⏎…`.
//!
//! Certain only where every so many lines the next number stands and every cell is of its column's kind: a merged, empty or broken
//! cell shifts all that follow. Such a table is left unread, and told.

use super::column::{Column, head};
use super::grid::{Found, Merges, Row, Slot, trimmed};
use super::lines::ends_table;
use super::units::{is_nothing, is_units};
use crate::text::character::{is_blank, squeezed};
use crate::text::numeral;
use crate::text::span::Span;

/// Columns at most: a table of more, a cell a line, was not seen; it stays text. Tables of tasks have under 30.
const MOST_COLUMNS: usize = 30;
/// Rows at least: fewer lines may be anything. A guess.
const FEWEST_ROWS: usize = 2;
/// Lines of one row at most, where its cells are broken over lines: a guess.
const ROW_LINES: usize = 80;

/// The tables of a text.
pub(super) fn tables(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut done = 0;
    for at in memchr::memmem::find_iter(text.as_bytes(), "序号") {
        let alone = ends_line(&text[at + "序号".len()..]) && begins_line(&text[..at]);
        if at < done || !alone {
            continue;
        }
        if let Some(table) = table(text, at) {
            done = table.span.end;
            found.push(table);
        }
    }
    found
}

fn begins_line(before: &str) -> bool {
    let before = before.trim_end_matches(|c| is_blank(c) && c != '\n');
    before.is_empty() || before.ends_with('\n')
}

fn ends_line(behind: &str) -> bool {
    let behind = behind.trim_start_matches(|c| is_blank(c) && c != '\n');
    behind.is_empty() || behind.starts_with('\n')
}

/// The table whose words over columns begin at `at`.
fn table(text: &str, at: usize) -> Option<Found> {
    let mut lines = lines(text, at);
    let mut words: Vec<Span> = Vec::new();
    let first = loop {
        let line = lines.next()?;
        if number(text, line) == Some(1) {
            break line;
        }
        words.push(line);
        if words.len() > MOST_COLUMNS {
            return None;
        }
    };
    let said: Vec<String> = words.iter().map(|word| squeezed(&text[word.range()])).collect();
    let columns = head(&said)?.of_units()?;
    let whole = rows(text, first, lines.clone(), &columns);
    let mut rows = vec![slots(&words)];
    if let Some(whole) = whole {
        rows.extend(whole.iter().map(|cells| slots(cells)));
        let end = rows.last()?.last()?.span.end;
        return (rows.len() > FEWEST_ROWS).then_some(Found {
            span: Span::new(at, end),
            rows,
            merges: Merges::Unknown,
            mixed: Vec::new(),
        });
    }
    let end = counted(text, lines, columns.len())?;
    let mixed = vec![Span::new(first.start, end)];
    Some(Found { span: Span::new(at, end), rows, merges: Merges::Unknown, mixed })
}

fn slots(cells: &[Span]) -> Row {
    cells.iter().enumerate().map(|(column, &span)| Slot::single(span, column)).collect()
}

/// The rows from the one on whose number is 1, a line a cell; `None` where one has other cells.
fn rows(
    text: &str,
    first: Span,
    mut lines: impl Iterator<Item = Span>,
    columns: &[Column],
) -> Option<Vec<Vec<Span>>> {
    let mut rows: Vec<Vec<Span>> = Vec::new();
    let mut next = Some(first);
    while let Some(line) = next {
        if number(text, line) != u32::try_from(rows.len() + 1).ok() {
            break;
        }
        let mut cells = vec![line];
        cells.extend(lines.by_ref().take(columns.len() - 1));
        if cells.len() < columns.len() || !fits(text, &cells, columns) {
            return None;
        }
        rows.push(cells);
        next = lines.next();
    }
    Some(rows)
}

/// Where the lines end among which the next numbers stand alone, behind that of the first row: those of the last row, a line
/// a cell, are the table's too.
fn counted(text: &str, lines: impl Iterator<Item = Span>, columns: usize) -> Option<usize> {
    let (mut last, mut since, mut end) = (1, 0, None);
    for line in lines {
        if ends_table(&text[line.range()]).is_some() {
            break;
        }
        since += 1;
        if number(text, line) == Some(last + 1) {
            (last, since) = (last + 1, 0);
        }
        if since < columns {
            end = Some(line.end);
        }
        if since > ROW_LINES {
            return end;
        }
    }
    end.filter(|_| usize::try_from(last).is_ok_and(|rows| rows > FEWEST_ROWS))
}

/// The lines from `at` on that are not blank.
fn lines(text: &str, at: usize) -> impl Iterator<Item = Span> + Clone + '_ {
    let mut next = at;
    std::iter::from_fn(move || {
        while next < text.len() {
            let end = memchr::memchr(b'\n', &text.as_bytes()[next..]).map_or(text.len(), |len| next + len);
            let line = trimmed(text, Span::new(next, end));
            next = end + 1;
            if !line.is_empty() {
                return Some(line);
            }
        }
        None
    })
}

fn number(text: &str, line: Span) -> Option<u32> {
    numeral::arabic(&text[line.range()])
}

/// Whether cells are of the kinds of their columns.
fn fits(text: &str, cells: &[Span], columns: &[Column]) -> bool {
    cells.iter().zip(columns).skip(1).all(|(cell, column)| {
        let words = &text[cell.range()];
        match column {
            Column::Units(_) => is_units(words) || is_nothing(words),
            Column::Number => number(text, *cell).is_some(),
            Column::Text | Column::Deadline => !is_units(words) && number(text, *cell).is_none(),
            Column::Other => true,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_as_many_lines_as_there_are_columns() {
        let text = "分工\n序号\n任务\n责任单位\n1\n修路\n市交通局\n\n2\n种树\n市林业局、各镇政府\n本表由市政府办公室解释。\n";
        let found = tables(text);
        assert_eq!(found[0].rows.len(), 3);
        assert!(text[..found[0].span.end].ends_with("各镇政府"));
    }

    #[test]
    fn rows_whose_cells_are_broken_are_told() {
        let text =
            "序号\n任务\n责任单位\n1\n修路\n市交通局\n2\n种树\n护林\n市林业局\n3\n治水\n市水利局\n附件2\n4\n";
        let found = tables(text);
        assert_eq!((found[0].rows.len(), found[0].mixed.len()), (1, 1));
        assert!(text[..found[0].span.end].ends_with("市水利局"));
    }

    #[test]
    fn a_cell_that_is_broken_or_lacks_makes_no_table() {
        for text in ["序号\n任务\n责任单位\n1\n修路\n市交通局\n", "序号\n任务\n责任单位\n1\n", "序号\n"]
        {
            assert!(tables(text).is_empty(), "{text}");
        }
    }
}
