//! What a reader sees of a text: lines that end in `\n`, and no character that shows nothing.
//!
//! A byte order mark before the first character that shows is no part of the text; elsewhere it is a blank.
//! Line ends are `\n`, `\r\n`, `\r`, U+0085, U+2028 and U+2029. Characters that show nothing and part no words (controls, the
//! soft hyphen, joiners, marks of direction, tags, variation selectors) are left out: `省财<U+00AD>政厅` is 省财政厅.
//! This is read here, before anything counts; later stages know neither, and their places are brought home at the end.

use super::edited::{Edited, Meant};
use super::first_bytes::FirstBytes;
use super::span::Span;

/// A text as it is seen, and the way back.
#[derive(Debug)]
pub(crate) struct Visible<'t> {
    original: &'t str,
    pub(crate) edited: Edited<'t>,
    /// The first character that shows nothing, and the number of all.
    invisible: Option<(Span, usize)>,
}

impl<'t> Visible<'t> {
    /// Reads a text; one that holds nothing but ordinary characters and `\n` is borrowed.
    pub(crate) fn of(original: &'t str) -> Self {
        let mut invisible = None;
        let edits = odd(original).map(|(span, odd)| match odd {
            Odd::LineEnd => (span, Meant::Character('\n')),
            Odd::ByteOrderMark => (span, Meant::Nothing),
            Odd::Invisible => {
                let (first, count) = invisible.unwrap_or((span, 0));
                invisible = Some((first, count + 1));
                (span, Meant::Nothing)
            }
        });
        let edited = Edited::new(original, edits);
        Visible { original, edited, invisible }
    }

    /// The first character that shows nothing, with its place in the original, and the number of all.
    pub(crate) fn invisible(&self) -> Option<(char, Span, usize)> {
        let (first, count) = self.invisible?;
        Some((self.original[first.range()].chars().next()?, first, count))
    }
}

/// What is not seen as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Odd {
    LineEnd,
    ByteOrderMark,
    Invisible,
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The line ends other than `\n`, a byte order mark and the characters that show nothing, in the order of the text.
fn odd(text: &str) -> impl Iterator<Item = (Span, Odd)> + '_ {
    let bytes = text.as_bytes();
    let shown = text.trim_start_matches(|c| c == BYTE_ORDER_MARK || is_invisible(c));
    let head = bytes.len() - shown.len();
    let end = if may_hold_odd(bytes) { bytes.len() } else { head };
    let mut at = 0;
    let mut scan = ODD.scan(&bytes[..end]);
    std::iter::from_fn(move || {
        loop {
            let start = scan.next(at)?;
            let rest = &text[start..];
            let (len, odd) = match line_end(rest) {
                Some(len) => (len, Some(Odd::LineEnd)),
                None => {
                    let c = rest.chars().next()?;
                    let odd = match c {
                        BYTE_ORDER_MARK if start < head => Some(Odd::ByteOrderMark),
                        c => is_invisible(c).then_some(Odd::Invisible),
                    };
                    (c.len_utf8(), odd)
                }
            };
            at = start + len;
            if let Some(odd) = odd {
                return Some((Span::new(start, at), odd));
            }
        }
    })
}

/// The first bytes of what is not seen as it is written.
static ODD: FirstBytes = FirstBytes::new(&[
    0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x0d, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13, 0x14,
    0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x7f, 0xc2, 0xcd, 0xd8, 0xe1, 0xe2,
    0xef, 0xf3,
]);

/// Whether any of [`ODD`] may stand here, most of what else begins so told apart.
fn may_hold_odd(bytes: &[u8]) -> bool {
    // looks at whole blocks, which compiles to vector instructions, where stopping at the first does not
    const BLOCK_BYTES: usize = 4096;
    let control = |byte: &u8| u8::from(*byte < 0x20 && !matches!(byte, 0x09..=0x0c));
    let controls = || {
        bytes.chunks(BLOCK_BYTES).any(|block| block.iter().map(control).fold(0, |all, found| all | found) > 0)
    };
    let behind = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let followed = |at: usize| match (bytes[at], behind(at + 1), behind(at + 2)) {
        (0xc2, second, _) => second < 0xa0 || second == 0xad,
        (0xe2, 0x80, third) => matches!(third, 0x8c..=0x8f | 0xa8..=0xae),
        (0xe2, 0x81, third) => third >= 0xa0,
        (0xef, 0xb8, _) => true,
        (0xef, 0xbf, third) => third >= 0xb9,
        (0xe2 | 0xef, _, _) => false,
        _ => true,
    };
    controls()
        || memchr::memchr3_iter(0xc2, 0xe2, 0xef, bytes).any(followed)
        || memchr::memchr3(0xcd, 0xd8, 0xe1, bytes).is_some()
        || memchr::memchr2(0x7f, 0xf3, bytes).is_some()
}

/// The length of the line end at the start of `text`, if there is one.
pub(crate) fn line_end(text: &str) -> Option<usize> {
    match text.as_bytes() {
        [b'\r', b'\n', ..] | [0xc2, 0x85, ..] => Some(2),
        [b'\n' | b'\r', ..] => Some(1),
        [0xe2, 0x80, 0xa8 | 0xa9, ..] => Some(3),
        _ => None,
    }
}

/// Whether a character shows nothing and parts no words. Blanks part words, the zero-width space among them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        // controls but the blanks among them
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}'
        // soft hyphen, joiners
        | '\u{ad}' | '\u{34f}' | '\u{200c}' | '\u{200d}'
        // marks of direction
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        // word joiner, invisible operators, isolates and other formats
        | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}'
        // variation selectors, tags
        | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    #[track_caller]
    fn assert_seen(original: &str, seen: &str) {
        assert_eq!(Visible::of(original).edited.text, seen);
    }

    #[test]
    fn each_line_end_is_one_line_feed() {
        assert_seen("甲\r\n乙\r丙\u{85}丁\u{2028}戊\u{2029}己\n庚\r\r\n", "甲\n乙\n丙\n丁\n戊\n己\n庚\n\n");
    }

    #[test]
    fn what_shows_nothing_is_left_out() {
        assert_seen("\0省\u{200d}\u{ad}财\u{2060}政厅\u{e0041}、\u{fe0f}", "省财政厅、");
    }

    #[test]
    fn a_byte_order_mark_before_what_shows_is_left_out() {
        assert_seen("\u{feff}省\u{feff}厅", "省\u{feff}厅");
        assert_seen("\u{ad}\u{feff}\u{feff}\0省", "省");
        assert_seen("\n\u{feff}省\0", "\n\u{feff}省");
        assert_eq!(Visible::of("\u{feff}省").invisible(), None);
    }

    #[test]
    fn a_document_without_elements_stays_nowhere() {
        assert_eq!(crate::parse("\0发布日期：2024-05-10").notice().document.span, Span::default());
    }

    #[test]
    fn an_ordinary_text_is_borrowed() {
        for text in ["", "省", "省财政厅\n\t“引号”—…\u{3000}é\u{feff}\u{200b}€ℂ（１）", "a\u{a0}b"]
        {
            assert!(matches!(Visible::of(text).edited.text, Cow::Borrowed(_)), "{text:?}");
        }
    }

    #[test]
    fn the_fast_look_misses_nothing() {
        for c in (0..=0xe_1000).filter_map(char::from_u32) {
            let odd = is_invisible(c) || c != '\n' && line_end(&c.to_string()).is_some();
            for text in [c.to_string(), format!("省{c}"), format!("{c}厅局")] {
                let odd = odd || c == BYTE_ORDER_MARK && text.starts_with(c);
                assert_eq!(Visible::of(&text).edited.text != text, odd, "{c:?}");
            }
        }
    }
}
