//! The rows that one text adds to the tables.

use std::io;

use csv::Writer;
use gongwen::{Citation, Document, Inheritance, Section, Severity, Span, Task, Text};

use crate::input::Input;
use crate::tables::Table;

/// Rows as CSV, for each table in the order of [`Table::ALL`].
pub(crate) type Rows = [Vec<u8>; Table::ALL.len()];

/// The rows of a text.
///
/// # Errors
///
/// - none that this writer to memory is known to have
pub(crate) fn rows(input: &Input) -> io::Result<Rows> {
    let notice = input.parsed.notice();
    let mut walk = Walk::new(&input.doc);
    walk.document(&notice.document, 0)?;
    for (part, attachment) in (1..).zip(&notice.attachments) {
        walk.document(&attachment.document, part)?;
    }
    for finding in input.parsed.diagnostics() {
        let place = [finding.position.line, finding.position.column, finding.span.start, finding.span.end];
        let said = [finding.severity.name(), finding.code.name(), &finding.message].map(str::to_owned);
        walk.row(Table::Diagnostics, said.into_iter().chain(place.map(|number| number.to_string())))?;
    }
    walk.card(input)?;
    walk.into_rows()
}

/// Walks the model in the order of the text and numbers what it meets from 1.
struct Walk<'i> {
    doc: &'i str,
    writers: [Writer<Vec<u8>>; Table::ALL.len()],
    part: usize,
    sections: usize,
    tasks: usize,
    units: usize,
}

/// The item that a task or a citation stands in; outside any item all is empty.
#[derive(Clone, Copy, Default)]
struct Owner<'i> {
    section: Option<usize>,
    depth: usize,
    label: &'i str,
    heading: &'i str,
    path: &'i str,
}

impl<'i> Walk<'i> {
    fn new(doc: &'i str) -> Self {
        let writers = Table::ALL.map(|_| Writer::from_writer(Vec::new()));
        Walk { doc, writers, part: 0, sections: 0, tasks: 0, units: 0 }
    }

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
        self.row(
            Table::Sections,
            [
                self.sections.to_string(),
                written(parent.section),
                self.part.to_string(),
                owner.depth.to_string(),
                marker.label.clone(),
                marker.style.name().to_owned(),
                marker.ordinal.to_string(),
                owner.heading.to_owned(),
                joined(&section.paragraphs, "\n"),
                marker.span.start.to_string(),
                marker.span.end.to_string(),
                written(heading.map(|heading| heading.span.start)),
                written(heading.map(|heading| heading.span.end)),
                section.span.start.to_string(),
                section.span.end.to_string(),
            ],
        )?;
        self.citations(&section.citations, owner)?;
        section.tasks.iter().try_for_each(|task| self.task(task, owner))?;
        section.sections.iter().try_for_each(|sub_item| self.section(sub_item, owner))
    }

    fn task(&mut self, task: &Task, owner: Owner<'_>) -> io::Result<()> {
        self.tasks += 1;
        let clause = task.responsibility.as_ref();
        let deadline =
            clause.and_then(|clause| clause.deadline.as_ref()).map_or("", |deadline| &deadline.value);
        self.row(
            Table::Tasks,
            [
                self.tasks.to_string(),
                written(owner.section),
                self.part.to_string(),
                owner.path.to_owned(),
                owner.label.to_owned(),
                owner.heading.to_owned(),
                task.text.value.clone(),
                clause.map(|clause| clause.text.clone()).unwrap_or_default(),
                written(clause.map(|clause| clause.open_ended)),
                deadline.to_owned(),
                task.span.start.to_string(),
                task.span.end.to_string(),
            ],
        )?;
        for (position, (unit, inheritance)) in (1..).zip(task.units()) {
            self.units += 1;
            let inherited = inheritance == Inheritance::Inherited;
            self.row(
                Table::Responsibilities,
                [
                    self.tasks.to_string(),
                    written(owner.section),
                    owner.label.to_owned(),
                    usize::to_string(&position),
                    unit.name.clone(),
                    unit.role.name().to_owned(),
                    unit.kind.name().to_owned(),
                    inherited.to_string(),
                    // The time is the clause's, and an inherited unit stands in another one.
                    if inherited { String::new() } else { deadline.to_owned() },
                    unit.span.start.to_string(),
                    unit.span.end.to_string(),
                ],
            )?;
        }
        Ok(())
    }

    fn citations(&mut self, citations: &[Citation], owner: Owner<'_>) -> io::Result<()> {
        citations.iter().try_for_each(|citation| {
            let Span { start, end } = citation.span;
            self.row(
                Table::Citations,
                [
                    written(owner.section),
                    citation.title.clone(),
                    written(citation.doc_number.as_ref()),
                    start.to_string(),
                    end.to_string(),
                ],
            )
        })
    }

    /// The row of the text as a whole; counts are those of the rows in the other tables.
    fn card(&mut self, input: &Input) -> io::Result<()> {
        let notice = input.parsed.notice();
        let number = notice.doc_number();
        let title = notice.title();
        let closing = &notice.document.closing;
        let recipients = notice.document.header.recipients.as_ref();
        let found =
            |severity| input.parsed.diagnostics().iter().filter(|found| found.severity == severity).count();
        self.row(
            Table::Documents,
            [
                written(number),
                number.and_then(|number| number.agency_code.clone()).unwrap_or_default(),
                written(number.and_then(|number| number.year)),
                written(number.map(|number| number.serial)),
                title.map(|title| title.text.clone()).unwrap_or_default(),
                written(notice.genre()),
                title.map(|title| joined(&title.issuers, "|")).unwrap_or_default(),
                recipients.map(|recipients| joined(&recipients.names, "|")).unwrap_or_default(),
                joined(&closing.signatories, "|"),
                written(notice.date().map(|date| date.value)),
                closing.annotation.as_ref().map(|annotation| annotation.value.clone()).unwrap_or_default(),
                self.sections.to_string(),
                self.tasks.to_string(),
                self.units.to_string(),
                found(Severity::Warning).to_string(),
                found(Severity::Error).to_string(),
            ],
        )
    }

    fn row(&mut self, table: Table, cells: impl IntoIterator<Item = String>) -> io::Result<()> {
        let writer = &mut self.writers[table as usize];
        writer.write_field(self.doc)?;
        cells.into_iter().try_for_each(|cell| writer.write_field(cell))?;
        Ok(writer.write_record(None::<&[u8]>)?)
    }

    fn into_rows(self) -> io::Result<Rows> {
        let mut rows = Rows::default();
        for (rows, writer) in rows.iter_mut().zip(self.writers) {
            *rows = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
        }
        Ok(rows)
    }
}

/// The value as it prints; nothing for none.
fn written(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn joined(texts: &[Text], separator: &str) -> String {
    texts.iter().map(|text| text.value.as_str()).collect::<Vec<_>>().join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen::specimen;

    #[track_caller]
    fn assert_rows(table: Table, expected: &[&str]) {
        let rows = rows(&specimen()).unwrap();
        let text = std::str::from_utf8(&rows[table as usize]).unwrap();
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
        let columns = table.columns().split(',').count();
        assert!(expected.iter().all(|row| row.split(',').count() == columns), "one cell a column");
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
