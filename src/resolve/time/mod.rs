//! 时间: the times of a text as intervals, `2024年底前`.
//!
//! ```text
//! point      what the words name: 2024年5月, 三季度, 9月中旬, “十四五”期间
//! cycle      每年…, 一个月内, 自印发之日起
//! phrase     leads, points and tails: 自…起至…止, …底前
//! anchor     the year that the words leave out: from the sentence, the one before, the title, the notice's date
//! deadline   the time of a responsibility clause as a whole, stages with it
//! validity   自2024年7月1日起施行，有效期5年: effect and expiry of the document itself
//! ```

mod anchor;
mod cycle;
mod deadline;
mod phrase;
mod point;
#[cfg(test)]
mod tests;
mod validity;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::grounds::Grounds;
use super::passage::{Passage, PassageKind, Place};
use crate::grammar::sentence::sentences;
use crate::{Date, Span};
use anchor::{Anchor, Years};
pub use validity::Validity;

/// First and last day.
pub(super) type Interval = (Date, Date);

/// 时间: a time in the text, `2024年底前`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Time {
    /// As written, mended, with the words that lead it in: `到2018年底前`.
    pub text: String,
    /// What it says.
    pub kind: TimeKind,
    /// The first day; `None` where it is open, or not known.
    pub from: Option<Date>,
    /// The last day; `None` where it is open, or not known.
    pub to: Option<Date>,
    /// The date of the notice, where the answer counts from it.
    pub anchor: Option<Date>,
    /// Of `3个工作日内` the length.
    pub length: Option<Length>,
    /// Of `每年3月中旬` the cycle.
    pub cycle: Option<Cycle>,
    /// Of `2022年9月底前，长期推进` the stages, in the order of the text; empty for other kinds.
    pub parts: Vec<Time>,
    /// What is doubtful about it.
    pub doubts: Vec<TimeDoubt>,
    /// Whether it is the time of a responsibility clause.
    pub whose: TimeOwner,
    /// The item and the task it stands in.
    pub place: Place,
    /// Its place.
    pub span: Span,
    /// How it was reached.
    pub grounds: Grounds,
}

impl Time {
    /// One that names no day, nor what else it says.
    fn without_day(kind: TimeKind, whose: TimeOwner, passage: &Passage<'_>, range: Range<usize>) -> Self {
        let span = passage.span(range.clone());
        Time {
            text: passage.text[range].to_owned(),
            kind,
            from: None,
            to: None,
            anchor: None,
            length: None,
            cycle: None,
            parts: Vec::new(),
            doubts: Vec::new(),
            whose,
            place: passage.place(span.start),
            span,
            grounds: Grounds::own_words(),
        }
    }
}

/// Whether a time is a clause's deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TimeOwner {
    /// The time of a responsibility clause: `（省财政厅牵头，2024年底前完成）`.
    Clause,
    /// A time in the text.
    Text,
}

/// What a time says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TimeKind {
    /// One day: `2024年5月10日`.
    At,
    /// Up to the end of a period: `2024年底前`, `到2024年`.
    By,
    /// Up to a day, or to the day before a period: `2024年5月10日前`, `10月前`.
    Before,
    /// A period: `2024年`, `2024年5月至7月`.
    During,
    /// From a day on: `自2024年7月1日起`.
    Since,
    /// A length from an event on: `3个工作日内`. Names no days.
    Within,
    /// Again and again: `每年3月中旬`. Names no days.
    Recurring,
    /// Without end: `持续推进`. Names no days.
    Ongoing,
    /// Several of these one after the other: `2022年9月底前，长期推进`. Ends with the last day that is named.
    Stages,
}

impl TimeKind {
    /// The stable name used in tables and JSON: `by`.
    pub fn name(self) -> &'static str {
        match self {
            TimeKind::At => "at",
            TimeKind::By => "by",
            TimeKind::Before => "before",
            TimeKind::During => "during",
            TimeKind::Since => "since",
            TimeKind::Within => "within",
            TimeKind::Recurring => "recurring",
            TimeKind::Ongoing => "ongoing",
            TimeKind::Stages => "stages",
        }
    }
}

/// A length of time: `3个工作日`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Length {
    /// How many; of `10至15日` the greater.
    pub count: u32,
    /// Of what.
    pub unit: LengthUnit,
}

/// The unit of a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum LengthUnit {
    Hour,
    Day,
    WorkingDay,
    Week,
    Month,
    Quarter,
    Year,
}

/// The cycle of what recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Cycle {
    Day,
    Week,
    TenDays,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// What is doubtful about a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TimeDoubt {
    /// `10月前` is read as before October begins; its end may be meant.
    EndMayBeMeant,
    /// A limit that lies before the notice's date; kept.
    BeforeNotice,
    /// A month without a year that lies long before the notice's: read as the next year's.
    NextYear,
    /// The end of a stretch would lie before its start: read as the next year's.
    EndNextYear,
    /// The end is counted from a length: `有效期5年`.
    Counted,
}

impl TimeDoubt {
    /// The stable name used in JSON: `before-notice`.
    pub fn name(self) -> &'static str {
        match self {
            TimeDoubt::EndMayBeMeant => "end-may-be-meant",
            TimeDoubt::BeforeNotice => "before-notice",
            TimeDoubt::NextYear => "next-year",
            TimeDoubt::EndNextYear => "end-next-year",
            TimeDoubt::Counted => "counted",
        }
    }
}

/// The times of a notice, and from when to when its documents are in force.
pub(super) fn times(context: &Context<'_>, passages: &[Passage<'_>]) -> (Vec<Time>, Vec<Validity>) {
    let mut times = Vec::new();
    let mut validities = Vec::new();
    for part in &context.parts {
        let of_part = || passages.iter().filter(|passage| passage.part == part.number);
        let mut years = Years::new(Anchor::of(part, of_part()));
        let mut before: Option<&Passage<'_>> = None;
        for passage in of_part() {
            // the year of another item says nothing, that of the heading above does
            let goes_on = |before: &Passage<'_>| {
                before.kind == PassageKind::Heading || before.section() == passage.section()
            };
            if before.is_some_and(|before| !goes_on(before)) {
                years.forget();
            }
            before = Some(passage);
            passage_times(passage, &mut years, &mut times, &mut validities);
        }
    }
    (times, validities)
}

/// The times of a passage, sentence by sentence.
fn passage_times(
    passage: &Passage<'_>,
    years: &mut Years,
    times: &mut Vec<Time>,
    validities: &mut Vec<Validity>,
) {
    let phrases = phrase::phrases(passage.text);
    let deadlines = deadline::deadlines(passage);
    if phrases.is_empty() && deadlines.is_empty() {
        years.pass(passage.text);
        return;
    }
    let first = times.len();
    let mut phrases = phrases.into_iter().peekable();
    for sentence in sentences(passage.text) {
        years.begin_sentence();
        let inside = std::iter::from_fn(|| phrases.next_if(|phrase| phrase.range.start < sentence.end));
        let inside: Vec<_> = inside.collect();
        let joined = validity::joined(passage, inside, years);
        validities.extend(joined.validity.map(|validity| Validity { part: passage.part, ..validity }));
        times.extend(joined.times);
    }
    deadline::take(passage, deadlines, times, first);
    if passage.kind == PassageKind::Title {
        years.begin_sentence();
    }
}
