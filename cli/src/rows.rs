//! Tables read back: those that `tables` wrote into a folder, or those of results that `json --lines` printed.

mod csv;
mod json;

use std::collections::HashMap;
use std::fmt::Display;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::LazyLock;

use gongwen::{Date, Parsed, Position};
use gongwen_tables::{Cell, Column, ColumnType, Entry, Gathered, Layout, Sink, Table, walk};

use crate::lines::Lines;
use crate::messages::{
    SOME_DAY, SOME_WORDS, TRUE_OR_FALSE, WHOLE_NUMBER, Word, about, no_tables, no_utf_8, notice_alone,
    notice_twice, two_formats,
};
use crate::output::at;
use crate::sources::is_standard_input;
use crate::tables::Layer;

/// All columns that a table may have; a row has its cells in their order.
static KNOWN: LazyLock<Layout> = LazyLock::new(Layout::resolved);

/// The tables of several notices.
#[derive(Debug)]
pub(crate) struct Rows {
    /// The notices, in the order of `documents`.
    pub(crate) docs: Vec<Doc>,
    /// Whether the second layer's columns are there.
    pub(crate) layer: Layer,
    places: HashMap<String, usize>,
}

/// The rows of a notice.
#[derive(Debug)]
pub(crate) struct Doc {
    pub(crate) name: String,
    /// Where its text is, if that is at hand.
    pub(crate) origin: Option<Origin>,
    rows: [Vec<Row>; Table::ALL.len()],
}

/// Where a text is.
#[derive(Debug)]
pub(crate) struct Origin {
    /// The name for people.
    pub(crate) name: String,
    pub(crate) lines: Lines,
}

/// A row: a cell for each known column, in the form of CSV; lists are joined by `|`.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    table: Table,
    cells: Vec<Box<str>>,
}

/// The rows of a notice as they are walked.
#[derive(Debug, Default)]
pub(crate) struct Walked(Vec<Row>);

impl Sink for Walked {
    fn row<'c>(&mut self, table: Table, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        let mut row = Row::new(table);
        let mut scratch = String::new();
        for (held, cell) in row.cells.iter_mut().zip(cells) {
            *held = cell.words(&mut scratch).into();
        }
        self.0.push(row);
        Ok(())
    }
}

/// The values that a column of any table may have.
pub(crate) fn values(column: &str) -> Vec<&'static str> {
    let columns = KNOWN.tables().flat_map(|(_, columns)| columns).find(|known| known.name == column);
    columns.into_iter().flat_map(|column| column.values).map(|value| value.name).collect()
}

/// What is wrong at a byte of a file.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    at: usize,
    message: String,
}

impl Fault {
    fn new(at: usize, message: impl Display) -> Self {
        Fault { at, message: message.to_string() }
    }

    /// `tasks.csv:3:12: found …, expected …`
    fn within(self, path: &Path, text: &str) -> io::Error {
        fault(path, Position::of(text, self.at), &self.message)
    }
}

fn fault(path: &Path, place: Position, message: &dyn Display) -> io::Error {
    let place = format!("{}:{place}", path.display());
    io::Error::other(about(place, message).to_string())
}

impl Row {
    fn new(table: Table) -> Self {
        Row { table, cells: vec![Box::default(); KNOWN.columns(table).len()] }
    }

    /// The cell under a column; empty where the table has no such column.
    pub(crate) fn get(&self, column: &str) -> &str {
        let place = KNOWN.columns(self.table).iter().position(|known| known.name == column);
        place.map_or("", |place| &self.cells[place])
    }

    /// The number under a column.
    pub(crate) fn number(&self, column: &str) -> Option<usize> {
        self.get(column).parse().ok()
    }
}

impl Doc {
    /// The rows of a table.
    pub(crate) fn rows(&self, table: Table) -> &[Row] {
        &self.rows[table as usize]
    }

    /// The items by their numbers, each with the labels that lead to it as the column `path` has them: `一、/（二）`.
    pub(crate) fn paths(&self) -> HashMap<&str, String> {
        let mut paths: HashMap<&str, String> = HashMap::new();
        // each stands behind the one that it stands in
        for row in self.rows(Table::Sections) {
            let above = paths.get(row.get("parent")).map(|path| format!("{path}/")).unwrap_or_default();
            paths.insert(row.get("section"), above + row.get("label"));
        }
        paths
    }
}

impl Rows {
    /// No rows yet.
    pub(crate) fn new(layer: Layer) -> Self {
        Rows { docs: Vec::new(), layer, places: HashMap::new() }
    }

    /// The notice of this name.
    pub(crate) fn doc(&self, name: &str) -> Option<&Doc> {
        self.places.get(name).map(|&place| &self.docs[place])
    }

    /// Reads the tables of a folder, or the lines of a file or of standard input that `json --lines` printed.
    ///
    /// # Errors
    ///
    /// - the path cannot be read, or is a folder without tables as CSV or JSON Lines
    /// - a file is not UTF-8, lacks a column, or holds what is no row: its name, line and column, what was found and expected
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        if is_standard_input(path) {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            return Rows::of_results(Path::new("-"), &utf8(path, bytes)?);
        }
        if path.is_dir() {
            return Rows::of_folder(path);
        }
        Rows::of_results(path, &text(path)?)
    }

    /// Whether a path leads to a folder of tables.
    pub(crate) fn are_in(path: &Path) -> bool {
        FileForm::ALL.iter().any(|form| path.join(form.name(Table::Documents)).is_file())
    }

    fn of_folder(folder: &Path) -> io::Result<Self> {
        let form = FileForm::of(folder)?;
        let there = |table: Table| folder.join(form.name(table));
        let layer = Layer::of(there(Table::Times).is_file());
        let mut rows = Rows::new(layer);
        let tables = KNOWN.tables().map(|(table, _)| table);
        // A row of `units` is no one notice's.
        for table in tables.filter(|&table| table != Table::Units) {
            let path = there(table);
            let is_first_layers = !Layout::default().columns(table).is_empty();
            if is_first_layers || path.is_file() {
                let text = text(&path)?;
                rows.take_in(table, form, &text).map_err(|fault| fault.within(&path, &text))?;
            }
        }
        Ok(rows)
    }

    fn take_in(&mut self, table: Table, form: FileForm, text: &str) -> Result<(), Fault> {
        match form {
            FileForm::Csv => csv::read(text, table, |row| self.add(row)),
            FileForm::JsonLines => json::read(text, table, |row| self.add(row)),
        }
    }

    fn of_results(path: &Path, text: &str) -> io::Result<Self> {
        let mut rows = Rows::new(Layer::Parsed);
        json::results(text, |doc, parsed| rows.add_result(doc, parsed))
            .map_err(|fault| fault.within(path, text))?;
        Ok(rows)
    }

    fn add_result(&mut self, doc: &str, parsed: &Parsed) -> Result<(), String> {
        let mut rows = Walked::default();
        walk(Entry::new(doc, parsed), &mut rows).map_err(|error| error.to_string())?;
        self.add_walked(rows, None)
    }

    /// Adds the rows of a notice.
    ///
    /// # Errors
    ///
    /// - a notice of this name is there
    pub(crate) fn add_walked(&mut self, rows: Walked, origin: Option<Origin>) -> Result<(), String> {
        let Walked(mut rows) = rows;
        // the row of `documents`, which is walked last, begins a notice
        rows.sort_by_key(|row| row.table != Table::Documents);
        rows.into_iter().try_for_each(|row| self.add(row))?;
        if let Some(last) = self.docs.last_mut() {
            last.origin = origin;
        }
        Ok(())
    }

    /// Adds the rows that wait for the last notice.
    ///
    /// # Errors
    ///
    /// - none that is known
    pub(crate) fn add_gathered(&mut self, gathered: Gathered) -> io::Result<()> {
        let mut rows = Walked::default();
        gathered.finish(&mut rows)?;
        // A row of `units` is no one notice's.
        let mut of_notices = rows.0.into_iter().filter(|row| row.table != Table::Units);
        of_notices.try_for_each(|row| self.add(row)).map_err(io::Error::other)
    }

    /// Adds a row to those of its notice; a row of `documents` begins a notice.
    fn add(&mut self, row: Row) -> Result<(), String> {
        let name = row.get("doc");
        let known = self.places.get(name).copied();
        match (row.table, known) {
            (Table::Documents, Some(_)) => {
                return Err(notice_twice(name).to_string());
            }
            (Table::Documents, None) => {
                self.places.insert(name.to_owned(), self.docs.len());
                let doc = Doc { name: name.to_owned(), origin: None, rows: Default::default() };
                self.docs.push(doc);
            }
            (_, None) => return Err(notice_alone(name).to_string()),
            (_, Some(_)) => {}
        }
        let place = known.unwrap_or(self.docs.len() - 1);
        self.docs[place].rows[row.table as usize].push(row);
        Ok(())
    }
}

/// What the tables of a folder are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileForm {
    Csv,
    JsonLines,
}

impl FileForm {
    const ALL: [FileForm; 2] = [FileForm::Csv, FileForm::JsonLines];

    fn of(folder: &Path) -> io::Result<Self> {
        let there = |form: &FileForm| folder.join(form.name(Table::Documents)).is_file();
        let forms: Vec<FileForm> = FileForm::ALL.into_iter().filter(there).collect();
        let said = match forms[..] {
            [only] => return Ok(only),
            [] => no_tables(),
            _ => two_formats(),
        };
        Err(io::Error::other(about(folder.display(), said).to_string()))
    }

    fn name(self, table: Table) -> PathBuf {
        let ending = match self {
            FileForm::Csv => "csv",
            FileForm::JsonLines => "jsonl",
        };
        Path::new(table.name()).with_extension(ending)
    }
}

/// The columns that a file must have: the first layer's of its table, or all of a table of the second.
fn needed(table: Table) -> impl Iterator<Item = (usize, &'static Column)> {
    let needed = table.columns().iter();
    needed.enumerate()
}

/// What a cell under the column should hold, if it does not.
fn unfit(column: &Column, cell: &str) -> Option<Word> {
    let (fits, expected) = match column.holds {
        ColumnType::Text | ColumnType::List => (true, SOME_WORDS),
        ColumnType::Integer => (i64::from_str(cell).is_ok(), WHOLE_NUMBER),
        ColumnType::Boolean => (bool::from_str(cell).is_ok(), TRUE_OR_FALSE),
        ColumnType::Date => (Date::from_str(cell).is_ok(), SOME_DAY),
    };
    (!fits && !cell.is_empty()).then_some(expected)
}

fn text(path: &Path) -> io::Result<String> {
    let bytes = fs::read(path).map_err(|error| at(path, &error))?;
    utf8(path, bytes)
}

/// The text without its byte order mark.
fn utf8(path: &Path, bytes: Vec<u8>) -> io::Result<String> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..valid]);
        let byte = error.as_bytes().get(valid).copied().unwrap_or_default();
        let place = Position::of(&before, valid);
        fault(path, place, &no_utf_8(format!("{byte:#04x}")))
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::of_texts;
