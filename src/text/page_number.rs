//! Page numbers on lines of their own, and numbers that only look so.

use super::character::{is_blank, is_han};
use super::numeral;
use super::words::begins;

/// Whether a line between two others is a page number: `— 3 —`, `第 3 页 共 6 页`, `Page 3:`, or bare digits where the line before
/// has no end and the line behind does not count by them.
pub(crate) fn is_page_number(line: &str, last: Option<char>, behind: &str) -> bool {
    // most lines begin with a Han character
    if line.starts_with(|c| is_han(c) && c != '第') {
        return false;
    }
    let line = line.trim_matches(is_blank);
    if is_page_mark(line) {
        return true;
    }
    let dashed = line.trim_matches(|c: char| is_blank(c) || matches!(c, '-' | '—' | '–' | '－' | '―' | '─'));
    let numeral = (1..=4).contains(&dashed.len()) && dashed.bytes().all(|b| b.is_ascii_digit());
    let open = last.is_some_and(|c| !"。；：！？;:（(〔[第".contains(c));
    // digits of full width stand so between dashes alone
    let wide = || (1..=4).contains(&dashed.chars().count()) && dashed.chars().all(numeral::is_digit);
    let between = dashed.len() + 1 < line.len();
    between && (numeral || wide()) || numeral && open && !counts(behind)
}

/// Whether a line counts pages in words: `第 3 页 共 6 页`, and as tools that read PDF mark where a page begins: `Page 3:`,
/// `--- Page 3 of 10 ---`, `-- 3 of 10 --`, `【第3页】`, `{3}--------`.
fn is_page_mark(line: &str) -> bool {
    /// Twenty characters, or a rule of fifty signs: a guess.
    const LONGEST_BYTES: usize = 60;
    const AROUND: &str = "#=-—–_*|[]【】()（）<>!:：{}";
    if line.len() > LONGEST_BYTES || !line.contains(numeral::is_digit) {
        return false;
    }
    let core = line.trim_matches(|c: char| is_blank(c) || AROUND.contains(c));
    if core.starts_with('第') && core.ends_with('页') {
        let counts =
            |c: char| is_blank(c) || c.is_ascii_digit() || matches!(c, '第' | '页' | '共' | '/' | '，');
        return core.chars().all(counts);
    }
    let named = core.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("page"));
    let numbers = if named { &core[4..] } else { core };
    let counted = numbers.split_once("of").or_else(|| numbers.split_once('/'));
    let (first, last) = counted.map_or((numbers, None), |(first, last)| (first, Some(last)));
    let is_count = |words: &str| {
        let digits = words.trim_matches(is_blank);
        (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let dressed = core.len() < line.len() && last.is_some() && numbers.contains("of")
        || line.starts_with('{') && line.ends_with("---");
    (named || dressed) && is_count(first) && last.is_none_or(is_count)
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
    use super::is_page_number;
    use crate::text::mend::mend;

    #[test]
    fn marks_of_pages_are_page_numbers() {
        assert!(is_page_number("—１２—", Some('。'), ""));
        assert!(!is_page_number("１２", Some('项'), "责任"));
        for line in [
            "— 3 —",
            "第 3 页 共 6 页",
            "--- 第3页 ---",
            "Page 12:",
            "Page 3 of 10",
            "=== PAGE 3/10 ===",
            "-- 3 of 10 --",
            "[Page 7]",
            "{0}------------------------------------------------",
        ] {
            assert!(is_page_number(line, Some('。'), ""), "{line}");
        }
        for line in
            ["Page", "Pagerank 3", "Page 3 渡口", "3/10", "3 of 10", "{3}", "第3页附表", "（3）", "2030"]
        {
            assert!(!is_page_number(line, Some('。'), ""), "{line}");
        }
        assert_eq!(mend("市交\n\nPage 14:\n通局").as_ref(), "市交通局");
    }

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
