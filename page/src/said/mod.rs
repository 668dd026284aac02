//! Sentences of the libraries, told by their English wording: the libraries speak English alone, and what a sentence names
//! stands in it.
//!
//! `{}` in the English wording stands for any words, `{0}`, `{1}`, … in the Chinese one for the first, second, … of them, and
//! `{0+}` for the first in Chinese, where it is a sentence itself, and `{0?}` for that in brackets, or for nothing where its
//! Chinese is not known.

mod codes;
#[cfg(test)]
mod held;
#[cfg(test)]
mod tests;
mod wordings;

use gongwen::{Code, Diagnostic};
use serde::Serialize;

/// A sentence in both languages. As JSON it is an object, `{"english": …, "chinese": …}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The sentence in English.
    pub english: String,
    /// The same in Chinese.
    pub chinese: String,
}

/// What the parser says of a text; where the wording is not known in Chinese, what kind of finding it is.
#[must_use]
pub fn finding(finding: &Diagnostic) -> Said {
    let english = finding.message.clone();
    let chinese = translated(&english).unwrap_or_else(|| codes::code(finding.code).to_owned());
    Said { english, chinese }
}

/// What each kind of finding is called in Chinese.
pub(crate) fn codes() -> impl Iterator<Item = (Code, &'static str)> {
    codes::CODES.iter().copied()
}

/// What a library says. A sentence that is not known stays in English behind 原文.
#[must_use]
pub fn foreign(english: &str) -> Said {
    let chinese = translated(english).unwrap_or_else(|| {
        let is_chinese = english.contains(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        if is_chinese { english.to_owned() } else { format!("未能完成（{english}）") }
    });
    Said { english: english.to_owned(), chinese }
}

/// The sentence in Chinese, if its wording is known; the wording that says most in words of its own.
#[must_use]
pub fn translated(english: &str) -> Option<String> {
    let known = wordings::WORDINGS
        .iter()
        .filter_map(|(wording, chinese)| Some((wording.len(), chinese, holes(wording, english)?)));
    let (_, chinese, words) = known.max_by_key(|(len, ..)| *len)?;
    Some(filled(chinese, &words))
}

/// What stands in the holes of a wording, if the sentence is worded so.
fn holes<'s>(wording: &str, sentence: &'s str) -> Option<Vec<&'s str>> {
    let mut parts = wording.split("{}");
    let mut rest = sentence.strip_prefix(parts.next()?)?;
    let mut words = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        // The last part ends the sentence; words in a hole may hold what stands behind it.
        let end = match (parts.peek(), part) {
            (None, _) => rest.len().checked_sub(part.len()).filter(|&end| rest.get(end..) == Some(part))?,
            (Some(_), part) => rest.find(part)?,
        };
        words.push(&rest[..end]);
        rest = &rest[end + part.len()..];
    }
    rest.is_empty().then_some(words)
}

fn filled(chinese: &str, words: &[&str]) -> String {
    let mut text = String::new();
    let mut rest = chinese;
    while let Some((before, behind)) = rest.split_once('{') {
        let (hole, behind) = behind.split_once('}').unwrap_or((behind, ""));
        let number = hole.trim_end_matches(['+', '?']).parse::<usize>();
        let word = number.ok().and_then(|number| words.get(number)).copied().unwrap_or_default();
        let word = match hole.chars().next_back() {
            Some('+') => translated(word).unwrap_or_else(|| word.to_owned()),
            Some('?') => translated(word).map(|known| format!("（{known}）")).unwrap_or_default(),
            _ => word.to_owned(),
        };
        text.push_str(before);
        text.push_str(&word);
        rest = behind;
    }
    text + rest
}
