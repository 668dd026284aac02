//! Text for a terminal: harmless, and measured in columns.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The text without characters that a terminal obeys: each becomes `�`.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(obeyed) { text.replace(obeyed, "\u{fffd}").into() } else { text.into() }
}

/// Columns that the text takes in a terminal; a Chinese character takes two.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// The text, cleaned, in at most `columns` columns, ended by `…` if it was cut.
pub(crate) fn cut(text: &str, columns: usize) -> String {
    let end = fit(text, columns);
    if end == text.len() {
        return clean(text).into_owned();
    }
    let end = fit(&text[..end], columns.saturating_sub(1));
    format!("{}…", clean(&text[..end]))
}

/// How many bytes of the text fit into `columns` columns.
fn fit(text: &str, columns: usize) -> usize {
    let mut free = columns;
    let over = text.char_indices().find(|&(_, c)| match free.checked_sub(c.width().unwrap_or(1)) {
        Some(left) => {
            free = left;
            false
        }
        None => true,
    });
    over.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_characters_take_two_columns() {
        assert_eq!(width("（一）"), 6);
        assert_eq!(cut("省财政厅负责", 8), "省财政…");
        assert_eq!(cut("省财政厅", 8), "省财政厅");
        assert_eq!(cut("省", 0), "…");
    }

    #[test]
    fn escape_sequences_and_overrides_are_disarmed() {
        assert_eq!(clean("省\u{1b}[31m财\u{202e}政"), "省\u{fffd}[31m财\u{fffd}政");
    }
}
