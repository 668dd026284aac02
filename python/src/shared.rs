//! A parsed text that its objects hold in common, and its places as Python counts them: in characters.

use std::sync::Arc;

use gongwen::{OffsetUnit, Offsets, Parsed, Places};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use serde::Serialize;

use crate::notice::Notice;
use crate::place::Span;

/// A text and what was read in it. Its places are bytes; what leaves for Python goes through [`Shared::span`].
pub(crate) struct Shared {
    offsets: Offsets<PyBackedStr>,
    parsed: Parsed,
}

/// The notice of a text.
///
/// # Errors
///
/// - `strict`, and a finding is a warning or an error
pub(crate) fn notice(text: PyBackedStr, parsed: Parsed, strict: bool) -> PyResult<Notice> {
    if strict {
        let doubt = parsed.diagnostics().iter().find(|found| found.severity >= gongwen::Severity::Warning);
        doubt.map_or(Ok(()), |found| Err(PyValueError::new_err(found.to_string())))?;
    }
    let offsets = Offsets::of(text, OffsetUnit::Character);
    Ok(Notice::new(Arc::new(Shared { offsets, parsed })))
}

impl Shared {
    pub(crate) fn text(&self) -> &PyBackedStr {
        self.offsets.text()
    }

    pub(crate) fn parsed(&self) -> &Parsed {
        &self.parsed
    }

    pub(crate) fn notice(&self) -> &gongwen::Notice {
        self.parsed.notice()
    }

    /// The notice proper for part 0, then what is attached.
    pub(crate) fn document(&self, part: usize) -> &gongwen::Document {
        match part.checked_sub(1) {
            Some(attached) => &self.notice().attachments[attached].document,
            None => &self.notice().document,
        }
    }

    /// A place in characters.
    pub(crate) fn span(&self, span: gongwen::Span) -> Span {
        let gongwen::Span { start, end } = self.offsets.span(span);
        Span { start, end }
    }

    /// The same value with its places in characters.
    pub(crate) fn native<M: Places + Clone>(&self, value: &M) -> M {
        let mut value = value.clone();
        self.count(&mut value);
        value
    }

    /// Counts all places of a value in characters.
    pub(crate) fn count(&self, value: &mut impl Places) {
        value.each_place(&mut |span| *span = self.offsets.span(*span));
    }

    /// The value as dicts, lists, strings and numbers.
    pub(crate) fn dict<'py, M: Places + Clone + Serialize>(
        &self,
        py: Python<'py>,
        value: &M,
    ) -> PyResult<Bound<'py, PyAny>> {
        Ok(pythonize::pythonize(py, &self.native(value))?)
    }

    /// The value as JSON.
    pub(crate) fn json<M: Places + Clone + Serialize + Sync>(
        &self,
        py: Python<'_>,
        value: &M,
    ) -> PyResult<String> {
        let json = py.detach(|| serde_json::to_string(&self.native(value)));
        json.map_err(|error| PyValueError::new_err(error.to_string()))
    }
}
