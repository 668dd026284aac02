//! The sentences of a task's text, kept as ranges of it.

use std::ops::Range;

use crate::text::span::{Span, Spanned, Text};

/// A sentence of a task's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Measure {
    /// Its bytes in the text's value.
    pub(crate) words: Range<usize>,
    /// Its place in the notice.
    pub(crate) span: Span,
}

impl Measure {
    pub(super) fn of<'t>(&self, text: &'t Text) -> Spanned<&'t str> {
        Spanned { value: &text.value[self.words.clone()], span: self.span }
    }
}
