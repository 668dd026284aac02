//! What a character is: a blank, a Han character.

/// Characters that `mend` may drop: white space, zero-width space, byte order mark.
pub(crate) fn is_blank(c: char) -> bool {
    match c {
        // most characters of a notice; the last white space is the ideographic one, U+3000
        '\u{3001}'..='\u{fefe}' => false,
        _ => c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'),
    }
}

/// The text without its blanks: `标 题` is `标题`.
pub(crate) fn squeezed(text: &str) -> String {
    text.split(is_blank).collect()
}

/// Blanks beside such a character carry no meaning: everything but ASCII and accented Latin.
pub(super) fn is_wide(c: char) -> bool {
    c > '\u{24f}'
}

/// Whether `c` is a Han character, radicals and extensions with it.
pub(crate) fn is_han(c: char) -> bool {
    matches!(
        c,
        '\u{4e00}'..='\u{9fff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{2e80}'..='\u{2fd5}'
            | '〇'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{323af}'
    )
}
