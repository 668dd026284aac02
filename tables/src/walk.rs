//! The rows that one notice adds to the tables.

use std::borrow::Cow;
use std::io;

use gongwen::{Citation, Document, Notice, Parsed, Section, Severity, Task, Text, Title};

use crate::{Cell, Sink, Table};

/// A notice on its way into the tables.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'e> {
    /// The name that it goes by in the column `doc`.
    pub doc: &'e str,
    /// What the parser says about it.
    pub parsed: &'e Parsed,
    /// Cells for the columns that [`Layout::add_field`](crate::Layout::add_field) gave to `documents`.
    pub fields: &'e [Cell<'e>],
}

impl<'e> Entry<'e> {
    /// A notice without further fields.
    pub fn new(doc: &'e str, parsed: &'e Parsed) -> Self {
        Entry { doc, parsed, fields: &[] }
    }
}

/// Hands the rows of a notice to `sink`: those of its parts in the order of the text, its findings, its row of `documents`.
///
/// Items, tasks and units are numbered from 1.
///
/// # Errors
///
/// - what `sink` says
pub fn walk(entry: Entry<'_>, sink: &mut impl Sink) -> io::Result<()> {
    let notice = entry.parsed.notice();
    let mut walk = Walk { doc: entry.doc, sink, part: 0, sections: 0, tasks: 0, units: 0 };
    walk.document(&notice.document, 0)?;
    for (part, attachment) in (1..).zip(&notice.attachments) {
        walk.document(&attachment.document, part)?;
    }
    walk.findings(entry.parsed)?;
    walk.card(entry)
}

/// Walks the model and counts what it meets.
struct Walk<'w, S> {
    doc: &'w str,
    sink: &'w mut S,
    part: usize,
    sections: usize,
    tasks: usize,
    units: usize,
}

/// The item that a task or a citation stands in; outside any item all is empty.
#[derive(Clone, Copy, Default)]
struct Owner<'o> {
    section: Option<usize>,
    depth: usize,
    label: &'o str,
    heading: &'o str,
    path: &'o str,
}

impl<'w, S: Sink> Walk<'w, S> {
    fn document(&mut self, document: &Document, part: usize) -> io::Result<()> {
        self.part = part;
        let body = &document.body;
        let outside = Owner::default();
        self.citations(&body.citations, outside)?;
        body.tasks.iter().try_for_each(|task| self.task(task, outside))?;
        body.sections.iter().try_for_each(|section| self.section(section, outside))
    }

    fn section(&mut self, section: &Section, parent: Owner<'_>) -> io::Result<()> {
        self.sections += 1;
        let marker = &section.marker;
        let slash = if parent.path.is_empty() { "" } else { "/" };
        let heading = section.heading.as_ref();
        let owner = Owner {
            section: Some(self.sections),
            depth: parent.depth + 1,
            label: &marker.label,
            heading: heading.map_or("", |heading| &heading.value),
            path: &format!("{}{slash}{}", parent.path, marker.label),
        };
        let paragraphs = lines(&section.paragraphs);
        self.row(
            Table::Sections,
            [
                self.sections.into(),
                some(parent.section),
                self.part.into(),
                owner.depth.into(),
                owner.label.into(),
                marker.style.name().into(),
                marker.ordinal.into(),
                owner.heading.into(),
                (&*paragraphs).into(),
                marker.span.start.into(),
                marker.span.end.into(),
                some(heading.map(|heading| heading.span.start)),
                some(heading.map(|heading| heading.span.end)),
                section.span.start.into(),
                section.span.end.into(),
            ],
        )?;
        self.citations(&section.citations, owner)?;
        section.tasks.iter().try_for_each(|task| self.task(task, owner))?;
        section.sections.iter().try_for_each(|sub_item| self.section(sub_item, owner))
    }

    fn task(&mut self, task: &Task, owner: Owner<'_>) -> io::Result<()> {
        self.tasks += 1;
        let clause = task.responsibility.as_ref();
        let deadline = Cell::from(task.deadline().map(|deadline| deadline.value.as_str()));
        self.row(
            Table::Tasks,
            [
                self.tasks.into(),
                some(owner.section),
                self.part.into(),
                owner.path.into(),
                owner.label.into(),
                owner.heading.into(),
                task.text.value.as_str().into(),
                clause.map(|clause| clause.text.as_str()).into(),
                some(clause.map(|clause| clause.open_ended)),
                deadline,
                task.span.start.into(),
                task.span.end.into(),
            ],
        )?;
        self.responsibilities(task, deadline, owner)
    }

    fn responsibilities(&mut self, task: &Task, deadline: Cell<'_>, owner: Owner<'_>) -> io::Result<()> {
        let own = task.own_units().map(|unit| (unit, false));
        let units = own.chain(task.inherited.iter().map(|unit| (unit, true)));
        for (position, (unit, inherited)) in (1_usize..).zip(units) {
            self.units += 1;
            self.row(
                Table::Responsibilities,
                [
                    self.tasks.into(),
                    some(owner.section),
                    owner.label.into(),
                    position.into(),
                    unit.name.as_str().into(),
                    unit.role.name().into(),
                    unit.kind.name().into(),
                    inherited.into(),
                    // The time is the clause's, and an inherited unit stands in another one.
                    if inherited { Cell::Empty } else { deadline },
                    unit.span.start.into(),
                    unit.span.end.into(),
                ],
            )?;
        }
        Ok(())
    }

    fn citations(&mut self, citations: &[Citation], owner: Owner<'_>) -> io::Result<()> {
        citations.iter().try_for_each(|citation| {
            self.row(
                Table::Citations,
                [
                    some(owner.section),
                    citation.title.as_str().into(),
                    citation.doc_number.as_ref().map(|number| number.text.as_str()).into(),
                    citation.span.start.into(),
                    citation.span.end.into(),
                ],
            )
        })
    }

    fn findings(&mut self, parsed: &Parsed) -> io::Result<()> {
        parsed.diagnostics().iter().try_for_each(|finding| {
            self.row(
                Table::Diagnostics,
                [
                    finding.severity.name().into(),
                    finding.code.name().into(),
                    finding.message.as_str().into(),
                    finding.position.line.into(),
                    finding.position.column.into(),
                    finding.span.start.into(),
                    finding.span.end.into(),
                ],
            )
        })
    }

    /// The row of the notice as a whole; counts are those of the rows in the other tables.
    fn card(&mut self, entry: Entry<'_>) -> io::Result<()> {
        let findings = entry.parsed.diagnostics();
        let found = |severity| findings.iter().filter(|found| found.severity == severity).count();
        let counts =
            [self.sections, self.tasks, self.units, found(Severity::Warning), found(Severity::Error)];
        let cells = head(entry.parsed.notice()).into_iter().chain(counts.map(Cell::from));
        self.row(Table::Documents, cells.chain(entry.fields.iter().copied()))
    }

    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()>
    where
        'w: 'c,
    {
        self.sink.row(table, std::iter::once(Cell::from(self.doc)).chain(cells))
    }
}

/// What the notice says of itself, from `doc_number` to `annotation`.
fn head(notice: &Notice) -> [Cell<'_>; 11] {
    let number = notice.doc_number();
    let title = notice.title();
    let closing = &notice.document.closing;
    let recipients = notice.document.header.recipients.as_ref();
    [
        number.map(|number| number.text.as_str()).into(),
        number.and_then(|number| number.agency_code.as_deref()).into(),
        some(number.and_then(|number| number.year).map(u32::from)),
        some(number.map(|number| number.serial)),
        title.map(|title| title.text.as_str()).into(),
        notice.genre().map(gongwen::Genre::name).into(),
        title.map_or(&[][..], |title: &Title| &title.issuers).into(),
        recipients.map_or(&[][..], |recipients| &recipients.names).into(),
        closing.signatories.as_slice().into(),
        some(notice.date().map(|date| date.value)),
        closing.annotation.as_ref().map(|annotation| annotation.value.as_str()).into(),
    ]
}

/// The value's cell; an empty one for none.
fn some<'c>(value: Option<impl Into<Cell<'c>>>) -> Cell<'c> {
    value.map_or(Cell::Empty, Into::into)
}

/// Paragraphs, a line each.
fn lines(paragraphs: &[Text]) -> Cow<'_, str> {
    match paragraphs {
        [only] => only.value.as_str().into(),
        _ => paragraphs.iter().map(|text| text.value.as_str()).collect::<Vec<_>>().join("\n").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CsvRows;
    use crate::specimen::specimen;

    #[track_caller]
    fn assert_rows(table: Table, expected: &[&str]) {
        let mut sink = CsvRows::new();
        walk(Entry::new("a.txt", &specimen().1), &mut sink).unwrap();
        let rows = sink.finish().unwrap();
        let text = std::str::from_utf8(&rows[table as usize]).unwrap();
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
        assert!(
            expected.iter().all(|row| row.split(',').count() == table.columns().len()),
            "one cell a column"
        );
    }

    #[test]
    fn a_text_is_one_row_of_documents_with_the_counts_of_its_other_rows() {
        assert_rows(
            Table::Documents,
            &["a.txt,湘办发〔2024〕1号,湘办发,2024,1,湖南省人民政府关于印发方案的通知,通知,\
            湖南省人民政府,各市州人民政府|省直各单位,湖南省人民政府,2024-05-10,,3,2,4,1,0"],
        );
    }

    #[test]
    fn items_know_their_parent_part_and_depth() {
        assert_rows(
            Table::Sections,
            &[
                "a.txt,1,,1,1,一、,han-bracket,1,改革,,176,182,182,188,176,182",
                "a.txt,2,1,1,2,（一）,han-bracket,1,降费。,减税。,189,198,198,207,189,198",
                "a.txt,3,1,1,2,（二）,han-bracket,1,根据《条例》（国令〔2020〕2号）放权。,,299,308,308,361,299,308",
            ],
        );
    }

    #[test]
    fn tasks_know_the_path_to_their_item_and_their_clause() {
        assert_rows(
            Table::Tasks,
            &[
                "a.txt,1,2,1,一、/（一）,（一）,降费。,减税。,（省财政厅牵头，长沙市、各县政府等配合，2024年底前完成）,true,2024年底前,207,216",
                "a.txt,2,3,1,一、/（二）,（二）,根据《条例》（国令〔2020〕2号）放权。,放权。,,,,352,361",
            ],
        );
    }

    #[test]
    fn units_have_the_clauses_time_unless_they_are_inherited() {
        assert_rows(
            Table::Responsibilities,
            &[
                "a.txt,1,2,（一）,1,省财政厅,lead,organ,false,2024年底前,219,231",
                "a.txt,1,2,（一）,2,长沙市,support,organ,false,2024年底前,240,249",
                "a.txt,1,2,（一）,3,各县政府,support,group,false,2024年底前,252,264",
                "a.txt,1,2,（一）,4,各市州人民政府,responsible,group,true,,73,94",
            ],
        );
    }

    #[test]
    fn citations_know_their_item() {
        assert_rows(Table::Citations, &["a.txt,3,条例,国令〔2020〕2号,314,326"]);
    }

    #[test]
    fn findings_have_place_and_code() {
        assert_rows(Table::Diagnostics, &["a.txt,warning,doubtful-unit,found 「各县政府」,9,22,252,264"]);
    }
}
