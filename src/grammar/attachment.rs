//! `附件2` above an attached document, `附件：1.…` in the list of them.

use crate::text::character::is_blank;
use crate::text::numeral;
use crate::text::words::COLONS;

/// Between a number and a name.
const DOTS: [char; 3] = ['.', '．', '﹒'];

/// The length of an attachment's label at the start of the line: `附件`, `附件2`, `附件一：`, `附表1`.
///
/// GB/T 9704—2012, 7.3.7: alone on its line, without a colon; on web pages the title may follow on the line.
pub(crate) fn label(line: &str) -> Option<usize> {
    /// Eighty characters: a guess.
    const TITLE_BYTES: usize = 240;
    /// Forty characters: a guess.
    const BARE_TITLE_BYTES: usize = 120;
    let rest = line
        .strip_prefix("附件")
        .or_else(|| line.strip_prefix("附 件"))
        .or_else(|| line.strip_prefix("附表"))?;
    let numbered = rest.trim_start_matches(|c: char| {
        matches!(c, ' ' | '\u{3000}' | '-' | '—') || numeral::is_digit(c) || numeral::is_han_numeral(c)
    });
    let number = rest[..rest.len() - numbered.len()].trim_matches(is_blank);
    let dot =
        || numbered.strip_prefix(DOTS).filter(|tail| !number.is_empty() && !numeral::begins_a_decimal(tail));
    let sign = numbered.strip_prefix(COLONS).or_else(dot);
    let tail = sign.unwrap_or(numbered);
    let blank = tail.starts_with(is_blank) || rest.len() - numbered.len() > number.len() || sign.is_some();
    let len = line.len() - tail.len();
    let alone = tail.trim_matches(is_blank).is_empty();
    let titled = blank
        && tail.len() < TITLE_BYTES
        && !tail.contains(['。', '，', '；'])
        && !(number.is_empty() && sign.is_none());
    let glued = !number.is_empty()
        && tail.len() < BARE_TITLE_BYTES
        && !tail.contains(['。', '，', '、', '；', '的', '）', '）', '所']);
    (alone || titled || glued).then(|| line[..len].trim_end_matches(is_blank).len())
}

/// The length of `附件：`, `附表：`, `附图：` or `附：`.
pub(crate) fn list_label(line: &str) -> Option<usize> {
    let rest = line.strip_prefix('附')?;
    let rest = rest.strip_prefix(['件', '表', '图']).unwrap_or(rest);
    let rest = rest.trim_start_matches(is_blank).strip_prefix(COLONS)?;
    Some(line.len() - rest.len())
}

/// Whether the line is an entry with a label of its own: `附件1：任务表`, `附件2.任务表`.
pub(crate) fn entry(line: &str) -> bool {
    let name = line.trim_end_matches(['；', ';', '。']);
    entry_label(line).is_some() && !name.contains(['。', '，', '；'])
}

/// The length of such an entry's label.
fn entry_label(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("附件").or_else(|| text.strip_prefix("附表"))?.trim_start_matches(is_blank);
    let sign = rest
        .trim_start_matches(|c| matches!(c, '-' | '—') || numeral::is_digit(c) || numeral::is_han_numeral(c));
    if sign.len() == rest.len() {
        return None;
    }
    let sign = sign.trim_start_matches(is_blank);
    let name = if let Some(name) = sign.strip_prefix(COLONS) {
        name
    } else if let Some(name) = sign.strip_prefix(DOTS) {
        Some(name).filter(|name| !numeral::begins_a_decimal(name))?
    } else {
        // 附件二、三 are two
        let name = sign.strip_prefix('、')?;
        Some(name).filter(|name| !name.starts_with(|c| numeral::is_digit(c) || numeral::is_han_numeral(c)))?
    };
    let words = name.trim_start_matches(is_blank);
    let named = !words.is_empty() && !words.starts_with("附件") && !words.starts_with("附表");
    named.then_some(text.len() - name.len())
}

/// Where an attachment list under a label begins in the line: at its start, or behind a sentence, a bracket or a blank
/// where a line break was lost.
pub(crate) fn list_start(line: &str) -> Option<usize> {
    if list_label(line).is_some() {
        return Some(0);
    }
    let sentence = line.rfind('。').map_or(0, |at| at + '。'.len_utf8());
    let mut places = line[sentence..].rmatch_indices('附').map(|(at, _)| sentence + at);
    let at = places.find(|&at| list_label(&line[at..]).is_some())?;
    line[..at].ends_with(|c| matches!(c, '。' | '）' | ')') || is_blank(c)).then_some(at)
}

/// The length of what an entry begins with at `at`: its label or its number.
pub(crate) fn entry_mark(line: &str, at: usize) -> Option<usize> {
    entry_label(&line[at..]).or_else(|| entry_number(line, at))
}

/// Where the entries on the line begin that have a label or a number, and the length of that.
pub(crate) fn entries(line: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, _) in line.char_indices() {
        let free = found.last().is_none_or(|&(start, mark)| at >= start + mark);
        if let Some(mark) = free.then(|| entry_mark(line, at)).flatten() {
            found.push((at, mark));
        }
    }
    found
}

/// The length of an entry's number: `1.`, `2、`, behind no other digit.
pub(crate) fn entry_number(line: &str, at: usize) -> Option<usize> {
    let rest = &line[at..];
    if line[..at].ends_with(numeral::is_digit) {
        return None;
    }
    let digits = rest.len() - rest.trim_start_matches(numeral::is_digit).len();
    if digits == 0 || digits > 6 {
        return None;
    }
    // 2 、 has a blank before its mark
    let mark = rest[digits..].trim_start_matches(' ');
    let dot = mark.chars().next()?;
    let behind = &mark[dot.len_utf8()..];
    let decimal = dot != '、' && numeral::begins_a_decimal(behind);
    ((dot == '、' || DOTS.contains(&dot)) && !decimal).then_some(rest.len() - behind.len())
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
            ("附图：水系图", Some("附图：水系图")),
            ("按照附件：任务表办理", None),
            ("附件：任务表。请遵照执行。", Some("附件：任务表。请遵照执行。")),
            ("见下。附件：任务表。请遵照执行。", None),
        ] {
            assert_eq!(list_start(line).map(|at| &line[at..]), expected, "{line}");
        }
    }

    #[test]
    fn entries_may_have_labels() {
        for (text, expected) in
            [("附件1：任务表", "附件1："), ("附件 二、任务表", "附件 二、"), ("附表2.任务表", "附表2.")]
        {
            assert_eq!(entry_label(text).map(|len| &text[..len]), Some(expected));
        }
        for text in ["附件：任务表", "附件1", "附件1：", "附件1、附件2所列", "附件1所列"]
        {
            assert_eq!(entry_label(text), None, "{text}");
        }
        assert_eq!(entries("附件1：任务表附件2：细则"), [(0, 10), (19, 10)]);
        assert_eq!(entries("1.任务表 2.细则"), [(0, 2), (12, 2)]);
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
