//! The text with its physical lines: what the stages behind [`lines`](crate::lines) share.

use crate::lines::{Line, lines, trim};
use crate::mend::{is_blank, mend};
use crate::{Span, Spanned, Text};

/// A text and its lines.
#[derive(Debug)]
pub(crate) struct Source<'t> {
    pub(crate) text: &'t str,
    lines: Vec<Line>,
}

impl<'t> Source<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Source { text, lines: lines(text) }
    }

    /// The words at `span`, mended.
    pub(crate) fn words(&self, span: Span) -> Text {
        let span = trim(self.text, span);
        Spanned { value: mend(&self.text[span.range()]).into_owned(), span }
    }

    /// The slice at `span`.
    pub(crate) fn slice(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    /// The parts of the lines that lie in `span`, blank ones left out.
    pub(crate) fn lines(&self, span: Span) -> impl DoubleEndedIterator<Item = Span> + '_ {
        let first = self.lines.partition_point(|line| line.span.end <= span.start);
        let last = self.lines.partition_point(|line| line.span.start < span.end);
        let cut = move |line: &Line| {
            let cut = Span::new(line.span.start.max(span.start), line.span.end.min(span.end));
            trim(self.text, cut)
        };
        self.lines[first..last.max(first)].iter().map(cut).filter(|line| !line.is_empty())
    }

    /// The rest of the line from `at` on, without the blanks at its end; not past `end`.
    pub(crate) fn rest_of_line(&self, at: usize, end: usize) -> Span {
        let line = self.lines.partition_point(|line| line.span.end <= at);
        let line_end = self.lines.get(line).map_or(end, |line| line.span.end.min(end));
        Span::new(at, line_end.max(at))
    }

    /// Whether only blanks stand between the start of the line and `at`.
    pub(crate) fn begins_line(&self, at: usize) -> bool {
        let line = self.lines.partition_point(|line| line.span.end <= at);
        self.lines.get(line).is_none_or(|line| at <= line.span.start)
    }

    /// The first place from `at` on that is not blank; not past `end`.
    pub(crate) fn skip_blanks(&self, at: usize, end: usize) -> usize {
        let rest = &self.text[at.min(end)..end];
        end - rest.trim_start_matches(is_blank).len()
    }
}
