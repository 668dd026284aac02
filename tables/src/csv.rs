//! CSV in memory.

use std::io::{self, Write};

use csv::Writer;

use crate::{Cell, Column, Sink, Table};

/// Rows as CSV: UTF-8, LF, quotes where a cell needs them, lists joined by `|`, nothing for an empty cell.
#[derive(Debug)]
pub struct CsvRows {
    writers: [Writer<Vec<u8>>; Table::ALL.len()],
    /// Holds a cell that is not text while it is written.
    scratch: Vec<u8>,
}

/// The header row.
///
/// # Errors
///
/// - none that this writer to memory is known to have
pub fn header(columns: &[Column]) -> io::Result<Vec<u8>> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(columns.iter().map(|column| column.name.as_bytes()))?;
    finish(writer)
}

impl CsvRows {
    /// No rows yet.
    pub fn new() -> Self {
        CsvRows { writers: Table::ALL.map(|_| Writer::from_writer(Vec::new())), scratch: Vec::new() }
    }

    /// The rows of each table in the order of [`Table::ALL`], without headers.
    ///
    /// # Errors
    ///
    /// - none that this writer to memory is known to have
    pub fn finish(self) -> io::Result<[Vec<u8>; Table::ALL.len()]> {
        let mut rows: [Vec<u8>; Table::ALL.len()] = Default::default();
        for (rows, writer) in rows.iter_mut().zip(self.writers) {
            *rows = finish(writer)?;
        }
        Ok(rows)
    }
}

impl Default for CsvRows {
    fn default() -> Self {
        CsvRows::new()
    }
}

impl Sink for CsvRows {
    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        let writer = &mut self.writers[table as usize];
        for cell in cells {
            writer.write_field(written(cell, &mut self.scratch)?)?;
        }
        Ok(writer.write_record(None::<&[u8]>)?)
    }
}

/// The cell as it stands between two commas, quotes apart.
fn written<'c>(cell: Cell<'c>, scratch: &'c mut Vec<u8>) -> io::Result<&'c [u8]> {
    scratch.clear();
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => return Ok(text.as_bytes()),
        Cell::Integer(number) => scratch.extend(itoa::Buffer::new().format(number).as_bytes()),
        Cell::Boolean(value) => return Ok(if value { b"true" } else { b"false" }),
        Cell::Date(date) => write!(scratch, "{date}")?,
        Cell::List(list) => {
            for (place, words) in list.iter().enumerate() {
                if place > 0 {
                    scratch.push(b'|');
                }
                scratch.extend(words.as_bytes());
            }
        }
    }
    Ok(scratch)
}

fn finish(writer: Writer<Vec<u8>>) -> io::Result<Vec<u8>> {
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}
