//! What the second layer adds: columns of `tasks` and `citations`, and the tables `times` and `targets`.

mod citations;

pub use self::citations::{CitationRow, Citations};

use std::collections::HashMap;
use std::io;

use gongwen::resolve::{
    CitationKey, Group, Issuer, IssuerSource, Level, OrganKind, ResolvedCitation, ResolvedUnit, Target,
    TargetClass, Time, TimeKind, TimeOwner,
};

use gongwen::{Resolved, Span};

use crate::{Cell, Sink, Table};

/// Hands the rows of a resolved notice in `times`, `targets` and `issuers` to `sink`.
///
/// Of the quantities only goals have a row: limits and figures of the past are left out. The rows of `units` are no one
/// notice's: [`Organs`](crate::Organs).
///
/// # Errors
///
/// - what `sink` says
pub fn resolved_rows(doc: &str, resolved: &Resolved, sink: &mut impl Sink) -> io::Result<()> {
    resolved.times.iter().try_for_each(|time| sink.row(Table::Times, time_cells(doc, time)))?;
    let mut goals = resolved.targets.iter().filter(|target| target.class == TargetClass::Target);
    goals.try_for_each(|target| {
        let (quantity, to) = (target.quantity.to_string(), target.quantity_to.map(|to| to.to_string()));
        sink.row(Table::Targets, target_cells(doc, target, &quantity, to.as_deref()))
    })?;
    let (mut part, mut position) = (0, 0_usize);
    for issuer in &resolved.issuers {
        position = if issuer.part == part { position + 1 } else { 1 };
        part = issuer.part;
        issuer_row(sink, doc, issuer, position)?;
    }
    Ok(())
}

fn time_cells<'c>(doc: &'c str, time: &'c Time) -> [Cell<'c>; 10] {
    [
        doc.into(),
        some(time.place.section),
        some(time.place.task),
        time.text.as_str().into(),
        time.kind.name().into(),
        some(time.from),
        some(time.to),
        some(time.anchor),
        time.span.start.into(),
        time.span.end.into(),
    ]
}

fn target_cells<'c>(
    doc: &'c str,
    target: &'c Target,
    quantity: &'c str,
    to: Option<&'c str>,
) -> [Cell<'c>; 14] {
    [
        doc.into(),
        some(target.place.section),
        some(target.place.task),
        target.text.as_str().into(),
        target.class.name().into(),
        quantity.into(),
        to.into(),
        target.unit.as_str().into(),
        target.comparator.name().into(),
        target.change.name().into(),
        target.indicator.as_deref().into(),
        some(target.due),
        target.span.start.into(),
        target.span.end.into(),
    ]
}

fn issuer_row(sink: &mut impl Sink, doc: &str, issuer: &Issuer, position: usize) -> io::Result<()> {
    let names = |sources: &[IssuerSource]| -> Vec<String> {
        sources.iter().map(|source| source.name().to_owned()).collect()
    };
    let (sources, others) = (names(&issuer.sources), names(&issuer.contradicted_by));
    let division = issuer.division.as_ref();
    let cells: [Cell<'_>; 13] = [
        doc.into(),
        issuer.part.into(),
        position.into(),
        issuer.name.as_str().into(),
        issuer.canonical.as_deref().into(),
        issuer.kind.map(OrganKind::name).into(),
        issuer.level.map(Level::name).into(),
        division.map(|division| division.name.as_str()).into(),
        some(division.and_then(|division| division.code)),
        sources.as_slice().into(),
        others.as_slice().into(),
        issuer.span.start.into(),
        issuer.span.end.into(),
    ];
    sink.row(Table::Issuers, cells)
}

pub(crate) fn some<'c>(value: Option<impl Into<Cell<'c>>>) -> Cell<'c> {
    value.map_or(Cell::Empty, Into::into)
}

/// A sink that adds to the rows of `tasks` when they are due, and keeps those of `citations` until all notices are known.
#[derive(Debug)]
pub struct Resolving<'r, S> {
    sink: &'r mut S,
    doc: &'r str,
    resolved: &'r Resolved,
    due: HashMap<usize, &'r Time>,
    cited: HashMap<usize, &'r ResolvedCitation>,
    tasks: usize,
    citations: Vec<CitationRow>,
}

impl<'r, S: Sink> Resolving<'r, S> {
    /// For the rows of one notice.
    pub fn new(sink: &'r mut S, doc: &'r str, resolved: &'r Resolved) -> Self {
        let cited = resolved.citations.iter().map(|citation| (citation.span.start, citation)).collect();
        Resolving { sink, doc, resolved, due: due(resolved), cited, tasks: 0, citations: Vec::new() }
    }

    /// The rows of `citations`: documents that are cited, and items of the notice itself.
    pub fn citations(mut self) -> Vec<CitationRow> {
        let pointers = self.resolved.pointers.iter().map(|pointer| CitationRow::pointed(self.doc, pointer));
        self.citations.extend(pointers);
        self.citations
    }

    /// The row of a unit, with what it was resolved to.
    fn unit(&mut self, cells: Vec<Cell<'_>>) -> io::Result<()> {
        let number = |cell: Option<&Cell<'_>>| match cell {
            Some(&Cell::Integer(number)) => usize::try_from(number).ok(),
            _ => None,
        };
        let mut last = cells.iter().rev();
        let (end, start) = (number(last.next()), number(last.next()));
        let span = start.zip(end).map(|(start, end)| Span::new(start, end));
        let answer = span.and_then(|span| self.resolved.unit_at(span));
        let inferred = answer.and_then(|answer| answer.role_inferred).map(|inferred| inferred.role.name());
        answered(self.sink, cells, answer, inferred)
    }

    /// The rows of units that remarks below a task give to it: 以上任务均需各乡镇人民政府落实.
    fn passed_on(&mut self, place: [Option<usize>; 3], named: bool) -> io::Result<()> {
        let [section, start, end] = place;
        let Some(task) = start.zip(end).map(|(start, end)| Span::new(start, end)).filter(|_| named) else {
            return Ok(());
        };
        for passed in self.resolved.passed_on.iter().filter(|passed| passed.above.contains(task)) {
            let (unit, role) = (&passed.unit, gongwen::Role::Responsible.name());
            let kind = gongwen::UnitKind::Group.name();
            let own: Vec<Cell<'_>> = vec![
                self.doc.into(),
                self.tasks.into(),
                some(section),
                Cell::Empty,
                Cell::Empty,
                unit.name.as_str().into(),
                role.into(),
                kind.into(),
                true.into(),
                Cell::Empty,
                unit.span.start.into(),
                unit.span.end.into(),
            ];
            answered(self.sink, own, Some(unit), Some(role))?;
        }
        Ok(())
    }

    fn citation(&mut self, cells: Vec<Cell<'_>>) {
        let start = match cells.iter().rev().nth(1) {
            Some(&Cell::Integer(start)) => usize::try_from(start).ok(),
            _ => None,
        };
        let citation = start.and_then(|start| self.cited.get(&start));
        let relation = citation.and_then(|citation| citation.relation);
        let relation = relation.map_or("", |relation| relation.name());
        let key = citation.filter(|_| !relation.is_empty()).map(|citation| CitationKey::of(citation));
        self.citations.push(CitationRow::new(cells, relation, key));
    }
}

impl<S: Sink> Sink for Resolving<'_, S> {
    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        match table {
            Table::Tasks => {
                self.tasks += 1;
                let due = self.due.get(&self.tasks);
                let kind = due.map(|time| time.kind.name());
                let (from, to) = (due.and_then(|time| time.from), due.and_then(|time| time.to));
                let cells: Vec<Cell<'c>> = cells.into_iter().collect();
                let number = |at: usize| match cells.get(at) {
                    Some(&Cell::Integer(number)) => usize::try_from(number).ok(),
                    _ => None,
                };
                // doc, task, section, …, responsibility, open_ended, deadline, start, end
                let count = cells.len();
                let place = [number(2), number(count.wrapping_sub(2)), number(count.wrapping_sub(1))];
                let named = cells.get(count.wrapping_sub(5)).is_some_and(|clause| *clause != Cell::Empty);
                self.sink.row(table, cells.into_iter().chain([kind.into(), some(from), some(to)]))?;
                self.passed_on(place, named)
            }
            Table::Responsibilities => self.unit(cells.into_iter().collect()),
            Table::Citations => {
                self.citation(cells.into_iter().collect());
                Ok(())
            }
            _ => self.sink.row(table, cells),
        }
    }
}

/// A row of `responsibilities` with the columns of the second layer behind its own.
fn answered<'c>(
    sink: &mut impl Sink,
    own: Vec<Cell<'c>>,
    answer: Option<&'c ResolvedUnit>,
    inferred: Option<&'static str>,
) -> io::Result<()> {
    let group = answer.and_then(ResolvedUnit::group).map(Group::label);
    let kind = answer.and_then(|answer| answer.kind).map(OrganKind::name);
    let division = answer.and_then(|answer| answer.division.as_ref());
    let resolved: [Cell<'_>; 9] = [
        answer.and_then(ResolvedUnit::canonical).into(),
        group.as_ref().map(|_| "group").or(kind).into(),
        answer.and_then(|answer| answer.level).map(Level::name).into(),
        division.map(|division| division.name.as_str()).into(),
        some(division.and_then(|division| division.code)),
        group.as_deref().into(),
        inferred.into(),
        answer.map(|answer| answer.grounds.how.name()).into(),
        answer.map_or(&[][..], |answer| &answer.candidates[..]).into(),
    ];
    sink.row(Table::Responsibilities, own.into_iter().chain(resolved))
}

/// When tasks are due: by the time of the clause, else by the one limit that the task's text names.
fn due(resolved: &Resolved) -> HashMap<usize, &Time> {
    let mut due: HashMap<usize, &Time> = HashMap::new();
    let of_task = |owner: TimeOwner| resolved.times.iter().filter(move |time| time.whose == owner);
    for time in of_task(TimeOwner::Clause) {
        if let Some(task) = time.place.task {
            due.entry(task).or_insert(time);
        }
    }
    let mut limits: HashMap<usize, Vec<&Time>> = HashMap::new();
    let limit = |time: &&Time| matches!(time.kind, TimeKind::By | TimeKind::Before) && time.to.is_some();
    for time in of_task(TimeOwner::Text).filter(limit) {
        if let Some(task) = time.place.task {
            limits.entry(task).or_default().push(time);
        }
    }
    for (task, limits) in limits {
        if let [only] = limits[..] {
            due.entry(task).or_insert(only);
        }
    }
    due
}

#[cfg(test)]
mod tests;
