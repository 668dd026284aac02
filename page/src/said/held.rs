//! What tests hold wordings to. The tool's take this file by its path.

use std::collections::BTreeSet;

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The words in braces: `first` of `与 {first} 相同`.
pub(super) fn holes(wording: &str) -> BTreeSet<String> {
    let holes = wording.split('{').skip(1).filter_map(|part| part.split_once('}'));
    holes.map(|(hole, _)| hole.split(':').next().unwrap_or_default().to_owned()).collect()
}

/// Whether three or more words of English stand in a row: no name, flag or piece of code does.
pub(super) fn holds_english(words: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
    let mut row = 0;
    words.split([' ', '，', '；', '：', '（', '）']).any(|word| {
        row = if is_word(word) { row + 1 } else { 0 };
        row == 3
    })
}
