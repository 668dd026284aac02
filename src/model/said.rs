//! Every value that is the words of its place.

use super::{
    Attachment, Body, Citation, Closing, Document, DocumentNumber, Header, Imprint, Marker, Metadata, Notice,
    Recipients, Responsibility, RoleWords, Section, Table, Task, Title, Unit,
};
use crate::text::span::{Span, Text};

/// What holds words of the text beside their place.
pub(crate) trait Said {
    /// Shows the words of each place, in no order.
    fn each_said(&mut self, visit: &mut dyn FnMut(Span, &mut String));
}

impl Said for Text {
    fn each_said(&mut self, visit: &mut dyn FnMut(Span, &mut String)) {
        visit(self.span, &mut self.value);
    }
}

impl<T: Said> Said for Option<T> {
    fn each_said(&mut self, visit: &mut dyn FnMut(Span, &mut String)) {
        if let Some(inner) = self {
            inner.each_said(visit);
        }
    }
}

impl<T: Said> Said for Vec<T> {
    fn each_said(&mut self, visit: &mut dyn FnMut(Span, &mut String)) {
        for inner in self {
            inner.each_said(visit);
        }
    }
}

impl<T: Said> Said for Box<T> {
    fn each_said(&mut self, visit: &mut dyn FnMut(Span, &mut String)) {
        (**self).each_said(visit);
    }
}

/// Declares which fields of a type hold words and, behind `and`, which one is the words of its own span.
macro_rules! said {
    ($($type:ident { $($inner:ident),* } $(and $words:ident)?;)*) => {
        $(impl Said for $type {
            fn each_said(&mut self, visit: &mut dyn FnMut(Span, &mut String)) {
                $(visit(self.span, &mut self.$words);)?
                $(self.$inner.each_said(visit);)*
            }
        })*
    };
}

said! {
    Notice { metadata, document, attachments, tables };
    Metadata { key, value, title, doc_number };
    Attachment { label, document };
    Table { columns };
    Document { header, body, closing };
    Header { copy_number, secrecy, urgency, issuer_mark, doc_number, approvers, title, repeated_titles, recipients };
    DocumentNumber {} and text;
    Title { issuers, subject } and text;
    Recipients { names };
    Closing { attachment_list, signatories, annotation, imprint };
    Imprint { subject_words, copies_to, printer };
    Body { preamble, citations, tasks, sections };
    Section { marker, heading, paragraphs, citations, tasks, sections };
    Marker {} and label;
    Task { text, measures, responsibility, inherited };
    Responsibility { units, role_words, deadline, remarks } and text;
    RoleWords {} and text;
    Unit {} and name;
}

impl Said for Citation {
    fn each_said(&mut self, visit: &mut dyn FnMut(Span, &mut String)) {
        // its place holds the book marks too
        let mut words = format!("《{}》", self.title);
        visit(self.span, &mut words);
        if let Some(title) = words.strip_prefix('《').and_then(|words| words.strip_suffix('》')) {
            title.clone_into(&mut self.title);
        }
        self.doc_number.each_said(visit);
    }
}
