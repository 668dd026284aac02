//! The flat view of a notice: which element holds each stretch of the text.

use serde::{Deserialize, Serialize};

use super::{Body, Closing, Document, Header, Notice, Section};
use crate::text::span::{Span, Text};

/// A stretch of the text and the element that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// Its place.
    pub span: Span,
}

/// Declares each kind once: variant and stable name.
macro_rules! kinds {
    ($($(#[$meta:meta])* $variant:ident = $name:literal;)*) => {
        /// The elements that hold text themselves, in the order of GB/T 9704—2012.
        ///
        /// Tasks, clauses, units, deadlines and citations are not among them: they are views of paragraphs and headings.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum ElementKind {
            $($(#[$meta])* $variant,)*
        }

        impl ElementKind {
            /// All kinds, in their order.
            pub const ALL: &[ElementKind] = &[$(ElementKind::$variant),*];

            /// The stable name, the same as in JSON: `doc-number`.
            pub fn name(self) -> &'static str {
                match self { $(ElementKind::$variant => $name,)* }
            }
        }
    };
}

kinds! {
    /// A labelled line of a web page: [`Notice::metadata`].
    Metadata = "metadata";
    /// 份号: [`Header::copy_number`].
    CopyNumber = "copy-number";
    /// 密级和保密期限: [`Header::secrecy`].
    Secrecy = "secrecy";
    /// 紧急程度: [`Header::urgency`].
    Urgency = "urgency";
    /// 发文机关标志: [`Header::issuer_mark`].
    IssuerMark = "issuer-mark";
    /// 发文字号: [`Header::doc_number`].
    DocNumber = "doc-number";
    /// 签发人: one of [`Header::approvers`].
    Approver = "approver";
    /// 标题: [`Header::title`].
    Title = "title";
    /// One of [`Header::repeated_titles`].
    RepeatedTitle = "repeated-title";
    /// The date under the title: [`Header::dated`].
    Dated = "dated";
    /// 主送机关: [`Header::recipients`].
    Recipients = "recipients";
    /// A paragraph before the first numbered item: one of [`Body::preamble`].
    Preamble = "preamble";
    /// 结构层次序数: [`Section::marker`].
    Marker = "marker";
    /// [`Section::heading`].
    Heading = "heading";
    /// One of [`Section::paragraphs`], clauses included.
    Paragraph = "paragraph";
    /// 附件说明: one of [`Closing::attachment_list`].
    AttachmentName = "attachment-name";
    /// 发文机关署名: one of [`Closing::signatories`].
    Signatory = "signatory";
    /// 成文日期: [`Closing::date`].
    Date = "date";
    /// 附注: [`Closing::annotation`].
    Annotation = "annotation";
    /// 版记: [`Closing::imprint`].
    Imprint = "imprint";
    /// [`Attachment::label`](super::Attachment::label).
    AttachmentLabel = "attachment-label";
    /// What no section holds of a table: one of [`Table::pieces`](super::Table::pieces).
    Table = "table";
    /// A label, bracket or separator beside an element: one of [`Notice::marks`].
    Mark = "mark";
    /// Page numbers and site furniture: one of [`Notice::furniture`].
    Furniture = "furniture";
    /// One of [`Notice::unparsed`].
    Unparsed = "unparsed";
}

impl Notice {
    /// The elements in the order of the text. They do not overlap, and what lies between them is blank.
    ///
    /// ```
    /// let text = "一段没有题目的话。";
    /// let parsed = gongwen::parse(text);
    /// let held: String = parsed.notice().elements().iter().map(|element| &text[element.span.range()]).collect();
    /// assert_eq!(held, text);
    /// ```
    pub fn elements(&self) -> Vec<Element> {
        let mut elements = Vec::new();
        self.visit_elements(|element| elements.push(element));
        elements
    }

    /// Shows the elements in the order of the text. Those of the bodies stand so in the model; the others are few.
    pub(crate) fn visit_elements(&self, mut visit: impl FnMut(Element)) {
        let mut others = Vec::new();
        let mut add = |kind, span| others.push(Element { kind, span });
        self.metadata.iter().for_each(|metadata| add(ElementKind::Metadata, metadata.span));
        for attachment in &self.attachments {
            attachment.label.iter().for_each(|label| add(ElementKind::AttachmentLabel, label.span));
        }
        for document in self.documents() {
            add_header(&document.header, &mut add);
            add_closing(&document.closing, &mut add);
        }
        let pieces = self.tables.iter().flat_map(|table| &table.pieces);
        pieces.for_each(|&span| add(ElementKind::Table, span));
        self.marks.iter().for_each(|&span| add(ElementKind::Mark, span));
        self.furniture.iter().for_each(|&span| add(ElementKind::Furniture, span));
        self.unparsed.iter().for_each(|&span| add(ElementKind::Unparsed, span));
        others.sort_unstable_by_key(|element| element.span);
        let mut others = others.into_iter().peekable();
        for document in self.documents() {
            add_body(&document.body, &mut |kind, span| {
                while let Some(before) = others.next_if(|other| other.span < span) {
                    visit(before);
                }
                visit(Element { kind, span });
            });
        }
        others.for_each(visit);
    }
}

/// From the first to the last byte of a document's elements, if it has any.
pub(crate) fn hull(document: &Document) -> Option<Span> {
    let mut hull: Option<Span> = None;
    let mut add = |_, span| hull = Some(hull.map_or(span, |hull| hull.hull(span)));
    add_header(&document.header, &mut add);
    add_closing(&document.closing, &mut add);
    let Body { preamble, sections, .. } = &document.body;
    preamble
        .first()
        .into_iter()
        .chain(preamble.last())
        .for_each(|text| add(ElementKind::Preamble, text.span));
    sections.first().into_iter().chain(sections.last()).for_each(|item| add(ElementKind::Marker, item.span));
    hull
}

fn add_header(header: &Header, add: &mut impl FnMut(ElementKind, Span)) {
    header.copy_number.iter().for_each(|number| add(ElementKind::CopyNumber, number.span));
    header.secrecy.iter().for_each(|secrecy| add(ElementKind::Secrecy, secrecy.span));
    header.urgency.iter().for_each(|urgency| add(ElementKind::Urgency, urgency.span));
    header.issuer_mark.iter().for_each(|mark| add(ElementKind::IssuerMark, mark.span));
    header.doc_number.iter().for_each(|number| add(ElementKind::DocNumber, number.span));
    header.approvers.iter().for_each(|approver| add(ElementKind::Approver, approver.span));
    header.title.iter().for_each(|title| add(ElementKind::Title, title.span));
    header.repeated_titles.iter().for_each(|title| add(ElementKind::RepeatedTitle, title.span));
    header.dated.iter().for_each(|date| add(ElementKind::Dated, date.span));
    header.recipients.iter().for_each(|recipients| add(ElementKind::Recipients, recipients.span));
}

fn add_body(body: &Body, add: &mut impl FnMut(ElementKind, Span)) {
    add_text(ElementKind::Preamble, &body.preamble, &body.sections, add);
}

fn add_section(section: &Section, add: &mut impl FnMut(ElementKind, Span)) {
    if !section.marker.span.is_empty() {
        add(ElementKind::Marker, section.marker.span);
    }
    section.heading.iter().for_each(|heading| add(ElementKind::Heading, heading.span));
    add_text(ElementKind::Paragraph, &section.paragraphs, &section.sections, add);
}

/// Paragraphs and sections in the order of the text: behind the rows of a table paragraphs go on.
fn add_text(
    kind: ElementKind,
    paragraphs: &[Text],
    sections: &[Section],
    add: &mut impl FnMut(ElementKind, Span),
) {
    let mut paragraphs = paragraphs.iter().map(|paragraph| paragraph.span).peekable();
    for section in sections {
        while let Some(before) = paragraphs.next_if(|paragraph| *paragraph < section.span) {
            add(kind, before);
        }
        add_section(section, add);
    }
    paragraphs.for_each(|paragraph| add(kind, paragraph));
}

fn add_closing(closing: &Closing, add: &mut impl FnMut(ElementKind, Span)) {
    closing.attachment_list.iter().for_each(|name| add(ElementKind::AttachmentName, name.span));
    closing.signatories.iter().for_each(|signatory| add(ElementKind::Signatory, signatory.span));
    closing.date.iter().for_each(|date| add(ElementKind::Date, date.span));
    closing.annotation.iter().for_each(|annotation| add(ElementKind::Annotation, annotation.span));
    closing.imprint.iter().for_each(|imprint| add(ElementKind::Imprint, imprint.span));
}
