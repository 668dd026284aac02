//! `gongwen review`: one page to look at what was found.
//!
//! ```text
//! marks      what is marked in a text, with its fields
//! entry      a notice as the page shows it
//! overview   all notices in a line each
//! page       the file: frame, style, program and data
//! ```
//!
//! The page needs nothing but its file. Words of notices reach it as data, never as markup, and become text by the program
//! alone (`createTextNode`).

mod entry;
mod marks;
mod overview;
mod page;

use std::io;
use std::path::Path;

use crate::arguments::{Reading, Voice};
use crate::messages::{PAGE, Thing, count, listed};
use crate::output::complain;
use crate::review::entry::Entry;
pub(crate) use crate::review::entry::marks;
use crate::review::overview::Line;
use crate::review::page::{Page, island};
use crate::run::each;
use crate::status::Status;
use crate::tables::files::{Files, finish};

/// Writes the page of the texts to `out`, when it is complete; then a line on standard error that counts what was read.
///
/// # Errors
///
/// - the page cannot be written
/// - no text was read; an older page stays
pub(crate) fn review(reading: &Reading, out: &Path) -> io::Result<Status> {
    let (files, place) = Files::single(out)?;
    let mut page = Page::begin(place)?;
    let run = each(
        reading,
        |input| {
            let entry = Entry::of(input);
            Ok(((Line::of(input, &entry), island(&entry)?), Status::Good))
        },
        |(line, island)| page.add(line, &island),
    )?;
    run.some_read(PAGE)?;
    finish(page.finish(&run.failures)?)?;
    files.publish()?;
    if reading.voice() > Voice::Quiet {
        complain(&listed(&[count(run.notices, Thing::Notice), count(run.failures.len(), Thing::Failure)]));
    }
    Ok(run.status)
}
