//! `gongwen tables`: tidy tables, one row a thing.

mod files;
mod temporary;

use std::io;
use std::path::{Path, PathBuf};

use gongwen_tables::{CsvRows, Entry, walk};

use crate::input::Input;
use crate::run::each;
use crate::status::Status;
use crate::tables::files::Files;

/// Writes the tables of the texts into the folder `out`: all of them when all are complete, or none.
pub(crate) fn tables(paths: &[PathBuf], out: &Path) -> io::Result<Status> {
    let mut files = Files::create(out)?;
    let status = each(paths, |input| Ok((rows(input)?, Status::Good)), |rows| files.append(&rows))?;
    files.publish()?;
    Ok(status)
}

fn rows(input: &Input) -> io::Result<files::Rows> {
    let mut rows = CsvRows::new();
    walk(Entry::new(&input.doc, &input.parsed), &mut rows)?;
    rows.finish()
}
