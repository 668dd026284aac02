//! The lines of a text, as findings count them.

use gongwen::Span;

/// Where the lines of a text begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lines {
    starts: Vec<usize>,
    end: usize,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let mut starts = vec![0];
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let pair = c == '\r' && chars.peek().is_some_and(|&(_, next)| next == '\n');
            if !pair && matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
                starts.push(at + c.len_utf8());
            }
        }
        Lines { starts, end: text.len() }
    }

    /// How many there are; one is empty behind a line's end that ends the text.
    pub(crate) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The number of the line that a byte stands in, from 1.
    pub(crate) fn number(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte)
    }

    /// The line of a number, from 1, with its end.
    pub(crate) fn span(&self, number: usize) -> Option<Span> {
        let start = *self.starts.get(number.checked_sub(1)?)?;
        Some(Span::new(start, self.starts.get(number).copied().unwrap_or(self.end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongwen::Position;

    #[test]
    fn lines_are_counted_as_positions_count_them() {
        let text = "省\r\n财\n\r\u{2028}政\u{85}厅";
        let lines = Lines::of(text);
        for (at, _) in text.char_indices() {
            assert_eq!(lines.number(at), Position::of(text, at).line, "{at}");
        }
        assert_eq!((lines.count(), lines.span(1), lines.span(7)), (6, Some(Span::new(0, 5)), None));
        assert_eq!(lines.span(0), None);
    }
}
