//! `gongwen` (公文) reads the text of Chinese government notices.

mod body;
mod closing;
mod diagnostic;
mod elements;
mod error;
mod furniture;
mod genre;
mod grammar;
mod header;
mod margin;
mod marker;
mod mend;
mod notice;
mod numeral;
mod outline;
mod parts;
mod position;
mod radicals;
mod section;
mod source;
mod span;
mod summary;
mod task;
mod tasks;

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

use margin::Margin;
use serde::{Deserialize, Serialize};
use source::Source;

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
    let (folded, radicals) = radicals::folded(text);
    let source = Source::new(&folded);
    let mut margin = Margin::default();
    if let Some((first, count)) = radicals {
        margin.report_radicals(text, first, count);
    }
    let mut notice = parts::notice(&source, &mut margin);
    tasks::tasks(&source, &mut notice, &mut margin);
    margin.close(&source, &mut notice);
    Parsed { notice, diagnostics: margin.findings.into_diagnostics(text) }
}

/// The strict form: any warning or error is an [`Error`].
impl std::str::FromStr for Notice {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).into_result()
    }
}
