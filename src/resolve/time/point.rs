//! Points of time as words: `2024年5月`, `三季度`, `9月中旬`, `“十四五”期间`, before any year is filled in.

use crate::resolve::calendar::last_of_month;
use crate::text::numeral;
use crate::text::words::behind;
use crate::{Date, resolve::time::Interval};

/// A point of time as the words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: YearWord,
    pub(super) part: YearPart,
    pub(super) edge: Edge,
}

/// What the words say about the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearWord {
    /// `2024年`
    Written(u16),
    /// `今年` 0, `明年` 1, `去年` -1: counted from the year of the notice.
    Counted(i16),
    /// `5月底前`
    Missing,
    /// `次年1月`: counted from what the words do not say.
    Unknown,
}

/// Which part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearPart {
    Whole,
    /// `上半年`, `三季度`, `1—6月`: first and last month.
    Months(u8, u8),
    /// `9月中旬`: the month, first and last day; 31 for its end.
    Days(u8, u8, u8),
    /// `5月10日`
    Day(u8, u8),
    /// `10日`, the second of two points.
    DayOnly(u8),
    /// `“十四五”`: first and last year.
    Plan(u16, u16),
    /// `月底`: the month of the notice.
    ThisMonth,
}

/// Which end of a point is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Whole,
    /// `底`, `末`
    End,
    /// `初`
    Start,
    /// `年中`
    Middle,
}

impl Point {
    /// From its first to its last day in the year `year`; `None` where there is no such day.
    pub(super) fn interval(self, year: u16) -> Option<Interval> {
        let day = |month, day| Date::new(year, month, day);
        match self.part {
            YearPart::Whole => Some((day(1, 1)?, day(12, 31)?)),
            YearPart::Months(first, last) => Some((day(first, 1)?, last_of_month(year, last)?)),
            YearPart::Days(month, first, 31) => Some((day(month, first)?, last_of_month(year, month)?)),
            YearPart::Days(month, first, last) => Some((day(month, first)?, day(month, last)?)),
            YearPart::Day(month, date) => day(month, date).map(|date| (date, date)),
            YearPart::Plan(first, last) => Some((Date::new(first, 1, 1)?, Date::new(last, 12, 31)?)),
            YearPart::DayOnly(_) | YearPart::ThisMonth => None,
        }
    }

    /// Whether it names one day.
    pub(super) fn is_day(self) -> bool {
        matches!(self.part, YearPart::Day(..) | YearPart::DayOnly(_))
    }

    fn of(year: YearWord, part: YearPart) -> Self {
        Point { year, part, edge: Edge::Whole }
    }
}

/// A point, or the two ends that share a unit (`2011～2015年`, `1—6月`), and where its words end.
pub(super) type Found = (Point, Option<Point>, usize);

/// The point at the start of `text`.
///
/// ```text
/// point = plan / [year] part [edge] / year [edge]
/// year  = 4digit 年[度] / 今年 / 明年 …
/// part  = month [旬 / day] / quarter / half
/// ```
pub(super) fn point(text: &str) -> Option<Found> {
    if let Some(found) = named(text) {
        return Some(found);
    }
    let Some((year, last, end)) = year(text) else { return part(text, YearWord::Missing) };
    if let Some(last) = last {
        let last = Point::of(YearWord::Written(last), YearPart::Whole);
        let (last, end) = edged(text, last, end);
        return Some((Point::of(year, YearPart::Whole), Some(last), end));
    }
    if let Some((first, last, more)) = part(&text[end..], year) {
        return Some((first, last, end + more));
    }
    let (point, end) = edged(text, Point::of(year, YearPart::Whole), end);
    Some((point, None, end))
}

/// `2024-05-10`, `“十四五”期间`
pub(super) fn named(text: &str) -> Option<Found> {
    if text.starts_with(|c: char| c.is_ascii_digit()) { dashed(text) } else { plan(text) }
}

/// `2024年`, `2011～2015年`, `20182022年` without its dash, `今年`.
fn year(text: &str) -> Option<(YearWord, Option<u16>, usize)> {
    if text.starts_with(|c| numeral::is_digit(c) || numeral::is_han_numeral(c)) {
        return counted_year(text);
    }
    let (year, rest) = YEAR_WORDS.iter().find_map(|&(word, year)| Some((year, text.strip_prefix(word)?)))?;
    Some((year, None, text.len() - rest.len()))
}

/// `2024年`, `2011～2015年`, `20182022年` without its dash.
fn counted_year(text: &str) -> Option<(YearWord, Option<u16>, usize)> {
    let counted = counted(text)?;
    let rest = behind(&text[counted.end..], &["年度", "年"])?;
    let end = text.len() - rest.len();
    let number = |number: &str| numeral::year(number);
    if let Some(last) = counted.last {
        let (first, last) = (number(counted.first)?, number(last)?);
        return (first < last).then_some((YearWord::Written(first), Some(last), end));
    }
    if let Some(year) = number(counted.first) {
        return Some((YearWord::Written(year), None, end));
    }
    let (first, last) = counted.first.split_at_checked(4).filter(|_| counted.first.len() == 8)?;
    let (first, last) = (number(first)?, number(last)?);
    (first < last).then_some((YearWord::Written(first), Some(last), end))
}

const YEAR_WORDS: [(&str, YearWord); 14] = [
    ("今年", YearWord::Counted(0)),
    ("本年度", YearWord::Counted(0)),
    ("本年", YearWord::Counted(0)),
    ("明年", YearWord::Counted(1)),
    ("去年", YearWord::Counted(-1)),
    ("次年", YearWord::Unknown),
    ("翌年", YearWord::Unknown),
    ("当年", YearWord::Unknown),
    ("同年", YearWord::Unknown),
    ("上年度", YearWord::Unknown),
    ("上年", YearWord::Unknown),
    ("上一年度", YearWord::Unknown),
    ("下年度", YearWord::Unknown),
    ("下一年度", YearWord::Unknown),
];

/// What may follow a year, or stand without one.
fn part(text: &str, year: YearWord) -> Option<Found> {
    // most numbers name no time
    let named = if text.starts_with(numeral::is_digit) { None } else { named_part(text, year) };
    named.or_else(|| numbered_part(text, year))
}

/// `上半年`, `年底`, `月底`
fn named_part(text: &str, year: YearWord) -> Option<Found> {
    if let Some((part, rest)) = HALVES.iter().find_map(|&(word, part)| Some((part, text.strip_prefix(word)?)))
    {
        let (point, end) = edged(text, Point::of(year, part), text.len() - rest.len());
        return Some((point, None, end));
    }
    if let Some((edge, rest)) = year_end(text).filter(|_| year != YearWord::Unknown) {
        let point = Point { year, part: YearPart::Whole, edge };
        return Some((point, None, text.len() - rest.len()));
    }
    let month = behind(text, &["月底", "月末", "本月底", "本月末"]).filter(|_| year == YearWord::Missing);
    let point = Point { year, part: YearPart::ThisMonth, edge: Edge::End };
    month.map(|rest| (point, None, text.len() - rest.len()))
}

/// `三季度`, `前三季度`, `5月`, `前5个月`
fn numbered_part(text: &str, year: YearWord) -> Option<Found> {
    let first = text.strip_prefix('前').map(|rest| (rest, true));
    let (rest, leads) =
        first.or_else(|| text.strip_prefix('第').map(|rest| (rest, false))).unwrap_or((text, false));
    let counted = counted(rest)?;
    let (behind_number, first) = (&rest[counted.end..], numeral::number_of(counted.first.chars())?);
    let second = match counted.last {
        Some(last) => Some(numeral::number_of(last.chars()).and_then(|last| u8::try_from(last).ok())?),
        None => None,
    };
    let first = u8::try_from(first).ok()?;
    let last = second.unwrap_or(first);
    let months = |first, last, rest: &str| {
        let point = Point::of(year, YearPart::Months(first, last));
        let (point, end) = edged(text, point, text.len() - rest.len());
        (point, None, end)
    };
    if let Some(rest) = behind_number.strip_prefix("季度") {
        let first = if leads { 1 } else { first };
        let fits = 1 <= first && first <= last && last <= 4;
        return fits.then(|| months(first * 3 - 2, last * 3, rest));
    }
    if let Some(rest) = behind_number.strip_prefix("个月").filter(|_| leads && year != YearWord::Missing) {
        return (last <= 12).then(|| months(1, last, rest));
    }
    if leads || rest.len() != text.len() {
        return None;
    }
    month(text, behind_number, year, (first, second))
}

/// `上半年`, `全年`
const HALVES: [(&str, YearPart); 3] =
    [("上半年", YearPart::Months(1, 6)), ("下半年", YearPart::Months(7, 12)), ("全年", YearPart::Whole)];

/// `年底`, `年内`: the year of the notice.
fn year_end(text: &str) -> Option<(Edge, &str)> {
    const WORDS: [(&str, Edge); 6] = [
        ("年底", Edge::End),
        ("年末", Edge::End),
        ("年内", Edge::Whole),
        ("年初", Edge::Start),
        ("年中", Edge::Middle),
        ("年前", Edge::Middle),
    ];
    WORDS.iter().find_map(|&(word, edge)| Some((edge, text.strip_prefix(word)?)))
}

/// `5月`, `1—6月`, `9月中旬`, `5月10日`, `6月5至10日`; `rest` is what follows the number.
fn month(text: &str, rest: &str, year: YearWord, (first, second): (u8, Option<u8>)) -> Option<Found> {
    let at = |rest: &str| text.len() - rest.len();
    if let Some(day) = behind(rest, &["日", "号"]).filter(|_| year == YearWord::Missing && second.is_none())
    {
        let fits = (1..=31).contains(&first);
        return fits.then(|| (Point::of(year, YearPart::DayOnly(first)), None, at(day)));
    }
    let rest = behind(rest, &["月份", "月"])?;
    let last = second.unwrap_or(first);
    if !(1 <= first && first <= last && last <= 12) {
        return None;
    }
    let whole = Point::of(year, YearPart::Months(first, last));
    if second.is_some() {
        let (point, end) = edged(text, whole, at(rest));
        return Some((point, None, end));
    }
    let third = TENS.iter().find_map(|&(word, first, last)| Some((first, last, rest.strip_prefix(word)?)));
    if let Some((from, to, rest)) = third {
        return Some((Point::of(year, YearPart::Days(first, from, to)), None, at(rest)));
    }
    if let Some((days, behind_day)) = days(rest) {
        let point = |day| Point::of(year, YearPart::Day(first, day));
        return Some((point(days.0), days.1.map(point), at(behind_day)));
    }
    let (point, end) = edged(text, whole, at(rest));
    Some((point, None, end))
}

/// 旬, longest first.
const TENS: [(&str, u8, u8); 6] = [
    ("上中旬", 1, 20),
    ("中下旬", 11, 31),
    ("中、下旬", 11, 31),
    ("上旬", 1, 10),
    ("中旬", 11, 20),
    ("下旬", 21, 31),
];

/// `10日`, `5至10日` behind a month, and what follows.
fn days(text: &str) -> Option<((u8, Option<u8>), &str)> {
    let counted = counted(text)?;
    let rest = behind(&text[counted.end..], &["日", "号", "曰"])?;
    let day = |number: &str| {
        let day = numeral::number_of(number.chars()).and_then(|day| u8::try_from(day).ok());
        day.filter(|day| (1..=31).contains(day))
    };
    let last = match counted.last {
        Some(last) => Some(day(last)?),
        None => None,
    };
    Some(((day(counted.first)?, last), rest))
}

/// `底`, `初` behind a point.
fn edged(text: &str, point: Point, end: usize) -> (Point, usize) {
    let rest = &text[end..];
    let edge = match rest.chars().next() {
        Some('底' | '末') if !rest.starts_with("末端") => Edge::End,
        Some('初') if !rest.starts_with("初步") && !rest.starts_with("初审") && !rest.starts_with("初级") => {
            Edge::Start
        }
        // 2018年中央 is no middle of a year
        Some('中') if ["前", "完成", "，", "。", "期"].iter().any(|next| rest[3..].starts_with(next)) => {
            Edge::Middle
        }
        _ => return (point, end),
    };
    (Point { edge, ..point }, end + 3)
}

/// `“十四五”期间`, `十四五末`: 十一五 is 2006 to 2010, the others follow by fives.
///
/// Without such a word it is a name: `“十四五”规划`.
fn plan(text: &str) -> Option<Found> {
    let rest = text.strip_prefix(['“', '"', '「', '\'', '‘']).unwrap_or(text).strip_prefix('十')?;
    let (first, rest) =
        PLANS.iter().find_map(|&(number, first)| Some((first, rest.strip_prefix(number)?)))?;
    let rest = rest.strip_prefix(['”', '"', '」', '\'', '’']).unwrap_or(rest);
    let part = YearPart::Plan(first, first + 4);
    let since = rest.starts_with("以来").then_some((Edge::Whole, rest));
    let named = || PLAN_WORDS.iter().find_map(|&(word, edge)| Some((edge, rest.strip_prefix(word)?)));
    let (edge, rest) = since.or_else(named)?;
    Some((Point { year: YearWord::Written(first), part, edge }, None, text.len() - rest.len()))
}

const PLANS: [(&str, u16); 7] = [
    ("五", 2001),
    ("一五", 2006),
    ("二五", 2011),
    ("三五", 2016),
    ("四五", 2021),
    ("五五", 2026),
    ("六五", 2031),
];

const PLAN_WORDS: [(&str, Edge); 10] = [
    ("规划期末", Edge::End),
    ("规划期间", Edge::Whole),
    ("规划期内", Edge::Whole),
    ("期间", Edge::Whole),
    ("时期末", Edge::End),
    ("时期", Edge::Whole),
    ("期末", Edge::End),
    ("末期", Edge::End),
    ("末", Edge::End),
    ("初期", Edge::Start),
];

/// `2024-05-10`, `2024.5.10`
fn dashed(text: &str) -> Option<Found> {
    if !text.as_bytes().first().is_some_and(u8::is_ascii_digit)
        || !matches!(text.as_bytes().get(4), Some(b'-' | b'/' | b'.'))
    {
        return None;
    }
    let (date, end) = crate::grammar::date::date(text)?;
    let date = date
        .filter(|_| !text[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-'))?;
    let part = YearPart::Day(date.month(), date.day());
    Some((Point::of(YearWord::Written(date.year()), part), None, end))
}

/// One number, or two that share what follows: `2011～2015`, `三、四`.
#[derive(Debug)]
pub(super) struct Counted<'t> {
    pub(super) first: &'t str,
    pub(super) last: Option<&'t str>,
    pub(super) end: usize,
}

/// The number, or two numbers, at the start of `text`.
pub(super) fn counted(text: &str) -> Option<Counted<'_>> {
    let first = digits(text)?;
    let rest = &text[first.len()..];
    let joined = joint(rest).and_then(|rest| Some((rest, digits(rest)?)));
    let listed = || {
        let rest = rest.strip_prefix('、')?;
        let last = digits(rest)?;
        let value = |number: &str| {
            numeral::year(number).map(u32::from).or_else(|| numeral::number_of(number.chars()))
        };
        // 三、四季度 is one stretch, 一、三季度 is none
        (value(first)? + 1 == value(last)?).then_some((rest, last))
    };
    let Some((rest, last)) = joined.or_else(listed) else {
        return Some(Counted { first, last: None, end: first.len() });
    };
    Some(Counted { first, last: Some(last), end: text.len() - rest.len() + last.len() })
}

/// What follows the dash or the word that joins the ends of a stretch.
pub(super) fn joint(text: &str) -> Option<&str> {
    const JOINTS: [&str; 15] =
        ["——", "--", "──", "－－", "—", "－", "-", "~", "～", "–", "―", "─", "−", "至", "到"];
    JOINTS.iter().find_map(|joint| text.strip_prefix(joint))
}

/// The run of Arabic or Han digits at the start of `text`; of Han ones no more than a year has, and no plan's name.
fn digits(text: &str) -> Option<&str> {
    let arabic = text.find(|c| !numeral::is_digit(c)).unwrap_or(text.len());
    if arabic > 0 {
        // 二0二四 begins with a Han digit
        return Some(&text[..arabic]);
    }
    let han = |c: char| numeral::is_han_numeral(c) && !matches!(c, '百' | '千' | '万');
    if !text.starts_with(han) {
        return None;
    }
    let end = text.find(|c| !(han(c) || numeral::is_zero(c))).unwrap_or(text.len());
    Some(&text[..end])
}
