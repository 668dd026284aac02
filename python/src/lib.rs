//! The Python package `gongwen`: the library, its tables and its readers for Python.
//!
//! ```text
//! shared    a parsed text that its objects hold in common, and its places as Python counts them
//! place     spans, and values that carry one
//! values    small things: a number, a title, a unit
//! notice, document, outline   what is read from the shared result when it is asked for
//! resolved  the second layer
//! strings   texts from Python or Arrow
//! batch     many texts at once
//! tables    Arrow tables for whoever takes them
//! files     the readers
//! ```
//!
//! What keeps it simple, and must stay so:
//!
//! - Objects are frozen. A view holds the shared result and where it stands in it, and copies nothing before it is asked.
//! - No span leaves Rust in bytes, but for tables that say so.
//! - Long work lets other threads of Python run.

mod batch;
mod document;
mod files;
mod notice;
mod outline;
mod place;
mod resolved;
mod shared;
mod strings;
mod tables;
mod values;

use pyo3::prelude::*;

/// Reads Chinese government notices (公文): the native part of the package `gongwen`.
#[pymodule(gil_used = false)]
mod _gongwen {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::batch::{parse_batch, parse_column};
    #[pymodule_export]
    use crate::document::{Attachment, Body, Closing, Document, Header};
    #[pymodule_export]
    use crate::files::{Cell, File, FileFinding, Grid, read_file};
    #[pymodule_export]
    use crate::notice::Notice;
    #[pymodule_export]
    use crate::outline::{Responsibility, Section, Task};
    #[pymodule_export]
    use crate::place::{Day, Span, Text};
    #[pymodule_export]
    use crate::resolved::{Issuer, Resolved, ResolvedCitation, ResolvedUnit, Target, Time};
    #[pymodule_export]
    use crate::tables::{ArrowArray, ArrowTable, Tables};
    #[pymodule_export]
    use crate::values::{
        Citation, Diagnostic, DocumentNumber, Element, Imprint, Marker, Metadata, Recipients, RoleWords,
        Table, Title, Unit,
    };
    #[pymodule_export]
    use crate::{mend, parse};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}

/// Reads a notice.
///
/// Never fails on a text: what was repaired, is doubtful or was left unparsed is told in ``Notice.diagnostics``. With
/// ``strict`` the first warning or error is a ``ValueError`` that begins with its line and column.
///
/// >>> import gongwen
/// >>> notice = gongwen.parse("一、修路。（市交通局牵头，市财政局配合，2024年底前完成）")
/// >>> [(unit.role, unit.name) for unit in notice.tasks[0].units]
/// [('lead', '市交通局'), ('support', '市财政局')]
/// >>> gongwen.parse("一、修路。\n三、种树。\n四、挖渠。", strict=True)
/// Traceback (most recent call last):
///     ...
/// ValueError: 2:1: warning: found item 「三、」, expected number 2
#[pyfunction]
#[pyo3(signature = (text, *, strict = false))]
fn parse(py: Python<'_>, text: pyo3::pybacked::PyBackedStr, strict: bool) -> PyResult<notice::Notice> {
    let parsed = py.detach(|| gongwen::parse(&text));
    shared::notice(text, parsed, strict)
}

/// Words of a notice as its values have them: blanks and breaks inside words left out, look-alikes of characters folded.
///
/// For every value of a notice, the slice of the text at its span, mended, is the value.
///
/// >>> import gongwen
/// >>> gongwen.mend("省工业\n和信息化厅")
/// '省工业和信息化厅'
#[pyfunction]
fn mend(text: &str) -> std::borrow::Cow<'_, str> {
    gongwen::mend(text)
}
