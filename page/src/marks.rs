//! What the page marks in a text: each element of the model, and the views of its paragraphs, with the fields it shows.

use std::collections::HashMap;

use gongwen::{
    Closing, Document, DocumentNumber, ElementKind, Header, Imprint, Metadata, Notice, Offsets, Section,
    Span, Text, Title,
};
use serde::Serialize;

/// Fields in the order in which they are shown; the names are those of the model.
pub type Fields = Vec<(&'static str, String)>;

/// A stretch of the text that the page marks.
#[derive(Debug, Serialize)]
pub struct Mark {
    /// The stable name of what it is: `title`, `unit`.
    pub kind: &'static str,
    /// Bytes of the text.
    #[serde(skip)]
    pub span: Span,
    /// UTF-16 units of it.
    pub(crate) at: Span,
    /// What is told of it beside its words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Fields,
    /// The role of a unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) role: Option<&'static str>,
    /// The task it belongs to, by its place in the list of tasks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) task: Option<usize>,
}

impl Mark {
    /// A mark that has no place yet.
    pub(crate) fn new(kind: &'static str, fields: Fields) -> Self {
        Mark { kind, span: Span::default(), at: Span::default(), fields, role: None, task: None }
    }

    /// With its place.
    pub(crate) fn at(self, span: Span, offsets: &Offsets<&str>) -> Self {
        Mark { span, at: offsets.span(span), ..self }
    }

    /// A mark of a task.
    pub(crate) fn of_task(kind: &'static str, fields: Fields, task: usize) -> Self {
        Mark { task: Some(task), ..Mark::new(kind, fields) }
    }
}

/// The elements of a notice: every character that is not blank lies in one of them.
pub(crate) fn elements(notice: &Notice, offsets: &Offsets<&str>) -> Vec<Mark> {
    let mut told = Told::default();
    told.notice(notice);
    let marks = notice.elements().into_iter().map(|element| {
        let fields = told.0.remove(&(element.kind, element.span)).unwrap_or_default();
        Mark::new(element.kind.name(), fields).at(element.span, offsets)
    });
    marks.collect()
}

/// What is told of elements beside their words.
#[derive(Debug, Default)]
struct Told(HashMap<(ElementKind, Span), Fields>);

impl Told {
    fn add(&mut self, kind: ElementKind, span: Span, fields: Fields) {
        self.0.insert((kind, span), fields);
    }

    fn notice(&mut self, notice: &Notice) {
        for metadata in &notice.metadata {
            self.add(ElementKind::Metadata, metadata.span, of_metadata(metadata));
        }
        notice.documents().for_each(|document| self.document(document));
    }

    fn document(&mut self, document: &Document) {
        self.header(&document.header);
        document.body.sections.iter().for_each(|section| self.section(section));
        self.closing(&document.closing);
    }

    fn header(&mut self, header: &Header) {
        if let Some(number) = &header.doc_number {
            self.add(ElementKind::DocNumber, number.span, of_number(number));
        }
        if let Some(title) = &header.title {
            self.add(ElementKind::Title, title.span, of_title(title));
        }
        if let Some(date) = &header.dated {
            self.add(ElementKind::Dated, date.span, vec![("date", date.value.to_string())]);
        }
        if let Some(recipients) = &header.recipients {
            self.add(ElementKind::Recipients, recipients.span, vec![("names", joined(&recipients.names))]);
        }
    }

    fn section(&mut self, section: &Section) {
        let marker = &section.marker;
        let fields = vec![("style", marker.style.name().to_owned()), ("ordinal", marker.ordinal.to_string())];
        self.add(ElementKind::Marker, marker.span, fields);
        section.sections.iter().for_each(|section| self.section(section));
    }

    fn closing(&mut self, closing: &Closing) {
        if let Some(date) = &closing.date {
            self.add(ElementKind::Date, date.span, vec![("date", date.value.to_string())]);
        }
        if let Some(imprint) = &closing.imprint {
            self.add(ElementKind::Imprint, imprint.span, of_imprint(imprint));
        }
    }
}

fn of_metadata(metadata: &Metadata) -> Fields {
    vec![("key", metadata.key.value.clone()), ("value", metadata.value.value.clone())]
}

fn of_number(number: &DocumentNumber) -> Fields {
    let mut fields = Fields::new();
    fields.extend(number.agency_code.clone().map(|code| ("agency_code", code)));
    fields.extend(number.year.map(|year| ("year", year.to_string())));
    fields.push(("serial", number.serial.to_string()));
    fields
}

fn of_title(title: &Title) -> Fields {
    let mut fields = Fields::new();
    if !title.issuers.is_empty() {
        fields.push(("issuers", joined(&title.issuers)));
    }
    fields.extend(title.subject.as_ref().map(|subject| ("subject", subject.value.clone())));
    fields.extend(title.genre.as_ref().map(|genre| ("genre", genre.value.name().to_owned())));
    fields
}

fn of_imprint(imprint: &Imprint) -> Fields {
    let mut fields = Fields::new();
    if !imprint.copies_to.is_empty() {
        fields.push(("copies_to", joined(&imprint.copies_to)));
    }
    fields.extend(imprint.printer.as_ref().map(|printer| ("printer", printer.value.clone())));
    fields.extend(imprint.printed_on.as_ref().map(|date| ("printed_on", date.value.to_string())));
    fields
}

fn joined(names: &[Text]) -> String {
    names.iter().map(|name| name.value.as_str()).collect::<Vec<_>>().join("；")
}
