//! `<table>` in a text: the innermost ones, their cells with the spans that they say.

use super::grid::{Found, Merges, is_headed, placed};
use crate::model::Cell;
use crate::text::span::Span;

/// A cell so long, in bytes, that holds most of its table places a page, and no table is, unless words stand over its
/// columns. A guess.
const PAGE_BYTES: usize = 1500;

/// The tables of a text.
pub(super) fn tables(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut open = None;
    for at in memchr::memchr_iter(b'<', text.as_bytes()) {
        match tag(&text[at..]) {
            Some(Tag { name: Name::Table, closing: false, .. }) => open = Some(at),
            Some(Tag { name: Name::Table, closing: true, len, .. }) => {
                found.extend(open.take().and_then(|start| table(text, Span::new(start, at + len))));
            }
            _ => {}
        }
    }
    found
}

/// The table between its tags, if it is one of data.
fn table(text: &str, span: Span) -> Option<Found> {
    let rows = cells(text, span);
    let lengths = || rows.iter().flatten().map(|cell| cell.span.len());
    let page =
        lengths().max().is_some_and(|most| most > PAGE_BYTES && most * 10 > lengths().sum::<usize>() * 6);
    let rows = placed(text, &rows);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    if columns < 2 || page && !is_headed(text, &rows) {
        return None;
    }
    Some(Found { span, rows, merges: Merges::Known, mixed: Vec::new() })
}

/// The cells that begin in each row.
fn cells(text: &str, span: Span) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    // the cell that is open, from behind its tag on
    let mut open: Option<Cell> = None;
    for at in memchr::memchr_iter(b'<', text[span.range()].as_bytes()).map(|at| span.start + at) {
        let Some(tag) = tag(&text[at..span.end]) else { continue };
        if let Some(mut cell) = open.take() {
            cell.span.end = at;
            match rows.last_mut() {
                Some(row) => row.push(cell),
                None => rows.push(vec![cell]),
            }
        }
        match tag.name {
            Name::Row if !tag.closing => rows.push(Vec::new()),
            Name::Cell if !tag.closing => {
                let start = at + tag.len;
                let number = |name| attribute(&text[at..start], name).unwrap_or(1);
                open = Some(Cell {
                    span: Span::new(start, start),
                    rowspan: number("rowspan"),
                    colspan: number("colspan"),
                });
            }
            _ => {}
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Table,
    Row,
    Cell,
}

/// `<td rowspan="2">`.
struct Tag {
    name: Name,
    closing: bool,
    len: usize,
}

/// The tag of a table at the start of `rest`.
fn tag(rest: &str) -> Option<Tag> {
    /// No tag of a table is longer, in bytes: a guess.
    const TAG_BYTES: usize = 2000;
    let bytes = rest.as_bytes();
    let closing = bytes.get(1) == Some(&b'/');
    let name = &bytes[1 + usize::from(closing)..];
    let is = |word: &str| {
        let parted = |byte: &u8| matches!(byte, b'>' | b'/') || byte.is_ascii_whitespace();
        let head = name.get(..word.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
            && name.get(word.len()).is_some_and(parted)
    };
    let name = match name.first()?.to_ascii_lowercase() {
        b't' if is("table") => Name::Table,
        b't' if is("tr") => Name::Row,
        b't' if is("td") || is("th") => Name::Cell,
        _ => return None,
    };
    // one that lost its end does not reach over the next
    let inside = &bytes[1..bytes.len().min(TAG_BYTES)];
    let end = memchr::memchr2(b'>', b'<', inside).filter(|&end| inside[end] == b'>')?;
    Some(Tag { name, closing, len: 1 + end + 1 })
}

/// The number that a tag gives: 2 of `<td rowspan="2">`.
fn attribute(tag: &str, name: &str) -> Option<usize> {
    let at = tag.to_ascii_lowercase().find(name)?;
    let value = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let digits = value.trim_start_matches(['"', '\'']);
    let len = digits.bytes().take_while(u8::is_ascii_digit).count();
    digits[..len].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(text: &str) -> Vec<Vec<(&str, usize, usize)>> {
        let found = tables(text);
        let rows = found.first().map(|found| found.rows.clone()).unwrap_or_default();
        let cell = |slot: &super::super::grid::Slot| (&text[slot.span.range()], slot.column, slot.rowspan);
        rows.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    #[test]
    fn a_tag_that_lost_its_end_does_not_reach_over_the_next() {
        assert!(tag("<td\n序号</td>").is_none());
        let text = "<table><tr><td\n序号</td><td>任务</td><td>责任单位</td></tr><tr><td>巡山</td><td>县林业局</td></tr></table>";
        let expected = [vec![("任务", 0, 1), ("责任单位", 1, 1)], vec![("巡山", 0, 1), ("县林业局", 1, 1)]];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn cells_are_read_with_their_spans() {
        let text = "前<TABLE border=1><tr><th>序号<th>任务<th>责任单位</tr>\n<tr><td rowspan='2'>1</td><td> 巡山 </td>\
                    <td rowspan=2>县林业局</td></tr><tr><td>挂牌</td></tr></TABLE>后";
        let expected = [
            vec![("序号", 0, 1), ("任务", 1, 1), ("责任单位", 2, 1)],
            vec![("1", 0, 2), ("巡山", 1, 1), ("县林业局", 2, 2)],
            vec![("挂牌", 1, 1)],
        ];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn tables_that_place_a_page_are_none() {
        for text in ["<table><tr><td>正文</td></tr></table>", "<table><tr><td>序号</td><td>任务", "</table>"]
        {
            assert!(tables(text).is_empty(), "{text}");
        }
    }
}
