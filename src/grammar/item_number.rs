//! Whether a numbered item begins here: `5.新发行`, `（三）推进`.

use crate::text::boundary::window;

/// `5.新发行`, `12、推进`
pub(crate) fn numbers_item(rest: &str) -> bool {
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() - after.len() <= 3
        && after.starts_with(['.', '．', '、'])
        && after.chars().nth(1).is_some_and(|c| c > '\u{2e7f}')
}

/// Whether a paragraph begins with an item's number.
pub(crate) fn begins_item(text: &str) -> bool {
    let head = window(text, 0, 30);
    let numerals = |c: char| {
        c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十百零〇".contains(c)
    };
    let bare = head.trim_start_matches(['（', '(', '第']);
    let after = bare.trim_start_matches(numerals);
    if after.chars().nth(1).is_some_and(numerals) && after.starts_with(['.', '．']) {
        return false;
    }
    if after.len() == bare.len() {
        return false;
    }
    let led = bare.len() < head.len();
    if led {
        after.starts_with(['）', ')', '条', '章', '节'])
    } else {
        after.starts_with(['、', '.', '．', '）', ')'])
    }
}
