//! The lines of a cell: `县教育局⏎县公安局` are two names, `县农业⏎农村局` is one.
//!
//! Names a line each need no mark, and a narrow column breaks a list that has marks wherever it is full. The breaks of one cell say the same:
//! they part names if none of them stands inside a name or behind a mark.

use super::grid::fields;
use super::units::is_units;
use crate::grammar::name::division::divisions;
use crate::grammar::name::line::ends_as_organ;
use crate::grammar::name::organ::{Shape, shape, without_bracket};
use crate::lexicon::organs::{FIELDS, LEVEL_STARTS};
use crate::lexicon::places::SEATS;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::text::words::{begins, ends};

/// What a break in a cell does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Break {
    /// A whole name stands on each side of it.
    Parts,
    /// It stands inside a name, or behind a mark that parts them.
    Wraps,
    /// `⏎（牵头）`, `⏎等`, `⏎配合单位：`
    Neither,
}

/// Where names begin behind a break that parts them, in the order of the text.
pub(super) fn pauses(source: &Source<'_>, cell: Span) -> Vec<usize> {
    let fields = fields(source.text, cell);
    let mut found = Vec::new();
    // what stands before a break, from the last that parts names
    let mut left = Left::default();
    for pair in fields.windows(2) {
        left.add(source.slice(pair[0]));
        match at_break(&left, source.slice(pair[1])) {
            Break::Parts => {
                left = Left::default();
                found.push(pair[1].start);
            }
            Break::Wraps => return Vec::new(),
            Break::Neither => {}
        }
    }
    found
}

/// The words before a break, blanks dropped, and the brackets that they leave open.
#[derive(Debug, Default)]
struct Left {
    words: String,
    open: usize,
    closed: usize,
}

impl Left {
    fn add(&mut self, line: &str) {
        self.words.push_str(line);
        self.open += line.matches(['（', '(']).count();
        self.closed += line.matches(['）', ')']).count();
    }
}

/// What a break does between what stands before it, from the last that parts names, and the line behind it.
fn at_break(left: &Left, right: &str) -> Break {
    const MARKS: [char; 5] = ['、', '，', '；', ',', ';'];
    const TAILS: [char; 4] = ['等', '（', '(', '牵'];
    let words = left.words.as_str();
    if left.open > left.closed || words.ends_with(MARKS) || right.starts_with(MARKS) {
        return Break::Wraps;
    }
    if right.starts_with(TAILS) || right.contains(['：', ':']) || words.ends_with(['：', ':']) {
        return Break::Neither;
    }
    // asked once for all these words: they end here, or no break parts names
    let before = words.rsplit(MARKS).next().unwrap_or(words);
    let behind = right.split(MARKS).next().unwrap_or(right);
    match is_name(before) && is_name(behind) && !is_division(before, behind) {
        true => Break::Parts,
        false => Break::Wraps,
    }
}

/// Whether words are a list of units, or a name whose ending ordinary words have too: `人力资源社会保障部`.
fn is_name(words: &str) -> bool {
    /// In bytes: four characters. 开发区 may go on. A guess.
    const LONG_BYTES: usize = 12;
    // 教育部
    let ministry = || words.ends_with('部') && FIELDS.begin(words);
    let whole = || shape(without_bracket(words.trim_end_matches('等'))) >= Shape::Weak;
    is_units(words) || (words.len() >= LONG_BYTES || ministry()) && whole()
}

/// Whether a name is that of a division of the organ before it, and goes on with its name: `市委⏎宣传部`, `市政府⏎办公室`,
/// `人民银行⏎云澜中心支行`.
fn is_division(organ: &str, division: &str) -> bool {
    const PARTY: &[&str] = &["省委", "市委", "县委", "区委", "州委", "盟委", "旗委", "党委", "工委", "团委"];
    const OFFICES: &[&str] = &[
        "办公",
        "研究",
        "新闻",
        "外事",
        "侨务",
        "法制",
        "金融",
        "应急",
        "督查",
        "发展研究",
        "政务",
        "口岸",
        "国资",
    ];
    const CHAINS: &[&str] = &[
        "银行",
        "人行",
        "总局",
        "总公司",
        "集团",
        "集团公司",
        "公司",
        "总行",
        "邮政",
        "电信",
        "移动",
        "联通",
        "电网",
        "国网",
    ];
    const BRANCHES: &[&str] =
        &["支行", "分行", "分公司", "公司", "分局", "税务局", "调查队", "总队", "营业部", "管理部", "海关"];
    const POLICE: &[&str] = &["交警", "交通警察", "刑侦", "刑警", "巡警", "巡特警", "治安", "出入境", "网安"];
    // 云澜高新区⏎管委会, 各县⏎市区政府
    let kinds =
        || divisions(organ).is_some() && divisions(division).is_some() && !division.starts_with(['各', '有']);
    if SEATS.get(division).is_some() || kinds() {
        return true;
    }
    let levelled = LEVEL_STARTS.begin(division);
    if ends(organ, PARTY) {
        return !levelled && !ends_alone(division);
    }
    if organ.ends_with("政府") && !organ.starts_with(['各', '有']) {
        return begins(division, OFFICES);
    }
    ends(organ, CHAINS) && ends(division, BRANCHES) && !division.starts_with(['省', '市', '县', '区'])
        || organ.contains("公安") && begins(division, POLICE)
}

/// Whether a name is whole behind a committee of the party: `县委⏎教育局` are two.
fn ends_alone(name: &str) -> bool {
    name.ends_with(['局', '厅', '府']) && ends_as_organ(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::character::squeezed;

    #[track_caller]
    fn parted(cell: &str) -> Vec<String> {
        let source = Source::new(cell);
        let mut at = 0;
        let ends = pauses(&source, Span::new(0, cell.len())).into_iter().chain([cell.len()]);
        ends.map(|end| squeezed(&cell[std::mem::replace(&mut at, end)..end])).collect()
    }

    #[test]
    fn names_a_line_each_are_parted() {
        for (cell, names) in [
            ("县教育局\n县公安局", &["县教育局", "县公安局"][..]),
            ("卫生计生委 发展改革委\n  财政部", &["卫生计生委", "发展改革委", "财政部"]),
            ("县教育局（牵头）\n县公安局\n各镇人民政府", &["县教育局（牵头）", "县公安局", "各镇人民政府"]),
            ("县委宣传部\n县教育局", &["县委宣传部", "县教育局"]),
            ("县委\n教育局", &["县委", "教育局"]),
            (
                "保监会\n人力资源社会保障部\n教育部\n中医药局等",
                &["保监会", "人力资源社会保障部", "教育部", "中医药局等"],
            ),
        ] {
            assert_eq!(parted(cell), names, "{cell}");
        }
    }

    #[test]
    fn any_number_of_names_is_parted() {
        let names: Vec<String> = ('\u{4e91}'..).take(500).map(|place| format!("{place}县教育局")).collect();
        assert_eq!(parted(&names.join("\n")), names);
    }

    #[test]
    fn a_break_inside_a_name_or_behind_a_mark_parts_none() {
        for cell in [
            "县农业\n农村局",
            "县教育局、\n县公安局",
            "县教育局、县公\n安局、财政局\n教育局",
            "市委\n宣传部",
            "云澜高新区\n管委会",
            "各县\n市区政府",
            "市政府\n办公室",
            "人民银行\n云澜中心支行",
            "国家税务总局\n云澜市税务局",
            "市公安局\n交警支队",
            "县教育局\n（牵头）",
            "县教育局\n等",
            "县水利局（县河\n长办）",
        ] {
            assert_eq!(parted(cell).len(), 1, "{cell}");
        }
    }
}
