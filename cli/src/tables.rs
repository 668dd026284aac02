//! `gongwen tables`: tidy tables, one row a thing.

mod files;
mod summary;
mod temporary;

use std::io;
use std::path::Path;
use std::time::Instant;

use gongwen::resolve::NoticeKeys;
use gongwen_tables::{
    CitationRow, Citations, CsvRows, Entry, Organs, ResolvedTable, Resolving, resolved_rows, walk,
};

use crate::arguments::{Reading, Voice};
use crate::input::Input;
use crate::output::complain;
use crate::run::each;
use crate::status::Status;
use crate::tables::files::Files;
use crate::tables::summary::Counts;

/// Which layers of the library fill the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    /// What the words are.
    Parsed,
    /// What they stand for, too.
    Resolved,
}

impl Layer {
    /// As the flag `--resolve` says.
    pub(crate) fn of(resolve: bool) -> Self {
        if resolve { Layer::Resolved } else { Layer::Parsed }
    }
}

/// Writes the tables of the texts into the folder `out`: all of them when all are complete, or none; then a line on standard
/// error that counts what was read.
///
/// # Errors
///
/// - a table cannot be written
/// - no text was read; older tables stay
pub(crate) fn tables(reading: &Reading, out: &Path, layer: Layer) -> io::Result<Status> {
    let start = Instant::now();
    let mut files = Files::create(out, layer)?;
    let mut counts = Counts::default();
    let mut citations = Citations::default();
    let mut organs = Organs::default();
    let run = each(
        reading,
        |input| Ok(((rows(input, layer)?, Counts::of(&input.parsed)), Status::Good)),
        |((rows, resolved), of_text)| {
            counts.add(of_text);
            files.append(&rows)?;
            let Some(resolved) = resolved else { return Ok(()) };
            citations.add(&resolved.doc, resolved.keys, resolved.citations);
            organs.merge(resolved.organs);
            files.append_resolved(&resolved.rows)
        },
    )?;
    if run.notices == 0 {
        return Err(io::Error::other("no notice was read, so no tables are written"));
    }
    files.append_citations(&citations.finish()?)?;
    if layer == Layer::Resolved {
        files.append_resolved(&[Vec::new(), Vec::new(), Vec::new(), organs.rows()?])?;
    }
    files.publish()?;
    if reading.voice() > Voice::Quiet {
        complain(&counts.summary(run, start.elapsed()));
    }
    Ok(run.status)
}

/// What a text adds under the second layer.
struct Resolved {
    doc: String,
    rows: [Vec<u8>; ResolvedTable::ALL.len()],
    /// Rows of `citations`, which wait for the notices that they may cite.
    citations: Vec<CitationRow>,
    keys: NoticeKeys,
    organs: Organs,
}

fn rows(input: &Input, layer: Layer) -> io::Result<(files::Rows, Option<Resolved>)> {
    let mut rows = CsvRows::new();
    let fields = input.origin.cells();
    let entry = Entry { doc: &input.doc, parsed: &input.parsed, fields: &fields };
    if layer == Layer::Parsed {
        walk(entry, &mut rows)?;
        return Ok((rows.finish()?, None));
    }
    let notice = input.parsed.notice();
    let resolved = gongwen::resolve(&input.text, notice);
    let mut sink = Resolving::new(&mut rows, &input.doc, &resolved);
    walk(entry, &mut sink)?;
    let citations = sink.citations();
    let of_layer = resolved_rows(&input.doc, &resolved)?;
    let keys = NoticeKeys::of(notice);
    let mut organs = Organs::default();
    organs.add(notice, &resolved);
    Ok((rows.finish()?, Some(Resolved { doc: input.doc.clone(), rows: of_layer, citations, keys, organs })))
}
