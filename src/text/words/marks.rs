//! Which tables of words a character may belong to: [`Marks`].

use super::index::{Index, first_len, head_key, low_byte};

/// What the characters of a text may begin or end, a bit for each table of words: one look in place of one a table.
pub(crate) struct Marks {
    bits: [u8; 256],
}

impl Marks {
    /// Marks no character.
    pub(crate) const NONE: Marks = Marks { bits: [0; 256] };

    /// Marks these characters.
    pub(crate) const fn characters(mut self, characters: &str, bit: u8) -> Self {
        let mut rest = characters.as_bytes();
        while !rest.is_empty() {
            self.bits[head_key(rest) as usize] |= bit;
            rest = rest.split_at(first_len(rest)).1;
        }
        self
    }

    /// Marks the characters that are keys of an index.
    pub(super) const fn of_index(mut self, index: &Index, bit: u8) -> Self {
        let mut key = 0;
        while key < 256 {
            if index.has(key) {
                self.bits[key] |= bit;
            }
            key += 1;
        }
        self
    }

    /// What a character is marked with, and a few that only look like it.
    #[inline]
    pub(crate) fn of(&self, c: char) -> u8 {
        self.bits[usize::from(low_byte(c))]
    }

    /// What the first character is marked with.
    #[inline]
    pub(crate) fn of_first(&self, text: &str) -> u8 {
        self.bits[usize::from(head_key(text.as_bytes()))]
    }

    /// What any of the characters is marked with.
    pub(crate) fn of_all(&self, text: &str) -> u8 {
        text.chars().fold(0, |all, c| all | self.of(c))
    }
}
