//! The shape of organisations' names: `湖南省人民政府办公厅`, `国家发展改革委`, `教育部等五部门`.
//!
//! A judgement by endings, for lines and stretches that hold nothing but names.

use std::ops::Range;

use crate::text::character::{is_blank, is_han};
use crate::text::words::{begins, ends, holds};

/// Whether `text` is the name of one organisation: `湖南省人民政府办公厅`. Blanks may stand inside.
///
/// Two to forty characters, an organ's ending, no punctuation but brackets, no words of a sentence.
pub(crate) fn is_organisation(text: &str) -> bool {
    const LONGEST: usize = 40;
    let length = text.chars().take(LONGEST + 1).filter(|&c| !is_blank(c)).count();
    (2..=LONGEST).contains(&length)
        && text.chars().all(is_name_character)
        && !holds(text, SENTENCE_WORDS)
        && ends_as_organ(without_remark(text))
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
    const LONGEST: usize = 400;
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    for piece in pieces(text) {
        let name = without_seal(&text[piece.clone()]);
        let end = piece.start + name.len();
        if name.is_empty() {
            continue;
        }
        let start = open.unwrap_or(piece.start);
        let name = &text[start..end];
        if !name.chars().all(is_name_character) || !ends_as_organ(without_remark(name)) {
            open = Some(start);
            continue;
        }
        let parts = glued(text, start..end);
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
    let [only] = &names[..] else { return Some(names) };
    Some(glued(text, only.clone()))
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
    ends(name, ENDINGS) && !(name.ends_with('行') && ends(name, NO_BANKS))
}

/// Words in 行 that are no banks: `管理暂行` before `规定`.
const NO_BANKS: &[&str] = &[
    "暂行", "试行", "执行", "施行", "运行", "进行", "实行", "推行", "履行", "现行", "举行", "通行", "先行",
    "出行", "旅行", "流行", "可行", "并行", "平行", "飞行", "航行", "自行",
];

/// Endings of names (`domain/suffixes.tsv`: these end 97 of 100 units).
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "厅", "局", "委", "政府", "办", "部", "署", "院", "室", "委员会", "部门", "部委", "社", "海关", "行", "公司", "集团", "中心",
    "总队", "支队", "大队", "协会", "学会", "总会", "联合会", "商会", "理事会", "监会", "常委会", "基金会", "工会", "小组", "指挥部",
    "工作组", "组委会", "党组", "专班", "会议", "大学", "学校", "交易所", "研究所", "事务所", "军区", "警备区", "中央", "主席",
    "管理处", "秘书处", "办事处", "管理站", "监测站", "总站", "妇联", "残联", "文联", "科协", "侨联", "工商联", "社科联", "兵团",
    "管委会", "管理区", "气象台", "电视台", "总台", "党校", "省长", "市长", "人大", "政协", "档案馆", "图书馆", "红十字会",
    "贸促会", "代表大会", "组织", "机构", "联盟", "监管司", "司", "处",
];

/// Words that names hold only in sentences.
#[rustfmt::skip]
const SENTENCE_WORDS: &[&str] = &[
    "关于", "印发", "转发", "的", "现将", "如下", "负责", "牵头", "按照", "根据", "为了", "应当", "必须", "不得", "联系", "以下", "通知",
    "要求", "报送", "抄送", "主送", "贯彻", "落实",
];

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
        if may_end_glued(last) && before.len() >= 6 && ends_as_glued(before) {
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

/// Endings behind which a cut is certain; `室` `处` `司` and the like also end words inside a name.
fn ends_as_glued(name: &str) -> bool {
    const SURE: &[&str] = &[
        "中心",
        "支行",
        "分行",
        "分局",
        "厅",
        "局",
        "委",
        "政府",
        "部",
        "署",
        "院",
        "办公室",
        "委员会",
        "银行",
        "总工会",
        "监会",
        "海关总署",
        "中央",
        "妇联",
        "集团",
    ];
    ends(name, SURE)
}

/// Whether a certain ending ends with this character.
fn may_end_glued(c: char) -> bool {
    matches!(
        c,
        '心' | '行' | '局' | '厅' | '委' | '府' | '部' | '署' | '院' | '室' | '会' | '央' | '联' | '团'
    )
}

/// Whether `name` begins as the full names of organs do: `国家…`, `青州省…`.
pub(crate) fn is_full_name(name: &str) -> bool {
    begins_name(name) || place(name).is_some()
}

fn begins_name(text: &str) -> bool {
    begins(text, BEGINNINGS)
}

/// Beginnings of full names (`domain/units.tsv`, `domain/provinces.tsv`).
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "国家", "中国", "中华", "中共", "中央军委", "中央宣传", "中央网信", "中央组织", "中央统战", "中央政法", "中央编办", "中央文明办", "全国", "国务院", "最高人民",
    "外交部", "国防部", "教育部", "科技部", "科学技术部", "工业和信息化部", "公安部", "民政部", "司法部", "财政部", "人力资源", "自然资源部", "生态环境部", "住房城乡建设部",
    "住房和城乡建设部", "交通运输部", "水利部", "农业农村部", "农业部", "商务部", "文化和旅游部", "文化部", "卫生部", "退役军人", "应急管理部", "应急部", "人民银行",
    "审计署", "海关总署", "税务总局", "市场监管总局", "金融监管总局", "证监会", "银保监会", "银监会", "保监会", "广电总局", "体育总局", "环境保护部", "国土资源部",
    "最高法院", "最高检察院", "发展改革委", "卫生健康委", "卫生计生委", "气象局", "林草局", "铁道部", "交通部", "建设部", "信息产业部", "监察部", "人事部", "劳动", "共青团", "北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "辽宁省", "吉林省",
    "黑龙江省", "上海市", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "广西壮族自治区", "海南省", "重庆市", "四川省",
    "贵州省", "云南省", "西藏自治区", "陕西省", "甘肃省", "青海省", "宁夏回族自治区", "新疆维吾尔自治区", "新疆生产建设兵团",
];

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
}
