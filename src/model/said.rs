//! Every value that is the words of its place.

use super::{
    Attachment, Body, Citation, Closing, Document, DocumentNumber, Header, Imprint, Marker, Measure,
    Metadata, Notice, Recipients, Responsibility, RoleWords, Section, Table, Task, Title, Unit,
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
    Recipients { names };
    Closing { attachment_list, signatories, annotation, imprint };
    Imprint { subject_words, copies_to, printer };
    Body { preamble, citations, tasks, sections };
    Section { marker, heading, paragraphs, citations, tasks, sections };
    Marker {} and label;
    Responsibility { units, role_words, deadline, remarks } and text;
    RoleWords {} and text;
    Unit {} and name;
}

impl Said for Task {
    fn each_said(&mut self, visit: &mut dyn FnMut(Span, &mut String)) {
        let before = self.text.clone();
        self.text.each_said(visit);
        let mut says_else = |measure: &Measure| {
            let of_text = measure.of(&before).value;
            let mut words = of_text.to_owned();
            visit(measure.span, &mut words);
            words != of_text
        };
        // what a mark reaches over is one sentence: its parts would say else than the text does
        if self.text != before || self.measures.iter().any(&mut says_else) {
            self.measures = vec![Measure { words: 0..self.text.value.len(), span: self.text.span }];
        }
        self.responsibility.each_said(visit);
        self.inherited.each_said(visit);
    }
}

impl Said for Title {
    fn each_said(&mut self, visit: &mut dyn FnMut(Span, &mut String)) {
        visit(self.span, &mut self.text);
        self.issuers.each_said(visit);
        self.subject.each_said(visit);
        // 令 is short for 命令
        self.genre = self.genre.take().filter(|genre| {
            let mut words = genre.value.name().to_owned();
            visit(genre.span, &mut words);
            !words.is_empty() && genre.value.name().ends_with(&words)
        });
    }
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

#[cfg(test)]
mod tests {
    use crate::parse;

    #[test]
    fn a_link_over_two_sentences_keeps_them_together() {
        let parsed = parse("一、修[路。种](/a)树。（市交通局负责）\n二、挖渠。护岸。（市水利局负责）");
        let measures = |at: usize| -> Vec<String> {
            let (_, task) = parsed.notice().tasks().nth(at).unwrap();
            task.measures().map(|measure| measure.value.to_owned()).collect()
        };
        assert_eq!(measures(0), ["修路。种树。"]);
        assert_eq!(measures(1), ["挖渠。", "护岸。"]);
    }
}
