//! Why a stretch was read as it was: the stages are asked again for it, once the notice is read.

use crate::gathered::Gathered;
use crate::grammar::clause::weighed;
use crate::model::{
    Body, ElementKind, MarkerChoice, MarkerStyle, Notice, PageRule, Reason, Rival, Section, Why,
};
use crate::outline::candidate::Candidate;
use crate::outline::{Item, candidates, outline, rival};
use crate::tasks::own_texts;
use crate::text::source::Source;
use crate::text::span::{Span, Text};

/// Numbers that are held against other readings at a time: each costs as much as the search for all. A guess.
const MOST_NUMBERS: usize = 32;

/// The reasons for a stretch, in the order of the text; `source` is read apart from its tables.
pub(crate) fn reasons(source: &Source<'_>, notice: &Notice, gathered: &Gathered, asked: Span) -> Vec<Reason> {
    let mut found = Reasons { source, asked, found: Vec::new() };
    found.elements(notice, gathered);
    found.tables(notice);
    for &body in &gathered.bodies {
        found.markers(body);
    }
    for document in notice.documents() {
        found.body(&document.body);
    }
    let mut reasons = found.found;
    reasons.sort_by_key(|reason| (reason.span.start, order(&reason.why)));
    reasons
}

/// The order in which reasons for one place are told: as the stages decided.
fn order(why: &Why) -> u8 {
    match why {
        Why::Table(_) => 0,
        Why::Row => 1,
        Why::Page(_) => 2,
        Why::Marker(_) => 3,
        Why::Element(_) => 4,
        Why::Clause(_) | Why::NoClause(_) => 5,
        Why::More(_) | Why::Finding(_) => 6,
    }
}

struct Reasons<'s, 't> {
    source: &'s Source<'t>,
    asked: Span,
    found: Vec<Reason>,
}

impl Reasons<'_, '_> {
    /// Whether a stretch lies in what is asked for, or reaches into it.
    fn meets(&self, span: Span) -> bool {
        span.start < self.asked.end && self.asked.start < span.end
    }

    fn add(&mut self, why: Why, span: Span) {
        if self.meets(span) {
            self.found.push(Reason::new(why, span));
        }
    }

    /// The elements that hold words of the stretch; what is set aside, with the rule.
    fn elements(&mut self, notice: &Notice, gathered: &Gathered) {
        let mut aside = gathered.furniture.clone();
        aside.sort_by_key(|(_, span)| *span);
        notice.visit_elements(|element| {
            let why = match element.kind {
                ElementKind::Furniture => {
                    let behind = aside.partition_point(|(_, span)| span.start <= element.span.start);
                    let rule = behind.checked_sub(1).map(|at| aside[at]);
                    let rule = rule.filter(|(_, span)| span.contains(element.span));
                    Why::Page(rule.map_or(PageRule::Signs, |(rule, _)| rule))
                }
                kind => Why::Element(kind),
            };
            self.add(why, element.span);
        });
    }

    fn tables(&mut self, notice: &Notice) {
        for table in &notice.tables {
            self.add(Why::Table(table.kind), table.span);
        }
        for (_, section) in notice.sections() {
            if section.marker.style == MarkerStyle::Row {
                self.add(Why::Row, section.span);
            }
        }
    }

    /// The numbers in the stretch that may begin items of a body.
    fn markers(&mut self, body: Span) {
        if !self.meets(body) {
            return;
        }
        let candidates = candidates(self.source, body);
        let items = outline(&candidates).items;
        let meant = |candidate: &Candidate| self.meets(candidate.span());
        let first = candidates.iter().position(meant).unwrap_or(candidates.len());
        let count = candidates[first..].iter().take_while(|candidate| meant(candidate)).count();
        for at in first..first + count.min(MOST_NUMBERS) {
            let choice = choice(&candidates, &items, at);
            self.add(Why::Marker(choice), candidates[at].span());
        }
        if let Some(more @ 1..) = count.checked_sub(MOST_NUMBERS) {
            self.add(Why::More(more), candidates[first + MOST_NUMBERS].span());
        }
    }

    /// The clauses of the stretch, and the brackets that are none.
    fn body(&mut self, body: &Body) {
        self.own(None, &body.preamble);
        body.sections.iter().for_each(|section| self.section(section));
    }

    fn section(&mut self, section: &Section) {
        let clauses = section.tasks.iter().filter_map(|task| task.responsibility.as_ref());
        let in_table = self.source.is_in_table(section.span.start);
        for clause in clauses.filter(|_| in_table) {
            self.add(Why::Clause(clause.form), clause.span);
        }
        if !in_table {
            self.own(section.heading.as_ref(), &section.paragraphs);
        }
        section.sections.iter().for_each(|section| self.section(section));
    }

    fn own(&mut self, heading: Option<&Text>, paragraphs: &[Text]) {
        let whole = heading.into_iter().chain(paragraphs).map(|text| text.span).reduce(Span::hull);
        if !whole.is_some_and(|whole| self.meets(whole)) {
            return;
        }
        for (stretch, paragraphs) in own_texts(self.source, heading, paragraphs) {
            let lines = paragraphs.iter().filter(|text| self.source.begins_line(text.span.start));
            let breaks: Vec<usize> = lines.map(|text| stretch.offset(text.span.start)).collect();
            for (range, verdict) in weighed(stretch.as_str(), &breaks) {
                let why = verdict.map_or_else(Why::NoClause, Why::Clause);
                self.add(why, stretch.span(range));
            }
        }
    }
}

/// How a candidate was weighed.
fn choice(candidates: &[Candidate], items: &[Item], at: usize) -> MarkerChoice {
    let candidate = candidates[at];
    let taken = items.iter().find(|item| item.candidate == candidate);
    let (taking, dropping) = candidate.costs();
    MarkerChoice {
        style: candidate.numbering.style,
        ordinal: candidate.numbering.ordinal.into(),
        place: candidate.place,
        taking,
        dropping,
        depth: taken.map(|item| item.depth),
        rival: rival(candidates, at).map(|(margin, depth)| Rival::new(depth, margin)),
    }
}
