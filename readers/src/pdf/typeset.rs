//! Signs that typesetting systems name by their bytes in GBK: A3AC is `，` there and `ꎬ`, a letter of Yi, as a character.
//!
//! Fonts of such systems, and gazettes are set in them, carry tables that take the one for the other, so that every reader
//! of the file is told `ꎬ`. They also set `《》` by the signs `«»`, and their full stop is A3AE, GBK's `．`.

use encoding_rs::GBK;

use crate::Finding;

/// Reads such signs in the lines of all pages as what they show, and says how many; a file with other letters of Yi is
/// written in them.
pub(super) fn read_signs(pages: &mut [Vec<String>]) -> Option<Finding> {
    let signs = || pages.iter().flatten().flat_map(|line| line.chars());
    let count = signs().filter(|c| sign(*c).is_some()).count();
    if count == 0 || signs().any(|c| is_yi(c) && sign(c).is_none()) {
        return None;
    }
    for line in pages.iter_mut().flatten() {
        *line = read(line);
    }
    let message =
        format!("{count} signs that the fonts name by their bytes in GBK are read as what they show");
    Some(Finding::note("signs-by-bytes", message))
}

fn read(line: &str) -> String {
    let mut before = None;
    let mut signs = line.chars().peekable();
    let mut read = String::with_capacity(line.len());
    while let Some(c) = signs.next() {
        let is_between = [before, signs.peek().copied()].into_iter().all(|c| c.is_some_and(is_figure));
        read.push(match sign(c) {
            Some('．') if !is_between => '。',
            Some(meant) => meant,
            None => double(c),
        });
        before = Some(c);
    }
    read
}

/// The sign whose bytes in GBK are the number of the character.
fn sign(c: char) -> Option<char> {
    let code = u16::try_from(u32::from(c)).ok().filter(|code| (0xa1a1..=0xa3fe).contains(code))?;
    let bytes = code.to_be_bytes();
    let meant = GBK.decode_without_bom_handling_and_without_replacement(&bytes)?;
    let mut meant = meant.chars();
    meant.next().filter(|_| meant.next().is_none())
}

/// Whether a character is a letter of Yi.
fn is_yi(c: char) -> bool {
    matches!(c, '\u{a000}'..='\u{a4cf}')
}

/// A digit or a letter, narrow or as wide as a Chinese character.
fn is_figure(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// The Chinese bracket that such a system sets by a French one.
fn double(c: char) -> char {
    match c {
        '«' => '《',
        '»' => '》',
        '‹' => '〈',
        '›' => '〉',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown_of(line: &str) -> (String, bool) {
        let mut pages = [vec![line.to_owned()]];
        let found = read_signs(&mut pages).is_some();
        (pages[0].concat(), found)
    }

    #[test]
    fn signs_named_by_their_bytes_are_read_as_what_they_show() {
        let read = shown_of("«护林办法»已经同意ꎬ现印发ꎮ增长３ꎮ５%ꎻ共 2ꎮ1 万元ꎬ到２０３５年为３０ꎮ");
        assert_eq!(
            read,
            (
                "《护林办法》已经同意，现印发。增长３．５%；共 2．1 万元，到２０３５年为３０。".to_owned(),
                true
            )
        );
        assert_eq!(shown_of("ꆣꆶ"), ("。《".to_owned(), true));
    }

    #[test]
    fn texts_without_such_signs_stay() {
        for line in ["«护林»已经同意，现印发。", "ꆈꌠꉙꎬ", ""] {
            assert_eq!(shown_of(line), (line.to_owned(), false));
        }
    }
}
