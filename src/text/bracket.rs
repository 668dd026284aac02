//! Brackets: `（市、区）`, `〔市、区〕`, `<管委会>`, `‹市、区>`.

/// Opens a bracket.
pub(crate) fn opens(c: char) -> bool {
    matches!(c, '（' | '(' | '〔' | '[' | '［' | '【' | '〈' | '<' | '‹' | '＜')
}

/// Closes a bracket.
pub(crate) fn closes(c: char) -> bool {
    matches!(c, '）' | ')' | '〕' | ']' | '］' | '】' | '〉' | '>' | '›' | '＞')
}

/// Angle brackets are also signs of less and more: they hold a few words. A guess.
const ANGLE_CHARS: usize = 40;

/// Whether the opener at the start of `text` is a bracket and no sign such as `<` in `浓度<35`.
pub(crate) fn is_bracket(text: &str) -> bool {
    !text.starts_with(['<', '‹', '＜'])
        || text.chars().take(ANGLE_CHARS).any(|c| matches!(c, '>' | '›' | '〉' | '＞'))
}

/// Where the bracket opens that ends `text`: before `（市新闻出版局）` in `市委宣传部（市新闻出版局）`. Nothing but what `opens`
/// and `closes` tell is a bracket.
#[inline]
pub(crate) fn opening(text: &str, opens: fn(char) -> bool, closes: fn(char) -> bool) -> Option<usize> {
    // most texts end in a word
    if text.ends_with(closes) { opening_of_last(text, opens, closes) } else { None }
}

fn opening_of_last(text: &str, opens: fn(char) -> bool, closes: fn(char) -> bool) -> Option<usize> {
    let mut depth = 0_usize;
    let opening = text.char_indices().rev().find(|&(_, c)| {
        if closes(c) {
            depth += 1;
        } else if opens(c) {
            depth -= 1;
        }
        depth == 0
    });
    opening.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bracket_that_ends_a_text_is_found() {
        for (text, at) in [
            ("部（局）", Some("部".len())),
            ("部（局（办））", Some("部".len())),
            ("部（局）（办）", Some("部（局）".len())),
            ("（局）", Some(0)),
            ("部（局）办", None),
            ("部局）", None),
            ("部（局））", None),
            ("", None),
        ] {
            assert_eq!(opening(text, opens, closes), at, "{text}");
        }
        assert_eq!(opening("部（局〕办）", |c| c == '（', |c| c == '）'), Some("部".len()));
    }
}
