//! What the page holds of one notice.

use std::collections::HashSet;

use gongwen::resolve::{Resolved, ResolvedUnit, Time, TimeOwner};
use gongwen::{Body, Citation, OffsetUnit, Offsets, Parsed, Responsibility, Section, Span, Task, Text, Unit};
use serde::Serialize;

use crate::marks::{Fields, Mark, elements};
use crate::said::{self, Said};

/// A notice as the page shows it; all offsets count UTF-16 units of `text`.
#[derive(Debug, Serialize)]
pub struct Entry<'e> {
    pub(crate) doc: &'e str,
    text: &'e str,
    /// Where the notice and each attached document begin and end.
    parts: Vec<Span>,
    sections: Vec<Item<'e>>,
    pub(crate) tasks: Vec<Duty>,
    marks: Vec<Mark>,
    findings: Vec<Found>,
}

/// A numbered item.
#[derive(Debug, Serialize)]
pub(crate) struct Item<'e> {
    part: usize,
    /// 1 for the outermost items of a part.
    depth: usize,
    /// The item around it, by its place in the list.
    parent: Option<usize>,
    label: &'e str,
    heading: &'e str,
    at: Span,
}

/// A task, and who answers for it.
#[derive(Debug, Serialize)]
pub(crate) struct Duty {
    at: Span,
    /// The task without its clause.
    text: Span,
    /// The item it stands in, by its place in the list.
    section: Option<usize>,
    pub(crate) due: Option<Due>,
    pub(crate) units: Vec<Party>,
}

/// The time of a clause.
#[derive(Debug, Serialize)]
pub(crate) struct Due {
    words: String,
    /// The day by which, where it is told.
    pub(crate) to: Option<String>,
}

/// A unit of a task.
#[derive(Debug, Serialize)]
pub(crate) struct Party {
    /// What is the same for all names of one organ: the legal name, where it is told, else the name as written.
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) role: &'static str,
    pub(crate) inherited: bool,
    at: Span,
}

/// A finding.
#[derive(Debug, Serialize)]
pub(crate) struct Found {
    code: &'static str,
    severity: &'static str,
    message: Said,
    line: usize,
    column: usize,
    at: Span,
}

impl<'e> Entry<'e> {
    /// What there is to show of a text, which goes by the name `doc`, and what the parser says of it.
    #[must_use]
    pub fn new(doc: &'e str, text: &'e str, parsed: &'e Parsed) -> Self {
        let notice = parsed.notice();
        let offsets = Offsets::of(text, OffsetUnit::Utf16);
        let resolved = gongwen::resolve(text, notice);
        let mut walk = Walk {
            offsets: &offsets,
            resolved: &resolved,
            part: 0,
            sections: Vec::new(),
            tasks: Vec::new(),
            marks: elements(notice, &offsets),
            places: HashSet::new(),
        };
        for (part, document) in notice.documents().enumerate() {
            walk.part = part;
            walk.body(&document.body);
        }
        let Walk { sections, tasks, mut marks, .. } = walk;
        // An outer stretch stands before those inside.
        marks.sort_by_key(|mark| (mark.at.start, usize::MAX - mark.at.end));
        let parts = notice.documents().map(|document| offsets.span(document.span)).collect();
        let findings = parsed.diagnostics().iter().map(|finding| Found {
            code: finding.code.name(),
            severity: finding.severity.name(),
            message: said::finding(finding),
            line: finding.position.line,
            column: finding.position.column,
            at: offsets.span(finding.span),
        });
        let findings = findings.collect();
        Entry { doc, text, parts, sections, tasks, marks, findings }
    }

    /// How many items there are.
    pub(crate) fn section_count(&self) -> usize {
        self.sections.len()
    }
}

/// What is marked in a text, an outer stretch before those inside.
#[must_use]
pub fn marks(text: &str, parsed: &Parsed) -> Vec<Mark> {
    Entry::new("", text, parsed).marks
}

/// Walks the documents and gathers what they hold.
struct Walk<'w, 'e> {
    offsets: &'w Offsets<&'w str>,
    resolved: &'w Resolved,
    part: usize,
    sections: Vec<Item<'e>>,
    tasks: Vec<Duty>,
    marks: Vec<Mark>,
    /// Units and deadlines that are marked: a unit that several tasks inherit stands in one place.
    places: HashSet<(&'static str, Span)>,
}

impl<'e> Walk<'_, 'e> {
    fn body(&mut self, body: &'e Body) {
        self.citations(&body.citations);
        body.tasks.iter().for_each(|task| self.task(task, None));
        body.sections.iter().for_each(|section| self.section(section, None, 1));
    }

    fn section(&mut self, section: &'e Section, parent: Option<usize>, depth: usize) {
        let number = self.sections.len();
        self.sections.push(Item {
            part: self.part,
            depth,
            parent,
            label: &section.marker.label,
            heading: section.heading.as_ref().map_or("", |heading| &heading.value),
            at: self.offsets.span(section.span),
        });
        self.citations(&section.citations);
        section.tasks.iter().for_each(|task| self.task(task, Some(number)));
        section.sections.iter().for_each(|section| self.section(section, Some(number), depth + 1));
    }

    fn task(&mut self, task: &Task, section: Option<usize>) {
        let number = self.tasks.len();
        self.mark(task.span, Mark::of_task("task", Fields::new(), number));
        let clause = task.responsibility.as_ref();
        let due = task.deadline().map(|words| self.due(words, number));
        if let Some(clause) = clause {
            self.clause(clause, number);
        }
        let mut units: Vec<Party> = task.own_units().map(|unit| self.unit(unit, Some(number))).collect();
        units.extend(task.inherited.iter().map(|unit| self.unit(unit, None)));
        self.tasks.push(Duty {
            at: self.offsets.span(task.span),
            text: self.offsets.span(task.text.span),
            section,
            due,
            units,
        });
    }

    fn clause(&mut self, clause: &Responsibility, task: usize) {
        let mut fields = Fields::new();
        if clause.open_ended {
            fields.push(("open_ended", "true".to_owned()));
        }
        self.mark(clause.span, Mark::of_task("clause", fields, task));
        for words in &clause.role_words {
            let fields = vec![("role", words.role.name().to_owned())];
            self.mark(words.span, Mark::of_task("role-words", fields, task));
        }
        for remark in &clause.remarks {
            self.mark(remark.span, Mark::of_task("remark", Fields::new(), task));
        }
    }

    /// A unit of the task whose clause names it; of none where the task inherits it.
    fn unit(&mut self, unit: &Unit, task: Option<usize>) -> Party {
        let told = self.resolved.unit_at(unit.span);
        let canonical = told.and_then(ResolvedUnit::canonical);
        let role = Some(unit.role.name());
        self.mark(unit.span, Mark { role, task, ..Mark::new("unit", of_unit(unit, told)) });
        Party {
            key: canonical.unwrap_or(unit.whole_name()).to_owned(),
            name: unit.whole_name().to_owned(),
            role: unit.role.name(),
            inherited: task.is_none(),
            at: self.offsets.span(unit.span),
        }
    }

    fn due(&mut self, words: &Text, task: usize) -> Due {
        let time = self.time(words.span);
        let to = time.and_then(|time| time.to).map(|day| day.to_string());
        let mut fields = Fields::new();
        fields.extend(time.map(|time| ("time", time.kind.name().to_owned())));
        fields.extend(time.and_then(|time| time.from).map(|day| ("from", day.to_string())));
        fields.extend(to.clone().map(|day| ("to", day)));
        self.mark(words.span, Mark::of_task("deadline", fields, task));
        Due { words: words.value.clone(), to }
    }

    /// What the words of a clause's time say; the answers are in the order of the text.
    fn time(&self, words: Span) -> Option<&Time> {
        let times = &self.resolved.times;
        let first = times.partition_point(|time| time.span.start < words.start);
        let inside = times[first..].iter().take_while(|time| time.span.start < words.end);
        inside.filter(|time| time.whose == TimeOwner::Clause).find(|time| words.contains(time.span))
    }

    fn citations(&mut self, citations: &[Citation]) {
        for citation in citations {
            let mut fields = vec![("title", citation.title.clone())];
            fields.extend(citation.doc_number.as_ref().map(|number| ("doc_number", number.text.clone())));
            let told = &self.resolved.citations;
            let told = told.binary_search_by_key(&citation.span, |told| told.span).map(|at| &told[at]);
            let relation = told.ok().and_then(|told| told.relation);
            fields.extend(relation.map(|relation| ("relation", relation.name().to_owned())));
            self.mark(citation.span, Mark::new("citation", fields));
        }
    }

    /// Marks a place; once, if several tasks share it.
    fn mark(&mut self, span: Span, mark: Mark) {
        if !span.is_empty() && self.places.insert((mark.kind, span)) {
            self.marks.push(mark.at(span, self.offsets));
        }
    }
}

/// What the page shows of a unit: as the clause names it, and who it is where that is told.
fn of_unit(unit: &Unit, told: Option<&ResolvedUnit>) -> Fields {
    let mut fields = vec![("name", unit.name.clone())];
    fields.extend(unit.full_name.clone().map(|name| ("full_name", name)));
    fields.push(("role", unit.role.name().to_owned()));
    fields.push(("unit_kind", unit.kind.name().to_owned()));
    let Some(told) = told else { return fields };
    fields.extend(told.canonical().map(|name| ("canonical", name.to_owned())));
    fields.extend(told.group().map(|group| ("group", group.label())));
    fields.extend(told.level.map(|level| ("level", level.name().to_owned())));
    fields.extend(told.division.as_ref().map(|division| ("division", division.name.clone())));
    if !told.candidates.is_empty() {
        fields.push(("candidates", told.candidates.join("；")));
    }
    fields.push(("how", told.grounds.how.name().to_owned()));
    fields
}
