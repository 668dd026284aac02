//! The shape of organisations' names: `湖南省人民政府办公厅`, `国家发展改革委`, `教育部等五部门`.
//!
//! A judgement by endings, for lines and stretches that hold nothing but names.

use std::ops::Range;

use crate::lexicon::not_organs::SENTENCE_WORDS;
use crate::lexicon::organs::{BEGINNINGS, GLUED_ENDINGS, LINE_ENDINGS, NO_BANKS};
use crate::text::character::{is_blank, is_han};
use crate::text::words::ends;

/// Whether `text` is the name of one organisation: `湖南省人民政府办公厅`. Blanks may stand inside.
///
/// Two to forty characters, an organ's ending, no punctuation but brackets, no words of a sentence.
pub(crate) fn is_organisation(text: &str) -> bool {
    /// A guess.
    const LONGEST_CHARS: usize = 40;
    let length = || text.chars().take(LONGEST_CHARS + 1).filter(|&c| !is_blank(c)).count();
    // most words end otherwise
    ends_as_organ(without_remark(text))
        && (2..=LONGEST_CHARS).contains(&length())
        && text.chars().all(is_name_character)
        && !SENTENCE_WORDS.any_in(text)
        && text.trim_start_matches(is_mask).starts_with(is_han)
}

/// The organisations of a line that holds nothing else: `财政部 国家税务总局`, `财政部（章）`.
///
/// ```text
/// organisations = name [seal] *((1*blank / 、) name [seal])   ; seal = （章） / （盖章） / （公章） / （印） / （代章）
/// ```
///
/// GB/T 9704—2012, 7.3.5: one signatory a line; older and web texts set several on one. Blanks inside one name
/// (`财 政 部`) join what is no name by itself.
pub(crate) fn organisations(text: &str) -> Option<Vec<Range<usize>>> {
    /// Ten of the longest names: a guess.
    const LONGEST_CHARS: usize = 400;
    if !may_end(text) || text.chars().nth(LONGEST_CHARS).is_some() {
        return None;
    }
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    let mut parts = Vec::new();
    for piece in pieces(text) {
        let name = without_seal(&text[piece.clone()]);
        let end = piece.start + name.len();
        if name.is_empty() {
            continue;
        }
        let start = open.unwrap_or(piece.start);
        let name = &text[start..end];
        if !ends_as_organ(without_remark(name)) || !name.chars().all(is_name_character) {
            open = Some(start);
            continue;
        }
        parts = glued(text, start..end);
        if parts.iter().all(|part| is_organisation(&text[part.clone()])) {
            names.push(start..end);
            open = None;
        } else {
            open = Some(start);
        }
    }
    if open.is_some() || names.is_empty() {
        return None;
    }
    // names between blanks are whole: the 卫生部 of 总后勤部卫生部 is a part of it
    Some(if names.len() == 1 { parts } else { names })
}

/// Whether a line of organisations, or its last words, may end so: most lines are told by that.
pub(crate) fn may_end(text: &str) -> bool {
    let names = text.trim_end_matches(|c| is_blank(c) || c == '、');
    // what a bracket or a seal hides is not asked here
    LINE_ENDINGS.end(names) || names.ends_with(['）', ')', '章', '印'])
}

/// What stands between blanks and `、` outside brackets.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let (mut pieces, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && (is_blank(c) || c == '、') {
            pieces.push(start..at);
            start = at + c.len_utf8();
        }
    }
    pieces.push(start..text.len());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// `财政部` of `财政部（章）`.
fn without_seal(name: &str) -> &str {
    const SEALS: [&str; 6] = ["章", "盖章", "公章", "印", "代章", "印章"];
    let Some((before, inside)) = name.trim_end_matches([')', '）']).rsplit_once(['(', '（']) else {
        return name;
    };
    if SEALS.contains(&inside.trim_matches(is_blank)) { before } else { name }
}

/// `广西壮族自治区宣传部` of `…宣传部（新闻办公室）`: the name without a second name in brackets.
fn without_remark(name: &str) -> &str {
    let Some(inner) = name.strip_suffix([')', '）']) else { return name };
    inner.rfind(['(', '（']).map_or(name, |at| &inner[..at])
}

/// Whether `name` ends as the names of organs do; `等五部门` with it.
pub(crate) fn ends_as_organ(name: &str) -> bool {
    LINE_ENDINGS.end(name) && !NO_BANKS.end(name)
}

/// What stands for the characters of a name that is not told: `××市水利局`.
fn is_mask(c: char) -> bool {
    matches!(c, '×' | 'x' | 'X' | 'Ｘ' | 'ｘ')
}

fn is_name_character(c: char) -> bool {
    is_han(c)
        || is_blank(c)
        || is_mask(c)
        || c.is_ascii_alphanumeric()
        || matches!(c, '（' | '）' | '(' | ')' | '“' | '”' | '·' | '—' | '-' | '、')
}

/// Cuts names that stand glued together, where it is certain: `交通运输部财政部农业农村部`.
///
/// A cut stands behind an organ's ending and before the beginning of a full name: a central organ's, a province's.
pub(crate) fn glued(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut start = range.start;
    // 淮北市… 淮北市…: a second name begins as the first does
    let place = place(&text[range.clone()]);
    let mut last = ' ';
    for (at, c) in text[range.clone()].char_indices().map(|(at, c)| (range.start + at, c)) {
        let (before, behind) = (&text[start..at], &text[at..range.end]);
        // cheap looks first: few characters end a name
        if GLUED_ENDINGS.may_end(last) && before.len() >= 6 && GLUED_ENDINGS.end(before) {
            let full = begins_name(behind);
            let local = || place.is_some_and(|place| behind.starts_with(place)) && !has_branches(before);
            if full && !is_branch(before, behind) || local() {
                names.push(start..at);
                start = at;
            }
        }
        last = c;
    }
    if start < range.end {
        names.push(start..range.end);
    }
    names
}

/// The place that a name begins with: `淮北市`, or no more than its level: `省`.
fn place(name: &str) -> Option<&str> {
    if let Some(level) = ["省", "市", "县", "自治区"].iter().find(|level| name.starts_with(**level)) {
        return Some(level);
    }
    let ends = |&(_, c): &(usize, char)| matches!(c, '市' | '县' | '区' | '省' | '州' | '旗');
    let (at, c) = name.char_indices().take(6).skip(2).find(ends)?;
    Some(&name[..at + c.len_utf8()])
}

/// Whether `behind` is the branch of the organ before it: `中国人民银行` and `河南省分行`.
fn is_branch(before: &str, behind: &str) -> bool {
    place(behind).is_some()
        && (ends(behind, &["分行", "支行", "分局"])
            || has_branches(before)
                && ends(behind, &["税务局", "监管局", "营业管理部", "分公司", "办事处", "专员办"]))
}

/// Organs whose branches carry the place behind the name: `国家税务总局淮北市税务局`.
pub(crate) fn has_branches(name: &str) -> bool {
    ends(name, &["总局", "人民银行", "监督管理委员会", "银行", "总公司"])
}

/// Whether `name` begins as the full names of organs do: `国家…`, `青州省…`.
pub(crate) fn is_full_name(name: &str) -> bool {
    begins_name(name) || place(name).is_some()
}

fn begins_name(text: &str) -> bool {
    BEGINNINGS.begin(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_as_organs_do() {
        for text in [
            "湖南省人民政府办公厅",
            "国务院",
            "国家发展改革委",
            "教育部等五部门",
            "中关村国家自主创新示范区领导小组",
            "中共中央",
            "中国（福建）自由贸易试验区管委会",
            "中央党校（国家行政学院）",
            "财 政 部",
            "新疆生产建设兵团",
            "××市水利局",
            "xx县公安局",
        ] {
            assert!(is_organisation(text), "{text}");
        }
    }

    #[test]
    fn near_misses_are_no_names() {
        for text in [
            "",
            "部",
            "2024年5月10日",
            "现将有关事项通知如下",
            "省财政厅负责",
            "各部门，各单位",
            "一、总体要求",
            "加强组织领导。省财政厅",
            "关于印发某某方案的通知",
            "（省财政厅",
            "企业名录管理暂行",
        ] {
            assert!(!is_organisation(text), "{text}");
        }
    }

    #[track_caller]
    fn assert_organisations(text: &str, names: &[&str]) {
        let found = organisations(text).unwrap_or_default();
        assert_eq!(found.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), names, "{text}");
    }

    #[test]
    fn a_line_may_hold_several_names() {
        assert_organisations("财政部 国家税务总局", &["财政部", "国家税务总局"]);
        assert_organisations("　　财政部、国家税务总局　", &["财政部", "国家税务总局"]);
        assert_organisations("财 政 部", &["财 政 部"]);
        assert_organisations("卫生部 总后勤部卫生部", &["卫生部", "总后勤部卫生部"]);
        assert_organisations("交通运输部财政部", &["交通运输部", "财政部"]);
        assert_organisations("湖南省人民 政府", &["湖南省人民 政府"]);
        assert_organisations("财政部（章） 审计署(盖章)", &["财政部", "审计署"]);
        assert_organisations("财政部 （印）", &["财政部"]);
    }

    #[test]
    fn a_line_with_anything_else_is_none() {
        for text in ["", "财政部 2024年5月10日", "财政部 张三", "（章）", "附件：财政部"]
        {
            assert_eq!(organisations(text), None, "{text}");
        }
    }

    #[test]
    fn glued_names_are_cut_where_a_full_name_begins() {
        for (text, names) in [
            ("交通运输部财政部农业农村部", &["交通运输部", "财政部", "农业农村部"][..]),
            ("重庆市人民政府办公厅四川省人民政府办公厅", &["重庆市人民政府办公厅", "四川省人民政府办公厅"]),
            ("中共中央国务院", &["中共中央", "国务院"]),
            ("国务院办公厅", &["国务院办公厅"]),
            ("中国人民银行", &["中国人民银行"]),
            ("生态环境部办公厅", &["生态环境部办公厅"]),
            ("中国人民银行河南省分行营业管理部", &["中国人民银行河南省分行营业管理部"]),
            ("国家税务总局河南省税务局", &["国家税务总局河南省税务局"]),
            ("国家外汇管理局安徽省分局", &["国家外汇管理局安徽省分局"]),
            ("国家税务总局河南省财政厅", &["国家税务总局", "河南省财政厅"]),
            ("生态环境部最高法院", &["生态环境部", "最高法院"]),
            ("省公安厅省财政厅", &["省公安厅", "省财政厅"]),
            ("市市场监管局", &["市市场监管局"]),
            ("工业和信息化部办公厅财政部办公厅", &["工业和信息化部办公厅", "财政部办公厅"]),
        ] {
            let found: Vec<_> = glued(text, 0..text.len()).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, names);
        }
    }

    #[test]
    fn every_word_of_a_line_of_names_is_read() {
        for (word, ()) in LINE_ENDINGS.iter() {
            assert!(is_organisation(&format!("云溪{word}")), "{word}");
        }
        for (word, ()) in NO_BANKS.iter().chain(SENTENCE_WORDS.iter()) {
            assert!(!is_organisation(&format!("云溪{word}")), "{word}");
        }
        for (word, ()) in BEGINNINGS.iter() {
            assert!(is_full_name(word), "{word}");
            for (ending, ()) in GLUED_ENDINGS.iter() {
                let text = format!("云溪县{ending}{word}某某厅");
                assert_eq!(glued(&text, 0..text.len()).len(), 2, "{text}");
            }
        }
    }
}
