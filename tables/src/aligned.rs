//! One row in, one row out: the form that all engines take.

use std::io;
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, ListArray, StructArray};
use arrow_buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields};

use crate::{ArrowRows, Cell, Layout, Sink, Table};

/// Rows aligned with the texts that they come from: one struct a text, with a field for each table: `documents` is the text's
/// row, the others are lists of its rows.
///
/// Rows of a text are in hand when its row of `documents` comes, which [`walk`](crate::walk) makes last.
///
/// ```
/// use gongwen_tables::{AlignedRows, Entry, Layout, walk};
///
/// let mut rows = AlignedRows::new(&Layout::default());
/// walk(Entry::new("a", &gongwen::parse("一、修路。\n二、种树。")), &mut rows)?;
/// rows.push_null()?;
/// let column = rows.finish()?;
/// assert_eq!((column.column_names()[0], column.column_names()[1]), ("documents", "sections"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct AlignedRows {
    rows: ArrowRows,
    tables: Vec<Table>,
    /// For each table where the rows of each text end.
    ends: [Vec<i32>; Table::ALL.len()],
    present: Vec<bool>,
}

impl AlignedRows {
    /// No rows yet.
    pub fn new(layout: &Layout) -> Self {
        let tables = layout.tables().map(|(table, _)| table).collect();
        let ends = Table::ALL.map(|_| vec![0]);
        AlignedRows { rows: ArrowRows::new(layout), tables, ends, present: Vec::new() }
    }

    /// Takes a text that is not there: its struct is null.
    ///
    /// # Errors
    ///
    /// - more rows than a list array can hold
    pub fn push_null(&mut self) -> io::Result<()> {
        self.rows.row(Table::Documents, [])?;
        self.close(false)
    }

    fn close(&mut self, present: bool) -> io::Result<()> {
        self.present.push(present);
        for (table, ends) in Table::ALL.into_iter().zip(&mut self.ends) {
            ends.push(self.rows.rows(table).try_into().map_err(io::Error::other)?);
        }
        Ok(())
    }

    /// The column.
    ///
    /// # Errors
    ///
    /// - none that is known: the arrays are the schema's
    pub fn finish(mut self) -> Result<StructArray, ArrowError> {
        let present = NullBuffer::from(self.present);
        let documents = StructArray::from(self.rows.take(Table::Documents)?);
        let mut fields =
            vec![Arc::new(Field::new(Table::Documents.name(), documents.data_type().clone(), true))];
        let (own, columns, _) = documents.into_parts();
        let documents = StructArray::try_new(own, columns, Some(present.clone()))?;
        let mut columns = vec![Arc::new(documents) as ArrayRef];
        for (table, ends) in self.tables.into_iter().zip(self.ends).skip(1) {
            let rows = StructArray::from(self.rows.take(table)?);
            let item = Arc::new(Field::new("item", DataType::Struct(rows.fields().clone()), true));
            let lists = ListArray::try_new(
                Arc::clone(&item),
                OffsetBuffer::new(ScalarBuffer::from(ends)),
                Arc::new(rows),
                None,
            )?;
            fields.push(Arc::new(Field::new(table.name(), DataType::List(item), true)));
            columns.push(Arc::new(lists) as ArrayRef);
        }
        StructArray::try_new(Fields::from(fields), columns, Some(present))
    }
}

impl Sink for AlignedRows {
    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        self.rows.row(table, cells)?;
        if table == Table::Documents { self.close(true) } else { Ok(()) }
    }
}
