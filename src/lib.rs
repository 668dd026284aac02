//! `gongwen` (公文) reads the plain text of a Chinese government notice into typed structs: the header, the numbered
//! outline, the tasks, and who answers for each task, every value with its place in the text.
//!
//! ```
//! let parsed = gongwen::parse("一、修路。（市交通局牵头，市财政局配合，2024年底前完成）");
//! let task = parsed.notice().tasks().next().unwrap();
//! let units: Vec<_> = task.units().map(|(unit, _)| (unit.name.as_str(), unit.role.name())).collect();
//! assert_eq!(units, [("市交通局", "lead"), ("市财政局", "support")]);
//! ```
//!
//! [`parse`] never fails and never panics: it returns a [`Notice`] and the findings ([`Diagnostic`]) that say what was
//! repaired, what is doubtful and what was left unparsed. The strict form is `text.parse::<Notice>()`.
//!
//! # Promises
//!
//! 1. Parsing never fails and never panics. `Result` is a thin layer for those who want strictness.
//! 2. Nothing vanishes. Every non-blank character lies in the span of some element ([`Notice::elements`]), or in
//!    [`Notice::unparsed`].
//! 3. Every value points home. A [`Span`] is a byte range of the original input; the slice, mended in the same way
//!    ([`mend`]), equals the value.
//! 4. No silent guess. What is uncertain is `None` or carries a finding.
//! 5. Time grows with the text, not faster.
//!
//! # Architecture
//!
//! ```text
//! visible    line ends made one, what shows nothing left out; the places of the result are brought home at the end
//! radicals   compatibility characters folded, offsets kept
//! markup     what a page left, `<BR>`, made blank, offsets kept
//! source     gaps and physical lines, found once
//! footer     what the page put behind the notice, set aside (`furniture`: its rules and buttons)
//! parts      where the notice ends and what is attached begins; for each document:
//!   header     issuer mark, number, title, recipients, and the page's labels between them (`metadata`)
//!   closing    attachment list, signatories, date, annotation, imprint
//!   body       preamble, and the tree of numbered items
//!     marker     every place where an item may begin, the contents page left out
//!     outline    which of them are headings, and how they nest: the cheapest reading
//! tasks      clauses of each item, the tasks they close, what passes from one to others
//! margin     findings; what no element holds is a mark, furniture or unparsed
//! ```
//!
//! Under them lie `grammar` (short stretches: numbers, dates, citations, organisations, clauses; nom and hand-written),
//! `mend` (mended stretches and their places), `page_number`, `numeral`, `signs` (a fast scan over plain characters),
//! `index` (a place among many) and `places` (all places of a result).
//!
//! What keeps it simple, and must stay so:
//!
//! - Shape before meaning: `source`, `marker` and `outline` never see the model; a grammar sees mended text, and those of
//!   dates and numbers, which also search raw text, step over blanks; the model never parses.
//! - One module, `mend`, turns stretches of mended text into places of the original; one, `numeral`, knows numerals.
//! - A repair is a finding, never a build feature, never silent.
//! - No type of nom in a public signature. Public structs own their strings; inside, everything borrows.
//! - Every search has a reach: no look-ahead or look-back grows with the text.
//!
//! Names follow GB/T 9704—2012 (党政机关公文格式) and 党政机关公文处理工作条例 (中办发〔2012〕14号).
//!
//! # Findings
//!
//! The stable codes and when they are reported stand at the variants of [`Code`].

mod body;
mod boundary;
mod closing;
mod diagnostic;
mod elements;
mod error;
mod footer;
mod furniture;
mod genre;
mod grammar;
mod header;
mod index;
mod margin;
mod marker;
mod markup;
mod mend;
mod metadata;
mod notice;
mod numeral;
mod outline;
mod page_number;
mod parts;
mod places;
mod position;
mod radicals;
pub mod resolve;
mod section;
mod signs;
mod source;
mod span;
mod summary;
mod task;
mod tasks;
mod visible;
mod words;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use elements::{Element, ElementKind};
pub use error::Error;
pub use genre::Genre;
pub use mend::mend;
pub use notice::{
    Attachment, Closing, Date, Document, DocumentNumber, Header, Imprint, Metadata, Notice, Recipients, Title,
};
pub use position::Position;
pub use resolve::{Resolved, resolve};
pub use section::{Body, Marker, MarkerStyle, Section};
pub use span::{Span, Spanned, Text};
pub use task::{Citation, ClauseForm, Inheritance, Responsibility, Role, RoleWords, Task, Unit, UnitKind};

use margin::Margin;
use serde::{Deserialize, Serialize};
use source::Source;
use visible::Visible;

/// The result of [`parse`]: the notice, and what was found doubtful in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Parsed {
    notice: Notice,
    diagnostics: Vec<Diagnostic>,
}

impl Parsed {
    /// The notice.
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// The findings, in the order of the text.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The notice alone.
    pub fn into_notice(self) -> Notice {
        self.notice
    }

    /// The notice, if nothing about it is doubtful.
    ///
    /// # Errors
    ///
    /// - a finding of severity [`Warning`](Severity::Warning): a value may be wrong
    /// - a finding of severity [`Error`](Severity::Error): text was left unparsed
    ///
    /// ```
    /// let error = gongwen::parse("一、修路。\n三、种树。\n四、挖渠。").into_result().unwrap_err();
    /// assert_eq!(error.to_string(), "2:1: warning: found item 「三、」, expected number 2");
    /// ```
    pub fn into_result(self) -> Result<Notice, Error> {
        match self.diagnostics.into_iter().find(|d| d.severity >= Severity::Warning) {
            Some(diagnostic) => Err(Error::new(diagnostic)),
            None => Ok(self.notice),
        }
    }
}

/// Reads a notice. Never fails, never panics: what is uncertain is in the findings.
///
/// ```
/// let parsed = gongwen::parse("云政发〔2020〕31号\n云溪县人民政府关于修复城东水厂的通知\n县水务局：\n请抓紧施工。");
/// assert_eq!(parsed.notice().doc_number().unwrap().serial, 31);
/// assert!(parsed.diagnostics().is_empty());
/// ```
pub fn parse(text: &str) -> Parsed {
    let visible = Visible::of(text);
    let (folded, radicals) = radicals::folded(&visible.text);
    let (plain, markup) = markup::blanked(folded);
    let source = Source::new(&plain);
    let mut margin = Margin::default();
    if let Some((first, count)) = radicals {
        margin.report_radicals(&visible.text, first, count);
    }
    let mut notice = parts::notice(&source, &mut margin);
    margin.close(&source, &markup, &mut notice);
    visible.bring_home(&mut notice, &mut margin.findings);
    Parsed { notice, diagnostics: margin.findings.into_diagnostics(text) }
}

/// The strict form: any warning or error is an [`Error`].
impl std::str::FromStr for Notice {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).into_result()
    }
}

/// The README's examples, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct ReadmeDoctests;
