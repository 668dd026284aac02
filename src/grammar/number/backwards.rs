//! Text read from its end, for numbers: their last character is certain, their first is not.

use std::ops::Range;

use crate::text::character::{is_blank, is_han};
use crate::text::numeral;

/// The shape of a bracket around the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    Square,
    Round,
}

pub(super) fn opening(c: char) -> Option<Bracket> {
    match c {
        '〔' | '﹝' | '[' | '［' | '【' => Some(Bracket::Square),
        '（' | '(' => Some(Bracket::Round),
        _ => None,
    }
}

pub(super) fn closing(c: char) -> Option<Bracket> {
    match c {
        '〕' | '﹞' | ']' | '］' | '】' => Some(Bracket::Square),
        '）' | ')' => Some(Bracket::Round),
        _ => None,
    }
}

/// Digits in the order of the text.
#[derive(Debug)]
pub(super) struct Digits {
    pub(super) values: [u32; Digits::LONGEST_CHARS],
    pub(super) len: usize,
}

impl Digits {
    /// The digits of a value that fits 32 bits.
    const LONGEST_CHARS: usize = 9;

    pub(super) fn value(&self, range: Range<usize>) -> Option<u32> {
        let digits = self.values[..self.len].get(range).filter(|digits| !digits.is_empty())?;
        Some(digits.iter().fold(0, |value, digit| value * 10 + digit))
    }
}

/// Text read from its end, blanks skipped before each thing.
pub(super) struct Back<'t> {
    pub(super) text: &'t str,
}

impl Back<'_> {
    /// The most blanks that one gap holds. A guess that keeps the look-back short.
    const MOST_BLANKS: usize = 8;

    pub(super) fn blanks(&mut self) {
        for _ in 0..Self::MOST_BLANKS {
            let Some(c) = self.text.chars().next_back().filter(|&c| is_blank(c)) else { break };
            self.text = &self.text[..self.text.len() - c.len_utf8()];
        }
    }

    pub(super) fn word(&mut self, word: &str) -> Option<()> {
        self.blanks();
        self.text = self.text.strip_suffix(word)?;
        Some(())
    }

    pub(super) fn bracket(&mut self, shape: fn(char) -> Option<Bracket>) -> Option<Bracket> {
        self.blanks();
        let c = self.text.chars().next_back()?;
        let found = shape(c)?;
        self.text = &self.text[..self.text.len() - c.len_utf8()];
        Some(found)
    }

    /// One to nine digits; `None` if there are none or more.
    pub(super) fn digits(&mut self) -> Option<Digits> {
        let mut digits = Digits { values: [0; Digits::LONGEST_CHARS], len: 0 };
        loop {
            let rest = self.text;
            self.blanks();
            let Some((c, value)) = self.text.chars().next_back().and_then(|c| Some((c, numeral::digit(c)?)))
            else {
                self.text = rest;
                break;
            };
            *digits.values.get_mut(digits.len)? = value;
            digits.len += 1;
            self.text = &self.text[..self.text.len() - c.len_utf8()];
        }
        digits.values[..digits.len].reverse();
        (digits.len > 0).then_some(digits)
    }

    /// A Han numeral of up to six characters.
    pub(super) fn han(&mut self) -> Option<u32> {
        /// 二〇二四 has four; two more for blanks: a guess.
        const LONGEST_CHARS: usize = 6;
        self.blanks();
        let run = self
            .text
            .char_indices()
            .rev()
            .take(LONGEST_CHARS)
            .take_while(|&(_, c)| numeral::is_han_numeral(c));
        let start = run.last()?.0;
        let value = numeral::han(&self.text[start..])?;
        self.text = &self.text[..start];
        Some(value)
    }

    /// A year of four digits, of any script.
    pub(super) fn year(&mut self) -> Option<u16> {
        self.blanks();
        let start = self.text.char_indices().rev().filter(|&(_, c)| !is_blank(c)).take(4).last()?.0;
        let gap = self.text.len() - start > 4 * (Self::MOST_BLANKS + 1) * 3;
        let year = numeral::year_of(self.text[start..].chars().filter(|&c| !is_blank(c))).filter(|_| !gap)?;
        self.text = &self.text[..start];
        Some(year)
    }

    /// A bracketed part of a code: `（普发）`.
    pub(super) fn group(&mut self) -> bool {
        /// A guess.
        const LONGEST_CHARS: usize = 8;
        const REMARKS: [&str; 5] = ["试行", "暂行", "修订", "节选", "摘要"];
        let Some(close) = self.text.chars().next_back() else { return false };
        let inside = &self.text[..self.text.len() - close.len_utf8()];
        let run = inside.char_indices().rev().take(LONGEST_CHARS).take_while(|&(_, c)| is_han(c));
        let Some((start, _)) = run.last() else { return false };
        let Some(open) = inside[..start].chars().next_back().filter(|&c| opening(c).is_some()) else {
            return false;
        };
        let before = &inside[..start - open.len_utf8()];
        let part = before.ends_with(is_han) && !REMARKS.contains(&&inside[start..]);
        if part {
            self.text = before;
        }
        part
    }
}
