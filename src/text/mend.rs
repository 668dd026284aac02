//! The one module that turns mended text into places of the original.
//!
//! Extracted text breaks names over lines, puts blanks inside words and radicals for characters. [`mend`] undoes that for
//! any slice; a [`Stretch`] is a mended slice that remembers where each of its bytes came from.

use std::borrow::Cow;
use std::ops::Range;

use super::character::{is_blank, is_wide};
use super::gaps::{Gap, Gaps, runs, trim_range};
use super::markdown::{Unmarked, may_hold_marks};
use super::markup::blanked;
use super::page_number::is_page_number;
use super::radicals::folded;
use super::span::{Span, Spanned, Text};
use super::visible::Visible;

/// The text that `slice` means: line breaks, page numbers between lines and blanks beside Chinese characters dropped, blanks
/// between Latin words made one space, characters that show nothing left out, radicals folded to ordinary characters. A
/// page's `<BR>` and `&nbsp;` are blanks.
///
/// Every [`Text`] of the model holds `value == mend(&input[span])`.
///
/// ```
/// assert_eq!(gongwen::mend("省工业\n— 3 —\n和信息化厅"), "省工业和信息化厅");
/// assert_eq!(gongwen::mend("畅通 CA  认证 ⼈"), "畅通CA认证人");
/// assert_eq!(gongwen::mend("World  Bank"), "World Bank");
/// assert_eq!(gongwen::mend("省财政厅、<BR>省&nbsp;审计厅"), "省财政厅、省审计厅");
/// ```
pub fn mend(slice: &str) -> Cow<'_, str> {
    let mut mended = mended_once(slice);
    for _ in 1..MOST_PASSES {
        match mended_again(&mended) {
            Some(again) => mended = Cow::Owned(again),
            None => break,
        }
    }
    mended
}

/// Marks that stand in others, or over the ends of lines, are seen when those are gone: so often at the most. A guess; readers of
/// pages write one in another.
pub(super) const MOST_PASSES: usize = 6;

/// What is mended, mended once more, if that changes it.
pub(super) fn mended_again(mended: &str) -> Option<String> {
    if !may_hold_marks(mended) {
        return None;
    }
    let again = mended_once(mended);
    (again != mended).then(|| again.into_owned())
}

fn mended_once(slice: &str) -> Cow<'_, str> {
    let visible = Visible::of(slice).edited.text;
    let unmarked = Unmarked::of_part(&visible).edited.text;
    let plain = match (visible.as_ref(), &unmarked) {
        (_, Cow::Borrowed(_)) if matches!(visible, Cow::Borrowed(_)) => blanked(folded(slice).0).0,
        _ => Cow::Owned(blanked(folded(&unmarked).0).0.into_owned()),
    };
    let runs = runs(&plain);
    if runs.is_empty() {
        return plain;
    }
    let gaps = Gaps::new(plain.len(), runs);
    match plain {
        Cow::Borrowed(slice) => Stretch::new(slice, Span::new(0, slice.len()), &gaps).text,
        Cow::Owned(slice) => {
            Cow::Owned(Stretch::new(&slice, Span::new(0, slice.len()), &gaps).text.into_owned())
        }
    }
}

/// A mended stretch of the text that maps its ranges back to the original.
#[derive(Debug)]
pub(crate) struct Stretch<'t> {
    text: Cow<'t, str>,
    /// Where the first byte comes from.
    start: usize,
    /// Where runs of unchanged bytes begin behind the first: offset in the mended text, offset in the original.
    seams: Vec<(usize, usize)>,
}

impl<'t> Stretch<'t> {
    /// Mends the part of `text` at `span`; `gaps` are the gaps of all of `text`. Line ends are `\n`, radicals
    /// folded and markup blank.
    pub(crate) fn new(text: &'t str, span: Span, gaps: &Gaps) -> Self {
        let (span, inside) = gaps.within(span);
        if inside.is_empty() {
            return Stretch {
                text: Cow::Borrowed(&text[span.range()]),
                start: span.start,
                seams: Vec::new(),
            };
        }
        join(text, span, inside)
    }

    /// The same stretch, which borrows nothing.
    pub(crate) fn into_owned(self) -> Stretch<'static> {
        Stretch { text: Cow::Owned(self.text.into_owned()), start: self.start, seams: self.seams }
    }

    /// All its words, with their place.
    pub(crate) fn into_words(self) -> Text {
        let span = self.span(0..self.text.len());
        Spanned { value: self.text.into_owned(), span }
    }

    /// The words of a range without the blanks at its ends, with their place.
    pub(crate) fn words(&self, range: Range<usize>) -> Text {
        let range = trim_range(&self.text, range);
        Spanned { value: self.text[range.clone()].to_owned(), span: self.span(range) }
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
        let seam = self.seams.partition_point(|&(_, from)| from <= original);
        let (at, from) = self.seam(seam);
        let next = self.seams.get(seam).map_or(self.text.len(), |&(next, _)| next);
        (at + original.saturating_sub(from)).min(next)
    }

    fn original(&self, mended: usize) -> usize {
        let (at, original) = self.seam(self.seams.partition_point(|&(at, _)| at <= mended));
        original + (mended - at)
    }

    /// The seam before the one at `index`; the stretch's start is the first.
    fn seam(&self, index: usize) -> (usize, usize) {
        index.checked_sub(1).map_or((0, self.start), |before| self.seams[before])
    }
}

/// Joins what stands between the gaps of a trimmed span.
fn join<'t>(text: &str, span: Span, gaps: &[Gap]) -> Stretch<'t> {
    let mut joined = String::with_capacity(span.len());
    let mut seams: Vec<(usize, usize)> = Vec::new();
    let mut seam = |mended: usize, original: usize| match seams.last_mut() {
        Some(last) if last.0 == mended => last.1 = original,
        // one blank between Latin words: the run goes on
        Some(last) if original - mended == last.1 - last.0 => {}
        None if original - mended == span.start => {}
        last => {
            if last.is_none() {
                seams.reserve_exact(gaps.len());
            }
            seams.push((mended, original));
        }
    };
    let mut at = span.start;
    for gap in gaps.iter().map(|gap| gap.span()) {
        // a page number that was skipped may hold a gap
        if gap.start < at {
            continue;
        }
        joined.push_str(&text[at..gap.start]);
        let last = joined.chars().next_back();
        let after = skip_gap(&text[gap.start..span.end], last);
        at = span.end - after.len();
        if last.zip(after.chars().next()).is_some_and(|(last, next)| !is_wide(last) && !is_wide(next)) {
            seam(joined.len(), gap.start);
            joined.push(' ');
        }
        seam(joined.len(), at);
    }
    joined.push_str(&text[at..span.end]);
    Stretch { text: Cow::Owned(joined), start: span.start, seams }
}

/// What follows a run of blanks at the start of `rest`, page numbers on lines of their own and `## ` before a heading
/// skipped with it; neither before `/>`, which would close a tag.
fn skip_gap(rest: &str, last: Option<char>) -> &str {
    let mut after = rest.trim_start_matches(is_blank);
    let mut gap = &rest[..rest.len() - after.len()];
    while gap.contains('\n') {
        let words = after.trim_start_matches(|c| c == '#' || is_blank(c));
        if words.starts_with("/>") {
            break;
        }
        after = words;
        let line = after.lines().next().unwrap_or_default();
        let tail = &after[line.len()..];
        if !tail.starts_with('\n') {
            break;
        }
        let behind = tail.trim_start_matches(is_blank);
        if !is_page_number(line, last, behind) || behind.starts_with("/>") {
            break;
        }
        after = behind;
        gap = &tail[..tail.len() - after.len()];
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_maps(source: &str, needle: &str, slice: &str) {
        let stretch = Stretch::new(source, Span::new(0, source.len()), &Gaps::of(source));
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
        let stretch = Stretch::new(source, Span::new(0, source.len()), &Gaps::of(source));
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
    fn a_page_without_a_number_is_no_page_number() {
        assert_eq!(mend("详见\n第 页\n所附").as_ref(), "详见第页所附");
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
