//! Markup that a web page left in its text: `<BR>`, `&nbsp;`.

use std::borrow::Cow;

use memchr::memchr2_iter;

use crate::Span;
use crate::span::join_touching;

/// In lower case. A `<br>` is no line's end: most of those seen stand inside words, where a name was wrapped.
const PIECES: &[&str] =
    &["<br>", "<br/>", "<br />", "<p>", "</p>", "&nbsp;", "&ensp;", "&emsp;", "&#160;", "&#12288;"];

/// The text with its markup made blanks of the same length, and the places of the markup.
pub(crate) fn blanked(text: Cow<'_, str>) -> (Cow<'_, str>, Vec<Span>) {
    let mut pieces: Vec<Span> = pieces(&text).collect();
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
fn pieces(text: &str) -> impl Iterator<Item = Span> + '_ {
    memchr2_iter(b'<', b'&', text.as_bytes()).filter_map(|at| {
        let rest = &text.as_bytes()[at..];
        let second = rest.get(1)?.to_ascii_lowercase();
        let begins = |piece: &&&str| {
            let piece = piece.as_bytes();
            piece[1] == second && rest.get(..piece.len()).is_some_and(|head| head.eq_ignore_ascii_case(piece))
        };
        PIECES.iter().find(begins).map(|piece| Span::new(at, at + piece.len()))
    })
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
    fn what_is_no_blank_stays() {
        let text = "<<br 甲&lt;乙<表>&nbsp";
        assert_blanked(text, text);
    }
}
