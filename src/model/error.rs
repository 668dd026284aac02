//! The strict form's error.

use super::Diagnostic;
use crate::text::position::Position;

/// Why a text is no clean notice: its first finding that is a warning or an error.
///
/// Prints as `3:12: warning: …`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Error(Box<Diagnostic>);

impl Error {
    pub(crate) fn new(diagnostic: Diagnostic) -> Self {
        Error(Box::new(diagnostic))
    }

    /// The finding.
    pub fn diagnostic(&self) -> &Diagnostic {
        &self.0
    }

    /// Where it is, as people count.
    pub fn position(&self) -> Position {
        self.0.position
    }
}
