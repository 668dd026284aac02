//! The time of a responsibility clause as a whole: `2022年9月底前，长期推进` has stages.

use std::ops::Range;

use super::{Time, TimeKind, TimeOwner};
use crate::resolve::passage::Passage;
use crate::text::words::{ends, holds};

/// Where the times of clauses stand in a passage.
pub(super) fn deadlines(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let clauses = passage.tasks().filter_map(|task| task.responsibility.as_ref());
    let said = clauses.filter_map(|clause| {
        let deadline = clause.deadline.as_ref()?;
        let start = passage.offset(deadline.span.start);
        let units = clause.units.iter().map(|unit| unit.span.start).filter(|&at| at >= deadline.span.end);
        let end = units.min().unwrap_or(clause.span.end);
        let end = passage.offset(end).max(passage.offset(deadline.span.end));
        let text = &passage.text[start..end];
        (!text.is_empty()).then(|| start..start + text.trim_end_matches(is_closer).len())
    });
    let mut found: Vec<_> = said.collect();
    found.sort_by_key(|range| range.start);
    found
}

fn is_closer(c: char) -> bool {
    matches!(c, '）' | ')' | '〕' | ']' | '］' | '】' | '。' | '；' | ';' | '，')
}

/// Makes one time of those in each clause's; `first` is the first time of the passage.
pub(super) fn take(passage: &Passage<'_>, deadlines: Vec<Range<usize>>, times: &mut Vec<Time>, first: usize) {
    for range in deadlines {
        let span = passage.span(range.clone());
        let inside = |time: &Time| span.start < time.span.end && time.span.start < span.end;
        let start = times[first..].iter().position(inside).map(|at| first + at);
        let start = start
            .unwrap_or_else(|| first + times[first..].partition_point(|time| time.span.start < span.start));
        let count = times[start..].iter().take_while(|time| inside(time)).count();
        let parts: Vec<Time> = times.drain(start..start + count).collect();
        if let Some(time) = deadline(passage, range, parts) {
            times.insert(start, time);
        }
    }
}

/// The time of a clause, of the times in it.
fn deadline(passage: &Passage<'_>, range: Range<usize>, mut parts: Vec<Time>) -> Option<Time> {
    let text = &passage.text[range.clone()];
    let ongoing = ongoing(text);
    let start = parts.first().map_or(range.start, |first| passage.offset(first.span.start)).min(range.start);
    let whole = start..range.end;
    let time = |kind| Time::without_day(kind, TimeOwner::Clause, passage, whole.clone());
    if let ([part], None) = (parts.as_mut_slice(), &ongoing) {
        part.whose = TimeOwner::Clause;
        return parts.pop();
    }
    let dated = parts.iter().rev().find(|part| part.to.is_some());
    let Some(last) = dated else {
        return match (&ongoing, parts.is_empty()) {
            (_, false) => parts.into_iter().next().map(|part| Time { whose: TimeOwner::Clause, ..part }),
            (Some(_), true) => Some(time(TimeKind::Ongoing)),
            (None, true) => None,
        };
    };
    let (to, anchor, grounds) = (last.to, last.anchor, last.grounds.clone());
    if let Some(words) = ongoing {
        let at = range.start + words.start..range.start + words.end;
        let span = passage.span(at.clone());
        let text = passage.text[at].to_owned();
        parts.push(Time { text, span, ..time(TimeKind::Ongoing) });
    }
    Some(Time { to, anchor, parts, grounds, ..time(TimeKind::Stages) })
}

/// Words that say that it goes on without end.
fn ongoing(text: &str) -> Option<Range<usize>> {
    const WORDS: [&str; 9] = ["持续", "长期", "常态化", "常年", "不间断", "长效", "一直", "始终", "贯穿"];
    let (at, word) = WORDS.iter().filter_map(|word| Some((text.find(word)?, word))).min()?;
    // 中长期规划 is a plan's name
    let name = ends(&text[..at], &["中"]) && holds(word, &["长期"]);
    (!name).then_some(at..text.len())
}
