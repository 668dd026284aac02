//! `run.json`: what a run read, and what became of it.

use std::io::{self, Write};

use serde::Serialize;

use crate::input::{Input, Unread};
use crate::run::Run;
use crate::tables::files::Place;
use crate::tables::output::Form;
use crate::tables::summary::Counts;

/// The record's name.
pub(crate) const NAME: &str = "run.json";

/// How each record begins, by which it is known.
const OPENING: &str = "{\n  \"gongwen\": \"";

/// Whether a text begins as a record does.
pub(crate) fn begins(text: &str) -> bool {
    text.starts_with(OPENING)
}

/// A text that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Entry {
    doc: String,
    path: String,
    bytes: usize,
    /// Of the file, in hexadecimal; of a record, of its text.
    sha256: String,
}

impl Entry {
    /// That of an input.
    pub(crate) fn of(input: &Input) -> Self {
        let Input { doc, name, origin, .. } = input;
        let sha256 = origin.sha256.as_str().to_owned();
        Entry { doc: doc.clone(), path: name.clone(), bytes: origin.bytes, sha256 }
    }
}

/// The record while it is written: the same for the same input, so it holds no time.
#[derive(Debug)]
pub(crate) struct Record {
    place: Place,
    before: &'static str,
}

/// The end of the record.
#[derive(Serialize)]
struct End<'r> {
    counts: Totals,
    failures: &'r [Unread],
}

#[derive(Serialize)]
struct Totals {
    notices: usize,
    /// Notices that had been read before; they are among `notices` unless `--dedupe` leaves them out.
    again: usize,
    #[serde(flatten)]
    found: Counts,
    failures: usize,
}

impl Record {
    /// A record without inputs.
    ///
    /// # Errors
    ///
    /// - the volume is full, or fails otherwise
    pub(crate) fn create(mut place: Place, form: Form) -> io::Result<Self> {
        let version = env!("CARGO_PKG_VERSION");
        let form = form.name();
        write!(place, "{OPENING}{version}\",\n  \"format\": \"{form}\",\n  \"inputs\": [")?;
        Ok(Record { place, before: "\n    " })
    }

    /// Adds a text; it is on its way to the file at once, so that memory does not grow with their number.
    ///
    /// # Errors
    ///
    /// - the volume is full, or fails otherwise
    pub(crate) fn add(&mut self, entry: &Entry) -> io::Result<()> {
        self.place.write_all(self.before.as_bytes())?;
        self.before = ",\n    ";
        Ok(serde_json::to_writer(&mut self.place, entry)?)
    }

    /// Adds counts and failures.
    ///
    /// # Errors
    ///
    /// - the volume is full, or fails otherwise
    pub(crate) fn finish(mut self, found: Counts, run: &Run) -> io::Result<Place> {
        let totals = Totals { notices: run.notices, again: run.again, found, failures: run.failures.len() };
        let end = serde_json::to_string_pretty(&End { counts: totals, failures: &run.failures })?;
        // The object of the end goes on in the record's.
        write!(self.place, "\n  ],{}\n", &end[1..])?;
        Ok(self.place)
    }
}
