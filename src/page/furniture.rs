//! What a web page puts around a notice: rules, buttons and page numbers.

use crate::lexicon::page::{BUTTONS, OWN};
use crate::text::character::is_blank;
use crate::text::page_number::is_page_number;
use crate::text::words::behind;

/// Whether a line belongs to the page, not to the notice: a rule, a button, a page number.
pub(crate) fn is_furniture(line: &str) -> bool {
    /// A hundred and thirty characters: a guess.
    const LONGEST_BYTES: usize = 400;
    let Some(first) = line.chars().next() else { return true };
    // most lines of a notice begin with a character that neither a rule nor a button begins with
    if line.len() > LONGEST_BYTES || !may_begin_furniture(first) {
        return false;
    }
    let rule = |c: char| is_blank(c) || is_rule(c);
    let comment = || line.starts_with("<!--") && line.ends_with("-->");
    line.chars().all(rule)
        || is_page_number(line, Some('。'), "")
        || comment()
        || is_own(line)
        || is_dateline(line)
}

/// Whether a line says no more than which agency wrote from where and when: `新华社北京2月13日电`.
fn is_dateline(line: &str) -> bool {
    /// Twenty characters: a guess.
    const LONGEST_BYTES: usize = 60;
    const AGENCIES: &[&str] = &["新华社", "新华网"];
    let dated = |rest: &str| rest.contains('月') && rest.ends_with(['电', '讯']) && !rest.contains('，');
    line.len() <= LONGEST_BYTES && behind(line.trim_matches(is_blank), AGENCIES).is_some_and(dated)
}

/// Whether a line is a button, or begins with words of the page's own.
pub(crate) fn is_own(line: &str) -> bool {
    // a list of the page: - 上一篇：
    OWN.begin(line.trim_start_matches(|c| matches!(c, '-' | '•' | '·') || is_blank(c))) || is_buttons(line)
}

fn may_begin_furniture(c: char) -> bool {
    // a comment of the page, `第 3 页`, `Page 3`, `新华社…电`
    let other = matches!(c, '<' | '第' | '新' | 'P' | 'p' | '{');
    let sign = is_rule(c) || is_blank(c) || c.is_ascii_digit() || is_around_buttons(c);
    sign || other || OWN.may_begin(c) || BUTTONS.may_begin(c)
}

pub(crate) fn is_rule(c: char) -> bool {
    matches!(
        c,
        '-' | '—'
            | '–'
            | '－'
            | '―'
            | '─'
            | '━'
            | '='
            | '_'
            | '*'
            | '＊'
            | '·'
            | '.'
            | '★'
            | '☆'
            | '◆'
            | '□'
            | '◇'
            | '△'
            | '•'
            | '#'
            | '|'
    )
}

/// Signs around and between buttons.
fn is_around_buttons(c: char) -> bool {
    matches!(
        c,
        '【' | '】' | '[' | ']' | '［' | '］' | '（' | '）' | '(' | ')' | '：' | ':' | '|' | '｜' | '/'
    )
}

/// `【字体：大 中 小】【打印】`
fn is_buttons(line: &str) -> bool {
    let mut rest = line;
    let mut found = false;
    loop {
        rest = rest.trim_start_matches(|c: char| is_blank(c) || is_around_buttons(c));
        match BUTTONS.behind(rest) {
            _ if rest.is_empty() => return found,
            Some(behind) => (rest, found) = (behind, true),
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_and_links_are_furniture() {
        for line in [
            "━━━━━━",
            "扫一扫在手机打开当前页",
            "— 3 —",
            "【打印】【关闭】",
            "上一篇：关于",
            "【字体：大 中 小】 打印",
            "<!-- INFO END -->",
            "--- Page 3 of 10 ---",
            "新华社青州2月13日电",
        ] {
            assert!(is_furniture(line), "{line}");
        }
        for line in [
            "一、总则",
            "2024年度重点任务",
            "3",
            "打造便捷高效的政务环境",
            "关闭自备井，年底前完成。",
            "大中型企业",
            "新华社青州2月13日电 近日，省委办公厅印发意见",
            "新华社区改造2月完成",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }

    #[test]
    fn every_word_of_a_page_makes_its_line_one_of_the_page() {
        for (word, ()) in OWN.iter().chain(BUTTONS.iter()) {
            assert!(is_furniture(word), "{word}");
        }
    }
}
