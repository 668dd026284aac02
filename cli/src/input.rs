//! Reading a text, and saying why it could not be read.

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use gongwen::{Grid, Parsed, Parser};
use gongwen_readers::{Finding, Read, Record};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::arguments::{Reading, Size};
use crate::journal::Journal;
use crate::messages::{self, Said, about, foreign, system, too_large, too_many_bytes};
use crate::origin::{Digits, Origin};
use crate::sources::{Content, Source, spelled};

/// A text and what the parser says about it.
#[derive(Debug)]
pub(crate) struct Input {
    /// The name for tables and JSON.
    pub(crate) doc: String,
    /// The name for people: the path as given.
    pub(crate) name: String,
    /// The text.
    pub(crate) text: String,
    /// What the file was.
    pub(crate) origin: Origin,
    /// What its reader left out, mended or doubts.
    pub(crate) findings: Vec<Finding>,
    /// What read it: the tables of its file are known to it.
    pub(crate) parser: Parser,
    /// The result.
    pub(crate) parsed: Parsed,
}

impl Input {
    /// Whether there is nothing in the text to say anything about.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.chars().all(|c| c == '\u{feff}' || c.is_whitespace())
    }
}

/// Why a text could not be read.
///
/// Prints as `notes/a.txt: not UTF-8: …`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Unread {
    #[serde(rename = "path")]
    name: String,
    #[serde(serialize_with = "in_english")]
    reason: Said,
}

/// Records of runs are the same whatever the language.
fn in_english<S: Serializer>(reason: &Said, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(reason.english())
}

impl Unread {
    pub(crate) fn new(path: &Path, reason: Said) -> Self {
        Unread { name: spelled(path.as_os_str()), reason }
    }

    /// The name and the reason.
    pub(crate) fn said(&self) -> Said {
        about(&self.name, &self.reason)
    }

    /// A fault of the program, as `said` by it.
    pub(crate) fn fault(name: String, said: &str) -> Self {
        Unread { name, reason: messages::fault(said) }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

/// Reads and parses a text, whatever the format of its file; what the journal has of it is not read again.
///
/// # Errors
///
/// - the file cannot be read
/// - it, or its text, has more bytes than the limit
/// - it holds no text that can be read; the message says what it is and how text is made of it
pub(crate) fn read(source: Source, reading: &Reading, journal: &Journal) -> Result<Input, Unread> {
    let name = source.name();
    let limit = reading.max_size;
    let bytes = match (source.content, &source.path) {
        (Content::Record(record), _) => return Ok(of_record(source.doc, name, *record)),
        (Content::Begun(head), _) => at_most(io::Cursor::new(head).chain(io::stdin().lock()), limit),
        (Content::Whole, Some(path)) => {
            File::open(path).map_err(|error| system(&error)).and_then(|file| all(file, limit))
        }
        (Content::Whole, None) => at_most(io::stdin().lock(), limit),
    };
    let read = bytes.and_then(|bytes| {
        let sha256 = Digits::of(&bytes);
        let read = journal.or_read(&sha256, || gongwen_readers::read(&bytes, &reading.options()));
        read.map(|read| (sha256, bytes.len(), read)).map_err(|unread| foreign(&unread.to_string()))
    });
    let (sha256, bytes, read) = read.map_err(|reason| Unread { name: name.clone(), reason })?;
    Ok(of_read(source.doc, name, (bytes, sha256), read, String::new()))
}

/// A record of a file of many.
fn of_record(doc: String, name: String, record: Record) -> Input {
    let Record { read, columns, .. } = record;
    let fields = columns.into_iter().map(|(name, value)| (name, Value::String(value))).collect::<Map<_, _>>();
    let bytes = read.text.as_bytes();
    let size = (bytes.len(), Digits::of(bytes));
    of_read(doc, name, size, read, Value::Object(fields).to_string())
}

fn of_read(doc: String, name: String, (bytes, sha256): (usize, Digits), read: Read, fields: String) -> Input {
    let Read { text, grids, format, charset, findings, .. } = read;
    let origin = Origin { bytes, sha256, format, charset, fields };
    let parser = Parser::new().tables(grids.iter().map(Grid::from).collect());
    Input { doc, name, origin, findings, parsed: parser.parse(&text), parser, text }
}

/// The bytes of a file, unless the system says beforehand that they are too many.
fn all(file: File, limit: Size) -> Result<Vec<u8>, Said> {
    let size = file.metadata().map_err(|error| system(&error))?.len();
    if size > limit.0 { Err(too_many_bytes(size, limit)) } else { at_most(file, limit) }
}

/// The bytes to the end, which a device or a file that grows may not have.
fn at_most(from: impl io::Read, limit: Size) -> Result<Vec<u8>, Said> {
    let mut bytes = Vec::new();
    let read =
        from.take(limit.0.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| system(&error))?;
    if read as u64 > limit.0 { Err(too_large(limit)) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_read_to_the_limit() {
        let error = at_most(io::repeat(b'a'), Size(1000)).unwrap_err();
        assert!(error.english().starts_with("too large, the limit is 1000: "), "{error}");
        assert_eq!(at_most(io::repeat(b'a').take(1000), Size(1000)).unwrap().len(), 1000);
        assert_eq!(at_most(io::repeat(b'a').take(1000), Size(u64::MAX)).unwrap().len(), 1000);
    }
}
