//! Places of the text as Python counts them, and values that carry one.

use pyo3::prelude::*;
use pyo3::types::{PyDate, PySlice, PyTuple};
use serde::Serialize;

use crate::shared::Shared;

/// The name of a value in JSON, which is its stable name: `parenthesised`.
pub(crate) fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// A tuple of objects.
pub(crate) fn tuple<'py, T>(py: Python<'py>, items: impl Iterator<Item = T>) -> PyResult<Bound<'py, PyTuple>>
where
    T: IntoPyObject<'py>,
{
    PyTuple::new(py, items.collect::<Vec<_>>())
}

/// A tuple of texts.
pub(crate) fn texts<'py>(
    py: Python<'py>,
    shared: &Shared,
    texts: &[gongwen::Text],
) -> PyResult<Bound<'py, PyTuple>> {
    tuple(py, texts.iter().map(|text| Text::of(shared, text)))
}

/// A tuple of places.
pub(crate) fn spans<'py>(
    py: Python<'py>,
    shared: &Shared,
    spans: &[gongwen::Span],
) -> PyResult<Bound<'py, PyTuple>> {
    tuple(py, spans.iter().map(|span| shared.span(*span)))
}

/// A day of the calendar.
pub(crate) fn date(py: Python<'_>, date: gongwen::Date) -> PyResult<Py<PyDate>> {
    Ok(PyDate::new(py, date.year().into(), date.month(), date.day())?.unbind())
}

/// A stretch of the text, counted in characters as Python counts them: ``text[span.start:span.end]``, or ``text[span.slice]``.
///
/// >>> import gongwen
/// >>> text = "一、修路。（市交通局负责）"
/// >>> span = gongwen.parse(text).tasks[0].units[0].span
/// >>> text[span.slice]
/// '市交通局'
#[pyclass(module = "gongwen", frozen, get_all, eq, ord, hash)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    /// The first character.
    pub(crate) start: usize,
    /// The character behind the last one.
    pub(crate) end: usize,
}

#[pymethods]
impl Span {
    /// What slices the text.
    #[getter]
    fn slice<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PySlice>> {
        Ok(PySlice::new(py, self.start.try_into()?, self.end.try_into()?, 1))
    }

    fn __len__(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    fn __repr__(&self) -> String {
        format!("Span({}, {})", self.start, self.end)
    }
}

/// Words of the notice: ``value`` is the text at ``span``, mended.
#[pyclass(module = "gongwen", frozen, get_all, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Text {
    /// What the words are, mended.
    pub(crate) value: String,
    /// Their place.
    pub(crate) span: Span,
}

impl Text {
    pub(crate) fn of(shared: &Shared, text: &gongwen::Spanned<impl ToString>) -> Self {
        Text { value: text.value.to_string(), span: shared.span(text.span) }
    }

    pub(crate) fn maybe(shared: &Shared, text: Option<&gongwen::Text>) -> Option<Self> {
        text.map(|text| Text::of(shared, text))
    }
}

#[pymethods]
impl Text {
    fn __str__(&self) -> &str {
        &self.value
    }

    fn __repr__(&self) -> String {
        format!("Text({:?}, {}:{})", self.value, self.span.start, self.span.end)
    }
}

/// A day, and the place of the words that say it.
#[pyclass(module = "gongwen", frozen, get_all)]
#[derive(Debug)]
pub(crate) struct Day {
    /// The day.
    value: Py<PyDate>,
    /// Its place.
    span: Span,
}

impl Day {
    pub(crate) fn maybe(
        py: Python<'_>,
        shared: &Shared,
        day: Option<&gongwen::Spanned<gongwen::Date>>,
    ) -> PyResult<Option<Self>> {
        let of = |day: &gongwen::Spanned<gongwen::Date>| {
            Ok(Day { value: date(py, day.value)?, span: shared.span(day.span) })
        };
        day.map(of).transpose()
    }
}

#[pymethods]
impl Day {
    fn __str__(&self) -> String {
        self.value.to_string()
    }

    fn __repr__(&self) -> String {
        format!("Day({}, {}:{})", self.value, self.span.start, self.span.end)
    }
}
