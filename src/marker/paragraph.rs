//! Where a line ends a paragraph: by its last mark, its length, the indent of the next.

/// Whether a line that ends so ends its paragraph: by its last mark, or because it is too short to have been wrapped.
pub(crate) fn ends_paragraph(line: &str) -> bool {
    const ENDS: [char; 18] =
        ['。', '；', '：', '！', '？', '”', '》', '）', ')', ';', ':', '.', '】', '〕', '>', ']', '］', '　'];
    if line.is_empty() || line.ends_with(ENDS) {
        return true;
    }
    line.len() < WRAPPED && !goes_on(line) && !opens_more(line, '《', '》') && !opens_more(line, '（', '）')
}

/// The shortest line in bytes that may have been broken by its width: 24 Han characters.
const WRAPPED: usize = 72;

/// Whether a line begins with the two blanks of a paragraph.
pub(crate) fn is_indented(line: &str) -> bool {
    line.starts_with("\u{3000}\u{3000}") || line.starts_with("    ")
}

/// Whether a line ends in the middle of a sentence for sure.
pub(crate) fn goes_on(line: &str) -> bool {
    line.ends_with(['，', '、', ',', '（', '(', '《', '“'])
}

/// Whether a bracket that the line opens stays open: what follows belongs to it.
fn opens_more(line: &str, open: char, close: char) -> bool {
    line.rfind(open).is_some_and(|at| !line[at..].contains([close, ')']))
}
