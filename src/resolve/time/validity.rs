//! 施行 and 有效期: from when to when the document itself is in force.

use serde::{Deserialize, Serialize};

use super::anchor::Years;
use super::phrase::{Phrase, Sense};
use super::point::counted;
use super::{Time, TimeDoubt, TimeKind};
use crate::resolve::calendar::{day_before, months_later};
use crate::resolve::passage::Passage;
use crate::text::numeral;
use crate::text::words::{begins, behind};
use crate::{Date, Span};

/// 施行日期 and 有效期: `自2024年7月1日起施行，有效期5年`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Validity {
    /// The document it is said in: 0 is the notice proper, 1… what is attached.
    pub part: usize,
    /// The first day it is in force.
    pub from: Option<Date>,
    /// The last day, as written or counted from its length.
    pub to: Option<Date>,
    /// Its place.
    pub span: Span,
}

/// The times of a sentence, and what it says about the document's own effect.
pub(super) struct Joined {
    pub(super) times: Vec<Time>,
    pub(super) validity: Option<Validity>,
}

/// The times of a sentence's phrases; effect and expiry, where it tells both, are one time.
pub(super) fn joined(passage: &Passage<'_>, phrases: Vec<Phrase>, years: &mut Years) -> Joined {
    let mut joined = Joined { times: Vec::new(), validity: None };
    for phrase in phrases {
        let time = years.time(passage, &phrase);
        let before =
            joined.times.last().zip(joined.validity.as_ref()).filter(|_| expires(passage.text, &phrase));
        match before {
            // no day is known from which it is in force: two times
            Some((Time { from: None, .. }, _)) | None => joined.times.push(time),
            Some(_) => {
                let first = joined.times.pop();
                joined.times.extend(first.map(|first| until(passage, first, &time)));
            }
        }
        let begins_effect = in_force(passage.text, &phrase);
        if let Some(time) =
            joined.times.last_mut().filter(|_| begins_effect || expires(passage.text, &phrase))
        {
            if begins_effect {
                count(passage, time, &phrase);
            }
            let span = joined.validity.as_ref().map_or(time.span, |known| known.span.hull(time.span));
            let from = time.from.or(joined.validity.as_ref().and_then(|known| known.from));
            joined.validity = Some(Validity { part: passage.part, from, to: time.to, span });
        }
    }
    joined
}

/// Whether a phrase tells from when the document is in force: `自2024年7月1日起施行`.
fn in_force(text: &str, phrase: &Phrase) -> bool {
    matches!(phrase.sense, Sense::Since(_) | Sense::SinceIssue | Sense::IssueUntil(_))
        && behind_effect(&text[phrase.range.end..]).is_some()
}

/// What follows `施行`.
fn behind_effect(rest: &str) -> Option<&str> {
    let rest = behind(rest, &["正式", "开始", "试", "暂"]).unwrap_or(rest);
    behind(rest, &["施行", "实施", "执行", "实行", "生效", "起效", "试行", "行"])
}

/// Whether a phrase tells to when the document is in force: `有效期至2029年6月30日`.
fn expires(text: &str, phrase: &Phrase) -> bool {
    matches!(phrase.sense, Sense::By(_)) && begins(&text[phrase.range.start..], &["有效期"])
}

/// Effect and expiry as one time.
fn until(passage: &Passage<'_>, first: Time, last: &Time) -> Time {
    let span = first.span.hull(last.span);
    let text = passage.text[passage.offset(span.start)..passage.offset(span.end)].to_owned();
    Time { text, kind: TimeKind::During, to: last.to, span, ..first }
}

/// Adds the length in `自…起施行，有效期5年` to the time.
fn count(passage: &Passage<'_>, time: &mut Time, phrase: &Phrase) {
    let Some(rest) = behind_effect(&passage.text[phrase.range.end..]) else { return };
    let rest = rest.trim_start_matches(['，', ',', '；', ';', '。', '（', '(']);
    let Some(rest) = behind(rest, &["有效期限为", "有效期限", "有效期为", "有效期"]) else {
        return;
    };
    let rest = behind(rest, &["暂定为", "暂定"]).unwrap_or(rest);
    let Some((months, end)) = months(rest) else { return };
    let Some(from) = time.from else { return };
    time.to = months_later(from, months).and_then(day_before);
    if time.to.is_some() {
        time.kind = TimeKind::During;
        time.doubts.push(TimeDoubt::Counted);
        let end = passage.text.len() - rest.len() + end;
        passage.text[phrase.range.start..end].clone_into(&mut time.text);
        time.span = passage.span(phrase.range.start..end);
    }
}

/// `5年`, `两年`, `6个月` at the start of `text`, in months, and where it ends.
fn months(text: &str) -> Option<(u32, usize)> {
    let (count, rest) = match text.strip_prefix('两') {
        Some(rest) => (2, rest),
        None => {
            let number = counted(text)?;
            (numeral::number_of(number.first.chars())?, &text[number.end..])
        }
    };
    let (months, rest) = match rest.strip_prefix('年') {
        Some(rest) => (count.checked_mul(12)?, rest),
        None => (count, rest.strip_prefix("个月")?),
    };
    (months < 1200).then(|| (months, text.len() - rest.len()))
}
