//! Brackets inside a clause: `（市、区）`, `〔市、区〕`, `<管委会>`, `‹市、区>`.

/// Opens a bracket.
pub(crate) fn opens(c: char) -> bool {
    matches!(c, '（' | '(' | '〔' | '[' | '［' | '【' | '〈' | '<' | '‹' | '＜')
}

/// Closes a bracket.
pub(crate) fn closes(c: char) -> bool {
    matches!(c, '）' | ')' | '〕' | ']' | '］' | '】' | '〉' | '>' | '›' | '＞')
}

/// Angle brackets are also signs of less and more: they hold a few words.
const LONGEST_ANGLE: usize = 40;

/// Whether the opener at the start of `text` is a bracket and no sign such as `<` in `浓度<35`.
pub(crate) fn is_bracket(text: &str) -> bool {
    !text.starts_with(['<', '‹', '＜'])
        || text.chars().take(LONGEST_ANGLE).any(|c| matches!(c, '>' | '›' | '〉' | '＞'))
}
