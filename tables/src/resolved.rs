//! What the second layer adds: columns of `tasks` and `citations`, and the tables `times` and `targets`.

use std::collections::HashMap;
use std::io;

use csv::Writer;
use gongwen::Resolved;
use gongwen::resolve::{
    CitationKey, NoticeIndex, NoticeKeys, Pointer, PointerTarget, ResolvedCitation, Target, TargetClass,
    Time, TimeKind, TimeOwner,
};

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
}

impl ResolvedTable {
    /// All of them; a table's place here is its place in arrays of tables.
    pub const ALL: [ResolvedTable; 2] = [ResolvedTable::Times, ResolvedTable::Targets];

    /// The name, in file names too: `times`.
    pub fn name(self) -> &'static str {
        match self {
            ResolvedTable::Times => "times",
            ResolvedTable::Targets => "targets",
        }
    }

    /// What a row is, in English and Chinese.
    pub fn meaning(self) -> (&'static str, &'static str) {
        match self {
            ResolvedTable::Times => {
                ("A row a time in the text, as an interval.", "一行一处时间，以起止日期表示。")
            }
            ResolvedTable::Targets => ("A row a goal with a number.", "一行一项量化目标。"),
        }
    }

    /// Its columns.
    pub fn columns(self) -> &'static [Column] {
        match self {
            ResolvedTable::Times => columns::TIMES,
            ResolvedTable::Targets => columns::TARGETS,
        }
    }
}

/// The rows that a resolved notice adds to the tables of the second layer as CSV, in the order of [`ResolvedTable::ALL`].
///
/// Of the quantities only goals have a row: limits and figures of the past are left out.
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
    Ok([finish(times.writer)?, finish(targets.writer)?])
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

fn some<'c>(value: Option<impl Into<Cell<'c>>>) -> Cell<'c> {
    value.map_or(Cell::Empty, Into::into)
}

/// Rows of one table as CSV.
struct Rows {
    writer: Writer<Vec<u8>>,
    scratch: String,
}

impl Rows {
    fn new() -> Self {
        Rows { writer: Writer::from_writer(Vec::new()), scratch: String::new() }
    }

    fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
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
                self.sink.row(table, cells.into_iter().chain([kind.into(), some(from), some(to)]))
            }
            Table::Citations => {
                self.citation(cells.into_iter().collect());
                Ok(())
            }
            _ => self.sink.row(table, cells),
        }
    }
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
        let [times, targets] = [lines(&rows[0]), lines(&rows[1])];
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
