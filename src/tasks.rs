//! 任务: the clauses found in each item's own text, the tasks they close, and what passes from one task to others.

use std::collections::HashSet;
use std::ops::Range;

use crate::diagnostic::Findings;
use crate::grammar::citation::{Cited, citations};
use crate::grammar::organisation::ends_as_organ;
use crate::grammar::responsibility::{Clause, Evidence, Flaw, Rule, UnitName, clauses};
use crate::grammar::sentence::sentences;
use crate::margin::{Margin, Tally};
use crate::mend::Stretch;
use crate::source::Source;
use crate::{Body, Citation, Code, Notice, Responsibility, RoleWords, Section, Span, Task, Text, Unit};

/// Units that a remark or a clause may pass on: more are not spread over other tasks, so that time and memory stay
/// bounded by the text. The longest list seen that passes on holds 4.
const PASSED_ON: usize = 64;

/// Bare lists of organisations that vouch for each other where no clause says a role.
const BARE_LISTS: usize = 3;

/// The tasks of a notice while its documents are read one after the other.
#[derive(Debug, Default)]
pub(crate) struct Tasks {
    /// Whether a clause says a role or has a label.
    said: bool,
    /// Clauses that do not: bare lists.
    bare: usize,
    findings: Findings,
    dropped_blanks: Tally,
    /// Every name of a unit, once.
    names: HashSet<String>,
    /// Units whose names do not end as an organ's does.
    cut: Vec<(String, Span)>,
}

impl Tasks {
    /// Fills in the tasks and citations of the next document.
    pub(crate) fn fill(&mut self, source: &Source<'_>, body: &mut Body) {
        let found = find(source, body);
        let clauses = || found.iter().flat_map(|own| &own.clauses);
        let bare = clauses().filter(|clause| clause.evidence == Evidence::Bare).count();
        let has_clause = clauses().next().is_some();
        self.said |= clauses().count() > bare;
        self.bare += bare;
        Build { source, tasks: self, standing: Vec::new(), has_clause }.body(body, found);
    }

    /// Notes a name, for the question whether another lacks its last character.
    fn note_name(&mut self, unit: &Unit) {
        if !self.names.contains(&unit.name) {
            self.names.insert(unit.name.clone());
        }
        if !ends_as_organ(&unit.name) {
            self.cut.push((unit.name.clone(), unit.span));
        }
    }

    /// Hands over the findings; takes the tasks back if all that was found are a few bare lists.
    pub(crate) fn close(mut self, notice: &mut Notice, margin: &mut Margin) {
        if self.said || self.bare >= BARE_LISTS {
            self.report_cut_names();
            margin.findings.append(self.findings);
            margin.dropped_blanks = self.dropped_blanks;
        } else if self.bare > 0 {
            notice.documents_mut().for_each(|document| document.body.clear_tasks());
        }
    }

    /// Reports names that lack the last character of a name used elsewhere: `省住房城乡建设`.
    fn report_cut_names(&mut self) {
        let mut places = Vec::new();
        for (name, span) in &self.cut {
            let mut longer = ENDINGS.iter().map(|ending| [name, *ending].concat());
            if let Some(longer) = longer.find(|longer| self.names.contains(longer)) {
                let message = format!(
                    "found unit 「{name}」, expected perhaps 「{longer}」 as elsewhere in this notice"
                );
                self.findings.report(Code::DoubtfulUnitName, *span, message);
                places.push(*span);
            }
        }
        self.findings.take_back(Code::DoubtfulUnit, &places);
    }
}

/// Last characters of organs' names that were seen to be lost.
const ENDINGS: &[&str] = &["厅", "局", "委", "办", "部", "会", "院", "处", "署", "室"];

/// The own text of an item or a preamble, with its clauses.
struct Own<'t> {
    stretch: Stretch<'t>,
    clauses: Vec<Clause>,
}

/// Finds the clauses of a document: first of its preamble, then of its items in the order of the text.
fn find<'t>(source: &Source<'t>, body: &Body) -> Vec<Own<'t>> {
    let mut found = Vec::with_capacity(1 + count(&body.sections));
    found.push(own(source, None, &body.preamble));
    body.sections.iter().for_each(|section| find_in(source, section, &mut found));
    found
}

fn find_in<'t>(source: &Source<'t>, section: &Section, found: &mut Vec<Own<'t>>) {
    found.push(own(source, section.heading.as_ref(), &section.paragraphs));
    section.sections.iter().for_each(|section| find_in(source, section, found));
}

fn own<'t>(source: &Source<'t>, heading: Option<&Text>, paragraphs: &[Text]) -> Own<'t> {
    let mut spans = heading.into_iter().chain(paragraphs).map(|text| text.span);
    let Some(first) = spans.next() else {
        return Own { stretch: source.stretch(Span::default()), clauses: Vec::new() };
    };
    let hull = spans.next_back().map_or(first, |last| first.hull(last));
    let stretch = source.stretch(hull);
    let breaks: Vec<usize> = paragraphs.iter().map(|text| stretch.offset(text.span.start)).collect();
    let clauses = clauses(stretch.as_str(), &breaks);
    Own { stretch, clauses }
}

struct Build<'b, 't> {
    source: &'b Source<'t>,
    tasks: &'b mut Tasks,
    /// Units that a remark gives to every task from here on.
    standing: Vec<Unit>,
    /// Whether the document has any clause: then items that name nobody are tasks too.
    has_clause: bool,
}

impl Build<'_, '_> {
    fn body(&mut self, body: &mut Body, owns: Vec<Own<'_>>) {
        let mut owns = owns.into_iter();
        if let Some(own) = owns.next() {
            body.citations = cited(&own.stretch);
            body.tasks = self.closed(&own.stretch, own.clauses);
        }
        for section in &mut body.sections {
            self.section(section, &mut owns, &[]);
        }
    }

    fn section(&mut self, section: &mut Section, owns: &mut std::vec::IntoIter<Own<'_>>, above: &[Unit]) {
        let Some(Own { stretch, clauses }) = owns.next() else { return };
        section.citations = cited(&stretch);
        section.tasks = self.closed(&stretch, clauses);
        let names_nobody = section.tasks.is_empty() && section.sections.is_empty() && self.has_clause;
        if names_nobody && !stretch.as_str().is_empty() {
            let whole = 0..stretch.as_str().len();
            let mut task = self.task(&stretch, whole, None);
            task.inherited.splice(0..0, above.iter().cloned());
            section.tasks = vec![task];
        }
        if section.sections.is_empty() {
            return;
        }
        let below: Vec<Unit> = match section.tasks.last().and_then(|task| task.responsibility.as_ref()) {
            Some(clause) if clause.units.len() <= PASSED_ON => clause.units.clone(),
            Some(_) => Vec::new(),
            None => above.to_vec(),
        };
        for section in &mut section.sections {
            self.section(section, owns, &below);
        }
    }

    /// The tasks that the clauses of an own text close.
    fn closed(&mut self, stretch: &Stretch<'_>, clauses: Vec<Clause>) -> Vec<Task> {
        let mut tasks = Vec::with_capacity(clauses.len());
        let mut start = 0;
        for clause in clauses {
            let end = clause.range.start.max(start);
            tasks.push(self.task(stretch, start..end, Some(&clause)));
            start = clause.range.end;
        }
        tasks
    }

    fn task(&mut self, stretch: &Stretch<'_>, range: Range<usize>, clause: Option<&Clause>) -> Task {
        let slice = &stretch.as_str()[range.clone()];
        let head = slice.trim_start_matches(['。', '；', '，', ' ', ';', ',']);
        let range = range.end - head.len()..range.end - (head.len() - head.trim_end().len());
        let text = stretch.words(range.clone());
        let found = sentences(&stretch.as_str()[range.clone()]);
        let at = |sentence: Range<usize>| range.start + sentence.start..range.start + sentence.end;
        let measures = found.into_iter().map(|sentence| stretch.words(at(sentence))).collect();
        let responsibility = clause.map(|clause| self.responsibility(stretch, clause));
        let named = |unit: &&Unit| {
            let mut own = responsibility.iter().flat_map(|clause: &Responsibility| &clause.units);
            !own.any(|other| other.name == unit.name)
        };
        let inherited = self.standing.iter().filter(named).cloned().collect();
        if let Some(clause) = clause {
            self.remarks(stretch, clause);
        }
        let span = responsibility.as_ref().map_or(text.span, |clause| match text.value.is_empty() {
            true => clause.span,
            false => text.span.hull(clause.span),
        });
        Task { text, measures, responsibility, inherited, span }
    }

    fn responsibility(&mut self, stretch: &Stretch<'_>, clause: &Clause) -> Responsibility {
        let range =
            clause.range.start..clause.range.start + stretch.as_str()[clause.range.clone()].trim_end().len();
        let span = stretch.span(range.clone());
        self.flaws(stretch, clause, span);
        let words = |(role, range): &(crate::Role, Range<usize>)| RoleWords {
            role: *role,
            text: stretch.as_str()[range.clone()].to_owned(),
            span: stretch.span(range.clone()),
        };
        let units: Vec<Unit> = clause.units.iter().map(|name| unit(stretch, name)).collect();
        for unit in &units {
            self.mended(unit);
            self.tasks.note_name(unit);
        }
        Responsibility {
            text: stretch.as_str()[range].to_owned(),
            form: clause.form,
            units,
            role_words: clause.role_words.iter().map(words).collect(),
            open_ended: clause.open_ended,
            deadline: clause.deadline.clone().map(|range| stretch.words(range)),
            remarks: clause.remarks.iter().map(|remark| stretch.words(remark.range.clone())).collect(),
            span,
        }
    }

    fn remarks(&mut self, stretch: &Stretch<'_>, clause: &Clause) {
        for remark in &clause.remarks {
            let span = stretch.span(remark.range.clone());
            let words = &stretch.as_str()[remark.range.clone()];
            if let Rule::AllFollowing(names) = &remark.rule {
                if names.len() + self.standing.len() <= PASSED_ON {
                    self.standing.extend(names.iter().map(|name| unit(stretch, name)));
                }
                let message = format!("found remark 「{words}」, gave its units to the tasks that follow");
                self.tasks.findings.report(Code::InheritedUnits, span, message);
            } else {
                let message = format!("found remark 「{words}」, kept the roles that each clause says");
                self.tasks.findings.report(Code::StandingRemark, span, message);
            }
        }
    }

    fn flaws(&mut self, stretch: &Stretch<'_>, clause: &Clause, span: Span) {
        let text = stretch.as_str();
        for flaw in &clause.flaws {
            let (code, span, message) = match flaw {
                Flaw::MixedBrackets => {
                    let clause = &text[clause.range.clone()];
                    let pair: String =
                        clause.chars().next().into_iter().chain(clause.chars().next_back()).collect();
                    (
                        Code::MixedBrackets,
                        span,
                        format!("found brackets 「{pair}」, expected one width and shape"),
                    )
                }
                Flaw::Unclosed => (
                    Code::UnclosedBracket,
                    span,
                    "found a clause whose bracket never closes, expected one before the next item".to_owned(),
                ),
                Flaw::DoubtfulUnit(range) => {
                    let message = format!(
                        "found 「{}」 in a list of units, expected an organisation",
                        &text[range.clone()]
                    );
                    (Code::DoubtfulUnit, stretch.span(range.clone()), message)
                }
            };
            self.tasks.findings.report(code, span, message);
        }
    }

    /// Reports a name that was broken over lines or held blanks.
    fn mended(&mut self, unit: &Unit) {
        let broken = self.source.slice(unit.span).contains('\n');
        // Between Latin words a break becomes a space and the length stays.
        if unit.span.len() == unit.name.len() && !broken {
            return;
        }
        if broken {
            let message = format!("found a name broken over lines, read 「{}」", unit.name);
            self.tasks.findings.report(Code::JoinedLine, unit.span, message);
        } else {
            self.tasks.dropped_blanks.add(unit.span);
        }
    }
}

/// The documents that a stretch cites.
fn cited(stretch: &Stretch<'_>) -> Vec<Citation> {
    let spell = |cited: Cited| Citation {
        title: stretch.as_str()[cited.title].to_owned(),
        doc_number: cited.number.map(|number| number.spell(stretch)),
        span: stretch.span(cited.span),
    };
    citations(stretch.as_str()).into_iter().map(spell).collect()
}

fn count(sections: &[Section]) -> usize {
    sections.iter().map(|section| 1 + count(&section.sections)).sum()
}

fn unit(stretch: &Stretch<'_>, name: &UnitName) -> Unit {
    Unit {
        name: stretch.as_str()[name.name.clone()].to_owned(),
        full_name: name.full_name.clone(),
        role: name.role,
        kind: name.kind,
        span: stretch.span(name.name.clone()),
    }
}
