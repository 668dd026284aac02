//! The one module that turns mended text into places of the original.
//!
//! Extracted text breaks names over lines, puts blanks inside words and radicals for characters. [`mend`] undoes that for
//! any slice; a [`Stretch`] is a mended slice that remembers where each of its bytes came from.

use std::borrow::Cow;
use std::ops::Range;

use crate::Span;
use crate::radicals::fold;

/// The text that `slice` means: line breaks, page numbers between lines and blanks beside Chinese characters dropped, blanks
/// between Latin words made one space, radicals folded to ordinary characters.
///
/// Every [`Text`](crate::Text) of the model holds `value == mend(&input[span])`.
///
/// ```
/// assert_eq!(gongwen::mend("省工业\n— 3 —\n和信息化厅"), "省工业和信息化厅");
/// assert_eq!(gongwen::mend("畅通 CA  认证 ⼈"), "畅通CA认证人");
/// assert_eq!(gongwen::mend("World  Bank"), "World Bank");
/// ```
pub fn mend(slice: &str) -> Cow<'_, str> {
    let slice = slice.trim_matches(is_blank);
    if is_clean(slice) { Cow::Borrowed(slice) } else { Cow::Owned(Pieces::new(slice).text()) }
}

/// A mended stretch of the text that maps its ranges back to the original.
#[derive(Debug)]
pub(crate) struct Stretch<'t> {
    text: Cow<'t, str>,
    /// Where runs of unchanged bytes begin: offset in the mended text, offset in the original. Never empty.
    seams: Vec<(usize, usize)>,
}

impl<'t> Stretch<'t> {
    /// Mends the part of `source` at `span`.
    pub(crate) fn new(source: &'t str, span: Span) -> Self {
        let slice = &source[span.range()];
        let head = slice.len() - slice.trim_start_matches(is_blank).len();
        let (slice, start) = (slice.trim_matches(is_blank), span.start + head);
        if is_clean(slice) {
            return Stretch { text: Cow::Borrowed(slice), seams: vec![(0, start)] };
        }
        let mut pieces = Pieces::new(slice);
        let text = pieces.text();
        let seams = pieces.seams.into_iter().map(|(mended, original)| (mended, original + start)).collect();
        Stretch { text: Cow::Owned(text), seams }
    }

    /// The mended text.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The hull in the original of a range of the mended text. A start maps behind a seam, an end before it, so that a
    /// name never takes in the break beside it.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        let start = self.original(range.start);
        if range.is_empty() {
            Span::new(start, start)
        } else {
            Span::new(start, self.original(range.end - 1) + 1)
        }
    }

    /// The place in the mended text of a byte of the original; of a dropped one, the place behind it.
    pub(crate) fn offset(&self, original: usize) -> usize {
        let seam = self.seams.partition_point(|&(_, from)| from <= original).saturating_sub(1);
        let (at, from) = self.seams[seam];
        let next = self.seams.get(seam + 1).map_or(self.text.len(), |&(next, _)| next);
        (at + original.saturating_sub(from)).min(next)
    }

    fn original(&self, mended: usize) -> usize {
        let seam = self.seams.partition_point(|&(at, _)| at <= mended).saturating_sub(1);
        let (at, original) = self.seams[seam];
        original + (mended - at)
    }
}

/// Characters that `mend` may drop: white space, zero-width space, byte order mark.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

/// Whether mending changes nothing.
fn is_clean(slice: &str) -> bool {
    let bytes = slice.as_bytes();
    !bytes.iter().enumerate().any(|(at, &byte)| match byte {
        0x09..=0x0d | b' ' => true,
        0xc2 => matches!(bytes.get(at + 1), Some(0x85 | 0xa0)),
        0xe1 => bytes.get(at + 1) == Some(&0x9a) && bytes.get(at + 2) == Some(&0x80),
        0xe2 => match bytes.get(at + 1) {
            Some(0x80) => matches!(bytes.get(at + 2), Some(0x80..=0x8b | 0xa8 | 0xa9 | 0xaf)),
            Some(0x81) => bytes.get(at + 2) == Some(&0x9f),
            Some(0xba..=0xbf) => true,
            _ => false,
        },
        0xe3 => bytes.get(at + 1) == Some(&0x80) && bytes.get(at + 2) == Some(&0x80),
        0xef => bytes.get(at + 1) == Some(&0xbb) && bytes.get(at + 2) == Some(&0xbf),
        _ => false,
    })
}

/// Blanks beside such a character carry no meaning: everything but ASCII and accented Latin.
fn is_wide(c: char) -> bool {
    c > '\u{24f}'
}

/// Walks a slice and gathers what is left of it.
struct Pieces<'s> {
    slice: &'s str,
    seams: Vec<(usize, usize)>,
}

impl<'s> Pieces<'s> {
    fn new(slice: &'s str) -> Self {
        Pieces { slice, seams: vec![(0, 0)] }
    }

    fn text(&mut self) -> String {
        let mut text = String::with_capacity(self.slice.len());
        let mut last = None;
        let mut rest = self.slice;
        while let Some(c) = rest.chars().next() {
            let at = self.slice.len() - rest.len();
            if is_blank(c) {
                let after = skip_gap(rest, last);
                let next = after.chars().next();
                if last.zip(next).is_some_and(|(last, next)| !is_wide(last) && !is_wide(next)) {
                    self.seam(text.len(), at);
                    text.push(' ');
                }
                self.seam(text.len(), self.slice.len() - after.len());
                rest = after;
            } else {
                text.push(fold(c));
                last = Some(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        text
    }

    fn seam(&mut self, mended: usize, original: usize) {
        match self.seams.last_mut() {
            Some(last) if last.0 == mended => last.1 = original,
            _ => self.seams.push((mended, original)),
        }
    }
}

/// What follows a run of blanks at the start of `rest`, page numbers on lines of their own and `## ` before a heading
/// skipped with it.
fn skip_gap(rest: &str, last: Option<char>) -> &str {
    let mut after = rest.trim_start_matches(is_blank);
    let mut gap = &rest[..rest.len() - after.len()];
    while gap.contains('\n') {
        after = after.trim_start_matches(|c| c == '#' || is_blank(c));
        let line = after.lines().next().unwrap_or_default();
        let tail = &after[line.len()..];
        if !tail.starts_with(['\n', '\r']) || !is_page_number(line, last) {
            break;
        }
        after = tail.trim_start_matches(is_blank);
        gap = &tail[..tail.len() - after.len()];
    }
    after
}

/// Whether a line between two others is a page number: `— 3 —`, or bare digits where the line before has no end.
pub(crate) fn is_page_number(line: &str, last: Option<char>) -> bool {
    let line = line.trim_matches(is_blank);
    let dashed = line.trim_matches(|c: char| is_blank(c) || matches!(c, '-' | '—' | '–' | '－' | '―' | '─'));
    let numeral = (1..=4).contains(&dashed.len()) && dashed.bytes().all(|b| b.is_ascii_digit());
    let open = last.is_some_and(|c| !matches!(c, '。' | '；' | '：' | '！' | '？' | ';' | ':'));
    numeral && (dashed.len() + 1 < line.len() || open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_maps(source: &str, needle: &str, slice: &str) {
        let stretch = Stretch::new(source, Span::new(0, source.len()));
        let at = stretch.as_str().find(needle).unwrap();
        assert_eq!(&source[stretch.span(at..at + needle.len()).range()], slice);
    }

    #[test]
    fn a_name_broken_over_two_lines_maps_to_both() {
        assert_maps("（省工业\n和信息化厅、省商务厅）", "省工业和信息化厅", "省工业\n和信息化厅");
    }

    #[test]
    fn a_name_after_a_break_starts_behind_it() {
        assert_maps("省财政厅、\n省商务厅", "省商务厅", "省商务厅");
    }

    #[test]
    fn a_name_before_a_break_ends_before_it() {
        assert_maps("省财政厅\n、省商务厅", "省财政厅", "省财政厅");
    }

    #[test]
    fn a_dropped_byte_maps_to_the_place_behind_it() {
        let source = "省工业\n\n— 12 —\n\n和信息化厅";
        let stretch = Stretch::new(source, Span::new(0, source.len()));
        let at = source.find("12").unwrap();
        assert_eq!(stretch.offset(at), "省工业".len());
    }

    #[test]
    fn page_numbers_between_lines_are_dropped() {
        assert_maps("省工业\n\n— 12 —\n\n和信息化厅", "省工业和信息化厅", "省工业\n\n— 12 —\n\n和信息化厅");
    }

    #[test]
    fn page_numbers_between_lines_that_end_in_crlf_are_dropped() {
        assert_eq!(mend("省工业\r\n— 12 —\r\n和信息化厅"), "省工业和信息化厅");
    }

    #[test]
    fn a_number_after_a_sentence_is_no_page_number() {
        assert_eq!(mend("完成。\n12\n个").as_ref(), "完成。12个");
    }

    #[test]
    fn blanks_stay_between_latin_words_only() {
        assert_eq!(mend(" AEO  Ltd 认 证 2024 年\u{3000}").as_ref(), "AEO Ltd认证2024年");
    }

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(mend("省财政厅"), Cow::Borrowed(_)));
    }
}
