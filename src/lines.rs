//! First stage: physical lines.

use crate::Span;
use crate::mend::is_blank;

/// A physical line without the blanks at its ends; empty for a blank line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) span: Span,
}

/// Cuts the text at its line feeds; a carriage return before one is a blank.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / 90 + 1);
    let mut start = 0;
    for end in text.match_indices('\n').map(|(at, _)| at).chain([text.len()]) {
        lines.push(Line { span: trim(text, Span::new(start, end)) });
        start = end + 1;
    }
    lines
}

/// The span without the blanks at its ends; empty at its start if it holds nothing else.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let slice = &text[span.range()];
    let head = slice.trim_start_matches(is_blank);
    let start = span.end - head.len();
    let tail = head.trim_end_matches(is_blank);
    if tail.is_empty() { Span::new(span.start, span.start) } else { Span::new(start, start + tail.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_leave_out_blanks_at_their_ends() {
        let text = "\u{3000}\u{3000}一、总则 \r\n\n第一条";
        let slices: Vec<&str> = lines(text).iter().map(|line| &text[line.span.range()]).collect();
        assert_eq!(slices, ["一、总则", "", "第一条"]);
    }
}
