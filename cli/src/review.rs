//! `gongwen review`: one page to look at what was found, as [`gongwen_page`] makes it.

use std::io;
use std::path::Path;

use gongwen_page::{Entry, Line, Page, island};

use crate::arguments::{Reading, Voice};
use crate::messages::{PAGE, Thing, count, listed};
use crate::output::complain;
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
            let entry = Entry::new(&input.doc, &input.text, &input.parsed);
            Ok(((Line::of(&input.parsed, &entry), island(&entry)?), Status::Good))
        },
        |(line, island)| page.add(line, &island),
    )?;
    run.some_read(PAGE)?;
    let failures = run.failures.iter().map(|unread| unread.said().into());
    finish(page.finish(failures.collect())?)?;
    files.publish()?;
    if reading.voice() > Voice::Quiet {
        complain(&listed(&[count(run.notices, Thing::Notice), count(run.failures.len(), Thing::Failure)]));
    }
    Ok(run.status)
}
