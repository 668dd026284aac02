//! Arrow record batches.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, BooleanBuilder, Date32Builder, Int64Builder, ListBuilder, StringBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};

use crate::{Cell, Column, ColumnType, Layout, Sink, Table};

/// The schema of a table: `string`, `int64`, `bool`, `date32` and `list<string>`, all of them nullable.
///
/// Each field carries what it means as `description` and `description_zh`; the schema says `offsets: utf-8`, that places in
/// the text are byte offsets of its UTF-8.
pub fn schema(columns: &[Column]) -> Schema {
    let fields = columns.iter().map(field).collect::<Vec<_>>();
    Schema::new_with_metadata(fields, HashMap::from([("offsets".to_owned(), "utf-8".to_owned())]))
}

fn field(column: &Column) -> Field {
    let holds = match column.holds {
        ColumnType::Text => DataType::Utf8,
        ColumnType::Integer => DataType::Int64,
        ColumnType::Boolean => DataType::Boolean,
        ColumnType::Date => DataType::Date32,
        ColumnType::List => DataType::List(Arc::new(item())),
    };
    let meaning = [("description", &column.english), ("description_zh", &column.chinese)];
    Field::new(column.name.clone(), holds, true)
        .with_metadata(meaning.map(|(key, words)| (key.to_owned(), words.clone().into_owned())).into())
}

/// What the lists hold.
fn item() -> Field {
    Field::new("item", DataType::Utf8, true)
}

/// Rows as Arrow arrays, column by column.
#[derive(Debug)]
pub struct ArrowRows {
    tables: [Rows; Table::ALL.len()],
}

/// The rows of a table so far.
#[derive(Debug)]
struct Rows {
    schema: SchemaRef,
    builders: Vec<Builder>,
    waiting: usize,
    bytes: usize,
}

#[derive(Debug)]
enum Builder {
    Text(StringBuilder),
    Integer(Int64Builder),
    Boolean(BooleanBuilder),
    Date(Date32Builder),
    List(ListBuilder<StringBuilder>),
}

impl ArrowRows {
    /// No rows yet.
    pub fn new(layout: &Layout) -> Self {
        ArrowRows {
            tables: Table::ALL.map(|table| {
                let columns = layout.columns(table);
                let schema = Arc::new(schema(columns));
                let builders = columns.iter().map(|column| Builder::new(column.holds)).collect();
                Rows { schema, builders, waiting: 0, bytes: 0 }
            }),
        }
    }

    /// The schema of a table.
    pub fn schema(&self, table: Table) -> &SchemaRef {
        &self.tables[table as usize].schema
    }

    /// Rows of a table that wait to be taken.
    pub fn rows(&self, table: Table) -> usize {
        self.tables[table as usize].waiting
    }

    /// Bytes of words in the rows that wait to be taken; a row that would make them more than 2 GiB is refused.
    pub fn bytes(&self, table: Table) -> usize {
        self.tables[table as usize].bytes
    }

    /// Takes the rows of a table; none are left.
    ///
    /// # Errors
    ///
    /// - none that is known: the builders are the schema's
    pub fn take(&mut self, table: Table) -> Result<RecordBatch, ArrowError> {
        let rows = &mut self.tables[table as usize];
        (rows.waiting, rows.bytes) = (0, 0);
        let columns = rows.builders.iter_mut().map(Builder::finish).collect();
        RecordBatch::try_new(Arc::clone(&rows.schema), columns)
    }
}

impl Sink for ArrowRows {
    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        let rows = &mut self.tables[table as usize];
        rows.waiting += 1;
        let mut cells = cells.into_iter();
        for (builder, field) in rows.builders.iter_mut().zip(rows.schema.fields()) {
            let cell = cells.next().unwrap_or(Cell::Empty);
            rows.bytes += words(cell);
            if rows.bytes > MOST_BYTES {
                return Err(io::Error::other(format!(
                    "{}: found more than 2 GiB of words in one batch",
                    table.name()
                )));
            }
            builder.append(cell).map_err(|wrong| {
                io::Error::other(format!("{}.{}: found {wrong:?}", table.name(), field.name()))
            })?;
        }
        Ok(())
    }
}

/// Bytes of words that an array of a batch can hold: its offsets have 31 bits.
const MOST_BYTES: usize = i32::MAX as usize;

/// Bytes of the words in a cell.
fn words(cell: Cell<'_>) -> usize {
    match cell {
        Cell::Text(text) => text.len(),
        Cell::List(list) => list.iter().map(str::len).sum(),
        Cell::Empty | Cell::Integer(_) | Cell::Boolean(_) | Cell::Date(_) => 0,
    }
}

impl Builder {
    fn new(holds: ColumnType) -> Self {
        match holds {
            ColumnType::Text => Builder::Text(StringBuilder::new()),
            ColumnType::Integer => Builder::Integer(Int64Builder::new()),
            ColumnType::Boolean => Builder::Boolean(BooleanBuilder::new()),
            ColumnType::Date => Builder::Date(Date32Builder::new()),
            ColumnType::List => Builder::List(ListBuilder::new(StringBuilder::new()).with_field(item())),
        }
    }

    /// Adds a cell; one of another type is handed back.
    fn append<'c>(&mut self, cell: Cell<'c>) -> Result<(), Cell<'c>> {
        match (self, cell) {
            (Builder::Text(builder), Cell::Empty) => builder.append_null(),
            (Builder::Text(builder), Cell::Text(text)) => builder.append_value(text),
            (Builder::Integer(builder), Cell::Empty) => builder.append_null(),
            (Builder::Integer(builder), Cell::Integer(number)) => builder.append_value(number),
            (Builder::Boolean(builder), Cell::Empty) => builder.append_null(),
            (Builder::Boolean(builder), Cell::Boolean(value)) => builder.append_value(value),
            (Builder::Date(builder), Cell::Empty) => builder.append_null(),
            (Builder::Date(builder), Cell::Date(date)) => builder.append_value(days(date)),
            (Builder::List(builder), Cell::Empty) => builder.append_null(),
            (Builder::List(builder), Cell::List(list)) => builder.append_value(list.iter().map(Some)),
            (_, wrong) => return Err(wrong),
        }
        Ok(())
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Builder::Text(builder) => ArrayBuilder::finish(builder),
            Builder::Integer(builder) => ArrayBuilder::finish(builder),
            Builder::Boolean(builder) => ArrayBuilder::finish(builder),
            Builder::Date(builder) => ArrayBuilder::finish(builder),
            Builder::List(builder) => ArrayBuilder::finish(builder),
        }
    }
}

/// Days since 1970-01-01.
fn days(date: gongwen::Date) -> i32 {
    // Years begin with March, so that the leap day is the last: the months then take 153 days in five.
    let (year, month) = match date.month() {
        1 | 2 => (i32::from(date.year()) - 1, i32::from(date.month()) + 9),
        _ => (i32::from(date.year()), i32::from(date.month()) - 3),
    };
    let before_year = 365 * year + year / 4 - year / 100 + year / 400;
    before_year + (153 * month + 2) / 5 + i32::from(date.day()) - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen::specimen;
    use crate::{Entry, walk};
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Date32Type, Int64Type};

    #[test]
    fn days_are_counted_from_1970() {
        for (day, expected) in [
            ((1949, 1, 1), -7670),
            ((1970, 1, 1), 0),
            ((2000, 2, 29), 11016),
            ((2000, 3, 1), 11017),
            ((2024, 12, 31), 20088),
            ((2100, 2, 28), 47540),
            ((2100, 3, 1), 47541),
        ] {
            assert_eq!(days(gongwen::Date::new(day.0, day.1, day.2).unwrap()), expected, "{day:?}");
        }
    }

    fn specimen_rows() -> ArrowRows {
        let mut rows = ArrowRows::new(&Layout::default());
        walk(Entry::new("a.txt", &specimen().1), &mut rows).unwrap();
        rows
    }

    #[test]
    fn lists_and_days_have_types() {
        let mut rows = specimen_rows();
        assert_eq!(rows.rows(Table::Documents), 1);
        let documents = rows.take(Table::Documents).unwrap();
        assert_eq!((documents.num_rows(), rows.rows(Table::Documents)), (1, 0));
        let recipients = documents["recipients"].as_list::<i32>().value(0);
        assert_eq!(
            recipients.as_string::<i32>().iter().flatten().collect::<Vec<_>>(),
            ["各市州人民政府", "省直各单位"]
        );
        assert_eq!(documents["date"].as_primitive::<Date32Type>().value(0), 19853);
        assert_eq!(documents["year"].as_primitive::<Int64Type>().value(0), 2024);
        assert!(documents["annotation"].is_null(0));
    }

    #[test]
    fn a_cell_of_another_type_is_refused() {
        let mut rows = ArrowRows::new(&Layout::default());
        let error = rows.row(Table::Citations, [Cell::Integer(1)]).unwrap_err();
        assert_eq!(error.to_string(), "citations.doc: found Integer(1)");
    }

    #[test]
    fn fields_say_what_they_mean_and_the_schema_what_offsets_count() {
        let rows = specimen_rows();
        let schema = rows.schema(Table::Tasks);
        assert_eq!(schema.metadata()["offsets"], "utf-8");
        assert!(schema.field_with_name("path").unwrap().metadata()["description"].contains("一、/（一）"));
    }
}
