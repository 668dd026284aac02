//! `gongwen` (公文) reads the text of Chinese government notices.

mod diagnostic;
mod elements;
mod error;
mod genre;
mod grammar;
mod lines;
mod marker;
mod mend;
mod notice;
mod numeral;
mod outline;
mod position;
mod radicals;
mod section;
mod span;
mod task;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use elements::{Element, ElementKind};
pub use error::Error;
pub use genre::Genre;
pub use mend::mend;
pub use notice::{
    Attachment, Closing, Date, Document, DocumentNumber, Header, Imprint, Metadata, Notice, Recipients, Title,
};
pub use position::Position;
pub use section::{Body, Marker, MarkerStyle, Section};
pub use span::{Span, Spanned, Text};
pub use task::{Citation, ClauseForm, Inheritance, Responsibility, Role, RoleWords, Task, Unit, UnitKind};

use serde::{Deserialize, Serialize};

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
    pub fn into_result(self) -> Result<Notice, Error> {
        match self.diagnostics.into_iter().find(|d| d.severity >= Severity::Warning) {
            Some(diagnostic) => Err(Error::new(diagnostic)),
            None => Ok(self.notice),
        }
    }
}

/// Reads a notice. Never fails, never panics: what is uncertain is in the findings.
pub fn parse(text: &str) -> Parsed {
    let mut notice = Notice::default();
    if !text.trim().is_empty() {
        notice.unparsed.push(Span::new(0, text.len()));
    }
    Parsed { notice, diagnostics: Vec::new() }
}

/// The strict form: any warning or error is an [`Error`].
impl std::str::FromStr for Notice {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).into_result()
    }
}
