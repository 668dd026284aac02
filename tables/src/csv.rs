//! CSV in memory.

use std::borrow::Cow;
use std::io;

use csv::Writer;

use crate::{Cell, Column, Sink, Table};

/// What a spreadsheet that opens the rows may take for a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Words {
    /// Every cell is the notice's.
    #[default]
    AsTheyAre,
    /// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return has `'` before it.
    Harmless,
}

/// Rows as CSV: UTF-8, LF, quotes where a cell needs them, lists joined by `|`, nothing for an empty cell.
#[derive(Debug)]
pub struct CsvRows {
    writers: [Writer<Vec<u8>>; Table::ALL.len()],
    words: Words,
    /// Holds a cell that is not text while it is written.
    scratch: String,
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
        CsvRows::with(Words::AsTheyAre)
    }

    /// No rows yet.
    pub fn with(words: Words) -> Self {
        let writers = Table::ALL.map(|_| Writer::from_writer(Vec::new()));
        CsvRows { writers, words, scratch: String::new() }
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
            let cell = cell.words(&mut self.scratch);
            match self.words {
                Words::AsTheyAre => writer.write_field(cell)?,
                Words::Harmless => writer.write_field(&*harmless(cell))?,
            }
        }
        Ok(writer.write_record(None::<&[u8]>)?)
    }
}

/// The cell, unless it begins as a formula does (the list is OWASP's, CSV injection).
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
}

fn finish(writer: Writer<Vec<u8>>) -> io::Result<Vec<u8>> {
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn citation(words: Words, title: &str) -> String {
        let mut rows = CsvRows::with(words);
        rows.row(Table::Citations, ["a.txt".into(), title.into(), Cell::Integer(-1)]).unwrap();
        String::from_utf8(rows.finish().unwrap()[Table::Citations as usize].clone()).unwrap()
    }

    #[test]
    fn formulas_are_disarmed_when_asked_for() {
        assert_eq!(citation(Words::AsTheyAre, "=A1"), "a.txt,=A1,-1\n");
        assert_eq!(citation(Words::Harmless, "=A1"), "a.txt,'=A1,'-1\n");
        assert_eq!(citation(Words::Harmless, "条例=A1"), "a.txt,条例=A1,'-1\n");
    }
}
