//! Named and numbered characters: `&ldquo;`, `&#12308;`.

use crate::text::boundary::floor;
use crate::text::character::is_blank;

/// Names of characters; those of blanks are read with `<br>`.
const NAMES: &[(&str, char)] = &[
    ("quot", '"'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("middot", '·'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("times", '×'),
    ("bull", '•'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("deg", '°'),
];

/// The length of a named or numbered character at `at`, and the character: `&ldquo;`, `&#12308;`.
pub(super) fn entity(text: &str, at: usize, line: &str) -> Option<(usize, char)> {
    /// `&#x10ffff;`
    const ENTITY_BYTES: usize = 10;
    let name = &line[1..floor(line, ENTITY_BYTES.min(line.len()))];
    let name = &name[..name.find(';')?];
    let behind = line[1 + name.len() + 1..].chars().next();
    let character = match name {
        // where no tag or name can come of it
        "lt" => behind.is_some_and(|c| c > '\u{24f}').then_some('<'),
        "gt" => text[..at].ends_with(|c: char| c > '\u{24f}' && !is_blank(c)).then_some('>'),
        "amp" => behind.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '#').then_some('&'),
        _ => match name.strip_prefix('#') {
            Some(number) => numbered(number),
            None => NAMES.iter().find(|(known, _)| *known == name).map(|&(_, c)| c),
        },
    }?;
    Some((1 + name.len() + 1, character))
}

/// The character of `12308` or `x3014`, if it is no blank and no part of markup.
fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    let sound = |c: &char| {
        c.is_ascii_alphanumeric()
            || *c > '\u{a0}' && !is_blank(*c) && !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(c)
    };
    code.ok().and_then(char::from_u32).filter(sound)
}
