//! What may be wrong in a notice that was read: elements that its genre should have and that were not found while a line looks
//! like one, and values that do not look as such values do.
//!
//! Which elements a genre has: 党政机关公文处理工作条例, articles 8 and 9.

mod foot;
mod garbled;
mod head;
mod label;
mod number;
mod table;

use crate::gathered::Gathered;
use crate::model::{Code, Document, Findings, Genre, Notice, Severity};
use crate::text::source::Source;
use crate::text::span::Span;

/// Reports what may be wrong in the notice; what is attached to it has heads and feet of many kinds.
pub(crate) fn doubts(source: &Source<'_>, notice: &Notice, gathered: &mut Gathered) {
    let attached = notice.attachments.first();
    let end = attached.map_or(source.text.len(), |first| {
        first.label.as_ref().map_or(first.document.span.start, |label| label.span.start)
    });
    let findings = &mut gathered.findings;
    let mut doubts = Doubts { source, notice, document: &notice.document, end, findings };
    doubts.number();
    doubts.title();
    doubts.recipients();
    doubts.date();
    doubts.signature();
    doubts.garbled();
    doubts.table();
    doubts.label();
    doubts.clause_end();
}

/// The doubts about a notice while they are gathered.
struct Doubts<'s, 't> {
    source: &'s Source<'t>,
    notice: &'s Notice,
    document: &'s Document,
    /// Where what is attached begins.
    end: usize,
    findings: &'s mut Findings,
}

/// Genres that are sent to somebody and signed.
const SENT: &[Genre] = &[
    Genre::Circular,
    Genre::Opinions,
    Genre::Letter,
    Genre::Reply,
    Genre::Request,
    Genre::Report,
    Genre::Bulletin,
    Genre::Answer,
];

/// Genres that are made public and signed.
const PUBLISHED: &[Genre] =
    &[Genre::Decision, Genre::Announcement, Genre::Proclamation, Genre::Order, Genre::Resolution];

impl Doubts<'_, '_> {
    fn report(&mut self, code: Code, span: Span, message: impl Into<String>) {
        debug_assert!(code.severity() == Severity::Warning);
        self.findings.report(code, span, message);
    }

    fn genre(&self) -> Option<Genre> {
        Some(self.document.header.title.as_ref()?.genre.as_ref()?.value)
    }

    /// Whether the notice is of one of these genres.
    fn is_of(&self, genres: &[Genre]) -> bool {
        self.genre().is_some_and(|genre| genres.contains(&genre))
    }

    /// Where the last element of the head ends; the document's start where there is none.
    fn head_end(&self) -> usize {
        let header = &self.document.header;
        let spans = [
            header.doc_number.as_ref().map(|number| number.span),
            header.title.as_ref().map(|title| title.span),
            header.dated.as_ref().map(|dated| dated.span),
            header.recipients.as_ref().map(|recipients| recipients.span),
        ];
        let before = |span: &Span| span.start <= self.body_start();
        spans
            .into_iter()
            .flatten()
            .filter(before)
            .map(|span| span.end)
            .max()
            .unwrap_or(self.document.span.start)
    }

    /// Where the body begins; the document's end where there is none.
    fn body_start(&self) -> usize {
        let body = &self.document.body;
        let first = body.preamble.first().map(|paragraph| paragraph.span.start);
        let item = body.sections.first().map(|section| section.span.start);
        first.into_iter().chain(item).min().unwrap_or(self.document.span.end)
    }

    /// The line's words, so many characters of them at most.
    fn quoted(&self, span: Span) -> String {
        /// As many as tell a reader which line it is.
        const LONGEST_CHARS: usize = 30;
        let words = self.source.words(span).value;
        match words.char_indices().nth(LONGEST_CHARS) {
            Some((at, _)) => format!("{}…", &words[..at]),
            None => words,
        }
    }
}

#[cfg(test)]
mod tests;
