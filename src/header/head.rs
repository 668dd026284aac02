//! What is known of a head while it is read: [`Head`].

use std::cell::Cell;
use std::ops::Range;

use super::memo::Memo;
use crate::gathered::Gathered;
use crate::grammar::known_titles::KnownTitles;
use crate::grammar::title::Strength;
use crate::model::{Header, Metadata};
use crate::text::character::is_blank;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::text::words::begins;

/// Which document of the input is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Notice,
    Attached,
}

/// The longest document number in bytes, blanks included. A guess.
pub(super) const NUMBER_BYTES: usize = 240;

/// The head of a document while it is read.
pub(super) struct Head<'s, 't> {
    pub(super) source: &'s Source<'t>,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) known: &'s KnownTitles,
    pub(super) gathered: &'s mut Gathered,
    pub(super) header: Header,
    /// Whether the title found so far has a title's words and ending.
    pub(super) certain: bool,
    /// The first `：` or `。` behind a place, remembered: a head asks for it from every field of its lines.
    pub(super) mark: Cell<(usize, usize)>,
    /// The titles that begin at places, each with its strength.
    pub(super) titles: Memo<Option<(Span, Strength)>>,
    /// The recipients that begin at places.
    pub(super) addressed: Memo<Option<Addressed>>,
    /// The labelled pieces that begin at places.
    pub(super) labels: Memo<Vec<Metadata>>,
    /// Where the next element begins behind lines of the page.
    pub(super) next: usize,
    /// Where the title begins behind the lines of a menu.
    pub(super) menu: usize,
}

/// 主送机关 before a colon.
#[derive(Debug, Clone)]
pub(super) struct Addressed {
    /// The names, bytes of the mended words at `span`.
    pub(super) names: Vec<Range<usize>>,
    pub(super) span: Span,
    /// Behind the colon.
    pub(super) end: usize,
}

/// Whether words say how secret or urgent a paper is.
pub(super) fn is_grade(words: &str) -> bool {
    is_urgency(words) || begins(words, SECRECY) || words.ends_with('电')
}

/// The same of words that blanks may part: `特　急`.
pub(super) fn is_spaced_grade(words: &str) -> bool {
    /// In characters: no word of them is longer.
    const LONGEST_CHARS: usize = 3;
    let head: String = words.chars().filter(|&c| !is_blank(c)).take(LONGEST_CHARS).collect();
    is_urgency(&head) || begins(&head, SECRECY) || words.ends_with('电')
}

/// How the words of 密级 begin.
pub(super) const SECRECY: &[&str] = &["绝密", "机密", "秘密"];

pub(super) fn is_urgency(words: &str) -> bool {
    ["特急", "加急", "特提", "平急", "急件"].contains(&words)
}

/// The run of words at `at`.
pub(super) fn field(source: &Source<'_>, at: usize, end: usize) -> Span {
    Span::new(at, source.next_blank(at, end))
}

/// The next run of words behind `at`.
pub(super) fn next_field(source: &Source<'_>, at: usize, end: usize) -> Option<Span> {
    let mut start = source.skip_blanks(at, end);
    // `## ` before a heading
    while source.text[start..end].starts_with('#') {
        start = source.skip_blanks(start + 1, end);
    }
    (start < end).then(|| field(source, start, end))
}
