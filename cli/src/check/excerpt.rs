//! The part of a line that a finding is shown in.

use std::ops::Range;

use gongwen::Span;
use unicode_width::UnicodeWidthChar;

use crate::words::clean;

/// Columns shown before the place.
const BEFORE: usize = 40;
/// Columns shown from the place on.
const AFTER: usize = 60;

/// A stretch of a line around a place, cleaned for a terminal, and the place in it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The stretch, with `…` where the line goes on.
    pub(crate) words: String,
    /// The place in the stretch; what lies on further lines is left out.
    pub(crate) span: Range<usize>,
}

impl Excerpt {
    /// Looks no further than the excerpt reaches, so that a text of one long line costs no more than others.
    pub(crate) fn new(text: &str, span: Span) -> Self {
        let (head, tail) = text.split_at(span.start);
        let before = reach(head.chars().rev(), BEFORE);
        let after = reach(tail.chars(), AFTER);
        let (from, to) = (head.len() - before, span.start + after);
        let opening = if goes_on(text[..from].chars().next_back()) { "…" } else { "" };
        let closing = if goes_on(text[to..].chars().next()) { "…" } else { "" };
        let end = span.end.min(to);
        let [before, place, behind] =
            [from..span.start, span.start..end, end..to].map(|part| clean(&text[part]));
        let start = opening.len() + before.len();
        Excerpt {
            words: format!("{opening}{before}{place}{behind}{closing}"),
            span: start..start + place.len(),
        }
    }
}

/// Bytes until the line's end or until the columns are used up.
fn reach(chars: impl Iterator<Item = char>, columns: usize) -> usize {
    let mut free = columns;
    let within = chars.take_while(|&c| {
        let left = free.checked_sub(columns_of(c));
        free = left.unwrap_or(0);
        left.is_some() && !is_break(c)
    });
    within.map(char::len_utf8).sum()
}

/// A character without width takes a column, so that a million of them are no excerpt.
fn columns_of(c: char) -> usize {
    c.width().unwrap_or(1).max(1)
}

fn goes_on(next: Option<char>) -> bool {
    next.is_some_and(|c| !is_break(c))
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_shows(text: &str, place: &str, words: &str) {
        let start = text.find(place).unwrap();
        let excerpt = Excerpt::new(text, Span::new(start, start + place.len()));
        assert_eq!(excerpt.words, words);
        assert!(place.starts_with(&excerpt.words[excerpt.span]));
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_shows("通知\r\n省财政厅负责\r\n附件", "财政厅", "省财政厅负责");
    }

    #[test]
    fn of_a_long_line_a_window_is_shown() {
        let text = format!("{}省财政厅{}", "前".repeat(99), "后".repeat(99));
        assert_shows(&text, "省财政厅", &format!("…{}省财政厅{}…", "前".repeat(20), "后".repeat(26)));
    }

    #[test]
    fn of_a_place_over_several_lines_the_first_is_shown() {
        assert_shows("由省工业\n和信息化厅负责", "省工业\n和信息化厅", "由省工业");
    }

    #[test]
    fn the_place_is_kept_where_characters_are_disarmed() {
        let text = "路\u{9b}31m点\u{202e}位\u{61c}";
        let start = text.find('点').unwrap();
        let excerpt = Excerpt::new(text, Span::new(start, text.len()));
        assert_eq!(excerpt.words, "路\u{fffd}31m点\u{fffd}位\u{fffd}");
        assert_eq!(&excerpt.words[excerpt.span], "点\u{fffd}位\u{fffd}");
    }

    #[test]
    fn a_place_at_the_end_of_the_text_is_empty() {
        assert_eq!(Excerpt::new("省", Span::new(3, 3)), Excerpt { words: "省".to_owned(), span: 3..3 });
    }
}
