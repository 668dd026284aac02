//! Line breaks that were lost between the elements of a head or a foot: `…文件青政发〔2024〕1号关于…的通知各市人民政府：`.
//!
//! Elements stand on lines of their own (GB/T 9704—2012, 7.2 and 7.3). Where a page's script or a reader of PDF joined them, each is
//! told by its own shape: a number by its brackets, a title by its genre before recipients, a signature by the day behind an organ.

mod element;
mod foot;
mod head;
mod lost;

use std::borrow::Cow;

use lost::Lost;

use crate::grammar::date::{Dated, dates};
use crate::grammar::known_titles::KnownTitles;
use crate::model::{Code, Finding, Findings};
use crate::text::character::is_blank;
use crate::text::edited::{Edit, Edited, Meant};
use crate::text::span::Span;

/// A text with a line for each element.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    pub(crate) edited: Edited<'t>,
    /// The places of the breaks that were put in.
    breaks: Vec<usize>,
    /// The days of the text before.
    days: Vec<Dated>,
}

impl<'t> Lines<'t> {
    /// Puts breaks in, as `seen` says, the text with its tables masked; a text where none was lost is borrowed.
    pub(crate) fn of(text: &'t str, seen: &str) -> Self {
        let days = dates(seen);
        let breaks = lost_breaks(seen, &days);
        let edits: Vec<Edit> = breaks.iter().map(|&at| (Span::new(at, at), Meant::Character('\n'))).collect();
        Lines { edited: Edited::new(text, edits), breaks, days }
    }

    /// The days of `seen`, the text with its breaks and its tables masked.
    pub(crate) fn days(&self, seen: &str) -> Cow<'_, [Dated]> {
        if self.breaks.is_empty() { Cow::Borrowed(&self.days) } else { Cow::Owned(dates(seen)) }
    }

    /// Where a place of the text stands with its breaks.
    pub(crate) fn place(&self, at: usize) -> usize {
        at + self.breaks.partition_point(|&place| place <= at)
    }

    /// Reports the breaks, at the first.
    pub(crate) fn report(&self, findings: &mut Findings) {
        let Some(&first) = self.breaks.first() else { return };
        let message = match self.breaks.len() {
            1 => "found elements glued on one line, read as if a line ended before this".to_owned(),
            count => format!(
                "found elements glued on one line, read as if {count} lines ended; the first before this"
            ),
        };
        let finding = Finding::new(Code::LostBreak, Span::new(first, first), message);
        findings.add(finding.counted(self.breaks.len()));
    }
}

/// The places of `text` where a break was lost, in order; `days` are its days.
fn lost_breaks(text: &str, days: &[Dated]) -> Vec<usize> {
    let mut lost =
        Lost { text, breaks: Vec::new(), title: None, issuers: None, known: KnownTitles::default() };
    lost.head();
    for (day, _) in days {
        lost.foot(day.clone());
        lost.printed(day.clone());
    }
    lost.before_page();
    lost.breaks.retain(|&at| !stands_at_break(text, at));
    lost.breaks.sort_unstable();
    lost.breaks.dedup();
    lost.breaks
}

/// Whether a line begins or ends at `at`.
fn stands_at_break(text: &str, at: usize) -> bool {
    let blank = |c: char| is_blank(c) && c != '\n';
    let before = text[..at].trim_end_matches(blank);
    let behind = text[at..].trim_start_matches(blank);
    before.is_empty() || before.ends_with('\n') || behind.is_empty() || behind.starts_with('\n')
}
