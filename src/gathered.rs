//! Collects what the stages find outside the tree of documents: labels, marks, furniture, findings.

use crate::grammar::clause::said::{Remark, Rule};
use crate::grammar::known_titles::KnownTitles;
use crate::model::{Code, Finding, Findings, Metadata, PageRule, Responsibility, Unit};
use crate::page::metadata::TITLE_KEYS;
use crate::text::mend::{Stretch, mend};
use crate::text::source::Source;
use crate::text::span::Span;

/// Labels, marks and furniture of the whole text, and the findings.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    pub(crate) metadata: Vec<Metadata>,
    /// The titles that they give.
    pub(crate) titles: KnownTitles,
    pub(crate) marks: Vec<Span>,
    /// What is set aside as the page's, and by which rule.
    pub(crate) furniture: Vec<(PageRule, Span)>,
    /// Where the body of each document stands.
    pub(crate) bodies: Vec<Span>,
    pub(crate) findings: Findings,
    /// Paragraphs that were broken over lines.
    pub(crate) joined: Merged,
    /// Page numbers set aside.
    pub(crate) page_numbers: Merged,
    /// Names that held blanks.
    pub(crate) dropped_blanks: Merged,
    /// Lines between those of the page, in the head and behind the notice.
    pub(crate) page_lines: Merged,
}

/// Findings of one kind that are reported together, at the first of them.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    first: Option<Span>,
    count: usize,
}

impl Merged {
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

/// Units that a remark or a clause may pass on: more are not spread over other tasks, so that time and memory stay
/// bounded by the text. The longest list seen that passes on holds 4.
pub(crate) const PASSED_ON_UNITS: usize = 64;

/// Units that remarks give to every task from here on.
#[derive(Debug, Default)]
pub(crate) struct Standing(Vec<Unit>);

impl Standing {
    /// Takes in a remark that stands in `stretch`, and says what it does.
    pub(crate) fn note(&mut self, stretch: &Stretch<'_>, remark: &Remark, findings: &mut Findings) {
        let span = stretch.span(remark.range.clone());
        let words = &stretch.as_str()[remark.range.clone()];
        let (code, effect) = match &remark.rule {
            Rule::AllFollowing(names) if names.len() + self.0.len() > PASSED_ON_UNITS => {
                (Code::InheritedUnits, "too many units to give them to the tasks that follow: gave none")
            }
            Rule::AllFollowing(names) => {
                self.0.extend(names.iter().map(|name| name.clone().spell(stretch)));
                (Code::InheritedUnits, "gave its units to the tasks that follow")
            }
            Rule::FirstLeads | Rule::Other => (Code::StandingRemark, "kept the roles that each clause says"),
        };
        findings.report(code, span, format!("found remark 「{words}」, {effect}"));
    }

    /// The units for a task whose clause is given: those that it does not name itself.
    pub(crate) fn beside(&self, clause: Option<&Responsibility>) -> Vec<Unit> {
        let named = |unit: &&Unit| {
            let mut own = clause.into_iter().flat_map(|clause| &clause.units);
            !own.any(|other| other.name == unit.name)
        };
        self.0.iter().filter(named).cloned().collect()
    }
}

impl Gathered {
    /// Sets aside what is the page's.
    pub(crate) fn set_aside(&mut self, rule: PageRule, span: Span) {
        self.furniture.push((rule, span));
    }

    /// Sets aside lines that are no part of the notice, and reports them.
    pub(crate) fn set_aside_lines(&mut self, source: &Source<'_>, rule: PageRule, span: Span) {
        for line in source.lines(span) {
            self.page_lines.add(line);
            self.set_aside(rule, line);
        }
    }

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
