//! 主送机关: `各市州人民政府，省直各有关单位：`.

use std::ops::Range;

use super::name::line::ends_as_organ;
use crate::text::character::{is_blank, is_han};
use crate::text::gaps::trim_range;
use crate::text::words::{Words, begins, ends, plain};

/// The recipients in the text before a colon, in order; `None` if it is a sentence or names no organisation.
///
/// ```text
/// recipients = class *(("，" / "；") class)
/// class      = name *("、" name)              ; a name that stops at a division goes on behind 、
/// ```
///
/// GB/T 9704—2012, 7.3.2. A collective name stays whole: `各省、自治区、直辖市人民政府`, `省政府各委、办、厅、局`. Cut as
/// 党政机关公文处理工作条例, article 9 understands it, a collective name for organs of one type.
pub(crate) fn recipients(text: &str) -> Option<Vec<Range<usize>>> {
    /// A guess.
    const LONGEST_CHARS: usize = 800;
    let names = text.trim_matches(is_blank);
    if !may_be(names) || names.chars().nth(LONGEST_CHARS).is_some() || is_sentence(names) {
        return None;
    }
    let (mut found, mut known, mut last) = (Vec::new(), 0, false);
    for class in split(text, 0..text.len(), &['，', ',', '；', ';']) {
        let names = joined(text, &split(text, class, &['、', '﹑']));
        let is_known = |name: &Range<usize>| is_recipient(&text[name.clone()]);
        last = names.last().is_some_and(is_known);
        // the organ behind the last of 沈阳、北京、广州军区 is that of all
        let is_place = |name: &Range<usize>| last && name.len() <= PLACE_BYTES;
        known += names.iter().filter(|name| is_known(name) || is_place(name)).count();
        found.extend(names);
    }
    (last && known * 2 >= found.len()).then_some(found)
}

/// Whether words may be recipients: asked before they are mended, so of the last character and of signs that only code holds.
pub(crate) fn may_be(text: &str) -> bool {
    let names = text.trim_end_matches(|c| is_blank(c) || matches!(c, '，' | ',' | '；' | ';' | '、' | '﹑'));
    names.ends_with(|c| is_han(c) || matches!(c, '）' | ')' | '〕' | ']'))
        && memchr::memchr3(b'=', b'{', b'"', names.as_bytes()).is_none()
}

/// The longest name of a place without its kind, in bytes: four characters. A guess.
const PLACE_BYTES: usize = 12;

/// The stretches of `range` between `signs` outside brackets, blanks around them left out.
fn split(text: &str, range: Range<usize>, signs: &[char]) -> Vec<Range<usize>> {
    let (mut pieces, mut depth, mut start) = (Vec::new(), 0_usize, range.start);
    for (at, c) in text[range.clone()].char_indices().map(|(at, c)| (range.start + at, c)) {
        match c {
            '（' | '(' | '〔' | '[' => depth += 1,
            '）' | ')' | '〕' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && signs.contains(&c) => {
                pieces.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(start..range.end);
    pieces.into_iter().map(|piece| trim_range(text, piece)).filter(|piece| !piece.is_empty()).collect()
}

/// Joins pieces that only together are names: divisions before the organ (`各市、县人民政府`), kinds behind it (`各委、办、局`).
fn joined(text: &str, pieces: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for piece in pieces {
        let name = &text[piece.clone()];
        // 委、办、局（公司）
        let kind = without_alternatives(name).chars().nth(1).is_none() && !open;
        match names.last_mut() {
            Some(last) if open || kind => last.end = piece.end,
            _ => names.push(piece.clone()),
        }
        let whole = !open || names.last().is_some_and(|last| last.start != piece.start);
        open = whole && is_division(name);
    }
    names
}

/// Whether `name` stops at a division, so that the organ stands behind the next 、: `各省`, `自治区`, `县（市、区）`, by a slip 各.
fn is_division(name: &str) -> bool {
    let name = without_alternatives(name);
    name == "各"
        || !ends_as_organ(name)
            && name.ends_with([
                '省', '市', '县', '区', '州', '盟', '旗', '镇', '乡', '地', '古', '林', '江', '岭',
            ])
        || name.ends_with("街道")
        || name.ends_with("直辖市")
}

fn is_recipient(name: &str) -> bool {
    #[rustfmt::skip]
    const ENDINGS: &[&str] = &[
        "单位", "机构", "企业", "院校", "学校", "高校", "代表", "同志", "委员", "部队", "各部", "公司", "军", "商", "行", "企事业",
        "团体", "群团", "组织", "办", "局", "厅", "兵团", "馆", "园", "站", "所", "林场", "农场", "主体", "者", "人员", "个人", "户", "员",
        "小学", "中学", "渔港", "港口", "街道", "社区", "村",
    ];
    let name = without_alternatives(name);
    ends_as_organ(name) || is_division(name) || ends(name, ENDINGS)
}

/// `县` of `县（市、区）`.
fn without_alternatives(name: &str) -> &str {
    let Some(inner) = name.strip_suffix(['）', ')', '〕', ']']) else { return name };
    inner.rfind(['（', '(', '〔', '[']).map_or(name, |at| &inner[..at])
}

/// Words that no list of names holds.
#[rustfmt::skip]
static OF_SENTENCES: Words = Words::new(&plain([
    "现将", "现就", "如下", "特制定", "特作", "根据", "按照", "为了", "为贯彻", "为进一步", "为切实", "经研究", "印发", "通知", "要求",
    "负责", "以下", "包括", "应当", "具体", "关于", "《", "。", "！", "？", "附件", "抄送", "联系", "联系人", "作者", "记者", "整理者", "发布者", "：", ":",
]));

/// Whether `text` tells something, by words that no list of names holds.
fn is_sentence(text: &str) -> bool {
    /// Labels of a clause, which name nobody: `责任部门：`.
    const LABELS: &[&str] = &["责任", "牵头", "配合", "主办", "承办", "协办"];
    // 各林长制责任单位 and 各牵头部门 are named so
    let leads = || text.matches("牵头").count() > text.matches("牵头部门").count();
    let labels = || begins(text, LABELS) || text.ends_with("责任单位") && !text.starts_with('各');
    OF_SENTENCES.any_in(text) || labels() || leads() || text.starts_with(['为', '的'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_recipients(text: &str, names: &[&str]) {
        let found = recipients(text).unwrap_or_default();
        assert_eq!(found.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), names, "{text}");
    }

    #[test]
    fn classes_and_names_are_cut() {
        assert_recipients("各市州人民政府，省直各有关单位", &["各市州人民政府", "省直各有关单位"]);
        assert_recipients("省政府各部门、各直属机构", &["省政府各部门", "各直属机构"]);
        assert_recipients("机关各部门，各派出机构、直属单位", &["机关各部门", "各派出机构", "直属单位"]);
        assert_recipients("教育部", &["教育部"]);
        assert_recipients("各相关单位", &["各相关单位"]);
        assert_recipients(
            "各乡镇、县级林长制责任单位，县国有林场",
            &["各乡镇、县级林长制责任单位", "县国有林场"],
        );
    }

    #[test]
    fn collective_names_stay_whole() {
        for text in [
            "各省、自治区、直辖市人民政府",
            "各市、县（市、区）人民政府",
            "各县、区人民政府",
            "省政府各委、办、厅、局",
            "各乡、镇人民政府",
            "各市、自治州人民政府",
            "各省、自治区、直辖市交通厅（局、委）",
            "各有关市、县",
            "各、州市人民政府",
            "各边境州、市人民政府",
        ] {
            assert_recipients(text, &[text]);
        }
        assert_recipients("国务院各部委、各直属机构", &["国务院各部委", "各直属机构"]);
        assert_recipients(
            "各区、县人民政府，市政府各委、办、局",
            &["各区、县人民政府", "市政府各委、办、局"],
        );
    }

    #[test]
    fn persons_may_be_recipients() {
        assert_recipients("张某代表", &["张某代表"]);
    }

    #[test]
    fn near_misses_are_none() {
        for text in [
            "",
            "现将有关事项通知如下",
            "为做好有关工作，现通知各部门",
            "总体要求",
            "发布日期",
            "责任单位",
            "联系电话",
            "根据国务院部署，各部门",
            "主要目标",
        ] {
            assert_eq!(recipients(text), None, "{text}");
        }
    }
}
