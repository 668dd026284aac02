//! `gongwen compare`: what one reading of notices has that another has not.

mod align;
mod difference;
mod kinds;
mod page;

use std::io;
use std::path::Path;

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use crate::compare::difference::{Change, Difference, Found};
use crate::compare::kinds::Kind;
use crate::messages::{no_notice_in_both, second_layer_alone};
use crate::output::{complain, or_closed_pipe, print_json, print_styled};
use crate::rows::Rows;
use crate::status::Status;
use crate::tables::Layer;

/// How differences are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// A line a difference, and a table of counts
    Text,
    /// One object with all of it
    Json,
}

/// Prints what is lost, gained and changed from the older tables to the newer ones; of more than `most` differences the first.
///
/// # Errors
///
/// - a side cannot be read, or is no table
/// - standard output cannot be written
pub(crate) fn compare(old: &Path, new: &Path, form: Form, most: Option<usize>) -> io::Result<Status> {
    let (old, new) = (Rows::read(old)?, Rows::read(new)?);
    say_what_is_not_compared(&old, &new);
    let found = found(&old, &new);
    let printed = match form {
        Form::Text => print_styled(&page::page(&found, most)),
        Form::Json => object(&found, most).and_then(|object| print_json(&object)),
    };
    or_closed_pipe(printed)?;
    Ok(if found.differences.iter().any(is_loss) { Status::No } else { Status::Good })
}

/// Whether a difference takes something away: a value is gone or another, or text is left unparsed that was not before.
fn is_loss(difference: &Difference) -> bool {
    match difference.change {
        Change::Lost | Change::Changed => !difference.kind.is_finding(),
        Change::Gained => difference.kind == Kind::Error,
        Change::Same => false,
    }
}

fn found(old: &Rows, new: &Rows) -> Found {
    let mut found = Found::default();
    let layer = if old.layer == new.layer { new.layer } else { Layer::Parsed };
    for doc in &old.docs {
        match new.doc(&doc.name) {
            Some(other) => found.both(doc, other, layer),
            None => found.one_sided(doc, Change::Lost),
        }
    }
    for doc in new.docs.iter().filter(|doc| old.doc(&doc.name).is_none()) {
        found.one_sided(doc, Change::Gained);
    }
    found
}

fn say_what_is_not_compared(old: &Rows, new: &Rows) {
    if old.layer != new.layer {
        let one = if old.layer == Layer::Resolved { "OLD" } else { "NEW" };
        complain(&second_layer_alone(one));
    }
    if !old.docs.is_empty()
        && !new.docs.is_empty()
        && !old.docs.iter().any(|doc| new.doc(&doc.name).is_some())
    {
        complain(&no_notice_in_both());
    }
}

fn object(found: &Found, most: Option<usize>) -> io::Result<String> {
    let shown = found.differences.iter().take(most.unwrap_or(usize::MAX)).collect::<Vec<_>>();
    let counts = found.counts.iter().map(|(kind, counts)| {
        let counts = Change::ALL.map(|change| (change.name().to_owned(), counts[change as usize].into()));
        (kind.name().to_owned(), Value::Object(counts.into_iter().collect()))
    });
    let object = json!({
        "left_out": found.differences.len() - shown.len(),
        "losses": found.differences.iter().filter(|difference| is_loss(difference)).count(),
        "differences": shown,
        "counts": counts.collect::<Map<_, _>>(),
    });
    Ok(serde_json::to_string_pretty(&object)? + "\n")
}

#[cfg(test)]
mod tests;
