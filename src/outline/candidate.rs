//! A place where a numbered item may begin: [`Candidate`].

use crate::model::MarkerStyle;
use crate::text::span::Span;

/// A place where a numbered item may begin. Small: a text may hold one every few bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    /// The length of the marker with its closing mark: `（一）`, `1.`.
    pub(super) len: u32,
    pub(crate) shape: Shape,
    pub(crate) place: Place,
}

impl Candidate {
    pub(crate) fn end(self) -> usize {
        self.start + self.len as usize
    }

    pub(crate) fn span(self) -> Span {
        Span::new(self.start, self.end())
    }
}

/// What a marker says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) style: MarkerStyle,
    pub(crate) ordinal: u16,
    /// The numbers before the last of `1.2.3`, packed; 0 for every other style.
    pub(crate) prefix: u32,
}

/// Where a candidate stands, from strong to weak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// At the start of a line that begins a paragraph.
    LineStart,
    /// Behind a sentence's end or a closing bracket, in the middle of a line.
    AfterSentence,
    /// Right behind the few words of another item's heading: `二、主要目标（一）…`.
    AfterHeading,
    /// Behind `：` or `；` and a blank, where a line break may have been.
    AfterClauseAndBlank,
    /// At the start of a line that goes on with the sentence of the line before.
    WrappedLine,
    /// Behind a blank in the middle of a line.
    AfterBlank,
    /// Behind `：` or `；` in the middle of a line.
    AfterClause,
    /// A number at a line's start right before words, whose dot may be lost: `3建立考核制度。`
    Dotless,
    /// A number with nothing but a blank behind it: `1 总则`, or the row of a table.
    Bare,
    /// Right behind the last character of an organ's name.
    Organ,
    /// Behind a comma that may stand for a full stop.
    AfterComma,
    /// A number at a line's start that may be the first part of an enumeration or a decimal, `二、三级医院`, `4.2个渔港`, or
    /// another figure, `4,推荐`.
    Enumerated,
    /// In the middle of words.
    Glued,
}
