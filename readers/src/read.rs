//! One file, read.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{Charset, Format, Grid, HEAD, Options, Unread, docx, html, ofd, office, text, xlsx};

/// A file as one text.
///
/// It can be written down and taken up again, for instance as JSON, by the same version of this crate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Read {
    /// The text: paragraphs and rows of tables are lines.
    pub text: String,
    /// The tables, in the order of the text.
    pub grids: Vec<Grid>,
    /// What the file says of the notice beside its text: `发文字号` in the box of a page.
    pub metadata: Vec<Metadata>,
    /// What the file is.
    pub format: Format,
    /// How its text was encoded; `None` where the format says it.
    pub charset: Option<Charset>,
    /// What was left out, mended or is doubtful.
    pub findings: Vec<Finding>,
}

impl Read {
    pub(crate) fn new(format: Format) -> Self {
        Read { text: String::new(), grids: vec![], metadata: vec![], format, charset: None, findings: vec![] }
    }
}

/// What a file says of the notice: `发文字号`, `翠政发〔2031〕5号`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// Its name there, without blanks.
    pub key: String,
    /// The value.
    pub value: String,
}

/// What was left out, mended or is doubtful: `doubtful-encoding`, and a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How much it may change what is read in the text.
    pub weight: Weight,
    /// The kind, a name that stays.
    pub code: Cow<'static, str>,
    /// One line for people.
    pub message: String,
}

/// How much a finding may change what is read in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// The text is likely whole.
    Note,
    /// The text may be wrong or have gaps.
    Warning,
}

impl Finding {
    pub(crate) fn note(code: &'static str, message: impl Into<String>) -> Self {
        Finding { weight: Weight::Note, code: code.into(), message: message.into() }
    }

    pub(crate) fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Finding { weight: Weight::Warning, code: code.into(), message: message.into() }
    }
}

/// Reads a file that holds one notice.
///
/// # Errors
///
/// - the file is damaged, encrypted, a scan, holds no text, or costs more than [`Options::limits`] allow
/// - it is no text and of a format that is not read
/// - it holds a notice a record: [`records`](crate::records()) reads it
/// - its bytes are none of the encoding that [`Options::charset`] asks for
pub fn read(bytes: &[u8], options: &Options) -> Result<Read, Unread> {
    match Format::of(bytes)? {
        Format::Text => match Format::of_records(&bytes[..bytes.len().min(HEAD)], options) {
            Some(format) => Err(Unread::Records(format)),
            None => text::read(bytes, options),
        },
        format @ (Format::JsonLines | Format::Json | Format::Csv) => Err(Unread::Records(format)),
        Format::Html => html::read(bytes, options),
        Format::Docx => docx::read(bytes, options),
        format @ (Format::Doc | Format::Rtf | Format::OpenDocument) => office::read(bytes, format, options),
        Format::Ofd => ofd::read(bytes, options),
        Format::Xlsx => xlsx::read(bytes, options),
        #[cfg(feature = "pdf")]
        Format::Pdf => crate::pdf::read(bytes, options),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(Unread::Unsupported {
            what: "PDF",
            way_out: "this program was built without it; `pdftotext` makes a text of it",
        }),
    }
}
