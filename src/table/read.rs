//! Tables into sections and tasks.

use super::column::{Column, Head};
use super::grid::{Found, MOST_COLUMNS, Row, Slot, head_row};
use super::rows::Rows;
use crate::model::{Code, Findings, Section, Table, TableKind};
use crate::text::character::is_han;
use crate::text::source::Source;
use crate::text::span::Span;

/// A table that was read.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) table: Table,
    /// Its rows, if it is one of tasks.
    pub(crate) sections: Vec<Section>,
    pub(crate) findings: Findings,
    /// Whether a document holds it.
    pub(crate) placed: bool,
}

/// Reads a table; `source` is the text with its tables.
pub(crate) fn read(source: &Source<'_>, found: &Found) -> Reading {
    let span = source.trim(found.span);
    let table = |kind, columns| Table { kind, columns, pieces: vec![span], span };
    let other = |kind, findings| Reading {
        table: table(kind, Vec::new()),
        sections: Vec::new(),
        findings,
        placed: false,
    };
    let (at, columns) = match head_row(source.text, found.rows.iter()) {
        Some((at, Head::Tasks(columns))) => (at, columns),
        Some((at, Head::Duties(columns))) if tells_duties(source, &found.rows[at + 1..], &columns) => {
            (at, columns)
        }
        _ => return other(TableKind::Other, Findings::default()),
    };
    if found.is_too_wide() {
        let mut findings = Findings::default();
        let message = format!("found a table of tasks with over {MOST_COLUMNS} columns, left it unread");
        findings.report(Code::TableUnread, span, message);
        return other(TableKind::Unread, findings);
    }
    let mut rows = Rows::new(source, found, at, columns);
    for row in &found.rows[rows.first..] {
        rows.row(row);
    }
    let told = rows.known + rows.unknown;
    if told == 0 && found.mixed.is_empty() && !rows.named {
        return other(TableKind::Other, Findings::default());
    }
    if rows.known == 0 || rows.unknown > rows.known {
        return other(TableKind::Unread, unread(source, &[span]));
    }
    let mut findings = rows.findings;
    for lines in found.mixed.chunk_by(|line, next| source.trim(Span::new(line.end, next.start)).is_empty()) {
        findings.append(unread(source, lines));
    }
    let columns =
        found.rows[at].iter().map(|slot| source.words(slot.span)).filter(|text| !text.value.is_empty());
    let mut table = table(TableKind::Tasks, columns.collect());
    let sections = rows.tree.finish();
    table.pieces = beside(source, span, &sections);
    Reading { table, sections, findings, placed: false }
}

/// Whether the cells beside organs are sentences rather than figures and names, most of them.
fn tells_duties(source: &Source<'_>, rows: &[Row], columns: &[Column]) -> bool {
    /// In characters: a guess.
    const SHORTEST_CHARS: usize = 4;
    let told = |slot: &&Slot| columns.get(slot.column) == Some(&Column::Text) && !slot.span.is_empty();
    let (mut sentences, mut cells) = (0, 0);
    for slot in rows.iter().flatten().filter(told) {
        cells += 1;
        sentences +=
            usize::from(source.slice(slot.span).chars().filter(|c| is_han(*c)).count() >= SHORTEST_CHARS);
    }
    sentences * 2 > cells
}

/// The finding about lines that are not read.
fn unread(source: &Source<'_>, lines: &[Span]) -> Findings {
    let mut findings = Findings::default();
    let hull = lines.iter().copied().reduce(Span::hull).map_or(Span::default(), |hull| source.trim(hull));
    let count: usize = lines.iter().map(|&line| source.count_lines(line)).sum();
    let message = match count {
        1 => "found a line of a table of tasks that fits no row, left it unread".to_owned(),
        _ => format!("found {count} lines of a table of tasks whose cells are mixed, left them unread"),
    };
    findings.report(Code::TableUnread, hull, message);
    findings
}

/// What of a table no section holds.
fn beside(source: &Source<'_>, span: Span, sections: &[Section]) -> Vec<Span> {
    fn held(sections: &[Section], spans: &mut Vec<Span>) {
        for section in sections {
            spans.push(section.marker.span);
            spans.extend(section.heading.iter().chain(&section.paragraphs).map(|text| text.span));
            held(&section.sections, spans);
        }
    }
    let mut spans = Vec::new();
    held(sections, &mut spans);
    spans.sort_unstable();
    let mut pieces = Vec::new();
    let mut at = span.start;
    for held in spans.into_iter().chain([Span::new(span.end, span.end)]) {
        let gap = source.trim(Span::new(at.min(held.start), held.start));
        if !gap.is_empty() {
            pieces.push(gap);
        }
        at = at.max(held.end);
    }
    pieces
}
