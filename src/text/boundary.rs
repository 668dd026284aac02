//! Character boundaries beside a byte offset: a search's reach is counted in bytes and must not cut a character.

/// The boundary at or before `at`; the text's end for an offset past it.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The boundary at or behind `at`; the text's end for an offset past it.
pub(crate) fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// At most `length` bytes from `start` on.
pub(crate) fn window(text: &str, start: usize, length: usize) -> &str {
    &text[start..floor(text, start + length)]
}

/// What stands behind the last line end of a text.
pub(crate) fn last_line(text: &str) -> &str {
    &text[text.rfind('\n').map_or(0, |at| at + 1)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_inside_a_character_goes_to_its_ends() {
        assert_eq!((floor("省厅", 4), ceil("省厅", 4)), (3, 6));
        assert_eq!((floor("省厅", 3), ceil("省厅", 3)), (3, 3));
        assert_eq!((floor("省厅", 99), ceil("省厅", 99)), (6, 6));
    }
}
