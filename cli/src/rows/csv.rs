//! Rows of CSV.

use csv::{ReaderBuilder, StringRecord};
use gongwen_tables::Table;

use crate::messages::{misfit, no_column_in_header, other_cells};
use crate::rows::{Fault, KNOWN, Row, needed, unfit};

/// Hands over each row of a table.
///
/// # Errors
///
/// - the header is missing, or lacks a column
/// - a row has other cells than the header, or a cell does not hold what its column holds
/// - what `take` says
pub(super) fn read(
    text: &str,
    table: Table,
    mut take: impl FnMut(Row) -> Result<(), String>,
) -> Result<(), Fault> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut next = |record: &mut StringRecord| {
        let before = record.position().map_or(0, start);
        reader.read_record(record).map_err(|error| Fault::new(before, error))
    };
    next(&mut record)?;
    let places = header(&record, table)?;
    while next(&mut record)? {
        let at = record.position().map_or(0, start);
        let cell = |number: usize| at + cell_start(&text[at..], number);
        if record.len() != places.len() {
            let first = cell(record.len().min(places.len()));
            return Err(Fault::new(first, other_cells(record.len(), places.len())));
        }
        let mut row = Row::new(table);
        for (number, (words, place)) in record.iter().zip(&places).enumerate() {
            let Some(place) = *place else { continue };
            let column = &KNOWN.columns(table)[place];
            if let Some(expected) = unfit(column, words) {
                let message = misfit(format!("{words:?}"), &column.name, expected);
                return Err(Fault::new(cell(number), message));
            }
            row.cells[place] = words.into();
        }
        take(row).map_err(|message| Fault::new(at, message))?;
    }
    Ok(())
}

fn start(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

/// For each column of the file its place among the known ones.
fn header(names: &StringRecord, table: Table) -> Result<Vec<Option<usize>>, Fault> {
    let known = |name| KNOWN.columns(table).iter().position(|column| column.name == name);
    let places: Vec<Option<usize>> = names.iter().map(known).collect();
    let missing = needed(table).find(|(place, _)| !places.contains(&Some(*place)));
    match missing {
        None => Ok(places),
        Some((_, column)) => Err(Fault::new(0, no_column_in_header(&column.name))),
    }
}

/// Where a cell of the record at the start of `text` begins; of one behind its last cell, where the record ends.
fn cell_start(text: &str, number: usize) -> usize {
    let (mut quoted, mut before) = (false, 0);
    for (at, byte) in text.bytes().enumerate() {
        if before == number {
            return at;
        }
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => before += 1,
            b'\n' | b'\r' if !quoted => return at,
            _ => {}
        }
    }
    text.len()
}
