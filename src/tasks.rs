//! 任务: the clauses found in each item's own text, the tasks they close, and what passes from one task to others.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::iter::Peekable;
use std::mem::take;
use std::ops::Range;
use std::vec::IntoIter;

use crate::gathered::{Gathered, Merged, PASSED_ON_UNITS, Standing};
use crate::grammar::citation::{Cited, citations};
use crate::grammar::clause::clauses;
use crate::grammar::clause::said::{Clause, Evidence, Flaw, role_words};
use crate::grammar::name::line::ends_as_organ;
use crate::grammar::sentence::measures;
use crate::model::{Body, Citation, Code, Finding, Findings, Notice, Responsibility, Section, Task, Unit};
use crate::text::character::is_han;
use crate::text::mend::Stretch;
use crate::text::source::Source;
use crate::text::span::{Span, Text};

/// Bare lists of organisations that vouch for each other where no clause says a role. A guess.
const BARE_LISTS: usize = 3;

/// The tasks of a notice while its documents are read one after the other.
#[derive(Debug, Default)]
pub(crate) struct Tasks {
    /// Whether a clause says a role or has a label.
    said: bool,
    /// Clauses that do not: bare lists.
    bare: usize,
    findings: Findings,
    dropped_blanks: Merged,
    /// Units whose names do not end as an organ's does.
    cut: Vec<(String, Span)>,
}

impl Tasks {
    /// Fills in the tasks and citations of the next document.
    pub(crate) fn fill(&mut self, source: &Source<'_>, body: &mut Body) {
        let mut found = Find { source, at: 0, owns: Vec::new(), breaks: Vec::new() };
        found.body(body);
        let clauses = || found.owns.iter().flat_map(|own| &own.clauses);
        let bare = clauses().filter(|clause| clause.evidence == Evidence::Bare).count();
        let has_clause = clauses().next().is_some();
        self.said |= clauses().count() > bare;
        self.bare += bare;
        if has_clause {
            let owns = found.owns.into_iter().peekable();
            Build { source, tasks: self, standing: Standing::default(), at: 0, owns }.body(body);
        }
    }

    /// Notes a name that lacks an organ's ending, for the question whether it lost its last character.
    fn note_name(&mut self, unit: &Unit) {
        if !ends_as_organ(&unit.name) {
            self.cut.push((unit.name.clone(), unit.span));
        }
    }

    /// Reports a name that begins with a label whose colon was lost: `牵头单位市住建局`.
    fn note_label(&mut self, unit: &Unit) {
        const LABELS: &[&str] = &[
            "责任单位",
            "牵头单位",
            "配合单位",
            "协办单位",
            "主办单位",
            "责任部门",
            "牵头部门",
            "配合部门",
            "参与单位",
            "参加单位",
        ];
        let name = &unit.name;
        if LABELS.iter().any(|label| name.strip_prefix(label).is_some_and(ends_as_organ)) {
            let message = format!("found 「{name}」 in a list of units, expected an organisation");
            self.findings.report(Code::DoubtfulUnit, unit.span, message);
        }
    }

    /// Hands over the findings; takes the tasks back if all that was found are a few bare lists.
    pub(crate) fn close(mut self, source: &Source<'_>, notice: &mut Notice, gathered: &mut Gathered) {
        if self.said || self.bare >= BARE_LISTS {
            self.report_cut_names(source, notice);
            self.report_lost_characters(notice);
            gathered.findings.append(self.findings);
            gathered.dropped_blanks = self.dropped_blanks;
        } else if self.bare > 0 {
            let in_table = |section: &Section| source.is_in_table(section.span.start);
            notice.documents_mut().for_each(|document| document.body.clear_tasks(&in_table));
        }
    }

    /// Reports names that lack the last character of a name used elsewhere: `省住房城乡建设`.
    fn report_cut_names(&mut self, source: &Source<'_>, notice: &Notice) {
        if self.cut.is_empty() {
            return;
        }
        let tasks = notice.tasks().map(|(_, task)| task);
        let clauses = tasks.filter(|task| !source.is_in_table(task.span.start));
        let units = clauses.filter_map(|task| task.responsibility.as_ref()).flat_map(|clause| &clause.units);
        let mut names: Vec<&str> = units.map(|unit| &*unit.name).collect();
        names.sort_unstable();
        let mut places = Vec::new();
        for (name, span) in &self.cut {
            let mut longer = name.clone();
            let known = ENDINGS.iter().any(|ending| {
                longer.truncate(name.len());
                longer.push_str(ending);
                names.binary_search(&&*longer).is_ok()
            });
            if known {
                self.findings.add(doubtful_name(name, *span, &longer));
                places.push(*span);
            }
        }
        self.findings.take_back(Code::DoubtfulUnit, &places);
    }
}

/// Characters that make another organ's name of one, 县公安分局 beside 县公安局, or the same: 自然资源和规划局.
const OWN_KINDS: [char; 6] = ['分', '总', '副', '各', '和', '与'];

impl Tasks {
    /// Reports names that stand once and lack one character of a name that stands more often: `市农业农委`.
    fn report_lost_characters(&mut self, notice: &Notice) {
        /// In bytes: five characters to thirty. Of two shorter ones neither may be wrong. A guess.
        const LENGTH_BYTES: std::ops::RangeInclusive<usize> = 15..=90;
        let units = || {
            let tasks = notice.tasks().filter_map(|(_, task)| task.responsibility.as_ref());
            tasks.flat_map(|clause| &clause.units).filter(|unit| LENGTH_BYTES.contains(&unit.name.len()))
        };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        units().for_each(|unit| *counts.entry(&unit.name).or_default() += 1);
        let single = |name: &str| counts.get(name) == Some(&1);
        // most names are told at a look from all that stand once
        let looks = |name: &str, len: usize| (len, name.chars().next());
        let singles = counts.keys().filter(|name| single(name));
        let looks_of_singles: HashSet<_> = singles.map(|name| looks(name, name.len())).collect();
        let may_be_whole = |name: &str| {
            // the bytes of a Han character
            [3, 4]
                .iter()
                .any(|bytes| looks_of_singles.contains(&looks(name, name.len().saturating_sub(*bytes))))
        };
        // each name without one of its characters, but the first and the last
        let mut lacking: HashMap<String, &str> = HashMap::new();
        let repeated = counts.iter().filter(|(_, count)| **count > 1).map(|(name, _)| *name);
        for name in repeated.filter(|name| may_be_whole(name)) {
            let mut inner = name.char_indices().skip(1).peekable();
            while let Some((at, c)) = inner.next().filter(|_| inner.peek().is_some()) {
                let short = format!("{}{}", &name[..at], &name[at + c.len_utf8()..]);
                if is_han(c) && !OWN_KINDS.contains(&c) && single(&short) {
                    lacking.insert(short, name);
                }
            }
        }
        if lacking.is_empty() {
            return;
        }
        for unit in units() {
            let Some(longer) = lacking.get(unit.name.as_str()) else { continue };
            self.findings.add(doubtful_name(&unit.name, unit.span, longer));
        }
    }
}

/// A name that lacks a character of one that stands elsewhere.
fn doubtful_name(name: &str, span: Span, whole: &str) -> Finding {
    let message = format!("found unit 「{name}」, expected perhaps 「{whole}」 as elsewhere in this notice");
    Finding::new(Code::DoubtfulUnitName, span, message).expected(&whole)
}

/// Last characters of organs' names that were seen to be lost.
const ENDINGS: &[&str] = &["厅", "局", "委", "办", "部", "会", "院", "处", "署", "室"];

/// The own text of an item or a preamble that holds clauses.
struct Own<'t> {
    /// Its number in the document: 0 for the preamble, then the items in the order of the text.
    at: usize,
    stretch: Stretch<'t>,
    clauses: Vec<Clause>,
}

/// Finds what a document cites, and its clauses.
struct Find<'b, 't> {
    source: &'b Source<'t>,
    at: usize,
    owns: Vec<Own<'t>>,
    /// Where lines begin in the own text that is looked at.
    breaks: Vec<usize>,
}

impl Find<'_, '_> {
    fn body(&mut self, body: &mut Body) {
        body.citations = self.own(None, &body.preamble);
        // （省财政厅） right under a title says who wrote the document
        self.owns.retain_mut(|own| {
            own.clauses.retain(|clause| clause.range.start > 0 || clause.evidence == Evidence::Said);
            !own.clauses.is_empty()
        });
        body.sections.iter_mut().for_each(|section| self.section(section));
    }

    fn section(&mut self, section: &mut Section) {
        if self.source.is_in_table(section.span.start) {
            return;
        }
        section.citations = self.own(section.heading.as_ref(), &section.paragraphs);
        section.sections.iter_mut().for_each(|section| self.section(section));
    }

    /// Keeps the clauses of an own text; returns its citations.
    fn own(&mut self, heading: Option<&Text>, paragraphs: &[Text]) -> Vec<Citation> {
        let at = self.at;
        self.at += 1;
        let mut cited_there = Vec::new();
        for (stretch, paragraphs) in own_texts(self.source, heading, paragraphs) {
            let lines = paragraphs.iter().filter(|text| self.source.begins_line(text.span.start));
            self.breaks.clear();
            self.breaks.extend(lines.map(|text| stretch.offset(text.span.start)));
            let clauses = clauses(stretch.as_str(), &self.breaks);
            cited_there.extend(cited(&stretch));
            if !clauses.is_empty() {
                self.owns.push(Own { at, stretch, clauses });
            }
        }
        cited_there
    }
}

/// Heading and paragraphs in one piece, or in several where tables stand between them.
pub(crate) fn own_texts<'s, 't>(
    source: &'s Source<'t>,
    mut heading: Option<&'s Text>,
    mut paragraphs: &'s [Text],
) -> impl Iterator<Item = (Stretch<'t>, &'s [Text])> {
    std::iter::from_fn(move || {
        let first = heading.take().or(paragraphs.first())?;
        let behind = Span::new(first.span.end, source.text.len());
        let own = source.first_table(behind).map_or(paragraphs.len(), |table| {
            paragraphs.partition_point(|paragraph| paragraph.span.start < table.start)
        });
        let (own, rest) = paragraphs.split_at(own);
        paragraphs = rest;
        let last = own.last().unwrap_or(first);
        Some((source.stretch(first.span.hull(last.span)), own))
    })
}

struct Build<'b, 't> {
    source: &'b Source<'t>,
    tasks: &'b mut Tasks,
    /// Units that a remark gives to every task from here on.
    standing: Standing,
    at: usize,
    owns: Peekable<IntoIter<Own<'t>>>,
}

impl Build<'_, '_> {
    fn body(&mut self, body: &mut Body) {
        body.tasks = self.closed();
        body.sections.iter_mut().for_each(|section| self.section(section, &[]));
    }

    fn section(&mut self, section: &mut Section, above: &[Unit]) {
        if self.source.is_in_table(section.span.start) {
            return;
        }
        section.tasks = self.closed();
        // beside clauses, an item that names nobody is a task too
        let alone = section.tasks.is_empty() && section.sections.is_empty();
        let own = || own_texts(self.source, section.heading.as_ref(), &section.paragraphs).next();
        let own = alone.then(own).flatten().map(|(own, _)| own);
        if let Some(own) = own.filter(|own| !own.as_str().is_empty()) {
            let mut task = self.task(&own, 0..own.as_str().len(), None);
            task.inherited.splice(0..0, above.iter().cloned());
            section.tasks = vec![task];
        }
        if section.sections.is_empty() {
            return;
        }
        let below: Vec<Unit> = match section.tasks.last().and_then(|task| task.responsibility.as_ref()) {
            Some(clause) if clause.units.len() <= PASSED_ON_UNITS => clause.units.clone(),
            Some(clause) => {
                let message = "too many units to give them to the items below: gave none";
                self.tasks.findings.report(Code::InheritedUnits, clause.span, message);
                Vec::new()
            }
            None => above.to_vec(),
        };
        for section in &mut section.sections {
            self.section(section, &below);
        }
    }

    /// The tasks that the clauses of the next own text close.
    fn closed(&mut self) -> Vec<Task> {
        let at = self.at;
        self.at += 1;
        let mut tasks = Vec::new();
        while let Some(Own { stretch, clauses, .. }) = self.owns.next_if(|own| own.at == at) {
            tasks.reserve_exact(clauses.len());
            let mut start = 0;
            for clause in clauses {
                let before = start..clause.range.start.max(start);
                start = clause.range.end;
                tasks.push(self.task(&stretch, before, Some(clause)));
            }
        }
        tasks
    }

    fn task(&mut self, stretch: &Stretch<'_>, range: Range<usize>, mut clause: Option<Clause>) -> Task {
        let slice = &stretch.as_str()[range.clone()];
        let head = slice.trim_start_matches(['。', '；', '，', ' ', ';', ',']);
        let range = range.end - head.len()..range.end - (head.len() - head.trim_end().len());
        let text = stretch.words(range.clone());
        let measures = measures(stretch, range);
        let responsibility = clause.as_mut().map(|clause| self.responsibility(stretch, clause));
        let inherited = self.standing.beside(responsibility.as_ref());
        for remark in clause.iter().flat_map(|clause| &clause.remarks) {
            self.standing.note(stretch, remark, &mut self.tasks.findings);
        }
        let span = responsibility.as_ref().map_or(text.span, |clause| match text.value.is_empty() {
            true => {
                let message = "found a clause with no text before it, expected what it answers for";
                self.tasks.findings.report(Code::ClauseWithoutText, clause.span, message);
                clause.span
            }
            false => text.span.hull(clause.span),
        });
        Task { text, measures, responsibility, inherited, span }
    }

    /// The clause in the words of the model; takes its lists, so that none is there twice for long.
    fn responsibility(&mut self, stretch: &Stretch<'_>, clause: &mut Clause) -> Responsibility {
        let range =
            clause.range.start..clause.range.start + stretch.as_str()[clause.range.clone()].trim_end().len();
        let span = stretch.span(range.clone());
        self.flaws(stretch, clause, span);
        let units: Vec<Unit> = take(&mut clause.units).into_iter().map(|name| name.spell(stretch)).collect();
        for unit in &units {
            self.mended(unit);
            self.tasks.note_name(unit);
            self.tasks.note_label(unit);
        }
        Responsibility {
            text: stretch.as_str()[range].to_owned(),
            form: clause.form,
            units,
            role_words: take(&mut clause.role_words)
                .into_iter()
                .map(|words| role_words(stretch, words))
                .collect(),
            open_ended: clause.open_ended,
            deadline: clause.deadline.take().map(|range| stretch.words(range)),
            remarks: clause.remarks.iter().map(|remark| stretch.words(remark.range.clone())).collect(),
            span,
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
                Flaw::Unopened => (
                    Code::UnclosedBracket,
                    span,
                    "found a clause whose bracket never opens, expected one before its first word".to_owned(),
                ),
                Flaw::DoubtfulUnit(range) => {
                    let message = format!(
                        "found 「{}」 in a list of units, expected an organisation",
                        &text[range.clone()]
                    );
                    (Code::DoubtfulUnit, stretch.span(range.clone()), message)
                }
                Flaw::RoleUnsure(range) => {
                    let message = format!(
                        "found 「{}」 behind 会同 and a comma, expected those who help or those who answer; read as support",
                        &text[range.clone()]
                    );
                    (Code::RoleUnsure, stretch.span(range.clone()), message)
                }
                Flaw::UnknownLabel(range) => {
                    let message = format!(
                        "found label 「{}」, expected one that says a role, left out the units behind it",
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
            let finding = Finding::new(Code::JoinedLine, unit.span, message);
            self.tasks.findings.add(finding.read_as(&unit.name));
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
