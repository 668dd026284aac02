//! The order in which the words of a table are tried: [`Index`], and the keys by which it is made and asked.

use std::ops::Range;

/// The words of one table at most, so that their number fits a byte.
pub(super) const MOST_WORDS: usize = 255;

/// The words of a table in the order in which they are tried: those with one key side by side, the longest first.
pub(super) struct Index {
    /// Where the words of each key begin in `order`; the last is their number.
    starts: [u8; 257],
    order: [u8; MOST_WORDS],
    /// The key of the character beside the first, or beside the last, of each word in `order`; 0 where there is none, or
    /// where any is tried.
    beside: [u8; MOST_WORDS],
}

impl Index {
    pub(super) const EMPTY: Index =
        Index { starts: [0; 257], order: [0; MOST_WORDS], beside: [0; MOST_WORDS] };

    pub(super) const fn insert<T>(&mut self, words: &[(&str, T)], word: usize, key: u8, beside: u8) {
        let key = key as usize;
        let mut to = self.starts[key] as usize;
        while to < self.starts[key + 1] as usize
            && words[self.order[to] as usize].0.len() >= words[word].0.len()
        {
            to += 1;
        }
        let mut at = self.starts[256] as usize;
        while at > to {
            self.order[at] = self.order[at - 1];
            self.beside[at] = self.beside[at - 1];
            at -= 1;
        }
        // MOST_WORDS fits
        #[expect(clippy::cast_possible_truncation, reason = "a table's words are fewer than 256")]
        {
            self.order[to] = word as u8;
        }
        self.beside[to] = beside;
        let mut behind = key + 1;
        while behind <= 256 {
            self.starts[behind] += 1;
            behind += 1;
        }
    }

    /// Whether there is a word of the key.
    pub(super) const fn has(&self, key: usize) -> bool {
        self.starts[key] < self.starts[key + 1]
    }

    /// The number in its table of the word at `at` in `order`.
    #[inline]
    pub(super) fn word(&self, at: usize) -> usize {
        usize::from(self.order[at])
    }

    /// Where in `order` the words of a key stand.
    #[inline]
    pub(super) fn bucket(&self, key: u8) -> Range<usize> {
        let key = usize::from(key);
        usize::from(self.starts[key])..usize::from(self.starts[key + 1])
    }

    /// Whether the word at `at` in `order` may match a text with such a character beside its first, or its last.
    #[inline]
    pub(super) fn may_match(&self, at: usize, beside: u8) -> bool {
        self.beside[at] == 0 || self.beside[at] == beside
    }
}

/// What tells most characters of a table apart.
pub(super) const fn low_byte(c: char) -> u8 {
    (c as u32 & 0xff) as u8
}

/// The [`low_byte`] of the first character.
#[inline]
pub(super) const fn head_key(text: &[u8]) -> u8 {
    match *text {
        [0xe0..=0xef, second, third, ..] => third & 0x3f | second << 6,
        [0xc0..=0xdf, second, ..] => second & 0x3f | text[0] << 6,
        [0xf0..=0xff, _, third, fourth, ..] => fourth & 0x3f | third << 6,
        [first, ..] => first,
        [] => 0,
    }
}

/// The [`low_byte`] of the second character; 0 where there is none.
#[inline]
pub(super) const fn behind_first(text: &[u8]) -> u8 {
    head_key(text.split_at(first_len(text)).1)
}

/// The length in bytes of the first character; 0 where there is none.
#[inline]
pub(super) const fn first_len(text: &[u8]) -> usize {
    match *text {
        [0xf0..=0xff, ..] => 4,
        [0xe0..=0xef, ..] => 3,
        [0xc0..=0xdf, ..] => 2,
        [] => 0,
        _ => 1,
    }
}

/// The [`low_byte`] of the last character but one; 0 where there is none.
#[inline]
pub(super) const fn before_last(text: &[u8]) -> u8 {
    let mut at = text.len();
    while at > 0 {
        at -= 1;
        if !matches!(text[at], 0x80..=0xbf) {
            break;
        }
    }
    tail_key(text.split_at(at).0)
}

/// The [`low_byte`] of the last character.
#[inline]
pub(super) const fn tail_key(text: &[u8]) -> u8 {
    match *text {
        [.., before, last @ 0x80..=0xff] => last & 0x3f | before << 6,
        [.., last] => last,
        [] => 0,
    }
}
