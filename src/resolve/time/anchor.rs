//! The year that the words leave out.
//!
//! ```text
//! year = the sentence's / the sentence before's / the title's / the notice's
//! ```
//!
//! A limit is not put before the notice's date where one of them puts it behind; a period of the past is never moved on.

use super::phrase::{Phrase, Sense};
use super::point::{Edge, Point, YearPart, YearWord};
use super::{Interval, Time, TimeDoubt, TimeKind, TimeOwner, phrase};
use crate::resolve::calendar::{day_before, last_of_month, months_between};
use crate::resolve::context::Part;
use crate::resolve::grounds::{Grounds, How};
use crate::resolve::passage::{Passage, PassageKind};
use crate::text::boundary::ceil;
use crate::{Date, Span, Spanned};

/// What a document part is read at.
#[derive(Debug, Clone, Default)]
pub(super) struct Anchor {
    pub(super) date: Option<Spanned<Date>>,
    /// The one year that the title names.
    title: Option<u16>,
}

impl Anchor {
    pub(super) fn of<'p>(part: &Part<'_>, passages: impl Iterator<Item = &'p Passage<'p>>) -> Self {
        let title = passages.take(1).find(|passage| passage.kind == PassageKind::Title);
        let years = title.map(|title| written_years(title.text)).unwrap_or_default();
        let date = part.date.clone();
        // a report of last year's work is read at its own date
        let title = match years[..] {
            [year] if date.as_ref().is_none_or(|date| year >= date.value.year()) => Some(year),
            _ => None,
        };
        Anchor { date, title }
    }

    fn day(&self) -> Option<Date> {
        self.date.as_ref().map(|date| date.value)
    }
}

fn written_years(text: &str) -> Vec<u16> {
    let mut years: Vec<u16> =
        phrase::phrases(text).iter().filter_map(|phrase| written_year(&phrase.sense)).collect();
    years.dedup();
    years
}

/// The year that a phrase names.
pub(super) fn written_year(sense: &Sense) -> Option<u16> {
    let year = |point: &Point| match (point.year, point.part) {
        (_, YearPart::Plan(..)) => None,
        (YearWord::Written(year), _) => Some(year),
        _ => None,
    };
    match sense {
        Sense::Bare(point)
        | Sense::By(point)
        | Sense::Before(point)
        | Sense::Since(point)
        | Sense::After(point) => year(point),
        Sense::Stretch(first, last) => {
            let last = if last.year == YearWord::Missing { year(first) } else { year(last) };
            year(first).filter(|_| year(first) == last)
        }
        Sense::IssueUntil(point) => year(point),
        Sense::Within(_) | Sense::Recurring(_) | Sense::SinceIssue => None,
    }
}

/// The years that the sentences have named so far.
#[derive(Debug)]
pub(super) struct Years {
    pub(super) anchor: Anchor,
    sentence: Option<(u16, Span)>,
    before: Option<(u16, Span)>,
}

/// A year with where it was found.
#[derive(Debug, Clone, Copy)]
struct Found {
    year: u16,
    how: How,
    at: Option<Span>,
}

impl Years {
    pub(super) fn new(anchor: Anchor) -> Self {
        Years { anchor, sentence: None, before: None }
    }

    pub(super) fn begin_sentence(&mut self) {
        self.before = self.sentence.take();
    }

    /// Passes over a text that names no time.
    pub(super) fn pass(&mut self, text: &str) {
        if !text.is_empty() {
            self.forget();
        }
    }

    /// Forgets what the sentences before have named.
    pub(super) fn forget(&mut self) {
        (self.sentence, self.before) = (None, None);
    }

    fn note(&mut self, sense: &Sense, span: Span) {
        if let Some(year) = written_year(sense) {
            self.sentence = Some((year, span));
        }
    }

    /// Where the year of a point without one may come from, nearest first.
    fn candidates(&self) -> Vec<Found> {
        let nearby = |found: Option<(u16, Span)>| {
            found.map(|(year, span)| Found { year, how: How::Nearby, at: Some(span) })
        };
        let title = self.anchor.title.map(|year| Found { year, how: How::Nearby, at: None });
        [nearby(self.sentence), nearby(self.before), title, self.of_notice(0)].into_iter().flatten().collect()
    }

    fn of_notice(&self, by: i16) -> Option<Found> {
        let date = self.anchor.date.as_ref()?;
        let year = date.value.year().checked_add_signed(by)?;
        Some(Found { year, how: How::NoticeDate, at: Some(date.span) })
    }

    /// The time that a phrase says.
    pub(super) fn time(&mut self, passage: &Passage<'_>, phrase: &Phrase) -> Time {
        let mut time = Time::without_day(TimeKind::During, TimeOwner::Text, passage, phrase.range.clone());
        self.fill(&mut time, &phrase.sense);
        if !is_aside(passage.text, phrase.range.start) {
            self.note(&phrase.sense, time.span);
        }
        time
    }

    fn fill(&self, time: &mut Time, sense: &Sense) {
        match *sense {
            Sense::Bare(point) => {
                time.kind = if point.is_day() { TimeKind::At } else { TimeKind::During };
                (time.from, time.to) = ends(self.interval(time, point, Aim::Period));
            }
            Sense::By(point) => {
                time.kind = TimeKind::By;
                time.to = self.interval(time, point, Aim::Limit).map(|(_, last)| last);
            }
            Sense::Before(point) => {
                time.kind = TimeKind::Before;
                let first = self.interval(time, point, Aim::Limit).map(|(first, _)| first);
                time.to = if point.is_day() { first } else { first.and_then(day_before) };
                time.doubts.extend((!point.is_day()).then_some(TimeDoubt::EndMayBeMeant));
            }
            Sense::Since(point) => {
                time.kind = TimeKind::Since;
                time.from = self.interval(time, point, Aim::Period).map(|(first, _)| first);
            }
            Sense::After(_) => time.kind = TimeKind::Since,
            Sense::Stretch(first, last) => {
                time.kind = TimeKind::During;
                (time.from, time.to) = ends(self.stretch(time, first, last));
            }
            Sense::Within(length) => (time.kind, time.length) = (TimeKind::Within, Some(length)),
            Sense::Recurring(cycle) => (time.kind, time.cycle) = (TimeKind::Recurring, Some(cycle)),
            Sense::SinceIssue => self.since_issue(time, TimeKind::Since),
            Sense::IssueUntil(last) => {
                time.to = self.interval(time, last, Aim::Limit).map(|(_, last)| last);
                self.since_issue(time, TimeKind::During);
            }
        }
        let limit =
            matches!(time.kind, TimeKind::By | TimeKind::Before | TimeKind::At) && time.from.is_none();
        if limit && time.to.zip(self.anchor.day()).is_some_and(|(to, day)| to < day) {
            time.doubts.push(TimeDoubt::BeforeNotice);
        }
    }

    fn since_issue(&self, time: &mut Time, kind: TimeKind) {
        time.kind = kind;
        time.from = self.anchor.day();
        time.anchor = time.from;
        let date = self.anchor.date.as_ref();
        time.grounds = Grounds::on(How::NoticeDate, date.map(|date| date.span));
    }

    /// First and last day of a point, its year filled in.
    fn interval(&self, time: &mut Time, point: Point, aim: Aim) -> Option<Interval> {
        if matches!(point.edge, Edge::Start | Edge::Middle) {
            return None;
        }
        match point.year {
            YearWord::Written(year) => point.interval(year),
            YearWord::Counted(by) => self.rest_on(time, self.of_notice(by)?, point),
            YearWord::Unknown => None,
            YearWord::Missing if point.part == YearPart::ThisMonth => self.this_month(time),
            YearWord::Missing => self.missing(time, point, aim),
        }
    }

    fn rest_on(&self, time: &mut Time, found: Found, point: Point) -> Option<Interval> {
        let interval = point.interval(found.year)?;
        time.grounds = Grounds::on(found.how, found.at);
        time.anchor = self.anchor.day().filter(|_| found.how == How::NoticeDate);
        Some(interval)
    }

    fn this_month(&self, time: &mut Time) -> Option<Interval> {
        let date = self.anchor.date.as_ref()?;
        time.anchor = Some(date.value);
        time.grounds = Grounds::on(How::NoticeDate, [date.span]);
        let (year, month) = (date.value.year(), date.value.month());
        Some((Date::new(year, month, 1)?, last_of_month(year, month)?))
    }

    fn missing(&self, time: &mut Time, point: Point, aim: Aim) -> Option<Interval> {
        let candidates = self.candidates();
        let day = self.anchor.day();
        let ahead =
            |found: &&Found| point.interval(found.year).zip(day).is_none_or(|((_, last), day)| last >= day);
        let first = candidates.first()?;
        let chosen = match aim {
            Aim::Limit => candidates.iter().find(ahead).unwrap_or(first),
            Aim::Period => first,
        };
        let long_past =
            |(_, last): Interval, day| aim == Aim::Limit && months_between(last, day) > LONG_MONTHS;
        let past =
            point.interval(chosen.year).zip(day).is_some_and(|(interval, day)| long_past(interval, day));
        if past && chosen.how == How::NoticeDate {
            time.doubts.push(TimeDoubt::NextYear);
            return self.rest_on(time, self.of_notice(1)?, point);
        }
        self.rest_on(time, *chosen, point)
    }

    /// From the first day of one point to the last of another.
    fn stretch(&self, time: &mut Time, first: Point, last: Point) -> Option<Interval> {
        // 3月初至5月底 begins with March
        let begins =
            Point { edge: if first.edge == Edge::Start { Edge::Whole } else { first.edge }, ..first };
        let (start, end_of_first) = self.interval(time, begins, Aim::Period)?;
        let from = if first.edge == Edge::End { end_of_first } else { start };
        let last = match (last.part, first.part) {
            (YearPart::DayOnly(day), YearPart::Day(month, _)) => {
                Point { part: YearPart::Day(month, day), ..last }
            }
            (YearPart::DayOnly(_), _) => return None,
            _ => last,
        };
        let last = Point { edge: if last.edge == Edge::End { Edge::Whole } else { last.edge }, ..last };
        if last.year == YearWord::Unknown {
            let (_, to) = last.interval(from.year() + 1)?;
            return Some((from, to));
        }
        if last.year != YearWord::Missing {
            let (_, to) = self.interval(time, last, Aim::Period)?;
            return (from <= to).then_some((from, to));
        }
        if last.edge != Edge::Whole {
            return None;
        }
        // the end takes the year of the start
        let (_, to) = last.interval(from.year())?;
        if from <= to {
            return Some((from, to));
        }
        time.doubts.push(TimeDoubt::EndNextYear);
        Some((from, last.interval(from.year() + 1)?.1))
    }
}

/// Whether the year of a phrase at `at` is none that the sentence is about: in a cited title, or compared with.
fn is_aside(text: &str, at: usize) -> bool {
    /// Two hundred characters, as a cited title has at most.
    const LONGEST_BYTES: usize = 600;
    let before = &text[ceil(text, at.saturating_sub(LONGEST_BYTES))..at];
    let cited = before.rfind('《').is_some_and(|open| !before[open..].contains('》'));
    cited || before.ends_with(['比', '较', '与', '同', '以'])
}

/// How many months a limit without a year must lie before the notice's date to be the next year's. A guess.
const LONG_MONTHS: u32 = 6;

/// Whether a point limits what is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    Limit,
    Period,
}

fn ends(interval: Option<Interval>) -> (Option<Date>, Option<Date>) {
    interval.unzip()
}
