//! Phrases of time in mended text: leads, points and tails, `自2024年7月1日起至2025年底止`, before any year is filled in.

use std::ops::Range;

use super::cycle::{recurring, since_issue, within};
use super::point::{Edge, Point, YearPart, YearWord, counted, joint, named, point};
use super::{Cycle, Length};
use crate::text::numeral;
use crate::text::words::{begins, behind, ends};

/// A phrase as the words say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) range: Range<usize>,
    pub(super) sense: Sense,
}

/// What a phrase says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sense {
    /// `2024年`, `2024年5月10日`
    Bare(Point),
    /// `2024年底`, `到2024年`, `2024年底前`
    By(Point),
    /// `2024年5月10日前`, `10月前`
    Before(Point),
    /// `自2024年起`, `2024年7月1日后`
    Since(Point),
    /// `2024年后`: whether the year itself is meant is not said.
    After(Point),
    /// `2024年5月至7月`
    Stretch(Point, Point),
    /// `一个月内`, `3个工作日内`
    Within(Length),
    /// `每年3月中旬`
    Recurring(Cycle),
    /// `自印发之日起`
    SinceIssue,
    /// `自印发之日起至2024年12月31日`
    IssueUntil(Point),
}

/// All phrases of `text`, in order.
pub(super) fn phrases(text: &str) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    let mut at = 0;
    while let Some(here) = next_start(text, at) {
        let floor = found.last().map_or(0, |phrase| phrase.range.end);
        match phrase(text, here, floor) {
            Some(phrase) => {
                at = phrase.range.end;
                found.push(phrase);
            }
            None => at = pass(text, here),
        }
    }
    found
}

/// The first place from `at` on where a phrase may begin.
fn next_start(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        at += match bytes[at..] {
            [0xe0..=0xef, second, third, ..] => {
                if STARTS[low_bits(second, third)] && may_start(&text[at..]) {
                    return Some(at);
                }
                3
            }
            [b'0'..=b'9', ..] => return Some(at),
            [0..0x80, ..] => 1,
            [..0xe0, ..] => 2,
            [_, ..] => 4,
            [] => return None,
        };
    }
}

/// What a phrase may begin with, ASCII digits apart; each has three bytes.
const START_WORDS: &str =
    "今本明去次翌当同上下全年月前第每自一二三四五六七八九十零〇○廿卅０１２３４５６７８９";

/// The [`low_bits`] of [`START_WORDS`]: nearly all other characters are told from them so.
static STARTS: [bool; 0x1000] = {
    let bytes = START_WORDS.as_bytes();
    let mut starts = [false; 0x1000];
    let mut at = 0;
    while at + 2 < bytes.len() {
        starts[low_bits(bytes[at + 1], bytes[at + 2])] = true;
        at += 3;
    }
    starts
};

/// What the second and third byte of a character tell.
const fn low_bits(second: u8, third: u8) -> usize {
    (second as usize & 0x3f) << 6 | third as usize & 0x3f
}

/// Whether a phrase may begin `text`, by its first two characters.
fn may_start(text: &str) -> bool {
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), chars.next().unwrap_or(' ')) else { return false };
    let counts = |c| numeral::is_digit(c) || numeral::is_han_numeral(c);
    match first {
        '今' | '明' | '去' | '当' | '同' | '全' | '翌' | '次' => second == '年',
        '本' => matches!(second, '年' | '月'),
        '上' | '下' => matches!(second, '半' | '年' | '一'),
        '年' => matches!(second, '底' | '末' | '内' | '初' | '中' | '前'),
        '月' => matches!(second, '底' | '末'),
        '前' | '第' => counts(second),
        '每' => matches!(second, '年' | '半' | '季' | '个' | '月' | '旬' | '周' | '日' | '天' | '学'),
        '自' => matches!(second, '本' | '印' | '发' | '公' | '下' | '颁' | '签' | '即' | '文'),
        _ => counts(first),
    }
}

/// What a failed start takes with it: the whole of a number, so that none is read from its middle.
fn pass(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let digits = rest.find(|c| !(numeral::is_digit(c) || c == '.')).unwrap_or(rest.len());
    let han = rest.find(|c| !numeral::is_han_numeral(c)).unwrap_or(rest.len());
    let one = rest.chars().next().map_or(1, char::len_utf8);
    at + digits.max(han).max(one)
}

/// The phrase that begins at `at`, its lead before `at` with it; `floor` is where the one before it ends.
fn phrase(text: &str, at: usize, floor: usize) -> Option<Phrase> {
    let rest = &text[at..];
    let number = rest.starts_with(|c| numeral::is_digit(c) || numeral::is_han_numeral(c));
    if number && !counts_time(rest) {
        return None;
    }
    let undated = if number { within(rest) } else { recurring(rest).or_else(|| since_issue(rest)) };
    if let Some((sense, end)) = undated {
        return Some(Phrase { range: at..at + end, sense });
    }
    let (first, second, end) = point(rest)?;
    let before = &text[floor..at];
    let masked = || first.part == YearPart::Whole && rest[end..].starts_with('月');
    // at the start of a passage the number before 月底 may be lost
    let cut = at == 0 && first.part == YearPart::ThisMonth;
    if first.year == YearWord::Unknown && first.part == YearPart::Whole || masked() || cut {
        return None;
    }
    if is_name(before, &rest[end..], first) || follows_a_word(before, first) {
        return None;
    }
    let (sense, lead, end) = sense(before, rest, first, second, end)?;
    Some(Phrase { range: at - lead..at + end, sense })
}

/// Whether the number at the start of `text` may be one of a time: most count something else.
fn counts_time(text: &str) -> bool {
    let unit = |c| matches!(c, '年' | '月' | '日' | '号' | '季' | '个' | '工' | '周' | '天' | '小');
    counted(text).is_some_and(|number| text[number.end..].starts_with(unit)) || named(text).is_some()
}

/// Numbers of orders and editions: `2006年第6号`, `（2019年本）`, `2023年版`.
fn is_name(before: &str, rest: &str, point: Point) -> bool {
    let year = point.part == YearPart::Whole && matches!(point.year, YearWord::Written(_));
    let number = || {
        rest.strip_prefix('第')
            .is_some_and(|rest| counted(rest).is_some_and(|number| begins(&rest[number.end..], &["号"])))
    };
    year && (number() || begins(rest, &["版", "本）", "本)", "学年"])) || before.ends_with(['〔', '［', '['])
}

/// Words that a bare word of time is the end of: `三年内` is read as a length, `近年底` not at all.
fn follows_a_word(before: &str, point: Point) -> bool {
    let bare =
        point.year == YearWord::Missing && !matches!(point.part, YearPart::Days(..) | YearPart::Day(..));
    let digit = |c: char| {
        numeral::is_digit(c)
            || numeral::is_han_numeral(c)
            || matches!(c, '.' | '/' | '-' | '几' | '数' | '多' | '半' | '两' | '个' | '近')
    };
    bare && before.ends_with(digit) || before.ends_with(|c: char| numeral::is_digit(c) || c == '.')
}

/// Leads, with what they say; `自` and `从` are weaker than `起`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    None,
    From,
    Until,
    In,
}

/// Words that make what follows the last day.
const UNTIL: [&str; 16] = [
    "有效期限至",
    "有效期截至",
    "有效期限到",
    "有效期至",
    "有效期到",
    "最迟不超过",
    "截止到",
    "截至到",
    "截至",
    "截止",
    "不迟于",
    "最迟于",
    "不晚于",
    "最迟",
    "至",
    "到",
];

/// Words that add nothing to what follows.
const IN: [&str; 4] = ["有效期限为", "有效期为", "于", "在"];

/// Words that end as a lead does: 达到2020年的水平 sets no limit.
const NO_LIMIT: [&str; 31] = [
    "低于",
    "高于",
    "少于",
    "多于",
    "大于",
    "小于",
    "优于",
    "快于",
    "等于",
    "关于",
    "属于",
    "达到",
    "提高到",
    "增加到",
    "恢复到",
    "回到",
    "降到",
    "升到",
    "得到",
    "受到",
    "增到",
    "降至",
    "增至",
    "收到",
    "甚至",
    "乃至",
    "冬至",
    "夏至",
    "找到",
    "看到",
    "遇到",
];

/// The lead that `before` ends with, and its length.
fn lead(before: &str) -> (Lead, usize) {
    let has = |words: &[&str]| words.iter().find(|word| before.ends_with(**word)).map(|word| word.len());
    if let Some(length) = has(&["自", "从"]) {
        return (Lead::From, length);
    }
    if ends(before, &NO_LIMIT) {
        return (Lead::None, 0);
    }
    if let Some(length) = has(&UNTIL) {
        return (Lead::Until, length);
    }
    has(&IN).map_or((Lead::None, 0), |length| (Lead::In, length))
}

/// What lead, points and tail say together; the length of the lead, and where the tail ends.
fn sense(
    before: &str,
    rest: &str,
    first: Point,
    second: Option<Point>,
    end: usize,
) -> Option<(Sense, usize, usize)> {
    let unquoted = match first.part {
        YearPart::Plan(..) => before.strip_suffix(['“', '"', '「', '\'', '‘']).unwrap_or(before),
        _ => before,
    };
    let (lead, lead_length) = lead(unquoted);
    let lead_length = lead_length + before.len() - unquoted.len();
    if let Some((last, end)) = second.map(|last| (last, end)).or_else(|| stretched(rest, first, end)) {
        let end = end + until_end(&rest[end..]);
        let lead_length = if lead == Lead::Until { 0 } else { lead_length };
        return Some((Sense::Stretch(first, last), lead_length, end));
    }
    if matches!(first.part, YearPart::DayOnly(_)) {
        return None;
    }
    let (tail, end) = tail(rest, first, end);
    let sense = match (tail, lead) {
        (Tail::Before, _) if first.edge == Edge::End => Sense::By(first),
        (Tail::Before, _) => Sense::Before(first),
        (Tail::Since, _) => Sense::Since(first),
        (Tail::After, Lead::From) => Sense::Since(first),
        (Tail::After, _) if first.is_day() => Sense::Since(first),
        (Tail::After, _) => Sense::After(first),
        (Tail::None | Tail::During, Lead::Until) => Sense::By(first),
        // 从2015年的45%提高到 tells where it stood
        (Tail::None, Lead::From) if !rest[end..].starts_with('的') => Sense::Since(first),
        (Tail::None, _) if first.edge == Edge::End => Sense::By(first),
        (Tail::None | Tail::During, _) => Sense::Bare(first),
    };
    Some((sense, lead_length, end))
}

/// The length of what may close a stretch: `期间`, `止`.
pub(super) fn until_end(rest: &str) -> usize {
    behind(rest, &["期间", "止", "为止"]).map_or(0, |after| rest.len() - after.len())
}

/// The second point of `2024年5月至7月`, and where it ends.
pub(super) fn stretched(rest: &str, first: Point, end: usize) -> Option<(Point, usize)> {
    let begun = behind(&rest[end..], &["之日起", "日起", "起", "开始"]).unwrap_or(&rest[end..]);
    let begun = begun.strip_prefix([',', '，']).filter(|after| after.starts_with('至')).unwrap_or(begun);
    let after = joint(begun)?;
    let (last, third, taken) = point(after)?;
    if third.is_some() || matches!(last.year, YearWord::Counted(_)) && first.year == YearWord::Missing {
        return None;
    }
    Some((last, rest.len() - after.len() + taken))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tail {
    None,
    Before,
    Since,
    After,
    During,
}

/// The tail behind a point, and where it ends.
fn tail(rest: &str, first: Point, end: usize) -> (Tail, usize) {
    const TAILS: [(&str, Tail); 17] = [
        ("之前", Tail::Before),
        ("以前", Tail::Before),
        ("前", Tail::Before),
        ("之日起", Tail::Since),
        ("起", Tail::Since),
        ("开始", Tail::Since),
        ("以来", Tail::Since),
        ("之后", Tail::After),
        ("以后", Tail::After),
        ("后", Tail::After),
        ("期间", Tail::During),
        ("时期", Tail::During),
        ("以内", Tail::During),
        ("之内", Tail::During),
        ("内", Tail::During),
        ("止", Tail::During),
        ("为止", Tail::During),
    ];
    let behind_point = &rest[end..];
    let found = TAILS.iter().find_map(|&(word, tail)| Some((word, tail, behind_point.strip_prefix(word)?)));
    let Some((word, tail, after)) = found else { return (Tail::None, end) };
    // 5月前后, 2018年前期工作, 年后勤: no tails; 起 begins many verbs
    let begins_word = match word {
        "前" => begins(
            after,
            &["后", "期", "三", "两", "几", "述", "景", "沿", "端", "置", "往", "十", "列", "茬"],
        ),
        "后" => begins(after, &["续", "期", "备", "勤", "台", "方", "果"]),
        "起" => begins(after, &["草", "诉", "步", "点", "动", "重", "止"]),
        "内" => begins(after, &["部", "容", "外", "蒙", "河", "江", "陆", "控", "销", "需"]),
        "止" => begins(after, &["付"]),
        "开始" => first.edge == Edge::End,
        _ => false,
    };
    if begins_word { (Tail::None, end) } else { (tail, end + word.len()) }
}
