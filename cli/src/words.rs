//! Text for a terminal: harmless, and measured in columns.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Whether a terminal obeys the character, or hides it and what it does to others: C0, DEL and C1 controls, directions,
/// line ends of Unicode and tags.
fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// The text without characters that a terminal obeys: a tab becomes a blank, each other `�`. All words of a notice or a
/// file's name pass through here on their way to a terminal, JSON apart, which passes through [`escape`].
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_obeyed) {
        return text.into();
    }
    let harmless = |c| match c {
        '\t' => ' ',
        c if is_obeyed(c) => '\u{fffd}',
        c => c,
    };
    text.chars().map(harmless).collect()
}

/// The JSON, with characters that a terminal obeys written as `\u009b`; line ends between the values stay.
pub(crate) fn escape(json: &str) -> Cow<'_, str> {
    let obeyed = |c: char| c != '\n' && is_obeyed(c);
    if !json.contains(obeyed) {
        return json.into();
    }
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if obeyed(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string does not fail.
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(c);
        }
    }
    escaped.into()
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

/// The first line of the text and the rest, where a line has so many columns. At least one character is taken.
///
/// No line begins with `，` or ends with `（`, and none breaks a Latin word or parts a number from what it counts, if it can be helped.
pub(crate) fn break_line(text: &str, columns: usize) -> (&str, &str) {
    /// Seen in notices: `……），` takes 5; a Latin word or number of more than this is broken.
    const STEPS: usize = 12;
    let end = fit(text, columns);
    if end == text.len() {
        return (text, "");
    }
    let places = std::iter::once(end).chain(text[..end].char_indices().rev().map(|(at, _)| at));
    let place = places.take(STEPS).find(|&at| at > 0 && may_break(&text[..at], &text[at..]));
    let first = text.chars().next().map_or(0, char::len_utf8);
    text.split_at(place.unwrap_or(end).max(first))
}

fn may_break(before: &str, after: &str) -> bool {
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return true };
    let latin = last.is_ascii_alphanumeric() && next.is_ascii_alphanumeric();
    let counted = (last.is_ascii_digit() || last == '〕') && next.is_alphanumeric();
    let opens = "（《〈“‘〔【「(".contains(last);
    let closes = "，。、；：？！）》〉”’〕】」…—),;".contains(next);
    !(latin || counted || opens || closes)
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

    #[track_caller]
    fn assert_breaks(text: &str, columns: usize, first: &str) {
        assert_eq!(break_line(text, columns).0, first);
        assert_eq!(break_line(text, columns).1, &text[first.len()..]);
    }

    #[test]
    fn a_line_ends_where_it_is_full() {
        assert_breaks("省财政厅负责", 9, "省财政厅");
        assert_breaks("省财政厅", 8, "省财政厅");
    }

    #[test]
    fn marks_stay_with_the_words_they_close_or_open() {
        assert_breaks("省财政厅，负责", 8, "省财政");
        assert_breaks("负责（省财政厅）", 6, "负责");
    }

    #[test]
    fn numbers_and_latin_words_are_kept_whole() {
        assert_breaks("行动计划2024年", 10, "行动计划");
        assert_breaks("行动计划2024年", 12, "行动计划");
        assert_breaks("湘政发〔2024〕7号", 15, "湘政发");
        assert_breaks("2024202420242024", 14, "20242024202420");
    }

    #[test]
    fn a_line_takes_a_character_however_narrow() {
        assert_breaks("省财", 0, "省");
        assert_breaks("，，，，，，，，，，，，，，", 26, "，，，，，，，，，，，，，");
    }

    /// One of each kind that a terminal obeys or hides.
    const OBEYED: [char; 14] = [
        '\0',
        '\u{1b}',
        '\r',
        '\n',
        '\u{7f}',
        '\u{85}',
        '\u{9b}',
        '\u{61c}',
        '\u{200f}',
        '\u{2028}',
        '\u{202e}',
        '\u{2067}',
        '\u{e0001}',
        '\u{e0041}',
    ];

    #[test]
    fn characters_that_a_terminal_obeys_are_disarmed() {
        for c in OBEYED {
            assert_eq!(clean(&format!("省{c}[31m财")), "省\u{fffd}[31m财", "{c:?}");
        }
        assert_eq!(clean("省\t财"), "省 财");
        assert!(matches!(clean("省（财）"), Cow::Borrowed(_)));
    }

    #[test]
    fn escaped_json_says_the_same_without_them() {
        let words = String::from_iter(OBEYED);
        let json = serde_json::to_string_pretty(&[&words, "省"]).unwrap();
        let escaped = escape(&json);
        assert_eq!(escaped.lines().count(), 4);
        assert!(!escaped.contains(|c| c != '\n' && is_obeyed(c)), "{escaped}");
        assert_eq!(serde_json::from_str::<[String; 2]>(&escaped).unwrap(), [words, "省".to_owned()]);
        assert!(escaped.contains("\\udb40\\udc41"), "{escaped}");
    }
}
