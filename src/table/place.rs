//! Puts the rows of tables where their text stands.

use super::grid::Found;
use super::read::{Reading, read};
use crate::gathered::Gathered;
use crate::grammar::clause::is_remark;
use crate::model::{Body, Code, ElementKind, Findings, Notice, Section, TableKind};
use crate::text::masked::stand_in;
use crate::text::source::Source;
use crate::text::span::{Span, Text};

/// The tables of a text while its documents are read.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    readings: Vec<Reading>,
    /// Where the line that stands for each of them begins.
    starts: Vec<usize>,
    findings: Findings,
}

impl Tables {
    /// Reads the tables of a text.
    pub(crate) fn read(source: &Source<'_>, found: &[Found]) -> Self {
        Tables {
            readings: found.iter().map(|found| read(source, found)).collect(),
            starts: found.iter().map(|found| stand_in(found.span)).collect(),
            findings: Findings::default(),
        }
    }

    /// Puts rows in place of the paragraphs that stand for their tables.
    pub(crate) fn place(&mut self, body: &mut Body) {
        if self.readings.is_empty() {
            return;
        }
        body.sections.iter_mut().for_each(|section| self.place_in(section));
        let rows = self.take(&mut body.preamble);
        add(rows, &mut body.sections);
    }

    fn place_in(&mut self, section: &mut Section) {
        section.sections.iter_mut().for_each(|section| self.place_in(section));
        let rows = self.take(&mut section.paragraphs);
        add(rows, &mut section.sections);
        let texts = section.heading.iter().chain(&section.paragraphs).map(|text| text.span);
        let parts = texts.chain(section.sections.iter().map(|section| section.span));
        section.span = parts.fold(section.marker.span, Span::hull);
    }

    /// Takes the paragraphs that stand for tables; returns the rows.
    fn take(&mut self, paragraphs: &mut Vec<Text>) -> Vec<Section> {
        let mut rows = Vec::new();
        let mut behind = false;
        paragraphs.retain(|paragraph| match self.starts.binary_search(&paragraph.span.start) {
            Ok(at) => {
                let reading = &mut self.readings[at];
                reading.placed = true;
                behind = reading.table.kind == TableKind::Tasks;
                rows.append(&mut reading.sections);
                false
            }
            Err(_) => {
                if behind {
                    note(paragraph, &mut self.findings);
                }
                behind = false;
                true
            }
        });
        rows
    }

    /// Hands the tables over.
    ///
    /// # Errors
    ///
    /// - an element holds a part of one and of something else: how each of them stands
    pub(crate) fn close(self, notice: &mut Notice, gathered: &mut Gathered) -> Result<(), Vec<Stand>> {
        let findings = &mut gathered.findings;
        findings.append(self.findings);
        let mut aside: Vec<Span> = Vec::new();
        for mut reading in self.readings {
            let span = reading.table.span;
            if !reading.placed {
                aside.push(span);
                reading.table.pieces = vec![span];
            }
            if !reading.placed && reading.table.kind == TableKind::Tasks {
                reading.table.kind = TableKind::Unread;
                let message = "found a table of tasks outside every body, left it unread";
                findings.report(Code::TableUnread, span, message);
            } else {
                findings.append(reading.findings);
            }
            notice.tables.push(reading.table);
        }
        if notice.tables.is_empty() {
            return Ok(());
        }
        // what the page's lines took of a table is the table's
        let inside = |span: &Span| {
            let next = aside.partition_point(|table| table.end < span.end);
            aside.get(next).is_some_and(|table| table.contains(*span))
        };
        gathered.furniture.retain(|(_, span)| !inside(span));
        gathered.marks.retain(|span| !inside(span));
        let stands = stands(notice);
        if stands.iter().any(|stand| stand.over) { Err(stands) } else { Ok(()) }
    }
}

/// Puts rows among the sections around them.
fn add(rows: Vec<Section>, sections: &mut Vec<Section>) {
    if let Some(first) = rows.first() {
        let at = sections.partition_point(|section| section.span < first.span);
        sections.splice(at..at, rows);
    }
}

/// A note right behind a table: `注：列第一位的为牵头单位。`
fn note(paragraph: &Text, findings: &mut Findings) {
    let words =
        ["注：", "注:", "备注：", "备注:"].iter().find_map(|label| paragraph.value.strip_prefix(label));
    let remark = words.map(|words| words.trim_end_matches('。')).filter(|words| is_remark(words));
    if let Some(words) = remark {
        let message = format!("found remark 「{words}」, kept the roles that each clause says");
        findings.report(Code::StandingRemark, paragraph.span, message);
    }
}

/// How a table stands among the elements of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stand {
    /// Whether an element reads over it.
    pub(crate) over: bool,
    /// Whether a column names who answers, its rows read or not.
    pub(crate) of_tasks: bool,
}

/// How each table stands. Elements that reach over each other are held against the table that comes next.
fn stands(notice: &Notice) -> Vec<Stand> {
    let of_tasks = |kind| kind != TableKind::Other;
    let mut stands: Vec<Stand> =
        notice.tables.iter().map(|table| Stand { over: false, of_tasks: of_tasks(table.kind) }).collect();
    let (mut at, mut end) = (0, 0);
    notice.visit_elements(|element| {
        let Span { start, end: next } = element.span;
        while at + 1 < stands.len() && notice.tables[at].span.end <= start {
            at += 1;
        }
        let crossed = start < end;
        end = next;
        let table = notice.tables[at].span;
        let held = matches!(
            element.kind,
            ElementKind::Table | ElementKind::Marker | ElementKind::Heading | ElementKind::Paragraph
        );
        let beside = next <= table.start || start >= table.end;
        let stays = beside || table.contains(element.span) && held;
        stands[at].over |= crossed || !stays;
    });
    stands
}
