//! Where a line ends a paragraph: by its last mark, its length, the indent of the next.

use super::character::is_blank;
use super::numeral;
use super::words::{behind, ends};

/// Whether a line that ends so ends its paragraph: by its last mark, or because it is too short to have been wrapped where
/// lines are `width` bytes long.
pub(crate) fn ends_paragraph(line: &str, width: usize) -> bool {
    if line.is_empty() || has_end(line) {
        // a label inside a bracket, a title inside a sentence
        return !(line.ends_with(['：', ':', '；', ';']) && is_open(line)
            || line.ends_with('》') && may_be_wrapped(line, width));
    }
    has_leader(line) || !may_be_wrapped(line, width) && !goes_on(line) && !is_open(line)
}

/// Whether a line ends in a mark that a paragraph may end in.
pub(crate) fn has_end(line: &str) -> bool {
    const ENDS: [char; 18] =
        ['。', '；', '：', '！', '？', '”', '》', '）', ')', ';', ':', '.', '】', '〕', '>', ']', '］', '　'];
    line.ends_with(ENDS)
}

/// Whether a line is as long as those that its text is broken into.
pub(crate) fn is_full(line: &str, width: usize) -> bool {
    line.len() * 4 >= width * 3
}

/// Whether a line is as long as those that its text is broken into, or no heading by its length and marks.
fn may_be_wrapped(line: &str, width: usize) -> bool {
    let full = || is_full(line, width);
    let prose = || line.contains(['。', '；', '：', ';', ':']) || line.matches(['，', ',']).count() > 1;
    line.len() >= LONG_BYTES || is_wrapped(line) && (full() || prose())
}

/// Whether a line may have been broken by its width.
pub(crate) fn is_wrapped(line: &str) -> bool {
    columns(line) >= WRAPPED_COLUMNS
}

/// The shortest line that may have been broken by its width, in columns: 24 Han characters. A guess.
const WRAPPED_COLUMNS: usize = 48;
/// A line of so many bytes is no heading, whatever the width of others: 38 Han characters. It takes at least [`WRAPPED_COLUMNS`]
/// columns, as no character has more than two bytes for one.
const LONG_BYTES: usize = 114;

/// The columns that a line takes on paper: two for a Han character, one for a digit.
fn columns(line: &str) -> usize {
    let width = |byte: u8| usize::from(!matches!(byte, 0x80..=0xbf)) + usize::from(byte >= 0xe0);
    line.bytes().map(width).sum()
}

/// Whether a line begins the head of a table: `序号　工作任务　责任单位`.
pub(crate) fn is_table_head(line: &str) -> bool {
    let columns = behind(line, &["序号", "序 号"]);
    columns.is_some_and(|columns| columns.is_empty() || columns.starts_with(is_blank))
}

/// Whether a line begins with the two blanks of a paragraph.
pub(crate) fn is_indented(line: &str) -> bool {
    line.starts_with("\u{3000}\u{3000}") || line.starts_with("    ")
}

/// Whether a line ends in the middle of a sentence for sure.
pub(crate) fn goes_on(line: &str) -> bool {
    line.ends_with(['，', '、', ',', '（', '(', '《', '“'])
        || ends(line, &["、省", "、市", "、县", "、自治区"])
}

/// Whether a title or a bracket stays open.
pub(crate) fn is_open(line: &str) -> bool {
    opens_more(line, &['《'], &['》']) || opens_more(line, &['（', '('], &['）', ')'])
}

/// Whether a bracket that the line opens stays open: what follows belongs to it.
fn opens_more(line: &str, open: &[char], close: &[char]) -> bool {
    line.rfind(open).is_some_and(|at| !line[at..].contains(close))
}

/// Whether a line ends in dots and a page number: `一、现状与形势…………1`, `1总则......（6）`, `二、目标....- 2 -`.
pub(crate) fn has_leader(line: &str) -> bool {
    /// In bytes: two `…`, six `.`.
    const SHORTEST_BYTES: usize = 6;
    let beside = |c: char| is_blank(c) || matches!(c, '（' | '）' | '(' | ')' | '-' | '—');
    let line = line.trim_end_matches(beside);
    let filled = line.trim_end_matches(numeral::is_digit);
    if filled.len() == line.len() {
        return false;
    }
    let filled = filled.trim_end_matches(beside);
    filled.len() - filled.trim_end_matches(['.', '…', '·']).len() >= SHORTEST_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_its_paragraph_by_its_mark_or_its_length() {
        let heading = "修改住房公积金贷款后变更登记住房权利人的相关规定";
        for (line, width, ends) in [
            ("整治村庄环境。", 171, true),
            ("整治村庄环境", 171, true),
            ("整治村庄环境，", 171, false),
            (heading, 72, false),
            (heading, 171, true),
            ("市住房和城乡建设局;账号:44001670231053000671-0004;开户", 78, false),
            ("（责任单位：", 171, false),
            ("各县区人民政府：", 171, true),
        ] {
            assert_eq!(ends_paragraph(line, width), ends, "{line} {width}");
        }
    }
}
