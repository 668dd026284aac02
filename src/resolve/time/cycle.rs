//! Times that name no days: cycles, lengths, and what counts from the notice's issue.

use super::phrase::{Sense, stretched, until_end};
use super::point::{Edge, Point, YearPart, YearWord, counted, point};
use super::{Cycle, Length, LengthUnit};
use crate::text::numeral;
use crate::text::words::behind;

/// `每年3月中旬`, `每季度后10日内`, `次年1月10日前`, `按月`
pub(super) fn recurring(text: &str) -> Option<(Sense, usize)> {
    const CYCLES: [(&str, Cycle); 14] = [
        ("每半年", Cycle::HalfYear),
        ("每年度", Cycle::Year),
        ("每年", Cycle::Year),
        ("每季度", Cycle::Quarter),
        ("每季", Cycle::Quarter),
        ("每个月", Cycle::Month),
        ("每月", Cycle::Month),
        ("每旬", Cycle::TenDays),
        ("每周", Cycle::Week),
        ("每日", Cycle::Day),
        ("每天", Cycle::Day),
        ("每学年", Cycle::Year),
        ("次年", Cycle::Year),
        ("翌年", Cycle::Year),
    ];
    if !text.starts_with(['每', '次', '翌']) {
        return None;
    }
    let (word, cycle) = CYCLES.iter().find(|(word, _)| text.starts_with(word))?;
    let rest = text[word.len()..].strip_prefix('的').unwrap_or(&text[word.len()..]);
    let mut after = rest;
    // 每年3—6月和9—12月
    while let Some((_, _, end)) = point(after.trim_start_matches(['、', '和', '及'])) {
        let listed = after.trim_start_matches(['、', '和', '及']);
        let end = stretched(listed, ANY, end).map_or(end, |(_, end)| end);
        after = &listed[end..];
        after = behind(after, &["之前", "以前", "前", "内", "以内", "起"]).unwrap_or(after);
    }
    if after.len() == rest.len() {
        let counted = within_cycle(&text[word.len()..]);
        return word.starts_with('每').then(|| (Sense::Recurring(*cycle), word.len() + counted));
    }
    Some((Sense::Recurring(*cycle), text.len() - after.len()))
}

/// A first point that tells nothing about a second.
const ANY: Point = Point { year: YearWord::Missing, part: YearPart::Whole, edge: Edge::Whole };

/// The length of `后10日内` behind a cycle.
fn within_cycle(rest: &str) -> usize {
    let start = behind(rest, &["结束后", "终了后", "后", "度后"]).unwrap_or(rest);
    within(start).map_or(0, |(_, end)| rest.len() - start.len() + end)
}

/// `自印发之日起`
pub(super) fn since_issue(text: &str) -> Option<(Sense, usize)> {
    let rest = text.strip_prefix('自')?;
    let rest = behind(rest, &["本办法", "本通知", "本意见", "本细则", "本规定", "本措施", "本政策", "文件"])
        .unwrap_or(rest);
    let rest = behind(rest, &["印发", "发布", "公布", "下发", "颁布", "签发", "发文", "即"])?;
    let rest = behind(rest, &["之日起", "日起"])?;
    // 自公布之日起30日后 counts on
    let counts = counted(rest.trim_start_matches(['第', '满'])).is_some();
    let at = |rest: &str| text.len() - rest.len();
    if let Some((last, end)) = stretched(rest, ANY, 0) {
        let end = at(rest) + end;
        return Some((Sense::IssueUntil(last), end + until_end(&text[end..])));
    }
    (!counts).then(|| (Sense::SinceIssue, at(rest)))
}

/// `一个月内`, `3个工作日内`, `一年之内`
pub(super) fn within(text: &str) -> Option<(Sense, usize)> {
    const UNITS: [(&str, LengthUnit); 13] = [
        ("个工作日", LengthUnit::WorkingDay),
        ("工作日", LengthUnit::WorkingDay),
        ("个自然日", LengthUnit::Day),
        ("个日历日", LengthUnit::Day),
        ("个月", LengthUnit::Month),
        ("个季度", LengthUnit::Quarter),
        ("周年", LengthUnit::Year),
        ("周", LengthUnit::Week),
        ("天", LengthUnit::Day),
        ("日", LengthUnit::Day),
        ("年", LengthUnit::Year),
        ("个小时", LengthUnit::Hour),
        ("小时", LengthUnit::Hour),
    ];
    let number = counted(text)?;
    let count = numeral::number_of(number.last.unwrap_or(number.first).chars())?;
    let rest = &text[number.end..];
    let (unit, rest) = UNITS.iter().find_map(|&(word, unit)| Some((unit, rest.strip_prefix(word)?)))?;
    let after = behind(rest, &["以内", "之内", "内"])?;
    if unit == LengthUnit::Year && count >= 1949 {
        return None;
    }
    Some((Sense::Within(Length { count, unit }), text.len() - after.len()))
}
