//! What is gathered beside the documents while they are read.

use crate::grammar::known_titles::KnownTitles;
use crate::model::{Code, Finding, Findings, Metadata};
use crate::page::metadata::TITLE_KEYS;
use crate::text::mend::mend;
use crate::text::source::Source;
use crate::text::span::Span;

/// Labels, marks and furniture of the whole text, and the findings.
#[derive(Debug, Default)]
pub(crate) struct Margin {
    pub(crate) metadata: Vec<Metadata>,
    /// The titles that they give.
    pub(crate) titles: KnownTitles,
    pub(crate) marks: Vec<Span>,
    pub(crate) furniture: Vec<Span>,
    pub(crate) findings: Findings,
    /// Paragraphs that were broken over lines.
    pub(crate) joined: Tally,
    /// Page numbers set aside.
    pub(crate) page_numbers: Tally,
    /// Names that held blanks.
    pub(crate) dropped_blanks: Tally,
    /// Lines between those of the page, in the head and behind the notice.
    pub(crate) page_lines: Tally,
}

/// Findings of one kind that are reported together, at the first of them.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    first: Option<Span>,
    count: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, span: Span) {
        self.first = Some(self.first.map_or(span, |first| first.min(span)));
        self.count += 1;
    }

    pub(crate) fn report(&self, findings: &mut Findings, code: Code, noun: &str, rest: &str) {
        let Some(first) = self.first else { return };
        let message = match self.count {
            1 => format!("found a {noun} {rest}"),
            count => format!("found {count} {noun}s {rest}; this is the first"),
        };
        findings.add(Finding::new(code, first, message).counted(self.count));
    }
}

impl Margin {
    /// Takes in a line's labelled pieces.
    pub(crate) fn label(&mut self, labelled: Vec<Metadata>) {
        for line in labelled.iter().filter(|line| TITLE_KEYS.contains(&line.key.value.as_str())) {
            self.titles.add(&line.value.value);
        }
        self.metadata.extend(labelled);
    }

    /// Reports words that have a date's shape and name no day.
    pub(crate) fn report_no_day(&mut self, source: &Source<'_>, span: Span) {
        let message = format!("found date 「{}」, expected a day of the calendar", mend(source.slice(span)));
        self.findings.report(Code::InvalidDate, span, message);
    }
}
