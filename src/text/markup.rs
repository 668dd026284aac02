//! Markup that a web page left in its text: `<BR>`, `&nbsp;`.

use std::borrow::Cow;

use memchr::memchr3_iter;

use super::character::is_blank;
use super::span::{Span, join_touching};

/// In lower case. A `<br>` is no line's end: most of those seen stand inside words, where a name was wrapped.
const PIECES: &[&str] = &["<br>", "<br/>", "<p>", "</p>", "&nbsp;", "&ensp;", "&emsp;", "&#160;", "&#12288;"];

/// The text with its markup made blanks of the same length, and the places of the markup.
pub(crate) fn blanked(text: Cow<'_, str>) -> (Cow<'_, str>, Vec<Span>) {
    let mut pieces = pieces(&text);
    join_touching(&mut pieces);
    if pieces.is_empty() {
        return (text, pieces);
    }
    let mut blanked = String::with_capacity(text.len());
    for piece in &pieces {
        blanked.push_str(&text[blanked.len()..piece.start]);
        blanked.extend(std::iter::repeat_n(' ', piece.len()));
    }
    blanked.push_str(&text[blanked.len()..]);
    (Cow::Owned(blanked), pieces)
}

/// The places of markup.
fn pieces(text: &str) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::new();
    for at in memchr3_iter(b'<', b'&', b'>', text.as_bytes()) {
        let piece = match text.as_bytes()[at] {
            b'>' => wide_break(text, at, &pieces),
            _ => piece(&text.as_bytes()[at..]).map(|len| Span::new(at, at + len)),
        };
        let Some(piece) = piece else { continue };
        while pieces.last().is_some_and(|last| last.start > piece.start) {
            pieces.pop();
        }
        pieces.push(piece);
    }
    pieces
}

/// The length of the piece that `rest` begins with.
fn piece(rest: &[u8]) -> Option<usize> {
    let second = rest.get(1)?.to_ascii_lowercase();
    let begins = |piece: &&&str| {
        let piece = piece.as_bytes();
        piece[1] == second && rest.get(..piece.len()).is_some_and(|head| head.eq_ignore_ascii_case(piece))
    };
    PIECES.iter().find(begins).map(|piece| piece.len())
}

/// `<br />` that ends in the `>` at `at`. Whatever is blank may stand inside, markup before it too: mended, that is one blank.
fn wide_break(text: &str, at: usize, before: &[Span]) -> Option<Span> {
    const OPENING: &str = "<br";
    let closing = text[..at].strip_suffix('/')?;
    let mut head = closing.trim_end_matches(is_blank);
    for piece in before.iter().rev() {
        if piece.end != head.len() {
            break;
        }
        head = text[..piece.start].trim_end_matches(is_blank);
    }
    let start = head.len().checked_sub(OPENING.len())?;
    let opens = head.as_bytes()[start..].eq_ignore_ascii_case(OPENING.as_bytes());
    (opens && head.len() < closing.len()).then(|| Span::new(start, at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_blanked(text: &str, expected: &str) {
        assert_eq!(blanked(Cow::Borrowed(text)).0, expected);
    }

    #[test]
    fn markup_becomes_blanks_of_its_length() {
        assert_blanked("甲<BR>乙&nbsp;丙<br />丁&#12288;", "甲    乙      丙      丁        ");
    }

    #[test]
    fn whatever_is_blank_stands_in_a_wide_break() {
        for inside in ["", " ", "\n", "\u{a0}", "&nbsp;", "<br&nbsp;/> <p>\n", "\u{3000}<BR\n\n/>"] {
            let text = format!("甲<br{inside}/>乙");
            assert_eq!(crate::mend(&text), "甲乙", "{text:?}");
            let parted = format!("a<br{inside}/>b");
            assert_eq!(crate::mend(&parted), "a b", "{parted:?}");
        }
        assert_eq!(crate::mend("<br\n3\n/>"), "<br 3 />");
    }

    #[test]
    fn what_is_no_blank_stays() {
        let text = "<<br 甲&lt;乙<表>&nbsp";
        assert_blanked(text, text);
    }
}
