//! JSON Lines in memory.

use std::io;

use crate::{Cell, Layout, Sink, Table};

/// Rows as JSON, an object a line: every column by its name, `null` for an empty cell, lists as lists, days as `2024-05-10`.
#[derive(Debug)]
pub struct JsonRows<'l> {
    layout: &'l Layout,
    tables: [Vec<u8>; Table::ALL.len()],
}

impl<'l> JsonRows<'l> {
    /// No rows yet.
    pub fn new(layout: &'l Layout) -> Self {
        JsonRows { layout, tables: Default::default() }
    }

    /// The rows of each table in the order of [`Table::ALL`].
    pub fn finish(self) -> [Vec<u8>; Table::ALL.len()] {
        self.tables
    }
}

impl Sink for JsonRows<'_> {
    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        let line = &mut self.tables[table as usize];
        let mut before = b'{';
        let mut cells = cells.into_iter();
        for column in self.layout.columns(table) {
            line.push(before);
            before = b',';
            serde_json::to_writer(&mut *line, &column.name)?;
            line.push(b':');
            value(cells.next().unwrap_or(Cell::Empty), line)?;
        }
        line.extend(b"}\n");
        Ok(())
    }
}

fn value(cell: Cell<'_>, line: &mut Vec<u8>) -> io::Result<()> {
    match cell {
        Cell::Empty => line.extend(b"null"),
        Cell::Text(text) => serde_json::to_writer(line, text)?,
        Cell::Integer(number) => serde_json::to_writer(line, &number)?,
        Cell::Boolean(value) => serde_json::to_writer(line, &value)?,
        Cell::Date(date) => serde_json::to_writer(line, &date)?,
        Cell::List(list) => {
            line.push(b'[');
            for (place, words) in list.iter().enumerate() {
                if place > 0 {
                    line.push(b',');
                }
                serde_json::to_writer(&mut *line, words)?;
            }
            line.push(b']');
        }
    }
    Ok(())
}
