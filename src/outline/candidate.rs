//! A place where a numbered item may begin: [`Candidate`].

use crate::model::{MarkerPlace, MarkerStyle};
use crate::text::span::Span;

/// A place where a numbered item may begin. Small: a text may hold one every few bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    /// The length of the marker with its closing mark: `（一）`, `1.`.
    pub(super) len: u32,
    pub(crate) numbering: Numbering,
    pub(crate) place: MarkerPlace,
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
pub(crate) struct Numbering {
    pub(crate) style: MarkerStyle,
    pub(crate) ordinal: u16,
    /// The numbers before the last of `1.2.3`, packed; 0 for every other style.
    pub(crate) prefix: u32,
}
