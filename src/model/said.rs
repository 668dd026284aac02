//! Every value that is the words of its place.

use super::{
    Attachment, Body, Citation, Closing, Document, DocumentNumber, Header, Imprint, Marker, Measure,
    Metadata, Notice, Recipients, Responsibility, RoleWords, Section, Table, Task, Title, Unit,
};
use crate::text::span::{Span, Text};

/// What holds words of the text beside their place.
pub(crate) trait Said {
    /// Asks of each place and its words, in no order, what it says otherwise.
    fn each_said(&mut self, otherwise: &mut dyn FnMut(Span, &str) -> Option<String>);
}

/// Puts what the place says otherwise, if it does, in place of the words.
fn say(span: Span, words: &mut String, otherwise: &mut dyn FnMut(Span, &str) -> Option<String>) -> bool {
    let said = otherwise(span, words);
    let says_else = said.is_some();
    if let Some(said) = said {
        *words = said;
    }
    says_else
}

impl Said for Text {
    fn each_said(&mut self, otherwise: &mut dyn FnMut(Span, &str) -> Option<String>) {
        say(self.span, &mut self.value, otherwise);
    }
}

impl<T: Said> Said for Option<T> {
    fn each_said(&mut self, otherwise: &mut dyn FnMut(Span, &str) -> Option<String>) {
        if let Some(inner) = self {
            inner.each_said(otherwise);
        }
    }
}

impl<T: Said> Said for Vec<T> {
    fn each_said(&mut self, otherwise: &mut dyn FnMut(Span, &str) -> Option<String>) {
        for inner in self {
            inner.each_said(otherwise);
        }
    }
}

impl<T: Said> Said for Box<T> {
    fn each_said(&mut self, otherwise: &mut dyn FnMut(Span, &str) -> Option<String>) {
        (**self).each_said(otherwise);
    }
}

/// Declares which fields of a type hold words and, behind `and`, which one is the words of its own span.
macro_rules! said {
    ($($type:ident { $($inner:ident),* } $(and $words:ident)?;)*) => {
        $(impl Said for $type {
            fn each_said(&mut self, otherwise: &mut dyn FnMut(Span, &str) -> Option<String>) {
                $(say(self.span, &mut self.$words, otherwise);)?
                $(self.$inner.each_said(otherwise);)*
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
    fn each_said(&mut self, otherwise: &mut dyn FnMut(Span, &str) -> Option<String>) {
        let mut torn = |measure: &Measure| otherwise(measure.span, measure.of(&self.text).value).is_some();
        let torn = self.measures.iter().any(&mut torn);
        // what a mark reaches over is one sentence: its parts would say else than the text does
        if say(self.text.span, &mut self.text.value, otherwise) || torn {
            let words = 0..self.text.value.len();
            let whole = (!words.is_empty()).then_some(Measure { words, span: self.text.span });
            self.measures = Vec::from_iter(whole);
        }
        self.responsibility.each_said(otherwise);
        self.inherited.each_said(otherwise);
    }
}

impl Said for Title {
    fn each_said(&mut self, otherwise: &mut dyn FnMut(Span, &str) -> Option<String>) {
        say(self.span, &mut self.text, otherwise);
        self.issuers.each_said(otherwise);
        self.subject.each_said(otherwise);
        // 令 is short for 命令
        self.genre = self.genre.take().filter(|genre| {
            let name = genre.value.name();
            let words = otherwise(genre.span, name);
            words.is_none_or(|words| !words.is_empty() && name.ends_with(&words))
        });
    }
}

impl Said for Citation {
    fn each_said(&mut self, otherwise: &mut dyn FnMut(Span, &str) -> Option<String>) {
        // its place holds the book marks too
        let words = otherwise(self.span, &format!("《{}》", self.title));
        if let Some(title) = words.as_deref().and_then(|words| words.strip_prefix('《')?.strip_suffix('》'))
        {
            title.clone_into(&mut self.title);
        }
        self.doc_number.each_said(otherwise);
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
