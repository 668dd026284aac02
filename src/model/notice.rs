//! A whole input: [`Notice`], and the documents that it is made of.

use serde::{Deserialize, Serialize};

use super::{Body, Closing, Date, DocumentNumber, Header, Table, Title};
use crate::text::span::{Span, Spanned, Text};

/// A whole input: the notice proper, and what is attached to it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Notice {
    /// Labelled lines that a web page or a collector added, in the order of the text.
    pub metadata: Vec<Metadata>,
    /// The notice proper.
    pub document: Document,
    /// 附件: what is attached, issued or forwarded with it, each with its own title and body.
    pub attachments: Vec<Attachment>,
    /// Tables, in the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
    /// Labels, brackets and separators that belong to an element but not to its value, in the order of the text:
    /// `签发人：`, `附件：1．`, the brackets of `（此件主动公开）`, the `、` between two signatories.
    ///
    /// Short, and beside the element they belong to, unless the text leaves a label's value open.
    pub marks: Vec<Span>,
    /// Page numbers, rules and site furniture (`扫一扫在手机打开当前页`) that stand outside every other element.
    pub furniture: Vec<Span>,
    /// Stretches that no element holds, each reported as a finding.
    pub unparsed: Vec<Span>,
}

impl Notice {
    /// The notice proper, then what is attached to it.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        std::iter::once(&self.document).chain(self.attachments.iter().map(|attached| &attached.document))
    }

    pub(crate) fn documents_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        let attached = self.attachments.iter_mut().map(|attached| &mut attached.document);
        std::iter::once(&mut self.document).chain(attached)
    }
}

/// A labelled line that a web page adds: `发布日期：2020-07-15`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Metadata {
    /// `发布日期`, blanks inside dropped.
    pub key: Text,
    /// `2020-07-15`; empty where the page left it open.
    pub value: Text,
    /// The title that a line `标题：…` gives.
    pub title: Option<Box<Title>>,
    /// The document number that a line `发文字号：…` gives.
    pub doc_number: Option<DocumentNumber>,
    /// The day that a line `成文日期：…` gives.
    pub date: Option<Spanned<Date>>,
    /// Key, colon and value.
    pub span: Span,
}

/// The elements that a notice and an attached document have in common.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Document {
    /// What stands before the body.
    pub header: Header,
    /// The body: preamble and numbered items.
    pub body: Body,
    /// What stands after the body.
    pub closing: Closing,
    /// From the first to the last byte of its elements; empty where there is none.
    pub span: Span,
}

impl Document {
    /// Whether there is a header, a preamble or an item: a closing alone is no document.
    pub(crate) fn begins(&self) -> bool {
        let Body { preamble, sections, .. } = &self.body;
        self.header != Header::default() || !preamble.is_empty() || !sections.is_empty()
    }

    /// Whether it has no more than a line or two, no sentences, that nothing tells to be a document's.
    pub(crate) fn is_scrap(&self) -> bool {
        /// A hundred characters: a guess.
        const LONGEST_BYTES: usize = 300;
        let Body { preamble, tasks, sections, .. } = &self.body;
        self.header == Header::default()
            && self.closing == Closing::default()
            && tasks.is_empty()
            && sections.is_empty()
            && preamble.iter().map(|paragraph| paragraph.value.len()).sum::<usize>() <= LONGEST_BYTES
            && !preamble.iter().any(|paragraph| paragraph.value.ends_with('。'))
    }
}

/// 附件: an attached, issued or forwarded document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Attachment {
    /// `附件2`, as written; `None` where the document follows without a label.
    pub label: Option<Text>,
    /// The document.
    pub document: Document,
}
