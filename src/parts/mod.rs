//! Where the notice proper ends and what is attached to it begins.

mod boundary;
mod list_or_document;
mod progress;

use std::cell::Cell;

use progress::Parts;

use crate::body::body;
use crate::closing::{begins_imprint, closing, imprint, list_at_end};
use crate::gathered::Gathered;
use crate::grammar::attachment;
use crate::grammar::citation::citations;
use crate::grammar::date::Dated;
use crate::grammar::known_titles::KnownTitles;
use crate::grammar::number::document_number;
use crate::header::{Kind, header};
use crate::model::{Attachment, Document, DocumentNumber, Notice, PageRule, hull};
use crate::page::footer::{is_of_page, is_source, tail};
use crate::page::metadata::metadata;
use crate::page::repeated::repetition;
use crate::table::{Stand, Tables};
use crate::tasks::Tasks;
use crate::text::boundary::ceil;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::text::words::holds;

/// Divides the text into the notice and its attachments and reads each.
///
/// # Errors
///
/// - an element reads over a table: how each of them stands
pub(crate) fn notice(
    source: &Source<'_>,
    days: &[Dated],
    tables: Tables,
    gathered: &mut Gathered,
) -> Result<Notice, Vec<Stand>> {
    let (last, tail) = tail(source, days);
    let again = repetition(source, last);
    let end = again.unwrap_or(last);
    let (known, tasks) = (KnownTitles::default(), Tasks::default());
    let mut parts =
        Parts { source, days, known, tables, tasks, gathered, boundary: None, labelled: Cell::default() };
    let whole = Span::new(0, end);
    let (mut document, rest) = parts.document(whole, Kind::Notice);
    parts.name_attachments(&document);
    let mut attachments = Vec::new();
    let mut at = rest;
    loop {
        at = source.skip_blanks(at, end);
        if at >= end {
            break;
        }
        if let Some(number) = lone_number(source, Span::new(at, end)) {
            if document.header.doc_number.is_some() || !attachments.is_empty() {
                parts.gathered.set_aside(PageRule::Again, number.span);
            } else {
                document.span = document.span.hull(number.span);
                document.header.doc_number = Some(number);
            }
            break;
        }
        let marks = parts.gathered.marks.len();
        let (attachment, rest) = parts.attachment(Span::new(at, end));
        parts.name_attachments(&attachment.document);
        // labels of the page alone, a second signature, or a stray line are no document
        let scrap = rest >= end && attachment.document.is_scrap();
        if attachment.label.is_some() || attachment.document.begins() && !scrap {
            attachments.push(attachment);
        } else {
            // the document is rejected: undo the marks that were made for it
            parts.gathered.marks.truncate(marks);
        }
        at = ceil(source.text, rest.max(at + 1));
    }
    let mut notice = Notice { document, attachments, ..Notice::default() };
    if let Some(again) = again {
        parts.gathered.set_aside_lines(source, PageRule::Repeated, Span::new(again, last));
    }
    for line in tail.into_iter().rev() {
        let labels =
            if is_source(source.slice(line)) { metadata(source, line.start, line.end) } else { Vec::new() };
        if !labels.is_empty() {
            parts.gathered.label(labels);
            continue;
        }
        if !is_of_page(source.slice(line)) {
            parts.gathered.page_lines.add(line);
        }
        parts.gathered.set_aside(PageRule::Behind, line);
    }
    parts.tasks.close(source, &mut notice, parts.gathered);
    parts.tables.close(&mut notice, parts.gathered)?;
    Ok(notice)
}

/// The document's number alone on the last line.
fn lone_number(source: &Source<'_>, span: Span) -> Option<DocumentNumber> {
    /// Forty characters: a guess.
    const LONGEST_BYTES: usize = 120;
    if span.len() > LONGEST_BYTES {
        return None;
    }
    let stretch = source.stretch(span);
    let (number, len) = document_number(stretch.as_str())?;
    (len == stretch.as_str().len()).then(|| number.spell(&stretch))
}

/// Documents that a sentence may name as issued, at most. A guess.
const NAMED_DOCUMENTS: usize = 16;

impl Parts<'_, '_> {
    /// Reads one document from `span.start` on; returns where it ends.
    fn document(&mut self, span: Span, kind: Kind) -> (Document, usize) {
        let head = self.source.first_table(span).map_or(span, |table| Span::new(span.start, table.start));
        let (header, start) = header(self.source, head, kind, &self.known, self.gathered);
        let mut document = Document { header, ..Document::default() };
        if kind == Kind::Notice {
            self.name_issued(&document);
        }
        let boundary = match self.boundary {
            Some((from, found)) if kind == Kind::Attached && (from..found).contains(&start) => found,
            _ => self.next_boundary(span.start, Span::new(start, span.end), kind),
        };
        self.boundary = (kind == Kind::Attached).then_some((start, boundary));
        let region = Span::new(start, boundary);
        let mut end = boundary;
        let mut body_end = boundary;
        let own = document
            .header
            .title
            .as_ref()
            .map_or_else(KnownTitles::default, |own| KnownTitles::of(&own.text));
        let issuers = document.header.title.as_ref().map_or(&[][..], |title| &title.issuers);
        let (source, known) = (self.source, &self.known);
        // a title that the notice named, or its own again
        let begins =
            |at: usize| [known, &own].iter().any(|titles| titles.at_start(&source.text[at..]).is_some());
        if let Some((foot, place)) = closing(self.source, region, self.days, issuers, &begins, self.gathered)
        {
            document.closing = foot;
            body_end = place.start;
            end = place.end;
        } else if let Some(at) = self.tail_imprint(region) {
            let foot = imprint(self.source, at, region.end, self.gathered);
            body_end = at;
            end = foot.span.end;
            document.closing.imprint = Some(foot);
        }
        if document.closing.attachment_list.is_empty() {
            let text = Span::new(start, body_end);
            if let Some(at) = list_at_end(self.source, text, &mut document.closing, self.gathered) {
                body_end = at;
            }
        }
        let text = self.source.trim(Span::new(start, body_end));
        document.body = body(self.source, text, self.gathered);
        self.tables.place(&mut document.body);
        self.tasks.fill(self.source, &mut document.body);
        // what stands for a table begins a byte behind it, which is no character's place
        let first = self.source.table_at(span.start).map_or(span.start, |table| table.start);
        document.span = hull(&document).unwrap_or(Span::new(first, first));
        (document, end)
    }

    /// The document that begins at `span.start`, with its label if it has one.
    fn attachment(&mut self, span: Span) -> (Attachment, usize) {
        let line = self.source.rest_of_line(span.start, span.end);
        let slice = self.source.slice(line);
        let label = attachment::label(slice).or_else(|| self.label_of_known(slice));
        let below = label.and_then(|len| self.titled_below(line, len, span.end));
        let label = label.map(|len| Span::new(line.start, line.start + len));
        let start = label.map_or(span.start, |label| label.end);
        let start = self.source.skip_blanks(start, span.end);
        // the title on the label's line stands again
        if below.is_some() {
            self.gathered.set_aside(PageRule::Again, Span::new(start, line.end));
        }
        let start = below.unwrap_or(start);
        let label = label.map(|label| self.source.words(label));
        let (document, end) = self.document(Span::new(start, span.end), Kind::Attached);
        (Attachment { label, document }, end)
    }

    /// A 版记 at the end of a document that has no date of its own.
    fn tail_imprint(&self, span: Span) -> Option<usize> {
        /// A guess.
        const MOST_LINES: usize = 8;
        /// Two hundred characters: a guess.
        const LINE_BYTES: usize = 600;
        let tail = self
            .source
            .lines(span)
            .rev()
            .take(MOST_LINES)
            .take_while(|&line| self.source.slice(line).len() < LINE_BYTES);
        tail.filter(|&line| begins_imprint(self.source.slice(line))).last().map(|line| line.start)
    }

    /// Notes the documents that the title issues.
    fn name_issued(&mut self, document: &Document) {
        let Some(title) = &document.header.title else { return };
        self.known.add_issued(&title.text);
    }

    /// Notes the names of the attachment list, and what the preamble says is issued: `《…》已经…同意，现印发给你们`.
    fn name_attachments(&mut self, document: &Document) {
        const HANDED_ON: &[&str] = &["印发", "现将", "转发", "下发", "批转", "现予"];
        for name in &document.closing.attachment_list {
            self.known.add(&name.value);
        }
        for paragraph in document.body.preamble.iter().filter(|paragraph| holds(&paragraph.value, HANDED_ON))
        {
            for cited in citations(&paragraph.value)
                .into_iter()
                .filter(|cited| cited.number.is_none())
                .take(NAMED_DOCUMENTS)
            {
                self.known.add(&paragraph.value[cited.title]);
            }
            if let Some(name) = made(&paragraph.value) {
                self.known.add(name);
            }
        }
    }
}

/// What a paragraph says was made and is handed on, without marks: `制定了渔港编码规则，现印发给你们`.
fn made(paragraph: &str) -> Option<&str> {
    let handed = paragraph.find("，现")?;
    let verbs = ["制定了", "制订了", "编制了", "起草了", "形成了", "修订了"];
    let made = verbs.iter().filter_map(|verb| Some(paragraph[..handed].rfind(verb)? + verb.len())).max()?;
    let name = &paragraph[made..handed];
    (!name.contains(['《', '，', '。'])).then_some(name)
}
