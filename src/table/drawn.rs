//! Tables drawn with lines: `┌──┬────┐⏎│任务│责任单位│⏎├──┼────┤⏎│修路│市交通局│⏎└──┴────┘`.
//!
//! A row of one line has its cells between the strokes. Where a cell is broken over lines, those of other cells stand between its
//! pieces, and where a stroke ends inside a row it is merged: such rows are left unread, and told.

use super::grid::{Found, Merges, Row, Slot, is_headed, trimmed};
use crate::text::boundary::last_line;
use crate::text::character::is_blank;
use crate::text::span::Span;

/// The corner that a table begins with.
const CORNER: char = '┌';

/// The tables of a text.
pub(super) fn tables(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices(CORNER) {
        if at < done || !last_line(&text[..at]).trim_matches(is_blank).is_empty() {
            continue;
        }
        let drawing = Drawing::read(text, at);
        done = drawing.span.end;
        found.extend(drawing.table());
    }
    found
}

/// The lines of a table, by rows.
struct Drawing<'t> {
    text: &'t str,
    span: Span,
    rows: Vec<Vec<Span>>,
    /// Whether a stroke ends inside a row.
    merged: bool,
}

impl<'t> Drawing<'t> {
    /// Reads the lines from `at` on, as long as each is drawn.
    fn read(text: &'t str, at: usize) -> Self {
        let mut drawing = Drawing { text, span: Span::new(at, at), rows: vec![Vec::new()], merged: false };
        let mut next = at;
        while next < text.len() {
            let end = memchr::memchr(b'\n', &text.as_bytes()[next..]).map_or(text.len(), |len| next + len);
            let line = trimmed(text, Span::new(next, end));
            let words = &text[line.range()];
            next = end + 1;
            if words.is_empty() {
                continue;
            }
            if !words.starts_with(is_stroke) || words.starts_with(CORNER) && line.start > at {
                break;
            }
            drawing.span.end = line.end;
            if words.chars().all(|c| is_stroke(c) && !matches!(c, '│' | '┃')) {
                drawing.rows.push(Vec::new());
            } else {
                drawing.merged |= words.contains('─') || words.contains('━');
                if let Some(row) = drawing.rows.last_mut() {
                    row.push(line);
                }
            }
            if words.starts_with(['└', '┗']) {
                break;
            }
        }
        drawing.rows.retain(|row| !row.is_empty());
        drawing
    }

    /// The cells of a line.
    fn cells(&self, line: Span) -> Row {
        let words = &self.text[line.range()];
        let mut strokes = words.match_indices(['│', '┃']).map(|(at, stroke)| (line.start + at, stroke.len()));
        let Some((first, len)) = strokes.next() else { return Row::new() };
        let mut start = first + len;
        let mut row = Row::new();
        for (at, len) in strokes {
            row.push(Slot::single(trimmed(self.text, Span::new(start, at)), row.len()));
            start = at + len;
        }
        row
    }

    fn table(self) -> Option<Found> {
        let head = self.cells(*self.rows.first()?.first()?);
        let columns = head.len();
        let mut rows = vec![head];
        if !is_headed(self.text, &rows) {
            return None;
        }
        let mut mixed: Vec<Span> = Vec::new();
        for lines in &self.rows[1..] {
            let row = self.cells(lines[0]);
            if lines.len() == 1 && row.len() == columns && !self.merged {
                rows.push(row);
            } else {
                mixed.extend(lines);
            }
        }
        Some(Found { span: self.span, rows, merges: Merges::Unknown, mixed })
    }
}

/// A character of a drawn line: `─│┌┬┐├┼┤└┴┘` and the heavy and double ones.
fn is_stroke(c: char) -> bool {
    ('\u{2500}'..='\u{257f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(text: &str) -> (Vec<String>, usize) {
        let found = tables(text);
        let Some(found) = found.first() else { return (Vec::new(), 0) };
        let cells = |row: &Row| row.iter().map(|slot| &text[slot.span.range()]).collect::<Vec<_>>().join("|");
        (found.rows[1..].iter().map(cells).collect(), found.mixed.len())
    }

    const HEAD: &str = "分工表\n┌──┬────┬────┐\n│ 任 务 │牵头单位│配合单位│\n├──┼────┼────┤\n";

    #[test]
    fn a_row_of_one_line_has_its_cells_between_the_strokes() {
        let text =
            format!("{HEAD}│修路│市交通局│县政府 │\n├──┼────┼────┤\n│种树│市林业局││\n└──┴────┴────┘\n完\n");
        assert_eq!(read(&text), (vec!["修路|市交通局|县政府".to_owned(), "种树|市林业局|".to_owned()], 0));
        assert!(text[..tables(&text)[0].span.end].ends_with('┘'));
    }

    #[test]
    fn broken_and_merged_rows_are_mixed() {
        let broken = format!(
            "{HEAD}│修路│市交通│县政府│\n│架桥│局││\n├──┼────┼────┤\n│种树│市林业局││\n└──┴────┴────┘\n"
        );
        assert_eq!(read(&broken), (vec!["种树|市林业局|".to_owned()], 2));
        let merged = format!("{HEAD}│修路│市交通局│县政府│\n├──┤││\n│种树│││\n└──┴────┴────┘\n");
        assert_eq!(read(&merged), (vec![], 3));
    }

    #[test]
    fn other_drawings_are_no_tables_of_tasks() {
        assert!(tables("┌──┬──┐\n│甲│乙│\n└──┴──┘\n").is_empty());
        assert!(tables("甲┌──┐任务│责任单位│\n").is_empty());
    }
}
