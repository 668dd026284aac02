//! What the second layer adds: columns of `tasks` and `citations`, and the tables `times` and `targets`.

use std::collections::HashMap;
use std::io;

use csv::Writer;
use gongwen::resolve::{
    CitationKey, Group, Issuer, IssuerSource, Level, NoticeIndex, NoticeKeys, OrganKind, Pointer,
    PointerTarget, ResolvedCitation, ResolvedUnit, Target, TargetClass, Time, TimeKind, TimeOwner,
};

use gongwen::{Resolved, Span};

use crate::csv::{finish, written};
use crate::{Cell, Column, Sink, Table, columns};

/// A table of the second layer. Names and columns are a contract with every script that reads them: columns may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResolvedTable {
    /// A row a time in the text.
    Times,
    /// A row a goal with a number.
    Targets,
    /// A row an issuer of a notice or of what is attached to it.
    Issuers,
    /// A row an organ over all notices of a run: [`Organs`](crate::Organs).
    Units,
}

impl ResolvedTable {
    /// All of them; a table's place here is its place in arrays of tables.
    pub const ALL: [ResolvedTable; 4] =
        [ResolvedTable::Times, ResolvedTable::Targets, ResolvedTable::Issuers, ResolvedTable::Units];

    /// The name, in file names too: `times`.
    pub fn name(self) -> &'static str {
        match self {
            ResolvedTable::Times => "times",
            ResolvedTable::Targets => "targets",
            ResolvedTable::Issuers => "issuers",
            ResolvedTable::Units => "units",
        }
    }

    /// What a row is, in English and Chinese.
    pub fn meaning(self) -> (&'static str, &'static str) {
        match self {
            ResolvedTable::Times => {
                ("A row a time in the text, as an interval.", "一行一处时间，以起止日期表示。")
            }
            ResolvedTable::Targets => ("A row a goal with a number.", "一行一项量化目标。"),
            ResolvedTable::Issuers => {
                ("A row an issuer of the notice or of what is attached to it.", "一行一个发文机关。")
            }
            ResolvedTable::Units => (
                "A row an organ that answers for tasks, over all notices, under its legal name.",
                "一行一个责任单位（以规范全称计），汇总全部公文。",
            ),
        }
    }

    /// Its columns.
    pub fn columns(self) -> &'static [Column] {
        match self {
            ResolvedTable::Times => columns::TIMES,
            ResolvedTable::Targets => columns::TARGETS,
            ResolvedTable::Issuers => columns::ISSUERS,
            ResolvedTable::Units => columns::UNITS,
        }
    }
}

/// The rows that a resolved notice adds to the tables of the second layer as CSV, in the order of [`ResolvedTable::ALL`].
///
/// Of the quantities only goals have a row: limits and figures of the past are left out. `units` are no one notice's.
///
/// # Errors
///
/// - none that this writer to memory is known to have
pub fn resolved_rows(doc: &str, resolved: &Resolved) -> io::Result<[Vec<u8>; ResolvedTable::ALL.len()]> {
    let mut times = Rows::new();
    resolved.times.iter().try_for_each(|time| times.row(time_cells(doc, time)))?;
    let mut targets = Rows::new();
    let goals = resolved.targets.iter().filter(|target| target.class == TargetClass::Target);
    goals.into_iter().try_for_each(|target| {
        let (quantity, to) = (target.quantity.to_string(), target.quantity_to.map(|to| to.to_string()));
        targets.row(target_cells(doc, target, &quantity, to.as_deref()))
    })?;
    let mut issuers = Rows::new();
    let (mut part, mut position) = (0, 0_usize);
    for issuer in &resolved.issuers {
        position = if issuer.part == part { position + 1 } else { 1 };
        part = issuer.part;
        issuer_row(&mut issuers, doc, issuer, position)?;
    }
    Ok([finish(times.writer)?, finish(targets.writer)?, finish(issuers.writer)?, Vec::new()])
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

fn issuer_row(rows: &mut Rows, doc: &str, issuer: &Issuer, position: usize) -> io::Result<()> {
    let names = |sources: &[IssuerSource]| -> Vec<String> {
        sources.iter().map(|source| source.name().to_owned()).collect()
    };
    let (sources, others) = (names(&issuer.sources), names(&issuer.contradicted_by));
    let division = issuer.division.as_ref();
    rows.row([
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
    ])
}

pub(crate) fn some<'c>(value: Option<impl Into<Cell<'c>>>) -> Cell<'c> {
    value.map_or(Cell::Empty, Into::into)
}

/// Rows of one table as CSV.
pub(crate) struct Rows {
    pub(crate) writer: Writer<Vec<u8>>,
    scratch: String,
}

impl Rows {
    pub(crate) fn new() -> Self {
        Rows { writer: Writer::from_writer(Vec::new()), scratch: String::new() }
    }

    pub(crate) fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        for cell in cells {
            self.writer.write_field(written(cell, &mut self.scratch))?;
        }
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }
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

/// A row of `citations` whose cited notice is not looked up yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationRow {
    cells: Vec<String>,
    relation: &'static str,
    key: Option<CitationKey>,
    section: Option<usize>,
}

impl<'r, S: Sink> Resolving<'r, S> {
    /// For the rows of one notice.
    pub fn new(sink: &'r mut S, doc: &'r str, resolved: &'r Resolved) -> Self {
        let cited = resolved.citations.iter().map(|citation| (citation.span.start, citation)).collect();
        Resolving { sink, doc, resolved, due: due(resolved), cited, tasks: 0, citations: Vec::new() }
    }

    /// The rows of `citations`: documents that are cited, and items of the notice itself.
    pub fn citations(mut self) -> Vec<CitationRow> {
        let pointers = self.resolved.pointers.iter().map(|pointer| pointed(self.doc, pointer));
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
        let mut scratch = String::new();
        self.citations.push(CitationRow {
            cells: cells.into_iter().map(|cell| written(cell, &mut scratch).to_owned()).collect(),
            relation: relation.map_or("", |relation| relation.name()),
            key: citation.filter(|_| relation.is_some()).map(|citation| CitationKey::of(citation)),
            section: None,
        });
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

/// The row of a pointer into the notice itself.
fn pointed(doc: &str, pointer: &Pointer) -> CitationRow {
    let number = |number: usize| number.to_string();
    CitationRow {
        cells: vec![
            doc.to_owned(),
            pointer.place.section.map(number).unwrap_or_default(),
            pointer.text.clone(),
            String::new(),
            number(pointer.span.start),
            number(pointer.span.end),
        ],
        relation: "internal",
        key: None,
        section: match pointer.target {
            Some(PointerTarget::Section(section)) => Some(section),
            _ => None,
        },
    }
}

/// The rows of `citations` of all notices of a run, and the notices that they may cite.
#[derive(Debug, Clone, Default)]
pub struct Citations {
    index: NoticeIndex,
    docs: Vec<String>,
    rows: Vec<(usize, CitationRow)>,
}

impl Citations {
    /// Adds the next notice with its rows.
    pub fn add(&mut self, doc: &str, keys: NoticeKeys, rows: Vec<CitationRow>) {
        let own = self.docs.len();
        self.docs.push(doc.to_owned());
        self.index.add(keys);
        self.rows.extend(rows.into_iter().map(|row| (own, row)));
    }

    /// The rows as CSV, with the notice that each cites if it is among those that were added.
    ///
    /// # Errors
    ///
    /// - none that this writer to memory is known to have
    pub fn finish(self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::from_writer(Vec::new());
        for (own, row) in self.rows {
            let cited = row.key.as_ref().and_then(|key| self.index.cited(key)).filter(|&cited| cited != own);
            let target = cited.or(row.section.map(|_| own)).map_or("", |notice| &self.docs[notice]);
            let section = row.section.map(|section| section.to_string()).unwrap_or_default();
            row.cells.iter().try_for_each(|cell| writer.write_field(cell))?;
            [row.relation, target, &section].into_iter().try_for_each(|cell| writer.write_field(cell))?;
            writer.write_record(None::<&[u8]>)?;
        }
        finish(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CsvRows, Entry, walk};

    const ISSUED: &str = "云政发〔2024〕3号\n云溪县人民政府关于修路的意见\n各乡镇：\n请抓紧施工。";

    const PLAN: &str = "云溪县修路方案\n根据《云溪县人民政府关于修路的意见》（云政发[2024]3号），制定本方案。\n\
                        一、修路。到2025年，培育20家以上养路企业。（县交通局负责，2024年底前完成）\n二、修桥。（县水务局负责）";

    #[track_caller]
    fn read(text: &str) -> (gongwen::Notice, Resolved) {
        let notice = gongwen::parse(text).into_notice();
        let resolved = gongwen::resolve(text, &notice);
        (notice, resolved)
    }

    fn lines(bytes: &[u8]) -> Vec<&str> {
        std::str::from_utf8(bytes).unwrap().lines().collect()
    }

    #[test]
    fn times_and_targets_have_a_cell_a_column() {
        let (_, resolved) = read(PLAN);
        let rows = resolved_rows("a.txt", &resolved).unwrap();
        let [times, targets, issuers] = [lines(&rows[0]), lines(&rows[1]), lines(&rows[2])];
        assert!(issuers.is_empty());
        assert_eq!(times.len(), 2);
        assert!(times[0].starts_with("a.txt,1,1,到2025年,by,,2025-12-31,,"), "{times:?}");
        assert!(
            targets[0].starts_with(
                "a.txt,1,1,培育20家以上养路企业,target,20,,家,at_least,new,养路企业,2025-12-31,"
            ),
            "{targets:?}"
        );
        for (table, rows) in ResolvedTable::ALL.into_iter().zip([times, targets]) {
            assert!(rows.iter().all(|row| row.split(',').count() == table.columns().len()), "{table:?}");
        }
    }

    #[test]
    fn units_have_what_they_stand_for_behind_their_own_columns() {
        let text = "湖南省人民政府关于修路的通知\n一、修路。（省发改委牵头，各市州人民政府配合）\n以上任务均需各乡镇人民政府落实。\n\
                    湖南省人民政府\n2024年5月10日";
        let (_, resolved) = read(text);
        let mut rows = CsvRows::new();
        walk(Entry::new("a.txt", &gongwen::parse(text)), &mut Resolving::new(&mut rows, "a.txt", &resolved))
            .unwrap();
        let rows = rows.finish().unwrap();
        let rows = lines(&rows[Table::Responsibilities as usize]);
        let behind: Vec<_> =
            rows.iter().map(|row| row.split(',').skip(12).collect::<Vec<_>>().join(",")).collect();
        assert_eq!(
            behind,
            [
                ",group,township,湖南省,430000,governments:all,responsible,issuer,",
                "湖南省发展和改革委员会,government,province,湖南省,430000,,,issuer,",
                ",group,city,湖南省,430000,governments:all,,issuer,",
            ]
        );
        let issuers = resolved_rows("a.txt", &resolved).unwrap();
        let issuers = lines(&issuers[ResolvedTable::Issuers as usize]);
        assert!(issuers[0].starts_with(
            "a.txt,0,1,湖南省人民政府,湖南省人民政府,government,province,湖南省,430000,title|signature,,"
        ));
    }

    #[test]
    fn tasks_are_due_and_citations_find_the_notice_they_cite() {
        let mut citations = Citations::default();
        let mut tasks = Vec::new();
        for (doc, text) in [("a.txt", ISSUED), ("b.txt", PLAN)] {
            let (notice, resolved) = read(text);
            let mut rows = CsvRows::new();
            let mut sink = Resolving::new(&mut rows, doc, &resolved);
            walk(Entry::new(doc, &gongwen::parse(text)), &mut sink).unwrap();
            citations.add(doc, NoticeKeys::of(&notice), sink.citations());
            tasks = rows.finish().unwrap()[Table::Tasks as usize].clone();
        }
        let due: Vec<_> =
            lines(&tasks).into_iter().map(|row| row.rsplitn(4, ',').take(3).collect::<Vec<_>>()).collect();
        assert_eq!(due, [["2024-12-31", "", "by"], ["", "", ""]]);
        let rows = citations.finish().unwrap();
        let rows = lines(&rows);
        assert_eq!(rows.len(), 1);
        assert!(rows[0].starts_with("b.txt,,云溪县人民政府关于修路的意见,云政发[2024]3号,"), "{rows:?}");
        assert!(rows[0].ends_with(",basis,a.txt,"), "{rows:?}");
    }
}
