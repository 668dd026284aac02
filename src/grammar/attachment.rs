//! `附件2` above an attached document, `附件：1.…` in the list of them.

use crate::mend::is_blank;
use crate::numeral;
use crate::words::COLONS;

/// The length of an attachment's label at the start of the line: `附件`, `附件2`, `附件一：`, `附表1`.
///
/// GB/T 9704—2012, 7.3.7: alone on its line, without a colon; on web pages the title may follow on the line.
pub(crate) fn label(line: &str) -> Option<usize> {
    let rest = line
        .strip_prefix("附件")
        .or_else(|| line.strip_prefix("附 件"))
        .or_else(|| line.strip_prefix("附表"))?;
    let numbered = rest.trim_start_matches(|c: char| {
        matches!(c, ' ' | '\u{3000}' | '-' | '—') || numeral::is_digit(c) || numeral::is_han_numeral(c)
    });
    let number = rest[..rest.len() - numbered.len()].trim_matches(is_blank);
    let colon = numbered.strip_prefix(COLONS);
    let tail = colon.unwrap_or(numbered);
    let blank = tail.starts_with(is_blank) || rest.len() - numbered.len() > number.len() || colon.is_some();
    let len = line.len() - tail.len();
    let alone = tail.trim_matches(is_blank).is_empty();
    let titled = blank
        && tail.len() < 240
        && !tail.contains(['。', '，', '；'])
        && !(number.is_empty() && colon.is_none());
    let glued = !number.is_empty()
        && tail.len() < 120
        && !tail.contains(['。', '，', '、', '；', '的', '）', '）', '所']);
    (alone || titled || glued).then(|| line[..len].trim_end_matches(is_blank).len())
}

/// The length of `附件：` or `附：`.
pub(crate) fn list_label(line: &str) -> Option<usize> {
    let rest = line.strip_prefix("附件").or_else(|| line.strip_prefix('附'))?;
    let rest = rest.trim_start_matches(is_blank).strip_prefix(COLONS)?;
    Some(line.len() - rest.len())
}

/// Where an attachment list begins in the line: at its start, or behind the last sentence where a line break was lost.
pub(crate) fn list_start(line: &str) -> Option<usize> {
    if list_label(line).is_some() {
        return Some(0);
    }
    let (at, _) = line.rmatch_indices("附件").find(|&(at, _)| list_label(&line[at..]).is_some())?;
    let behind = line[..at].ends_with(|c| matches!(c, '。' | '）' | ')') || is_blank(c));
    (behind && !line[at..].contains('。')).then_some(at)
}

/// The length of an entry's number: `1.`, `2、`, behind nothing or a blank.
pub(crate) fn entry_number(line: &str, at: usize) -> Option<usize> {
    let rest = &line[at..];
    let digits = rest.len() - rest.trim_start_matches(numeral::is_digit).len();
    if digits == 0 || digits > 6 || (at > 0 && numeral::is_digit(line[..at].chars().next_back()?)) {
        return None;
    }
    // 2 、 has a blank before its mark
    let mark = rest[digits..].trim_start_matches(' ');
    let dot = mark.chars().next()?;
    let behind = &mark[dot.len_utf8()..];
    let decimal = dot != '、' && numeral::begins_a_decimal(behind);
    (matches!(dot, '.' | '．' | '、' | '﹒') && !decimal).then_some(rest.len() - behind.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_alone_or_before_a_title() {
        for (line, expected) in [
            ("附件", "附件"),
            ("附件2", "附件2"),
            ("附件1：实施方案", "附件1："),
            ("附件 3 任务表", "附件 3"),
        ] {
            assert_eq!(label(line).map(|len| &line[..len]), Some(expected));
        }
    }

    #[test]
    fn references_are_no_labels() {
        for line in ["附件1所列事项，由各部门办理。", "附件材料齐全的，予以受理。", "附加条件"]
        {
            assert_eq!(label(line), None, "{line}");
        }
    }

    #[test]
    fn a_list_begins_a_line_or_stands_behind_a_sentence() {
        for (line, expected) in [
            ("附件：1.任务表", Some("附件：1.任务表")),
            ("特此通知。附件：任务表", Some("附件：任务表")),
            ("按照附件：任务表办理", None),
            ("附件：任务表。请遵照执行。", Some("附件：任务表。请遵照执行。")),
            ("见下。附件：任务表。请遵照执行。", None),
        ] {
            assert_eq!(list_start(line).map(|at| &line[at..]), expected, "{line}");
        }
    }

    #[test]
    fn numbers_of_entries_are_no_decimals() {
        for (line, len) in [("1.任务表", 2), ("12 、任务表", 6)] {
            assert_eq!(entry_number(line, 0), Some(len), "{line}");
        }
        for line in ["1.5倍", "1234567.表", "表"] {
            assert_eq!(entry_number(line, 0), None, "{line}");
        }
        assert_eq!(entry_number("12.表", 1), None, "inside a number");
    }
}
