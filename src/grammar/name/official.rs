//! Persons who sign with their office: `省长 张某某`.

use std::ops::Range;

use crate::lexicon::offices::OFFICES;
use crate::text::character::{is_blank, is_han, squeezed};
use crate::text::words::COLONS;

/// The officials at the end of a stretch, from the first to the last: `…部部长 张某某 …部部长 李某某`.
pub(crate) fn officials(text: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut end = text.len();
    loop {
        let rest = text[..end].trim_end_matches(is_blank);
        let mut last = fields_from_end(rest).take(INNER_BLANKS);
        let Some(start) = last.find(|&at| is_official(&rest[at..])) else { break };
        names.insert(0, start..rest.len());
        end = start;
    }
    names
}

/// Where the fields between blanks begin, from the last to the first.
pub(crate) fn fields_from_end(text: &str) -> impl Iterator<Item = usize> {
    let begins = |&(at, c): &(usize, char)| !is_blank(c) && (at == 0 || text[..at].ends_with(is_blank));
    text.char_indices().rev().filter(begins).map(|(at, _)| at)
}

/// Blanks that may stand inside one name at the end of a line, and one more. A guess.
pub(crate) const INNER_BLANKS: usize = 8;

/// `省长 张某某`: an office and a name of two to four characters, blanks or a colon between; the office alone where the page
/// left out the name.
pub(crate) fn is_official(text: &str) -> bool {
    /// Forty characters: a guess.
    const LONGEST_BYTES: usize = 120;
    /// An office and a name: a guess.
    const LONGEST_CHARS: usize = 16;
    if text.len() > LONGEST_BYTES {
        return false;
    }
    let squeezed = squeezed(text).replacen(COLONS, "", 1);
    if !squeezed.chars().all(is_han) || squeezed.chars().count() > LONGEST_CHARS {
        return false;
    }
    let Some((office, ())) = OFFICES.last_in(&squeezed) else { return false };
    office == (0..squeezed.len()) || (2..=4).contains(&squeezed[office.end..].chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_official_is_an_office_with_a_name_or_alone() {
        for text in ["省长 张某某", "市　长　张　某", "青州省水利厅厅长 张某某", "市 长", "县 长：张 某"]
        {
            assert!(is_official(text), "{text}");
        }
        for text in ["张某某", "副市 张某某", "云溪县水利局", "市长张某某李某某", "请市长阅示。"]
        {
            assert!(!is_official(text), "{text}");
        }
    }
}
