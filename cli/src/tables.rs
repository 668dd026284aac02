//! `gongwen tables`: tidy tables, one row a thing.

mod files;
mod summary;
mod temporary;

use std::io;
use std::path::Path;
use std::time::Instant;

use gongwen_tables::{CsvRows, Entry, walk};

use crate::arguments::{Reading, Voice};
use crate::input::Input;
use crate::output::complain;
use crate::run::each;
use crate::status::Status;
use crate::tables::files::Files;
use crate::tables::summary::Counts;

/// Writes the tables of the texts into the folder `out`: all of them when all are complete, or none; then a line on standard
/// error that counts what was read.
///
/// # Errors
///
/// - a table cannot be written
/// - no text was read; older tables stay
pub(crate) fn tables(reading: &Reading, out: &Path) -> io::Result<Status> {
    let start = Instant::now();
    let mut files = Files::create(out)?;
    let mut counts = Counts::default();
    let run = each(
        reading,
        |input| Ok(((rows(input)?, Counts::of(&input.parsed)), Status::Good)),
        |(rows, of_text)| {
            counts.add(of_text);
            files.append(&rows)
        },
    )?;
    if run.notices == 0 {
        return Err(io::Error::other("no notice was read, so no tables are written"));
    }
    files.publish()?;
    if reading.voice() > Voice::Quiet {
        complain(&counts.summary(run, start.elapsed()));
    }
    Ok(run.status)
}

fn rows(input: &Input) -> io::Result<files::Rows> {
    let mut rows = CsvRows::new();
    walk(Entry::new(&input.doc, &input.parsed), &mut rows)?;
    rows.finish()
}
