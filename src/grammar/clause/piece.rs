//! Cuts what a clause holds into pieces, at the marks outside brackets: [`Piece`].

use std::ops::Range;

use super::traits::Traits;
use crate::text::bracket::{closes, is_bracket, opens};

/// What parts two pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Pause,
    Comma,
    Semicolon,
    Stop,
    Colon,
    End,
}

/// What stands between two marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Without the blanks at its ends.
    pub(super) range: Range<usize>,
    /// The mark before it; a stop before the first.
    pub(super) before: Mark,
    /// The mark behind it.
    pub(super) after: Mark,
    /// What its characters may begin; those of a part of a piece are the piece's.
    pub(super) traits: Traits,
}

impl Piece {
    fn of(text: &str, range: Range<usize>, before: Mark, after: Mark) -> Self {
        let range = trimmed(text, range);
        let traits = Traits::of(&text[range.clone()]);
        Piece { range, before, after, traits }
    }

    /// All of a text, between such marks.
    #[cfg(test)]
    pub(super) fn whole(text: &str, before: Mark, after: Mark) -> Self {
        Piece::of(text, 0..text.len(), before, after)
    }

    /// Whether other names stand beside it, with nothing but `、` between.
    pub(super) fn is_in_list(&self) -> bool {
        self.before == Mark::Pause || self.after == Mark::Pause
    }
}

const STOPS: [char; 4] = ['。', '；', ';', ' '];

/// Gives the pieces of `text[range]` in order. `pauses` are the places, ascending, at which a list goes on without a mark.
pub(super) fn pieces(text: &str, range: Range<usize>, pauses: &[usize], found: &mut impl FnMut(Piece)) {
    // a stop at the end parts nothing
    let range = range.start..range.start + text[range.clone()].trim_end_matches(STOPS).len();
    let mut level = 0i32;
    let mut before = Mark::Stop;
    let mut start = range.start;
    let mut next = range.start;
    let mut pauses = pauses.iter().copied().skip_while(|&pause| pause <= range.start).peekable();
    while next < range.end {
        if pauses.next_if(|&pause| pause <= next).is_some() && level == 0 && next > start {
            found(Piece::of(text, start..next, before, Mark::Pause));
            (before, start) = (Mark::Pause, next);
        }
        // Han characters, three bytes each, part nothing.
        if (0xe4..=0xe9).contains(&text.as_bytes()[next]) {
            next += 3;
            continue;
        }
        let Some(c) = text[next..].chars().next() else { break };
        let at = next;
        next += c.len_utf8();
        let mark = match c {
            '“' => {
                level += 1;
                continue;
            }
            c if opens(c) => {
                level += i32::from(is_bracket(&text[at..]));
                continue;
            }
            c if closes(c) || c == '”' => {
                level = (level - 1).max(0);
                continue;
            }
            '、' | '﹑' | '､' => Mark::Pause,
            '，' | ',' => Mark::Comma,
            '；' | ';' => Mark::Semicolon,
            '。' => Mark::Stop,
            '：' | ':' | '∶' | '︰' => Mark::Colon,
            _ => continue,
        };
        if level == 0 {
            found(Piece::of(text, start..at, before, mark));
            (before, start) = (mark, at + c.len_utf8());
        }
    }
    found(Piece::of(text, start..range.end, before, Mark::End));
}

/// A stretch without the blanks at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    if !piece.starts_with([' ', '　']) && !piece.ends_with([' ', '　']) {
        return range;
    }
    let start = range.start + piece.len() - piece.trim_start_matches([' ', '　']).len();
    let end = start + text[start..range.end].trim_end_matches([' ', '　']).len();
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_ends_at_a_mark_outside_brackets() {
        let table: &[(&str, &[&str])] = &[
            ("甲、乙，丙", &["Stop 甲 Pause", "Pause 乙 Comma", "Comma 丙 End"]),
            (
                "单位： 甲 ；乙。丙；",
                &["Stop 单位 Colon", "Colon 甲 Semicolon", "Semicolon 乙 Stop", "Stop 丙 End"],
            ),
            ("县（市、区）、“甲，乙”", &["Stop 县（市、区） Pause", "Pause “甲，乙” End"]),
            ("甲），乙", &["Stop 甲） Comma", "Comma 乙 End"]),
            ("。", &["Stop  End"]),
        ];
        for (text, want) in table {
            let mut got = Vec::new();
            pieces(text, 0..text.len(), &[], &mut |Piece { range, before, after, .. }| {
                got.push(format!("{before:?} {} {after:?}", &text[range]));
            });
            assert_eq!(got, *want, "{text}");
        }
    }

    #[test]
    fn a_piece_ends_at_a_pause_without_a_mark() {
        let mut got = Vec::new();
        pieces("甲乙（丙丁）、戊", 0..24, &[3, 12, 21], &mut |piece| got.push(piece.range));
        assert_eq!(got, [0..3, 3..18, 21..24]);
    }
}
