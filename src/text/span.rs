//! Places in the text: [`Span`], and values that carry one.

use std::fmt;
use std::ops::{Index, Range};

use serde::{Deserialize, Serialize};

/// A byte range of the original input, `start..end`, both on character boundaries.
///
/// Serialized as `[start, end]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "[usize; 2]", into = "[usize; 2]")]
pub struct Span {
    /// Byte offset of the first byte.
    pub start: usize,
    /// Byte offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    ///
    /// ```
    /// assert_eq!(gongwen::Span::new(3, 6).len(), 3);
    /// ```
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The span as a range. A text is sliced by the span itself.
    ///
    /// ```
    /// let span = gongwen::Span::new(0, 3);
    /// assert_eq!(span.range(), 0..3);
    /// assert_eq!(&"省财政厅"[span], "省");
    /// ```
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether `inner` lies in this span.
    pub fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// The smallest span around both.
    #[must_use]
    pub fn hull(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// Makes one of spans that touch; they are in the order of the text.
pub(crate) fn join_touching(spans: &mut Vec<Span>) {
    spans.dedup_by(|next, span| {
        let touch = span.end == next.start;
        if touch {
            span.end = next.end;
        }
        touch
    });
}

impl From<[usize; 2]> for Span {
    fn from([start, end]: [usize; 2]) -> Self {
        Span { start, end }
    }
}

impl From<Span> for [usize; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

/// The words at the span, as they stand in the text. Panics as a range does where the text is another one, and the span
/// does not fit it.
impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.start..span.end]
    }
}

/// As for `str`.
impl Index<Span> for String {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self.as_str()[span]
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

/// A value and its place: the span of the words that say it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spanned<T> {
    /// What the text says.
    pub value: T,
    /// Where it says so.
    pub span: Span,
}

/// Prints the value.
impl<T: fmt::Display> fmt::Display for Spanned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

/// Words of the notice: `value` is the slice at `span`, [mended](crate::mend).
pub type Text = Spanned<String>;
