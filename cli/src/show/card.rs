//! What stands before and after a body, a line a thing.

use gongwen::{Closing, Document, Header, Metadata, Text};

use crate::show::page::Page;

/// Where the values begin.
const COLUMN: usize = 16;

/// The lines that a web page added.
pub(crate) fn metadata(page: &mut Page, lines: &[Metadata]) {
    let said = lines.iter().filter(|line| !line.value.value.is_empty());
    let items = said.map(|line| format!("{}：{}", line.key.value, line.value.value)).collect::<Vec<_>>();
    many(page, "metadata", &items);
}

/// Header and closing of a document.
pub(crate) fn card(page: &mut Page, document: &Document) {
    header(page, &document.header);
    closing(page, &document.closing);
}

fn header(page: &mut Page, header: &Header) {
    one(page, "copy number", header.copy_number.as_ref().map(value));
    one(page, "secrecy", header.secrecy.as_ref().map(value));
    one(page, "urgency", header.urgency.as_ref().map(value));
    one(page, "issuer mark", header.issuer_mark.as_ref().map(value));
    one(page, "number", header.doc_number.as_ref());
    many(page, "approvers", &values(&header.approvers));
    if let Some(title) = &header.title {
        one(page, "title", Some(&title.text));
        many(page, "issuers", &values(&title.issuers));
        one(page, "genre", title.genre.as_ref().map(|genre| genre.value));
    }
    one(page, "dated", header.dated.as_ref().map(|date| date.value));
    many(page, "recipients", &header.recipients.as_ref().map(|to| values(&to.names)).unwrap_or_default());
}

fn closing(page: &mut Page, closing: &Closing) {
    many(page, "signatories", &values(&closing.signatories));
    one(page, "date", closing.date.as_ref().map(|date| date.value));
    one(page, "annotation", closing.annotation.as_ref().map(value));
    many(page, "attachments", &values(&closing.attachment_list));
    if let Some(imprint) = &closing.imprint {
        one(page, "subject words", imprint.subject_words.as_ref().map(value));
        many(page, "copies to", &values(&imprint.copies_to));
        one(page, "printer", imprint.printer.as_ref().map(value));
        one(page, "printed on", imprint.printed_on.as_ref().map(|date| date.value));
    }
}

fn one(page: &mut Page, label: &str, value: Option<impl ToString>) {
    many(page, label, value.map(|value| value.to_string()).as_slice());
}

fn many(page: &mut Page, label: &str, items: &[String]) {
    if !items.is_empty() {
        page.list(0, label, COLUMN, items);
    }
}

fn value(text: &Text) -> String {
    text.value.clone()
}

fn values(texts: &[Text]) -> Vec<String> {
    texts.iter().map(value).collect()
}
