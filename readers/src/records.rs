//! Files of crawlers: JSON Lines, JSON arrays and CSV, a notice a record. They are read as a stream: memory does not grow
//! with their number.

mod decoding;
mod fields;
mod json;
mod table;

use std::fmt;
use std::io::{self, BufRead, BufReader, Read as _};

use crate::records::decoding::Decoding;
use crate::records::json::{Lines, Objects};
use crate::records::table::Rows;
use crate::{Charset, Format, Metadata, Options, Read, Unread, encoding, html};

pub(crate) use crate::records::fields::{format, is_unnamed_table};

/// A notice of a file with many.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Record {
    /// The line that it begins at; of a JSON array, its place, from 1.
    pub number: usize,
    /// What names it in the file, if a field does.
    pub id: Option<String>,
    /// The field that holds its text.
    pub field: String,
    /// Its text.
    pub read: Read,
    /// Its other fields, in the order of the file; what is no string as JSON.
    pub columns: Vec<(String, String)>,
}

/// A record that could not be read: `line 3: expected value at column 7`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Broken {
    /// The line that it begins at; of a JSON array, its place, from 1.
    pub number: usize,
    what: &'static str,
    reason: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.what, self.number, self.reason)
    }
}

/// The fields of a record with their values, in order.
type Fields = Vec<(String, String)>;

/// What a file gives, one after the other: fields, or what is wrong with them, and its number.
type Next = Option<(usize, Result<Fields, String>)>;

/// The records of a file, in order; a broken one does not end it.
///
/// ```
/// use gongwen_readers::{Format, Options, records};
/// let lines = "{\"id\": 7, \"content\": \"关于护林的通知\"}\n{\"id\": 8, \"content\": \"…\n";
/// let found = records(lines.as_bytes(), Format::JsonLines, &Options::default())?.collect::<Vec<_>>();
/// assert_eq!(found[0].as_ref().unwrap().read.text, "关于护林的通知");
/// assert!(found[1].as_ref().unwrap_err().to_string().starts_with("line 2: "));
/// # Ok::<(), gongwen_readers::Unread>(())
/// ```
#[derive(Debug)]
pub struct Records<R> {
    source: Source<R>,
    options: Options,
    format: Format,
    charset: Charset,
}

#[derive(Debug)]
enum Source<R> {
    Lines(Lines<BufReader<Decoding<R>>>),
    Objects(Objects<BufReader<Decoding<R>>>),
    Rows(Rows<Decoding<R>>),
}

/// Bytes that tell the encoding and the format of a file.
pub const HEAD: usize = 64 << 10;

/// Reads the records of a file of `format`, which [`Format::of_records`] tells.
///
/// # Errors
///
/// - the file cannot be read
/// - `format` is none of records
pub fn records<R: BufRead>(source: R, format: Format, options: &Options) -> Result<Records<R>, Unread> {
    let limit = options.limits.bytes;
    let (charset, decoding) = decoding(source, options)?;
    let source = match format {
        Format::JsonLines => Source::Lines(Lines::new(BufReader::new(decoding), limit)),
        Format::Json => Source::Objects(Objects::new(BufReader::new(decoding), limit)),
        Format::Csv => Source::Rows(Rows::new(decoding, limit)),
        other => return Err(Unread::Damaged { what: other.name(), reason: "it holds one text".to_owned() }),
    };
    Ok(Records { source, options: options.clone(), format, charset })
}

/// The text of a source, and its encoding, told by its first bytes.
fn decoding<R: BufRead>(mut source: R, options: &Options) -> Result<(Charset, Decoding<R>), Unread> {
    let mut head = vec![];
    source.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(|error| failed(&error))?;
    let charset = options.charset.map_or_else(|| encoding::charset(&head), Ok)?;
    Ok((charset, Decoding::new(head, source, charset)))
}

fn failed(error: &io::Error) -> Unread {
    Unread::Failed { reason: error.to_string() }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = Result<Record, Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        let (number, fields) = match &mut self.source {
            Source::Lines(lines) => lines.next_record(),
            Source::Objects(objects) => objects.next_record(),
            Source::Rows(rows) => rows.next_record(),
        }?;
        let what = if self.format == Format::Json { "record" } else { "line" };
        let record = fields.and_then(|fields| self.record(number, fields));
        Some(record.map_err(|reason| Broken { number, what, reason }))
    }
}

impl<R> Records<R> {
    fn record(&self, number: usize, mut fields: Fields) -> Result<Record, String> {
        let at = fields::text(&fields, self.options.text_field.as_deref())?;
        let (field, text) = fields.remove(at);
        let id = fields::id(&fields, self.options.id_field.as_deref()).map(|at| fields[at].1.clone());
        let mut read = Read { charset: Some(self.charset), ..Read::new(self.format) };
        if Format::of(text.as_bytes()) == Ok(Format::Html) {
            html::page(&text, &self.options, &mut read).map_err(|unread| unread.to_string())?;
        } else {
            read.text = text;
        }
        if let Some(end) = end_of_once(&read.text).filter(|_| read.grids.is_empty()) {
            read.text.truncate(end);
            let message = "the text stands twice in its field, one behind the other: it is read once";
            read.findings.push(crate::Finding::note("repeated-text", message));
        }
        put_before(fields::said(&fields), &mut read);
        if read.text.contains('\u{fffd}') {
            let message = "characters were lost before or in this file; each shows as U+FFFD";
            read.findings.push(crate::Finding::warning("damaged-text", message));
        }
        Ok(Record { number, id, field, read, columns: fields })
    }
}

/// Where a text ends that stands behind itself once more: crawlers join what a page shows on wide and on narrow screens.
fn end_of_once(text: &str) -> Option<usize> {
    /// Words may be doubled; in characters, a guess.
    const LEAST: usize = 30;
    let start = text.len() - text.trim_start().len();
    let whole = text.trim();
    let middle = (0..=whole.len() / 2).rev().find(|at| whole.is_char_boundary(*at))?;
    let first = whole[..middle].trim_end();
    (first == whole[middle..].trim_start() && first.chars().nth(LEAST).is_some())
        .then_some(start + first.len())
}

/// Puts what the fields beside the text say of the notice before it, as far as the text has it not.
fn put_before(said: Vec<Metadata>, read: &mut Read) {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let text = bare(&html::without_files(&read.text));
    let lacks = |known: &Metadata| !text.contains(&bare(&known.value));
    let new = said.into_iter().filter(lacks).collect::<Vec<_>>();
    let lines =
        new.iter().map(|known| format!("{}：{}\n", known.key, known.value)).collect::<Vec<_>>().concat();
    if lines.is_empty() {
        return;
    }
    for grid in &mut read.grids {
        grid.shift(lines.len());
    }
    read.text.insert_str(0, &lines);
    let keys = new.iter().map(|known| known.key.as_str()).collect::<Vec<_>>().join(", ");
    let message = format!("{keys} of other fields stand before the text, which has them not");
    read.findings.push(crate::Finding::note("field-before-text", message));
    read.metadata.splice(0..0, new);
}

#[cfg(test)]
mod tests;
