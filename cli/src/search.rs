//! `gongwen search`: which tasks, and which citations, are as asked for.

mod hits;
mod page;
mod wanted;

use std::io;
use std::path::Path;

use clap::ValueEnum;
use gongwen_tables::{Entry, Gathered, walk_resolved};

pub(crate) use crate::search::wanted::Wanted;

use crate::arguments::{Reading, Voice};
use crate::input::Input;
use crate::lines::Lines;
use crate::messages::{about, no_second_layer, words_cut};
use crate::output::{complain, or_closed_pipe, print_json, print_styled};
use crate::rows::{Origin, Rows, Walked};
use crate::run::each;
use crate::search::hits::hits;
use crate::status::Status;
use crate::tables::Layer;

/// How hits are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// Two lines a hit
    Text,
    /// An object a line, nothing cut
    Jsonl,
}

/// Prints what of the notices, or of the tables in the only path, is wanted; status 1 where nothing is.
///
/// # Errors
///
/// - nothing is wanted, or what is wanted does not go together
/// - the tables cannot be read, or are none of `tables --resolve`
/// - standard output cannot be written
pub(crate) fn search(reading: &Reading, wanted: &Wanted, form: Form) -> io::Result<Status> {
    wanted.check()?;
    let (rows, status) = match &reading.paths[..] {
        [folder] if Rows::are_in(folder) => (of_tables(folder)?, Status::Good),
        _ => of_notices(reading)?,
    };
    let hits = hits(&rows, wanted);
    let printed = match form {
        Form::Text => print_styled(&page::page(&hits)),
        Form::Jsonl => page::lines(&hits).and_then(|lines| print_json(&lines)),
    };
    or_closed_pipe(printed)?;
    if form == Form::Text && reading.voice() > Voice::Quiet && hits.iter().any(page::is_cut) {
        complain(&words_cut());
    }
    Ok(status.max(if hits.is_empty() { Status::No } else { Status::Good }))
}

fn of_tables(folder: &Path) -> io::Result<Rows> {
    let rows = Rows::read(folder)?;
    if rows.layer == Layer::Parsed {
        let message = about(folder.display(), no_second_layer()).to_string();
        return Err(io::Error::other(message));
    }
    Ok(rows)
}

/// The rows of the notices, resolved, each citation with the notice that it cites.
fn of_notices(reading: &Reading) -> io::Result<(Rows, Status)> {
    let mut rows = Rows::new(Layer::Resolved);
    let mut gathered = Gathered::default();
    let work = |input: &Input| {
        let resolved = gongwen::resolve(&input.text, input.parsed.notice());
        let mut walked = Walked::default();
        let links = walk_resolved(Entry::new(&input.doc, &input.parsed), &resolved, &mut walked)?;
        let origin = Origin { name: input.name.clone(), lines: Lines::of(&input.text) };
        Ok(((input.doc.clone(), walked, links, origin), Status::Good))
    };
    let run = each(reading, work, |(doc, walked, links, origin)| {
        gathered.add(&doc, links);
        rows.add_walked(walked, Some(origin)).map_err(io::Error::other)
    })?;
    rows.add_gathered(gathered)?;
    Ok((rows, run.status))
}
