//! Small things that are read out of a result whole: a number, a title, a unit.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::place::{Day, Span, Text, name, spans, texts};
use crate::shared::Shared;

/// 发文字号: ``湘优化办发〔2024〕1号``.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct DocumentNumber {
    /// The whole number as written, mended.
    text: String,
    /// 机关代字: ``湘优化办发``.
    agency_code: Option<String>,
    /// 年份.
    year: Option<u16>,
    /// 序号.
    serial: u32,
    /// Its place.
    span: Span,
}

impl DocumentNumber {
    pub(crate) fn maybe(shared: &Shared, number: Option<&gongwen::DocumentNumber>) -> Option<Self> {
        let number = number?;
        Some(DocumentNumber {
            text: number.text.clone(),
            agency_code: number.agency_code.clone(),
            year: number.year,
            serial: number.serial,
            span: shared.span(number.span),
        })
    }
}

#[pymethods]
impl DocumentNumber {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("DocumentNumber({:?})", self.text)
    }
}

/// 标题: who issues, about what, and the genre (文种).
#[pyclass(module = "gongwen", frozen, get_all)]
#[derive(Debug)]
pub(crate) struct Title {
    /// The whole title in one piece.
    text: String,
    /// 发文机关, where the title names them.
    issuers: Py<PyTuple>,
    /// 事由.
    subject: Option<Text>,
    /// 文种: ``通知``.
    genre: Option<Text>,
    /// Its place.
    span: Span,
}

impl Title {
    pub(crate) fn maybe(
        py: Python<'_>,
        shared: &Shared,
        title: Option<&gongwen::Title>,
    ) -> PyResult<Option<Self>> {
        let Some(title) = title else { return Ok(None) };
        let genre = title.genre.as_ref();
        Ok(Some(Title {
            text: title.text.clone(),
            issuers: texts(py, shared, &title.issuers)?.unbind(),
            subject: Text::maybe(shared, title.subject.as_ref()),
            genre: genre
                .map(|genre| Text { value: genre.value.name().to_owned(), span: shared.span(genre.span) }),
            span: shared.span(title.span),
        }))
    }
}

#[pymethods]
impl Title {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("Title({:?})", self.text)
    }
}

/// 主送机关.
#[pyclass(module = "gongwen", frozen, get_all)]
#[derive(Debug)]
pub(crate) struct Recipients {
    /// The names.
    names: Py<PyTuple>,
    /// From the first name to the colon.
    span: Span,
}

impl Recipients {
    pub(crate) fn of(py: Python<'_>, shared: &Shared, recipients: &gongwen::Recipients) -> PyResult<Self> {
        let names = texts(py, shared, &recipients.names)?.unbind();
        Ok(Recipients { names, span: shared.span(recipients.span) })
    }
}

/// A labelled line of a web page: ``发布日期：2020-07-15``.
#[pyclass(module = "gongwen", frozen, get_all)]
#[derive(Debug)]
pub(crate) struct Metadata {
    /// ``发布日期``.
    key: Text,
    /// ``2020-07-15``; empty where the page left it open.
    value: Text,
    /// Key, colon and value.
    span: Span,
}

impl Metadata {
    pub(crate) fn of(shared: &Shared, line: &gongwen::Metadata) -> Self {
        let (key, value) = (Text::of(shared, &line.key), Text::of(shared, &line.value));
        Metadata { key, value, span: shared.span(line.span) }
    }
}

/// 结构层次序数: ``（一）``.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Marker {
    /// As written.
    label: String,
    /// How it is numbered: ``han-bracket``.
    style: &'static str,
    /// Its number.
    ordinal: u32,
    /// Its place.
    span: Span,
}

impl Marker {
    pub(crate) fn of(shared: &Shared, marker: &gongwen::Marker) -> Self {
        Marker {
            label: marker.label.clone(),
            style: marker.style.name(),
            ordinal: marker.ordinal,
            span: shared.span(marker.span),
        }
    }
}

#[pymethods]
impl Marker {
    fn __str__(&self) -> &str {
        &self.label
    }
}

/// 责任单位: an organisation or a group of them, with its part in a task.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Unit {
    /// As written, blanks dropped: ``省发展改革委``.
    name: String,
    /// With what the list carries over to it, where that is certain.
    full_name: Option<String>,
    /// ``lead``, ``support`` or ``responsible``.
    role: &'static str,
    /// ``organ`` or ``group``.
    kind: &'static str,
    /// Its place.
    span: Span,
}

impl Unit {
    pub(crate) fn of(shared: &Shared, unit: &gongwen::Unit) -> Self {
        Unit {
            name: unit.name.clone(),
            full_name: unit.full_name.clone(),
            role: unit.role.name(),
            kind: unit.kind.name(),
            span: shared.span(unit.span),
        }
    }
}

#[pymethods]
impl Unit {
    fn __str__(&self) -> &str {
        &self.name
    }

    fn __repr__(&self) -> String {
        format!("Unit({:?}, {})", self.name, self.role)
    }
}

/// Words that say a role.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct RoleWords {
    /// What they say: ``lead``.
    role: &'static str,
    /// As written: ``牵头``.
    text: String,
    /// Their place.
    span: Span,
}

impl RoleWords {
    pub(crate) fn of(shared: &Shared, words: &gongwen::RoleWords) -> Self {
        RoleWords { role: words.role.name(), text: words.text.clone(), span: shared.span(words.span) }
    }
}

/// A document that the text cites.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Citation {
    /// The title without its book marks.
    title: String,
    /// The number in brackets behind it.
    doc_number: Option<DocumentNumber>,
    /// From ``《`` to ``》``.
    span: Span,
}

impl Citation {
    pub(crate) fn of(shared: &Shared, citation: &gongwen::Citation) -> Self {
        Citation {
            title: citation.title.clone(),
            doc_number: DocumentNumber::maybe(shared, citation.doc_number.as_ref()),
            span: shared.span(citation.span),
        }
    }
}

#[pymethods]
impl Citation {
    fn __str__(&self) -> String {
        let number = self.doc_number.as_ref().map(|number| format!("（{}）", number.text));
        format!("《{}》{}", self.title, number.unwrap_or_default())
    }

    fn __repr__(&self) -> String {
        format!("Citation({:?})", self.title)
    }
}

/// 版记.
#[pyclass(module = "gongwen", frozen, get_all)]
#[derive(Debug)]
pub(crate) struct Imprint {
    /// 主题词.
    subject_words: Option<Text>,
    /// 抄送机关.
    copies_to: Py<PyTuple>,
    /// 印发机关.
    printer: Option<Text>,
    /// 印发日期.
    printed_on: Option<Py<Day>>,
    /// Its place.
    span: Span,
}

impl Imprint {
    pub(crate) fn of(py: Python<'_>, shared: &Shared, imprint: &gongwen::Imprint) -> PyResult<Self> {
        let day = Day::maybe(py, shared, imprint.printed_on.as_ref())?;
        Ok(Imprint {
            subject_words: Text::maybe(shared, imprint.subject_words.as_ref()),
            copies_to: texts(py, shared, &imprint.copies_to)?.unbind(),
            printer: Text::maybe(shared, imprint.printer.as_ref()),
            printed_on: day.map(|day| Py::new(py, day)).transpose()?,
            span: shared.span(imprint.span),
        })
    }
}

/// 表: a table of the text. The rows of a table of tasks are sections with their tasks.
#[pyclass(module = "gongwen", frozen, get_all)]
#[derive(Debug)]
pub(crate) struct Table {
    /// ``tasks``, ``other`` or ``unread``.
    kind: String,
    /// The words over its columns.
    columns: Py<PyTuple>,
    /// What of it no section holds.
    pieces: Py<PyTuple>,
    /// From its first line to its last.
    span: Span,
}

impl Table {
    pub(crate) fn of(py: Python<'_>, shared: &Shared, table: &gongwen::Table) -> PyResult<Self> {
        Ok(Table {
            kind: name(&table.kind),
            columns: texts(py, shared, &table.columns)?.unbind(),
            pieces: spans(py, shared, &table.pieces)?.unbind(),
            span: shared.span(table.span),
        })
    }
}

/// A stretch of the text and the element that holds it.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Element {
    /// What it is: ``doc-number``.
    kind: &'static str,
    /// Its place.
    span: Span,
}

impl Element {
    pub(crate) fn of(shared: &Shared, element: gongwen::Element) -> Self {
        Element { kind: element.kind.name(), span: shared.span(element.span) }
    }
}

/// A finding: what was repaired, is doubtful, or was left unparsed. Prints as ``3:12: warning: …``.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Diagnostic {
    /// What kind of finding: ``joined-line``.
    code: &'static str,
    /// ``note``, ``warning`` or ``error``.
    severity: &'static str,
    /// One line that says what was found and what was expected.
    message: String,
    /// What was expected in its place, where that is known.
    expected: Option<String>,
    /// What the words were read as, where that is not what they say.
    read_as: Option<String>,
    /// How many places it tells of.
    count: usize,
    /// Where.
    span: Span,
    /// The line, from 1.
    line: usize,
    /// The column, from 1, in what a reader sees as one character.
    column: usize,
}

impl Diagnostic {
    pub(crate) fn of(shared: &Shared, found: &gongwen::Diagnostic) -> Self {
        Diagnostic {
            code: found.code.name(),
            severity: found.severity.name(),
            message: found.message.clone(),
            expected: found.expected.clone(),
            read_as: found.read_as.clone(),
            count: found.count,
            span: shared.span(found.span),
            line: found.position.line,
            column: found.position.column,
        }
    }
}

#[pymethods]
impl Diagnostic {
    fn __str__(&self) -> String {
        format!("{}:{}: {}: {}", self.line, self.column, self.severity, self.message)
    }

    fn __repr__(&self) -> String {
        format!("Diagnostic({} {}:{})", self.code, self.line, self.column)
    }
}
