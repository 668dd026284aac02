//! Texts from Python or Arrow: a list of `str`, or whatever hands over an array of strings.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyString;
use pyo3_arrow::input::AnyArray;

/// Texts, some of which may be missing. None of them is copied.
pub(crate) enum Strings {
    /// Strings of Python.
    Python(Vec<Option<PyBackedStr>>),
    /// Arrays of Arrow: `string`, `large_string` or `string_view`.
    Arrow(Vec<ArrayRef>),
}

impl Strings {
    /// What `source` holds; `name` is the argument's.
    ///
    /// # Errors
    ///
    /// - it is one text, or holds what is no text
    pub(crate) fn of(name: &str, source: &Bound<'_, PyAny>) -> PyResult<Self> {
        if source.is_instance_of::<PyString>() {
            return Err(PyTypeError::new_err(format!("{name}: found one str, expected several")));
        }
        if source.hasattr("__arrow_c_array__")? || source.hasattr("__arrow_c_stream__")? {
            let (chunks, field) = source.extract::<AnyArray>()?.into_chunked_array()?.into_inner();
            return match field.data_type() {
                DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => {
                    Ok(Strings::Arrow(chunks))
                }
                other => {
                    Err(PyTypeError::new_err(format!("{name}: found Arrow's {other}, expected strings")))
                }
            };
        }
        let text = |item: PyResult<Bound<'_, PyAny>>| item?.extract::<Option<PyBackedStr>>();
        Ok(Strings::Python(source.try_iter()?.map(text).collect::<PyResult<_>>()?))
    }

    /// The texts in their order.
    pub(crate) fn views(&self) -> Vec<Option<&str>> {
        match self {
            Strings::Python(texts) => texts.iter().map(Option::as_deref).collect(),
            Strings::Arrow(chunks) => chunks.iter().flat_map(chunk_views).collect(),
        }
    }
}

fn chunk_views(chunk: &ArrayRef) -> Vec<Option<&str>> {
    match chunk.data_type() {
        DataType::Utf8 => chunk.as_string::<i32>().iter().collect(),
        DataType::LargeUtf8 => chunk.as_string::<i64>().iter().collect(),
        DataType::Utf8View => chunk.as_string_view().iter().collect(),
        // an array of nulls, as a list of nothing but `None` becomes
        _ => vec![None; chunk.len()],
    }
}
