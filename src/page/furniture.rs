//! What a web page puts around a notice: rules, buttons and page numbers.

use crate::text::character::is_blank;
use crate::text::page_number::is_page_number;
use crate::text::words::begins;

/// Words that a line of the page's own begins with; no sentence does.
const OWN: &[&str] = &[
    "扫一扫",
    "（此页无正文",
    "(此页无正文",
    "此页无正文",
    "分享到",
    "分享：",
    "分享:",
    "【打印",
    "【关闭",
    "[打印",
    "[关闭",
    "您当前",
    "您所在",
    "当前位置：",
    "当前位置:",
    "您现在的位置",
    "首页 >",
    "上一篇：",
    "下一篇：",
    "上一篇:",
    "下一篇:",
    "上一条：",
    "下一条：",
    "【字体",
    "[字体",
    "返回顶部",
    "责任编辑：",
    "版权所有",
    "我要纠错",
    "下载文字版",
    "下载图片版",
    "浏览次数：",
    "（稿件来源：",
    "（信息来源：",
];

/// Labels of buttons; a line of nothing else is one.
const BUTTONS: &[&str] = &[
    "打印本页",
    "打印",
    "关闭窗口",
    "关闭",
    "收藏",
    "已收藏",
    "分享",
    "微信",
    "微博",
    "字体",
    "字号",
    "大",
    "中",
    "小",
    "首页",
    "无障碍",
    "纠错",
    "返回",
    "转发",
];

/// Whether a line belongs to the page, not to the notice: a rule, a button, a page number.
pub(crate) fn is_furniture(line: &str) -> bool {
    let Some(first) = line.chars().next() else { return true };
    // most lines of a notice begin with a character that neither a rule nor a button begins with
    if line.len() > 400 || !may_begin_furniture(first) {
        return false;
    }
    let rule = |c: char| is_blank(c) || is_rule(c);
    let comment = || line.starts_with("<!--") && line.ends_with("-->");
    line.chars().all(rule) || is_page_number(line, Some('。'), "") || comment() || is_own(line)
}

/// Whether a line is a button, or begins with words of the page's own.
pub(crate) fn is_own(line: &str) -> bool {
    // a list of the page: - 上一篇：
    begins(line.trim_start_matches(|c| matches!(c, '-' | '•' | '·') || is_blank(c)), OWN) || is_buttons(line)
}

fn may_begin_furniture(c: char) -> bool {
    is_rule(c)
        || c.is_ascii_digit()
        || "<扫分此【[当您首上下返责版我浏打关收微字大中小无纠转第（(：".contains(c)
        || is_blank(c)
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

/// `【字体：大 中 小】【打印】`
fn is_buttons(line: &str) -> bool {
    let mut rest = line;
    let mut found = false;
    loop {
        rest = rest.trim_start_matches(|c: char| is_blank(c) || "【】[]［］（）()：:|｜/".contains(c));
        match BUTTONS.iter().find_map(|button| rest.strip_prefix(button)) {
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
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
