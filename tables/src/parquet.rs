//! Parquet.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use crate::{ArrowRows, Cell, Layout, Sink, Table};

/// Rows that are turned into arrays at once.
const BATCH_ROWS: usize = 8192;

/// Words in rows that are turned into arrays at once; the items of a few hundred notices.
const BATCH_BYTES: usize = 4 << 20;

/// Encoded rows of a table that are held in memory before they are written as a row group.
const GROUP_BYTES: usize = 16 << 20;

/// Parquet files, Snappy inside, one a table. Memory does not grow with the number of rows.
#[derive(Debug)]
pub struct ParquetRows<W: Write + Send> {
    rows: ArrowRows,
    writers: Vec<ArrowWriter<W>>,
}

impl<W: Write + Send> ParquetRows<W> {
    /// Files without rows: a place for each table of the layout, in its order.
    ///
    /// # Errors
    ///
    /// - a place cannot be written
    pub fn new(layout: &Layout, places: impl IntoIterator<Item = W>) -> io::Result<Self> {
        let rows = ArrowRows::new(layout);
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("gongwen ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let writer = |(table, place)| {
            ArrowWriter::try_new(place, Arc::clone(rows.schema(table)), Some(properties.clone()))
        };
        let writers =
            layout.tables().map(|(table, _)| table).zip(places).map(writer).collect::<Result<_, _>>();
        Ok(ParquetRows { writers: writers.map_err(io::Error::other)?, rows })
    }

    /// Writes what is still held, and the files' ends; gives the places back.
    ///
    /// # Errors
    ///
    /// - a place cannot be written
    pub fn finish(mut self) -> io::Result<Vec<W>> {
        let tables = Table::ALL.into_iter().take(self.writers.len());
        tables.into_iter().try_for_each(|table| self.encode(table))?;
        self.writers.into_iter().map(|writer| writer.into_inner().map_err(io::Error::other)).collect()
    }

    fn encode(&mut self, table: Table) -> io::Result<()> {
        let batch = self.rows.take(table).map_err(io::Error::other)?;
        let Some(writer) = self.writers.get_mut(table as usize) else { return Ok(()) };
        let written = writer.write(&batch).and_then(|()| match writer.in_progress_size() {
            GROUP_BYTES.. => writer.flush(),
            _ => Ok(()),
        });
        written.map_err(io::Error::other)
    }
}

impl<W: Write + Send> Sink for ParquetRows<W> {
    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        self.rows.row(table, cells)?;
        if self.rows.rows(table) >= BATCH_ROWS || self.rows.bytes(table) >= BATCH_BYTES {
            self.encode(table)?;
        }
        Ok(())
    }
}
