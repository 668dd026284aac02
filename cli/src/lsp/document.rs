//! A text that is open in an editor.

use gongwen::{OffsetUnit, Offsets, Parsed, Span, parse};
use gongwen_drafts::Rule;
use lsp_types::{Position, Range};

use crate::check::{Found, found};

/// An open text, what was read in it, and what is found in it as in a draft.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) parsed: Parsed,
    pub(super) found: Vec<Found>,
    /// The text, in UTF-16 units.
    units: Offsets<String>,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl Open {
    pub(super) fn read(text: String, silenced: &[Rule]) -> Self {
        let parsed = parse(&text);
        let found = found(&text, &parsed, Some(silenced));
        let lines = lines(&text);
        Open { parsed, found, units: Offsets::of(text, OffsetUnit::Utf16), lines }
    }

    pub(super) fn text(&self) -> &str {
        self.units.text()
    }

    /// A stretch as the protocol has it.
    pub(super) fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    /// An offset as the protocol has it: the line from 0, and UTF-16 units in front of it.
    fn position(&self, offset: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= offset).saturating_sub(1);
        let units = self.units.at(offset) - self.units.at(self.lines[line]);
        Position { line: number(line), character: number(units) }
    }

    /// The offset of a place; one behind its line's end is the line's end.
    pub(super) fn offset(&self, position: Position) -> Option<usize> {
        let line = usize::try_from(position.line).ok()?;
        let start = *self.lines.get(line)?;
        let end = self.lines.get(line + 1).copied().unwrap_or(self.text().len());
        let words = self.text()[start..end].trim_end_matches(['\n', '\r']);
        let mut units = usize::try_from(position.character).ok()?;
        for (at, c) in words.char_indices() {
            if units < c.len_utf16() {
                return Some(start + at);
            }
            units -= c.len_utf16();
        }
        Some(start + words.len())
    }
}

/// Lines end at `\n`, `\r\n` and `\r`, no other characters.
fn lines(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
    let ends = ends.filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
    std::iter::once(0).chain(ends.map(|at| at + 1)).collect()
}

/// The protocol's numbers have 31 bits; a text of more lines or units is over the size that is read.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_go_there_and_back() {
        let text = "通知\r\n一、𠮷修路。\r二、种树。\n\n";
        let open = Open::read(text.to_owned(), &[]);
        for (offset, line, character) in
            [(0, 0, 0), (3, 0, 1), (8, 1, 0), (14, 1, 2), (18, 1, 4), (28, 2, 0), (44, 3, 0), (45, 4, 0)]
        {
            let place = Position { line, character };
            assert_eq!((open.position(offset), open.offset(place)), (place, Some(offset)), "{offset}");
        }
        assert_eq!(open.offset(Position { line: 1, character: 3 }), Some(14), "inside a character");
        assert_eq!(open.offset(Position { line: 0, character: 99 }), Some(6), "behind a line");
        assert_eq!(open.offset(Position { line: 9, character: 0 }), None);
    }
}
