//! Places as people count them: lines, and columns in graphemes.

use super::boundary::floor;
use super::first_bytes::FirstBytes;
use super::visible::line_end;
use serde::{Deserialize, Serialize};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// A place in a text: line and column, both counted from 1; columns count graphemes (what a reader sees as one character).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in graphemes, from 1.
    pub column: usize,
}

impl Position {
    /// The position of a byte offset in `text`; an offset past the end gives the end, one inside a character that character.
    ///
    /// Walks the text from its start: for many offsets, use the positions that findings carry.
    ///
    /// ```
    /// assert_eq!(gongwen::Position::of("通知\n省财政厅", 10).to_string(), "2:2");
    /// ```
    pub fn of(text: &str, offset: usize) -> Position {
        Walk::new(text).advance(offset)
    }
}

/// Prints as `3:12`.
impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Positions of offsets that never go back, in one pass over the text.
#[derive(Debug)]
pub(crate) struct Walk<'t> {
    text: &'t str,
    /// The last offset asked for that begins a grapheme, with its position.
    at: usize,
    position: Position,
}

impl<'t> Walk<'t> {
    /// Starts at the text's start. A byte order mark there takes no column.
    pub(crate) fn new(text: &'t str) -> Self {
        let at = text.len() - text.trim_start_matches('\u{feff}').len();
        Walk { text, at, position: Position { line: 1, column: 1 } }
    }

    /// The position of `offset`, which is not before the last one asked for.
    pub(crate) fn advance(&mut self, offset: usize) -> Position {
        let offset = floor(self.text, offset.clamp(self.at, self.text.len()));
        let (lines, start) = self.lines(offset);
        let tail = &self.text[start..offset];
        let column = if lines == 0 { self.position.column } else { 1 };
        let position = Position { line: self.position.line + lines, column: column + graphemes(tail) };
        // counted on from the middle of a grapheme, its rest would be one more
        if GraphemeCursor::new(offset, self.text.len(), true).is_boundary(self.text, 0) == Ok(true) {
            (self.at, self.position) = (offset, position);
        }
        position
    }

    /// The lines that end from the last place up to `offset`, and where the line around `offset` begins, or the last place.
    fn lines(&self, offset: usize) -> (usize, usize) {
        /// The first bytes of line ends.
        static ENDS: FirstBytes = FirstBytes::new(&[b'\n', b'\r', 0xc2, 0xe2]);
        let mut scan = ENDS.scan(&self.text.as_bytes()[..offset]);
        let (mut lines, mut start, mut at) = (0, self.at, self.at);
        while let Some(found) = scan.next(at) {
            at = found + 1;
            // an offset inside `\r\n` is in the line that it ends
            if let Some(end) =
                line_end(&self.text[found..]).map(|len| found + len).filter(|&end| end <= offset)
            {
                (lines, start, at) = (lines + 1, end, end);
            }
        }
        (lines, start)
    }
}

/// The number of graphemes. Where no byte can belong to a mark that joins characters, they are the characters.
fn graphemes(text: &str) -> usize {
    let bytes = text.as_bytes();
    let plain = bytes.iter().enumerate().all(|(at, &byte)| match byte {
        b'\r' | 0xcc..=0xe1 | 0xea | 0xed | 0xf0.. => false,
        0xe2 => match bytes.get(at + 1) {
            Some(0x80) => bytes.get(at + 2) > Some(&0x8f),
            next => next != Some(&0x83),
        },
        0xe3 => match bytes.get(at + 1) {
            Some(0x80) => bytes.get(at + 2) < Some(&0xaa),
            next => next != Some(&0x82),
        },
        0xef => matches!(bytes.get(at + 1), Some(0xbc | 0xbd)),
        _ => true,
    });
    if plain { text.chars().count() } else { text.graphemes(true).count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_what_a_reader_sees() {
        assert_eq!(Position::of("e\u{301}省", 3), Position { line: 1, column: 2 });
        assert_eq!(Position::of("省👨\u{200d}👩财", 14), Position { line: 1, column: 3 });
    }

    #[test]
    fn a_place_inside_a_grapheme_adds_no_column_behind_it() {
        // U+0602 and the character behind it are one
        let text = "\u{602}省财政厅";
        let mut walk = Walk::new(text);
        assert_eq!(walk.advance(2), Position { line: 1, column: 2 });
        assert_eq!(walk.advance(5), Position::of(text, 5));
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        assert_eq!(Position::of("\u{feff}通知", 6), Position { line: 1, column: 2 });
    }

    #[test]
    fn lines_end_in_whatever_ends_a_line() {
        let text = "甲\r\n乙\r丙\u{85}丁\u{2028}戊\u{2029}己\n庚";
        for (c, line) in "甲乙丙丁戊己庚".chars().zip(1..) {
            assert_eq!(Position::of(text, text.find(c).unwrap()), Position { line, column: 1 }, "{c}");
        }
        assert_eq!(Position::of(text, "甲\r".len()), Position { line: 1, column: 3 });
    }

    #[test]
    fn offsets_out_of_reach_are_brought_in() {
        assert_eq!(Position::of("通知", 1), Position { line: 1, column: 1 });
        assert_eq!(Position::of("通知", 99), Position { line: 1, column: 3 });
    }

    #[test]
    fn the_fast_count_agrees_with_the_segmentation() {
        for text in [
            "省财政厅、（一）2024年",
            "“引号”—…",
            "カ\u{3099}",
            "a\r\nb",
            "〔２０２４〕",
            "한국",
            "\u{302a}省",
        ] {
            assert_eq!(graphemes(text), text.graphemes(true).count(), "{text}");
        }
    }
}
