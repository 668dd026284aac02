//! Puts the rows of tables where their text stands.

use super::grid::Found;
use super::read::{Reading, read};
use crate::gathered::Margin;
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

    /// Hands the tables over; whether no element holds a part of one and of something else.
    pub(crate) fn close(self, notice: &mut Notice, margin: &mut Margin) -> bool {
        let findings = &mut margin.findings;
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
            return true;
        }
        // what the page's lines took of a table is the table's
        let inside = |span: &Span| aside.iter().any(|table| table.contains(*span));
        margin.furniture.retain(|span| !inside(span));
        margin.marks.retain(|span| !inside(span));
        are_apart(notice)
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

/// Whether each element stands in a table or out of all.
fn are_apart(notice: &Notice) -> bool {
    let mut tables = notice.tables.iter().map(|table| table.span).peekable();
    let mut apart = true;
    let mut end = 0;
    notice.visit_elements(|element| {
        let Span { start, end: next } = element.span;
        while tables.next_if(|table| table.end <= start).is_some() {}
        apart &= start >= end;
        end = next;
        if let Some(table) = tables.peek() {
            let outside = next <= table.start;
            let held = matches!(
                element.kind,
                ElementKind::Table | ElementKind::Marker | ElementKind::Heading | ElementKind::Paragraph
            );
            apart &= outside || table.contains(element.span) && held;
        }
    });
    apart
}
