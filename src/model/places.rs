//! Every place that a result holds, to be moved in one go.

use super::{
    Attachment, Body, Citation, Closing, Diagnostic, Document, DocumentNumber, Findings, Header, Imprint,
    Marker, Measure, Metadata, Notice, Reason, Recipients, Responsibility, RoleWords, Section, Table, Task,
    Title, Unit,
};
use crate::text::edited::Edited;
use crate::text::span::{Span, Spanned};

/// Brings the places of an edited text home to the original.
pub(crate) fn bring_home<const N: usize>(edited: &Edited<'_>, holders: [&mut dyn Places; N]) {
    if let Some(way_home) = edited.way_home() {
        for places in holders {
            places.each_place(&mut |span| *span = way_home(*span));
        }
    }
}

/// What holds places of the text: [`Parsed`](crate::Parsed), [`Resolved`](crate::Resolved), [`Notice`] and what they hold.
///
/// For places as another language counts them; [`Offsets`](crate::Offsets) has an example.
pub trait Places {
    /// Shows each place once, in no order. A place that is moved must stay what it was among the others: the same ones equal,
    /// those inside it inside.
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span));
}

impl Places for Span {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(self);
    }
}

impl<T> Places for Spanned<T> {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.span);
    }
}

impl<T: Places> Places for Option<T> {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        if let Some(inner) = self {
            inner.each_place(visit);
        }
    }
}

impl<T: Places> Places for Vec<T> {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        for item in self {
            item.each_place(visit);
        }
    }
}

impl<T: Places> Places for Box<T> {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        (**self).each_place(visit);
    }
}

/// Declares which fields of a type hold places and, behind `but`, which do not: none can be forgotten.
macro_rules! places {
    ($($type:ident { $($place:ident),* } $(but { $($other:ident),* })?;)*) => {
        $(impl $crate::model::places::Places for $type {
            fn each_place(&mut self, visit: &mut dyn FnMut(&mut $crate::text::span::Span)) {
                let $type { $($place,)* $($($other: _,)*)? } = self;
                $($place.each_place(visit);)*
            }
        })*
    };
}

pub(crate) use places;

places! {
    Notice { metadata, document, attachments, tables, marks, furniture, unparsed };
    Attachment { label, document };
    Header {
        copy_number, secrecy, urgency, issuer_mark, doc_number, approvers, title, repeated_titles, dated, recipients
    };
    DocumentNumber { span } but { text, agency_code, year, serial };
    Title { issuers, subject, genre, span } but { text };
    Recipients { names, span };
    Closing { attachment_list, signatories, date, annotation, imprint };
    Imprint { subject_words, copies_to, printer, printed_on, span };
    Body { preamble, citations, tasks, sections };
    Section { marker, heading, paragraphs, citations, tasks, sections, span };
    Marker { span } but { label, style, ordinal };
    Task { text, measures, responsibility, inherited, span };
    Measure { span } but { words };
    Responsibility { units, role_words, deadline, remarks, span } but { text, form, open_ended };
    RoleWords { span } but { role, text };
    Unit { span } but { name, full_name, role, kind };
    Citation { doc_number, span } but { title };
    Reason { span } but { why };
    Table { columns, pieces, span } but { kind };
}

impl Places for Metadata {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        let Metadata { key, value, title, doc_number, date, span } = self;
        key.each_place(visit);
        value.each_place(visit);
        title.each_place(visit);
        doc_number.each_place(visit);
        date.each_place(visit);
        visit(span);
        // one without words ends its label, on this side of what was left out there
        if value.span.is_empty() {
            value.span = Span::new(span.end, span.end);
        }
    }
}

impl Places for Document {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        let Document { header, body, closing, span } = self;
        header.each_place(visit);
        body.each_place(visit);
        closing.each_place(visit);
        // a document without elements stands nowhere: at 0, or behind its label
        if *span != Span::default() {
            visit(span);
        }
    }
}

impl Places for Diagnostic {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.span);
    }
}

impl Places for () {
    fn each_place(&mut self, _: &mut dyn FnMut(&mut Span)) {}
}

impl Places for Findings {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        self.each_span(visit);
    }
}
