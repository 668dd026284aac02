//! Runs of blanks of a text, found once: [`Gaps`].

use std::ops::Range;

use super::character::is_blank;
use super::first_bytes::FirstBytes;
use super::index::Index;
use super::span::Span;

/// A run of blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) start: usize,
    /// Its end, and in the lowest bit whether a line ends in it: Latin text has a gap every few bytes.
    end_and_break: usize,
}

impl Gap {
    fn new(span: Span, breaks: bool) -> Self {
        Gap { start: span.start, end_and_break: span.end << 1 | usize::from(breaks) }
    }

    pub(crate) fn end(self) -> usize {
        self.end_and_break >> 1
    }

    pub(crate) fn span(self) -> Span {
        Span::new(self.start, self.end())
    }

    /// Whether a line ends in it.
    pub(crate) fn breaks(self) -> bool {
        self.end_and_break & 1 == 1
    }
}

/// The runs of blanks of a text.
#[derive(Debug)]
pub(crate) struct Gaps {
    runs: Vec<Gap>,
    index: Index,
}

impl Gaps {
    /// Finds the gaps in one pass.
    pub(crate) fn of(text: &str) -> Self {
        Gaps::new(text.len(), runs(text))
    }

    pub(super) fn new(len: usize, runs: Vec<Gap>) -> Self {
        let index = Index::new(len, runs.iter().map(|gap| gap.end()));
        Gaps { runs, index }
    }

    /// The gaps from the first on that ends behind `at`.
    pub(crate) fn behind(&self, at: usize) -> &[Gap] {
        &self.runs[self.index.count_before(&self.runs, at, |gap| gap.end())..]
    }

    /// The gaps inside a span, those at its ends left out.
    pub(crate) fn inside(&self, span: Span) -> &[Gap] {
        self.within(span).1
    }

    /// The span without the blanks at its ends, as by [`trim`], and the gaps inside; takes as long as there are.
    pub(super) fn within(&self, span: Span) -> (Span, &[Gap]) {
        let mut trimmed = span;
        let mut gaps = self.behind(span.start);
        if let Some((first, rest)) = gaps.split_first().filter(|(first, _)| first.start <= span.start) {
            (trimmed.start, gaps) = (first.end(), rest);
        }
        if trimmed.start >= span.end {
            return (Span::new(span.start, span.start), &[]);
        }
        gaps = &gaps[..gaps.iter().take_while(|gap| gap.start < span.end).count()];
        if let Some((last, rest)) = gaps.split_last().filter(|(last, _)| last.end() >= span.end) {
            (trimmed.end, gaps) = (last.start, rest);
        }
        (trimmed, gaps)
    }
}

pub(super) fn runs(text: &str) -> Vec<Gap> {
    let bytes = text.as_bytes();
    let mut runs: Vec<Gap> = Vec::with_capacity(text.len() / 200);
    let mut at = 0;
    let mut scan = BLANKS.scan(bytes);
    while let Some(found) = scan.next(at) {
        at = found;
        let Some(width) = blank_at(bytes, at) else {
            at += 1;
            continue;
        };
        let breaks = bytes[at] == b'\n';
        match runs.last_mut() {
            Some(gap) if gap.end() == at => {
                *gap = Gap::new(Span::new(gap.start, at + width), gap.breaks() || breaks);
            }
            _ => runs.push(Gap::new(Span::new(at, at + width), breaks)),
        }
        at += width;
    }
    runs.shrink_to_fit();
    runs
}

/// Where a blank may begin.
static BLANKS: FirstBytes =
    FirstBytes::new(&[b'\t', b'\n', 0x0b, 0x0c, b'\r', b' ', 0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/// The width of the blank at `at`, if there is one; the same judgement as [`is_blank`].
fn blank_at(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at] {
        byte @ ..0x80 => matches!(byte, 0x09..=0x0d | b' ').then_some(1),
        0xc2 => matches!(bytes[at + 1], 0x85 | 0xa0).then_some(2),
        lead => matches!(
            [lead, bytes[at + 1], bytes[at + 2]],
            [0xe1, 0x9a, 0x80]
                | [0xe2, 0x80, 0x80..=0x8b | 0xa8 | 0xa9 | 0xaf]
                | [0xe2, 0x81, 0x9f]
                | [0xe3, 0x80, 0x80]
                | [0xef, 0xbb, 0xbf]
        )
        .then_some(3),
    }
}

/// The span without the blanks at its ends; empty at its start if it holds nothing else.
pub(crate) fn trim(span: Span, gaps: &Gaps) -> Span {
    let around = |at: usize| gaps.behind(at).first().map(|gap| gap.span());
    let start = around(span.start).filter(|gap| gap.start <= span.start).map_or(span.start, |gap| gap.end);
    if start >= span.end {
        return Span::new(span.start, span.start);
    }
    let end = around(span.end - 1).filter(|gap| gap.start < span.end).map_or(span.end, |gap| gap.start);
    Span::new(start, end)
}

/// A range of `text` without the blanks at its ends.
pub(crate) fn trim_range(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = &text[range.clone()];
    // most words begin and end in a Han character, which is no blank
    if let ([0xe4..=0xe9, ..], [.., 0xe4..=0xe9, _, _]) = (slice.as_bytes(), slice.as_bytes()) {
        return range;
    }
    let slice = slice.trim_start_matches(is_blank);
    let start = range.end - slice.len();
    start..start + slice.trim_end_matches(is_blank).len()
}
