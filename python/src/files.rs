//! The readers: one text, and the grids of its tables, out of a file.

use std::path::PathBuf;

use gongwen_readers::{Charset, Options, Read, Weight};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyString, PyTuple};

use crate::notice::Notice;
use crate::place::{Span, tuple};
use crate::shared;
use gongwen::{OffsetUnit, Offsets, Parser};

/// Reads a file that holds one notice: text in any encoding, web page, .docx, .pdf, .ofd, .xlsx; .doc, .rtf and .odt where
/// LibreOffice is installed.
///
/// ``source`` is a path, or the file's ``bytes``. What a file is, is told by its content. A file that cannot be read (a scan, a
/// damaged or encrypted file, a file of records) is a ``ValueError`` that says why and what helps.
///
/// >>> import gongwen
/// >>> page = "<p>翠湖市人民政府办公室关于护林的通知</p><p>各镇人民政府：</p>"
/// >>> file = gongwen.read_file(page.encode())
/// >>> file.format, file.text
/// ('html', '翠湖市人民政府办公室关于护林的通知\n各镇人民政府：\n')
/// >>> file.parse().genre
/// '通知'
#[pyfunction]
#[pyo3(signature = (source, *, encoding = None))]
pub(crate) fn read_file(py: Python<'_>, source: &Bound<'_, PyAny>, encoding: Option<&str>) -> PyResult<File> {
    let charset = encoding.map(str::parse::<Charset>).transpose();
    let charset = charset.map_err(|error| PyValueError::new_err(error.to_string()))?;
    let options = Options { charset, ..Options::default() };
    let read = if let Ok(bytes) = source.extract::<PyBackedBytes>() {
        py.detach(|| gongwen_readers::read(&bytes, &options))
    } else {
        let path: PathBuf = source.extract()?;
        py.detach(|| std::fs::read(path).map(|bytes| gongwen_readers::read(&bytes, &options)))?
    };
    File::new(py, read.map_err(|unread| PyValueError::new_err(unread.to_string()))?)
}

/// A file as one text.
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct File {
    text: PyBackedStr,
    /// As the reader has it, its text taken.
    read: Read,
}

impl File {
    fn new(py: Python<'_>, mut read: Read) -> PyResult<Self> {
        let text = PyString::new(py, &std::mem::take(&mut read.text)).try_into()?;
        Ok(File { text, read })
    }
}

#[pymethods]
impl File {
    /// The text: paragraphs and rows of tables are lines.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.text.as_py_str().clone_ref(py)
    }

    /// What the file is: ``html``.
    #[getter]
    fn format(&self) -> &'static str {
        self.read.format.name()
    }

    /// How its text was encoded; none where the format says it.
    #[getter]
    fn encoding(&self) -> Option<&'static str> {
        self.read.charset.map(Charset::name)
    }

    /// What the file says of the notice beside its text: names with their values.
    #[getter]
    fn metadata<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(py, self.read.metadata.iter().map(|said| (said.key.as_str(), said.value.as_str())))
    }

    /// What was left out, mended or is doubtful.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        tuple(
            py,
            self.read.findings.iter().map(|found| FileFinding {
                severity: match found.weight {
                    Weight::Note => "note",
                    Weight::Warning => "warning",
                },
                code: found.code.clone().into_owned(),
                message: found.message.clone(),
            }),
        )
    }

    /// The tables, with places in the text.
    #[getter]
    fn grids<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let offsets = Offsets::of(&*self.text, OffsetUnit::Character);
        let grids = self.read.grids.iter().map(|grid| Grid::of(py, &offsets, &grid.into()));
        tuple(py, grids.collect::<PyResult<Vec<_>>>()?.into_iter())
    }

    /// Reads the notice, with what the file tells of its tables.
    #[pyo3(signature = (*, strict = false))]
    fn parse(&self, py: Python<'_>, strict: bool) -> PyResult<Notice> {
        let grids = self.read.grids.iter().map(gongwen::Grid::from).collect();
        let parsed = py.detach(|| Parser::new().tables(grids).parse(&self.text));
        shared::notice(self.text.clone_ref(py), parsed, strict)
    }

    fn __repr__(&self) -> String {
        format!("File({}, {} bytes of text)", self.read.format.name(), self.text.len())
    }
}

/// What was left out, mended or is doubtful in a file.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct FileFinding {
    /// ``note`` or ``warning``.
    severity: &'static str,
    /// What kind of finding.
    code: String,
    /// One line.
    message: String,
}

/// A table of a file: its rows of cells, with places in the text.
#[pyclass(module = "gongwen", frozen, get_all)]
pub(crate) struct Grid {
    /// The cells that begin in each row, a tuple a row.
    rows: Py<PyTuple>,
    /// From the first cell to the last.
    span: Span,
}

impl Grid {
    fn of(py: Python<'_>, offsets: &Offsets<&str>, grid: &gongwen::Grid) -> PyResult<Self> {
        let span = |span: gongwen::Span| {
            let gongwen::Span { start, end } = offsets.span(span);
            Span { start, end }
        };
        let cell = |cell: &gongwen::Cell| Cell {
            span: span(cell.span),
            rowspan: cell.rowspan,
            colspan: cell.colspan,
        };
        let rows = grid.rows.iter().map(|row| tuple(py, row.iter().map(cell)));
        let rows = rows.collect::<PyResult<Vec<_>>>()?;
        Ok(Grid { rows: PyTuple::new(py, rows)?.unbind(), span: span(grid.span) })
    }
}

/// A cell of a table.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Cell {
    /// Its words; empty for an empty cell.
    span: Span,
    /// How many rows it takes up.
    rowspan: usize,
    /// How many columns it takes up.
    colspan: usize,
}
