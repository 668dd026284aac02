//! Arrow tables for whoever takes them: pyarrow, pandas, Polars, DuckDB.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, RecordBatch, StructArray};
use arrow_schema::{ArrowError, Field, FieldRef, Schema, SchemaRef};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::error::PyArrowResult;
use pyo3_arrow::ffi::{ArrayIterator, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule};

use crate::batch::Counted;

/// The tables of a call, by their names. Names and columns are those of ``gongwen tables``.
///
/// >>> import gongwen
/// >>> tables = gongwen.parse_batch(["a"], ["一、修路。（市交通局负责）"])
/// >>> list(tables)
/// ['documents', 'sections', 'tasks', 'responsibilities', 'citations', 'diagnostics']
/// >>> tables["tasks"].num_rows
/// 1
#[pyclass(module = "gongwen", frozen, mapping)]
pub(crate) struct Tables {
    tables: Vec<(&'static str, Py<ArrowTable>)>,
}

impl Tables {
    pub(crate) fn new(tables: Vec<(&'static str, Py<ArrowTable>)>) -> Self {
        Tables { tables }
    }
}

#[pymethods]
impl Tables {
    fn __getitem__(&self, py: Python<'_>, name: &str) -> PyResult<Py<ArrowTable>> {
        let found = self.tables.iter().find(|(own, _)| *own == name);
        found.map(|(_, table)| table.clone_ref(py)).ok_or_else(|| PyKeyError::new_err(name.to_owned()))
    }

    fn __len__(&self) -> usize {
        self.tables.len()
    }

    fn __contains__(&self, name: &Bound<'_, PyAny>) -> bool {
        name.extract::<String>().is_ok_and(|name| self.tables.iter().any(|(own, _)| *own == name))
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.keys(py)?.try_iter().map(Bound::into_any)
    }

    /// The names.
    fn keys<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.tables.iter().map(|(name, _)| *name))
    }

    /// The tables.
    fn values<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.tables.iter().map(|(_, table)| table.clone_ref(py)))
    }

    /// Names with their tables.
    fn items<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.tables.iter().map(|(name, table)| (*name, table.clone_ref(py))))
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let said = self.tables.iter().map(|(name, table)| format!("{name}: {}", table.borrow(py).num_rows()));
        format!("Tables({})", said.collect::<Vec<_>>().join(", "))
    }
}

/// A table that Arrow's C stream hands over: ``pyarrow.table(t)``, ``polars.DataFrame(t)``, ``pandas.DataFrame.from_arrow(t)``,
/// ``duckdb.sql("from t")``.
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct ArrowTable {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl ArrowTable {
    /// A table of batches that the schema fits; its places are counted in `counted`.
    ///
    /// # Errors
    ///
    /// - none that is known: the batches are of one layout
    pub(crate) fn new(
        schema: &Schema,
        batches: impl IntoIterator<Item = RecordBatch>,
        counted: Counted,
    ) -> Result<Self, ArrowError> {
        let metadata = HashMap::from([("offsets".to_owned(), counted.name().to_owned())]);
        let schema = Arc::new(schema.clone().with_metadata(metadata));
        let batch = |batch: RecordBatch| RecordBatch::try_new(Arc::clone(&schema), batch.columns().to_vec());
        let batches = batches.into_iter().filter(|batch| batch.num_rows() > 0).map(batch);
        Ok(ArrowTable { batches: batches.collect::<Result<_, _>>()?, schema })
    }
}

#[pymethods]
impl ArrowTable {
    /// How many rows.
    #[getter]
    fn num_rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The names of the columns.
    #[getter]
    fn column_names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.schema.fields().iter().map(|field| field.name()))
    }

    fn __len__(&self) -> usize {
        self.num_rows()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        to_schema_pycapsule(py, self.schema.as_ref())
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyCapsule>> {
        let field = Field::new_struct("", self.schema.fields().clone(), false)
            .with_metadata(self.schema.metadata().clone());
        let batches = self.batches.clone().into_iter();
        let arrays = batches.map(|batch| Ok(Arc::new(StructArray::from(batch)) as ArrayRef));
        to_stream_pycapsule(py, Box::new(ArrayIterator::new(arrays, Arc::new(field))), requested_schema)
    }

    fn __repr__(&self) -> String {
        format!("ArrowTable({} rows, {} columns)", self.num_rows(), self.schema.fields().len())
    }
}

/// An array that Arrow's C interface hands over: ``pyarrow.array(a)``, ``polars.Series(a)``.
#[pyclass(module = "gongwen", frozen)]
pub(crate) struct ArrowArray {
    field: FieldRef,
    array: ArrayRef,
}

impl ArrowArray {
    /// One row a text; its places are counted in `counted`.
    pub(crate) fn new(array: StructArray, counted: Counted) -> Self {
        let metadata = HashMap::from([("offsets".to_owned(), counted.name().to_owned())]);
        let field = Field::new("gongwen", array.data_type().clone(), true).with_metadata(metadata);
        ArrowArray { field: Arc::new(field), array: Arc::new(array) }
    }
}

#[pymethods]
impl ArrowArray {
    fn __len__(&self) -> usize {
        self.array.len()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        to_schema_pycapsule(py, self.field.as_ref())
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyTuple>> {
        to_array_pycapsules(py, Arc::clone(&self.field), &self.array, requested_schema)
    }

    fn __repr__(&self) -> String {
        format!("ArrowArray({} rows)", self.array.len())
    }
}
