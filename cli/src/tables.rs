//! `gongwen tables`: tidy tables, one row a thing.

pub(crate) mod files;
mod output;
pub(crate) mod record;
mod summary;
mod temporary;

use std::io;
use std::path::Path;
use std::time::Instant;

use gongwen_tables::codebook;

use crate::arguments::{Reading, Voice};
use crate::input::Input;
use crate::journal::{Journal, Takes};
use crate::messages::{TABLES, foreign};
use crate::output::complain;
use crate::progress::Progress;
use crate::run::{Again, each_told};
use crate::status::Status;
use crate::tables::files::{Files, finish};
pub(crate) use crate::tables::output::{ByteOrderMark, Form, Layer};
use crate::tables::output::{Output, Piece};
use crate::tables::record::{Entry, Record};
use crate::tables::summary::Counts;

/// The name of what explains the columns.
const CODEBOOK: &str = "codebook.md";

/// Whether a text begins as the codebook does.
pub(crate) fn codebook_begins(text: &str) -> bool {
    text.starts_with(gongwen_tables::CODEBOOK_TITLE)
}

/// Writes the tables of the texts into the folder `out`, with their codebook and a record of the run: all of it when all is
/// complete, or nothing; then a line on standard error that counts what was read. What is read is kept in the folder until then,
/// and a run that takes it goes on with one that was broken off.
///
/// # Errors
///
/// - a table cannot be written, or another run writes there
/// - no text was read; older tables stay
pub(crate) fn tables(
    reading: &Reading,
    out: &Path,
    form: Form,
    layer: Layer,
    takes: Takes,
) -> io::Result<Status> {
    let start = Instant::now();
    let layout = layer.layout();
    let mut files = Files::create(out)?;
    let _alone = files.alone()?;
    if takes == Takes::Older {
        files.clear()?;
    }
    let journal = Journal::of(out, &reading.options(), takes);
    let mut output = Output::create(form, layout.clone(), &mut files)?;
    files.write(CODEBOOK, codebook(&layout).as_bytes())?;
    let mut record = Record::create(files.file(record::NAME)?, form)?;
    let mut counts = Counts::default();
    let work = |input: &Input| {
        let piece = Piece::of(input, form, layer, &layout)?;
        Ok(((piece, Entry::of(input), Counts::of(&input.parsed)), Status::Good))
    };
    let progress = Progress::of(reading);
    let run = each_told(reading, &journal, &progress, Again::Counted, work, |(piece, entry, of_text)| {
        counts.add(of_text);
        record.add(&entry)?;
        output.add(piece)
    })?;
    drop(progress);
    run.some_read(TABLES)?;
    let (places, limits) = output.finish()?;
    places.into_iter().chain([record.finish(counts, &run)?]).try_for_each(finish)?;
    files.publish()?;
    for limit in limits {
        complain(&foreign(&limit.to_string()));
    }
    if reading.voice() > Voice::Quiet {
        complain(&counts.summary(&run, journal.recalled(), start.elapsed()));
    }
    journal.remove();
    Ok(run.status)
}
