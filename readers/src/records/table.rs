//! CSV: a record a row, fields named by the first.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Chain, Read};
use std::rc::Rc;

use csv::{ByteRecord, Reader, ReaderBuilder};

use crate::records::fields::{DELIMITERS, delimiter};
use crate::records::{Fields, Next};

/// A source with [`END`] behind it.
type Ended<R> = Bounded<Chain<BufReader<R>, &'static [u8]>>;

/// The rows of a table.
#[derive(Debug)]
pub(crate) struct Rows<R> {
    /// `None` behind the end.
    reader: Option<Reader<Ended<R>>>,
    left: Rc<Cell<usize>>,
    limit: usize,
    names: Vec<String>,
    /// What was wrong with the first row.
    broken: Option<String>,
}

impl<R: Read> Rows<R> {
    pub(crate) fn new(source: R, limit: usize) -> Self {
        let mut source = BufReader::with_capacity(super::HEAD, source);
        let delimiter = match source.fill_buf() {
            Ok(head) => {
                delimiter(&String::from_utf8_lossy(head), None).unwrap_or_else(|| most_frequent(head))
            }
            Err(_) => b',',
        };
        let left = Rc::new(Cell::new(limit));
        let bounded = Bounded { source: source.chain(END), left: Rc::clone(&left) };
        let mut rows = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(bounded);
        let (names, broken) = match rows.byte_headers() {
            Ok(names) => {
                (names.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect(), None)
            }
            Err(error) => (vec![], Some(error.to_string())),
        };
        Rows { reader: Some(rows), left, limit, names, broken }
    }

    pub(crate) fn next_record(&mut self) -> Next {
        if let Some(reason) = self.broken.take() {
            self.reader = None;
            return Some((1, Err(reason)));
        }
        let rows = self.reader.as_mut()?;
        // what was read ahead belongs to the next record, too
        self.left.set(self.limit);
        let mut row = ByteRecord::new();
        let line = usize::try_from(rows.position().line()).unwrap_or(usize::MAX);
        match rows.read_byte_record(&mut row) {
            Ok(true) if is_end(&row) => None,
            Ok(false) => None,
            Ok(true) => {
                let line = row.position().map_or(line, |place| usize::try_from(place.line()).unwrap_or(line));
                Some((line, self.fields(&row)))
            }
            Err(error) => {
                self.reader = None;
                Some((line, Err(error.to_string())))
            }
        }
    }

    fn fields(&self, row: &ByteRecord) -> Result<Fields, String> {
        if row.iter().any(|cell| cell.ends_with(END)) {
            return Err("a quotation mark is never closed: the rest of the file is in this row".to_owned());
        }
        if row.len() != self.names.len() {
            return Err(format!(
                "found {} cells, expected {} as in the first row",
                row.len(),
                self.names.len()
            ));
        }
        let cell = |cell: &[u8]| {
            std::str::from_utf8(cell).map(str::to_owned).map_err(|error| {
                format!(
                    "not UTF-8: byte 0x{:02X} in a cell",
                    cell.get(error.valid_up_to()).copied().unwrap_or_default()
                )
            })
        };
        self.names.iter().zip(row).map(|(name, value)| Ok((name.clone(), cell(value)?))).collect()
    }
}

fn most_frequent(head: &[u8]) -> u8 {
    let first = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: &u8| first.split(|byte| byte == delimiter).count();
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

/// A row behind the last one, which a quotation mark that is never closed takes into its cell.
const END: &[u8] = b"\n\0end of rows\0\n";

fn is_end(row: &ByteRecord) -> bool {
    row.len() == 1 && &row[0] == END.trim_ascii()
}

/// A source that ends with an error when more is read of it than is left: a quote that is never closed takes in the rest.
#[derive(Debug)]
struct Bounded<R> {
    source: R,
    left: Rc<Cell<usize>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.source.read(into)?;
        let left = self.left.get().checked_sub(length);
        self.left.set(left.ok_or_else(|| {
            io::Error::other("the row is longer than a text may be: is a quotation mark never closed?")
        })?);
        Ok(length)
    }
}
