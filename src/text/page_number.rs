//! Page numbers on lines of their own, and numbers that only look so.

use super::character::{is_blank, is_han};
use super::words::begins;

/// Whether a line between two others is a page number: `— 3 —`, `第 3 页 共 6 页`, or bare digits where the line before has no end
/// and the line behind does not count by them.
pub(crate) fn is_page_number(line: &str, last: Option<char>, behind: &str) -> bool {
    // most lines begin with a Han character
    if line.starts_with(|c| is_han(c) && c != '第') {
        return false;
    }
    let line = line.trim_matches(is_blank);
    if line.starts_with('第') && line.ends_with('页') && line.len() < 60 {
        let counts =
            |c: char| is_blank(c) || c.is_ascii_digit() || matches!(c, '第' | '页' | '共' | '/' | '，');
        return line.contains(|c: char| c.is_ascii_digit()) && line.chars().all(counts);
    }
    let dashed = line.trim_matches(|c: char| is_blank(c) || matches!(c, '-' | '—' | '–' | '－' | '―' | '─'));
    let numeral = (1..=4).contains(&dashed.len()) && dashed.bytes().all(|b| b.is_ascii_digit());
    let open = last.is_some_and(|c| !"。；：！？;:（(〔[第".contains(c));
    numeral && (dashed.len() + 1 < line.len() || open && !counts(behind))
}

/// Whether a line goes on with the number that stands on a line of its own before: `年电力需求响应`, `〕2号`.
pub(crate) fn counts(line: &str) -> bool {
    const MARKS: &str = "〕］]）)，、。；：,;:．.%％～~";
    #[rustfmt::skip]
    const UNITS: &[&str] = &[
        "年", "月", "号", "万", "亿", "元", "吨", "倍", "亩", "米", "千瓦", "千米", "千克", "公里", "公斤", "公顷", "平方", "立方",
        "小时", "分钟",
    ];
    /// Units that begin other words too: `个人`, `项目`.
    const UNITS_BUT: [(char, &str); 3] = [('个', "人体性别案"), ('台', "账区风湾州阶"), ('项', "目")];
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return false };
    let second = chars.next().unwrap_or(' ');
    // the day of a date: 日常 and 日本 are words
    let day = || first == '日' && (!is_han(second) || "前起至到内上下止的以印".contains(second));
    MARKS.contains(first)
        || begins(line, UNITS)
        || day()
        || UNITS_BUT.iter().any(|&(unit, but)| unit == first && !but.contains(second))
}

#[cfg(test)]
mod tests {
    use crate::text::mend::mend;

    #[test]
    fn a_number_that_the_next_line_counts_by_is_no_page_number() {
        for (text, mended) in [
            ("关于开展\n2021\n年电力需求响应", "关于开展2021年电力需求响应"),
            ("青电〔\n2021\n〕\n2\n号", "青电〔2021〕2号"),
            ("（\n1\n）用户", "（1）用户"),
            ("满足\n3\n个条件", "满足3个条件"),
            ("满足\n3\n个人的", "满足个人的"),
            ("省工业\n12\n项目办", "省工业项目办"),
            ("满足\n12\n日常", "满足日常"),
            ("5月\n10\n日前", "5月10日前"),
            ("省工业\n— 3 —\n年会", "省工业年会"),
        ] {
            assert_eq!(mend(text).as_ref(), mended, "{text}");
        }
    }
}
