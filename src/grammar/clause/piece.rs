//! Cuts what a clause holds into pieces, at the marks outside brackets.

use std::ops::Range;

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

const STOPS: [char; 4] = ['。', '；', ';', ' '];

/// Gives the pieces of `text[range]` in order, each with the mark behind it.
pub(super) fn pieces(text: &str, range: Range<usize>, piece: &mut impl FnMut(Range<usize>, Mark)) {
    // a stop at the end parts nothing
    let range = range.start..range.start + text[range.clone()].trim_end_matches(STOPS).len();
    let mut level = 0i32;
    let mut start = range.start;
    let mut next = range.start;
    while next < range.end {
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
            piece(start..at, mark);
            start = at + c.len_utf8();
        }
    }
    piece(start..range.end, Mark::End);
}

/// A piece without the blanks at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    if !piece.starts_with([' ', '　']) && !piece.ends_with([' ', '　']) {
        return range;
    }
    let start = range.start + piece.len() - piece.trim_start_matches([' ', '　']).len();
    let end = start + text[start..range.end].trim_end_matches([' ', '　']).len();
    start..end
}
