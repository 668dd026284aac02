//! Letters that a font, or a reading of it, put in place of others.

use super::Doubts;
use crate::model::{Code, Finding};
use crate::text::character::{is_blank, is_han};
use crate::text::span::Span;

impl Doubts<'_, '_> {
    /// Letters of a font's own codes among Chinese ones, and letters of no Chinese word in the head and the signature.
    pub(super) fn garbled(&mut self) {
        let text = self.source.text;
        let odd = if text.is_ascii() { Vec::new() } else { odd_letters(text) };
        let found = odd.first().copied().or_else(|| self.odd_name());
        let Some(first) = found else { return };
        let words = self.source.slice(first);
        let code = words.chars().next().map_or(0, u32::from);
        let message = match odd.len() {
            0 | 1 => format!(
                "found letter U+{code:04X} among Chinese ones, expected perhaps another that was lost"
            ),
            count => format!(
                "found {count} letters of no script among Chinese ones, expected others that were lost; this is the first, U+{code:04X}"
            ),
        };
        self.findings.add(Finding::new(Code::GarbledText, first, message).counted(odd.len().max(1)));
    }

    /// The first letter in title, recipients or signature that no name has.
    fn odd_name(&self) -> Option<Span> {
        let (header, closing) = (&self.document.header, &self.document.closing);
        let title = header.title.iter().map(|title| title.span);
        let recipients =
            header.recipients.iter().flat_map(|recipients| &recipients.names).map(|name| name.span);
        let names = title.chain(recipients).chain(closing.signatories.iter().map(|name| name.span));
        let letter = |span: Span| {
            let mut letters = self.source.slice(span).char_indices();
            let (at, c) = letters.find(|&(_, c)| is_of_no_name(c))?;
            Some(Span::new(span.start + at, span.start + at + c.len_utf8()))
        };
        names.into_iter().find_map(letter)
    }
}

/// The places of letters for private use, and of those that stand for one that was not known, with a Chinese one on each side.
fn odd_letters(text: &str) -> Vec<Span> {
    /// Letters beside one that are looked at, blanks and others of its kind among them: a guess.
    const NEAR_LETTERS: usize = 16;
    let bytes = text.as_bytes();
    // U+E000 to U+EFFF; U+F000 to U+F8FF and U+FFFD, but no ， and ：; the planes for private use
    let starts = memchr::memchr3_iter(0xee, 0xef, 0xf3, bytes).chain(memchr::memchr_iter(0xf4, bytes));
    let may = |at: &usize| bytes[*at] != 0xef || matches!(bytes[*at + 1], 0x80..=0xa3 | 0xbf);
    let letter = |at: usize| {
        let c = text[at..].chars().next().filter(|&c| is_of_no_script(c))?;
        let end = at + c.len_utf8();
        let beside = |c: &char| !is_blank(*c) && !is_of_no_script(*c);
        let before = text[..at].chars().rev().take(NEAR_LETTERS).find(beside)?;
        let behind = text[end..].chars().take(NEAR_LETTERS).find(beside)?;
        (is_han(before) && is_han(behind)).then(|| Span::new(at, end))
    };
    let mut found: Vec<Span> = starts.filter(may).filter_map(letter).collect();
    found.sort_unstable();
    found
}

/// A letter for private use, or U+FFFD.
fn is_of_no_script(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{f0000}'..='\u{10fffd}')
}

/// A letter of a script that no Chinese title or name has; Cyrillic О and signs such as Ⅱ, β and é are there.
fn is_of_no_name(c: char) -> bool {
    matches!(c, '\u{180}'..='\u{24f}' | '\u{530}'..='\u{109f}' | '\u{1100}'..='\u{1dbf}' | '\u{a000}'..='\u{abff}')
        || is_of_no_script(c)
}
