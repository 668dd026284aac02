//! One matcher for every table of words: [`Words`].
//!
//! A table is written in any order; what stands in front of it, so that most texts are told apart without a comparison,
//! is made from its words when the crate is compiled.

mod index;
mod marks;

use std::ops::Range;

use index::{Index, MOST_WORDS, before_last, behind_first, head_key, low_byte, tail_key};
pub(crate) use marks::Marks;

/// The colons behind a label: full-width, half-width, vertical, and the ratio sign that is taken for one.
pub(crate) const COLONS: [char; 4] = ['：', ':', '︰', '∶'];

/// A table of words, each with what it stands for.
///
/// ```text
/// static VERBS: Words<Role> = Words::new(&[("牵头", Role::Lead), ("配合", Role::Support)]);
/// static LEADS: Words = Words::new(&plain(["并由", "其中", "请"]));
/// ```
pub(crate) struct Words<T: 'static = ()> {
    entries: &'static [(&'static str, T)],
    heads: Index,
    tails: Index,
}

/// Words that stand for nothing but themselves.
pub(crate) const fn plain<const N: usize>(words: [&'static str; N]) -> [(&'static str, ()); N] {
    let mut entries = [("", ()); N];
    let mut at = 0;
    while at < N {
        entries[at] = (words[at], ());
        at += 1;
    }
    entries
}

impl<T: Copy> Words<T> {
    /// A table of at most 255 words, none of them empty, none there twice; anything else does not compile.
    pub(crate) const fn new(words: &'static [(&'static str, T)]) -> Self {
        assert!(words.len() <= MOST_WORDS, "a table of words holds at most 255");
        let (mut heads, mut tails) = (Index::EMPTY, Index::EMPTY);
        let mut at = 0;
        while at < words.len() {
            let word = words[at].0.as_bytes();
            let mut before = 0;
            while before < at {
                let other = words[before].0.as_bytes();
                assert!(
                    other.len() != word.len() || !ends_with(other, word),
                    "a word stands twice in its table"
                );
                before += 1;
            }
            heads.insert(words, at, head_key(word), behind_first(word));
            tails.insert(words, at, tail_key(word), before_last(word));
            at += 1;
        }
        Words { entries: words, heads, tails }
    }

    /// The longest word that the text begins with: its length, and what it stands for.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the few instructions that tell most texts apart")]
    pub(crate) fn at_start(&self, text: &str) -> Option<(usize, T)> {
        let text = text.as_bytes();
        // most texts are told apart here
        let keys = self.heads.bucket(head_key(text));
        if keys.is_empty() { None } else { self.longest_at_start(keys, text) }
    }

    fn longest_at_start(&self, keys: Range<usize>, text: &[u8]) -> Option<(usize, T)> {
        let beside = behind_first(text);
        for at in keys {
            if self.heads.may_match(at, beside) {
                let (word, value) = self.entries[self.heads.word(at)];
                if starts_with(text, word.as_bytes()) {
                    return Some((word.len(), value));
                }
            }
        }
        None
    }

    /// The longest word that the text ends with: where it begins, and what it stands for.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the few instructions that tell most texts apart")]
    pub(crate) fn at_end(&self, text: &str) -> Option<(usize, T)> {
        let text = text.as_bytes();
        let keys = self.tails.bucket(tail_key(text));
        if keys.is_empty() { None } else { self.longest_at_end(keys, text) }
    }

    fn longest_at_end(&self, keys: Range<usize>, text: &[u8]) -> Option<(usize, T)> {
        let beside = before_last(text);
        for at in keys {
            if self.tails.may_match(at, beside) {
                let (word, value) = self.entries[self.tails.word(at)];
                if ends_with(text, word.as_bytes()) {
                    return Some((text.len() - word.len(), value));
                }
            }
        }
        None
    }

    /// The last place at which a word ends, with the longest word there.
    pub(crate) fn last_in(&self, text: &str) -> Option<(Range<usize>, T)> {
        let mut ends = text.char_indices().rev().filter(|&(_, c)| self.may_end(c));
        ends.find_map(|(at, c)| {
            let end = at + c.len_utf8();
            self.at_end(&text[..end]).map(|(start, value)| (start..end, value))
        })
    }

    /// Every place at which a word ends, in order.
    pub(crate) fn ends_in<'t>(&'static self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let marked = text.char_indices().filter(|&(_, c)| !self.tails.bucket(low_byte(c)).is_empty());
        let ends = marked.map(|(at, c)| at + c.len_utf8());
        ends.filter(|&end| self.end(&text[..end]))
    }

    /// What the text stands for, if it is one of the words.
    pub(crate) fn get(&self, text: &str) -> Option<T> {
        let (start, value) = self.at_end(text)?;
        (start == 0).then_some(value)
    }

    /// What follows the longest word that the text begins with.
    pub(crate) fn behind<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.at_start(text).map(|(len, _)| &text[len..])
    }

    /// Whether the text begins with one of the words.
    #[inline]
    pub(crate) fn begin(&self, text: &str) -> bool {
        self.at_start(text).is_some()
    }

    /// Whether the text ends with one of the words.
    #[inline]
    pub(crate) fn end(&self, text: &str) -> bool {
        self.at_end(text).is_some()
    }

    /// Whether one of the words stands in the text.
    pub(crate) fn any_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, c)| self.may_begin(c) && self.begin(&text[at..]))
    }

    /// Whether a word may begin with the character: most that none begins with are told apart.
    #[inline]
    pub(crate) fn may_begin(&self, c: char) -> bool {
        !self.heads.bucket(low_byte(c)).is_empty()
    }

    /// Whether a word ends with the character.
    #[inline]
    pub(crate) fn may_end(&self, c: char) -> bool {
        let keys = self.tails.bucket(low_byte(c));
        keys.map(|at| self.tails.word(at)).any(|at| self.entries[at].0.ends_with(c))
    }

    /// Every word with what it stands for, as the table lists them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, T)> {
        self.entries.iter().copied()
    }
}

impl Marks {
    /// Marks the characters that begin a word.
    pub(crate) const fn beginning<T>(self, words: &Words<T>, bit: u8) -> Self {
        self.of_index(&words.heads, bit)
    }

    /// Marks the characters that end a word.
    pub(crate) const fn ending<T>(self, words: &Words<T>, bit: u8) -> Self {
        self.of_index(&words.tails, bit)
    }
}

/// Whether `text` begins with one of the words.
pub(crate) fn begins(text: &str, words: &[&str]) -> bool {
    let head = text.as_bytes().first_chunk::<3>();
    words.iter().any(|word| {
        let first = word.as_bytes().first_chunk();
        (first.is_none() || first == head) && text.starts_with(word)
    })
}

/// Whether `text` ends with one of the words.
pub(crate) fn ends(text: &str, words: &[&str]) -> bool {
    let tail = text.as_bytes().last_chunk::<3>();
    words.iter().any(|word| {
        let last = word.as_bytes().last_chunk();
        (last.is_none() || last == tail) && text.ends_with(word)
    })
}

/// Whether one of the words stands in `text`.
pub(crate) fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| stands_in(text.as_bytes(), word.as_bytes()))
}

/// Whether the word stands in the text; of a Han character the third byte tells most others apart.
fn stands_in(text: &[u8], word: &[u8]) -> bool {
    let from = word.len().min(3) - usize::from(!word.is_empty());
    let (Some(&byte), Some(behind)) = (word.get(from), text.get(from..)) else { return word.is_empty() };
    memchr::memchr_iter(byte, behind).any(|at| text[at..].starts_with(word))
}

/// What follows the longest of the words that `text` begins with.
pub(crate) fn behind<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let head = text.as_bytes().first_chunk::<3>();
    let words = words.iter().filter(|word| word.as_bytes().first_chunk() == head);
    words.filter_map(|word| text.strip_prefix(word)).min_by_key(|rest| rest.len())
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "a comparison of two words is shorter than a call")]
const fn starts_with(text: &[u8], word: &[u8]) -> bool {
    text.len() >= word.len() && same(text, 0, word)
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "a comparison of two words is shorter than a call")]
const fn ends_with(text: &[u8], word: &[u8]) -> bool {
    text.len() >= word.len() && same(text, text.len() - word.len(), word)
}

/// Whether the word stands at a place of the text that reaches behind it; read by Han characters, three bytes each.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a comparison of two words is shorter than a call")]
const fn same(text: &[u8], from: usize, word: &[u8]) -> bool {
    let mut at = 0;
    while at + 3 <= word.len() {
        if three(text, from + at) != three(word, at) {
            return false;
        }
        at += 3;
    }
    while at < word.len() {
        if text[from + at] != word[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn three(bytes: &[u8], at: usize) -> u32 {
    bytes[at] as u32 | (bytes[at + 1] as u32) << 8 | (bytes[at + 2] as u32) << 16
}

/// Where in `long` the one character stands that `short` lacks, if that is all in which they differ.
pub(crate) fn lost_at(short: &str, long: &str) -> Option<usize> {
    let same = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let at = super::boundary::floor(long, same);
    let lost = long[at..].chars().next()?;
    (long[at + lost.len_utf8()..] == short[at..]).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    static WORDS: Words<u8> = Words::new(&[
        ("省", 1),
        ("省政府", 2),
        (":", 3),
        ("号", 4),
        ("·", 5),
        ("政府", 6),
        // the low byte of 省's code point is that of 丁
        ("丁", 7),
    ]);

    #[test]
    fn the_longest_word_is_found_at_either_end() {
        for (text, start, end) in [
            ("省政府", Some((9, 2)), Some((0, 2))),
            ("省", Some((3, 1)), Some((0, 1))),
            ("市省政府", None, Some((3, 2))),
            ("市政府", None, Some((3, 6))),
            ("第3号", None, Some((4, 4))),
            (":1", Some((1, 3)), None),
            ("1:", None, Some((1, 3))),
            ("·省", Some((2, 5)), Some((2, 1))),
            ("𠀀省", None, Some((4, 1))),
            ("省𠀀", Some((3, 1)), None),
            ("", None, None),
        ] {
            assert_eq!((WORDS.at_start(text), WORDS.at_end(text)), (start, end), "{text}");
        }
        assert_eq!(WORDS.behind("省政府办"), Some("办"));
    }

    #[test]
    fn a_word_inside_is_found() {
        for (text, last) in [
            ("一省政府之号", Some((15..18, 4))),
            ("一省政府之", Some((3..12, 2))),
            ("省市", Some((0..3, 1))),
            ("市", None),
            ("", None),
        ] {
            assert_eq!(WORDS.last_in(text), last, "{text}");
            assert_eq!(WORDS.any_in(text), last.is_some(), "{text}");
            assert_eq!(WORDS.ends_in(text).last(), last.map(|(range, _)| range.end), "{text}");
        }
    }

    #[test]
    fn each_place_where_a_word_ends_is_found_once() {
        assert_eq!(WORDS.ends_in("省政府:一号政府").collect::<Vec<_>>(), [3, 9, 10, 16, 22]);
        assert_eq!(WORDS.ends_in("市").next(), None);
    }

    #[test]
    fn characters_are_marked_with_what_they_may_begin_or_end() {
        static MARKS: Marks = Marks::NONE.beginning(&WORDS, 1).ending(&WORDS, 2).characters("a由𠀃é", 4);
        for (text, all, first) in [
            ("省", 3, 3),
            ("政府", 3, 1),
            ("号", 3, 3),
            ("a政", 5, 4),
            ("由", 4, 4),
            ("𠀃", 4, 4),
            ("é", 4, 4),
            ("县", 0, 0),
            ("", 0, 0),
        ] {
            assert_eq!((MARKS.of_all(text), MARKS.of_first(text)), (all, first), "{text}");
        }
    }

    #[test]
    fn only_a_whole_word_stands_for_something() {
        assert_eq!((WORDS.get("政府"), WORDS.get("市政府"), WORDS.get("")), (Some(6), None, None));
    }

    #[test]
    fn words_of_any_length_are_found() {
        const LIST: [&str; 4] = ["省", "省政府", ":", "号"];
        for (text, at_start, at_end, inside) in [
            ("省政府", true, true, true),
            ("省", true, true, true),
            ("第3号", false, true, true),
            (":1", true, false, true),
            ("1:", false, true, true),
            ("一省之", false, false, true),
            ("市政府", false, false, false),
            ("", false, false, false),
        ] {
            let found = (begins(text, &LIST), ends(text, &LIST), holds(text, &LIST));
            assert_eq!(found, (at_start, at_end, inside), "{text}");
        }
        assert_eq!(behind("省政府办", &LIST), Some("办"));
        assert_eq!(behind("市政府办", &LIST), None);
    }

    #[test]
    fn the_one_character_that_is_lacking_is_found() {
        for (short, lost) in [
            ("青州财政厅", Some(6)),
            ("州省财政厅", Some(0)),
            ("青州省财政", Some(15)),
            ("青州省财政厅", None),
            ("青州财厅", None),
            ("青州市财政", None),
            ("", None),
        ] {
            assert_eq!(lost_at(short, "青州省财政厅"), lost, "{short}");
        }
        assert_eq!(lost_at("省厅", "省省厅"), Some(3), "the last of several that are alike");
    }
}
