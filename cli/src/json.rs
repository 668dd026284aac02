//! `gongwen json`: the whole result.

use std::io;

use gongwen::Parsed;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use crate::arguments::Reading;
use crate::input::Input;
use crate::output::{or_closed_pipe, print_json};
use crate::run::{Run, each};
use crate::status::Status;

/// How the objects are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// For eyes: one object, or an array of several.
    Pretty,
    /// One object a line.
    Lines,
}

/// The result under its text's name.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "notice")]
struct Named<'a> {
    doc: &'a str,
    #[serde(flatten)]
    parsed: &'a Parsed,
}

/// What each object looks like.
pub(crate) fn schema() -> Schema {
    schema_for!(Named<'_>)
}

/// Prints the results.
pub(crate) fn json(reading: &Reading, form: Form) -> io::Result<Status> {
    let run = match (form, &reading.paths[..]) {
        (Form::Lines, _) => {
            each(reading, |input| Ok((line(input)?, Status::Good)), |line| print_json(&line))?
        }
        (Form::Pretty, [path]) if !path.is_dir() => {
            each(reading, |input| Ok((object(input)? + "\n", Status::Good)), |object| print_json(&object))?
        }
        (Form::Pretty, _) => array(reading)?,
    };
    Ok(run.status)
}

fn array(reading: &Reading) -> io::Result<Run> {
    let mut before = "[\n";
    let run = each(
        reading,
        |input| Ok((indent(&object(input)?), Status::Good)),
        |object| {
            print_json(&format!("{before}{object}"))?;
            before = ",\n";
            Ok(())
        },
    )?;
    let after = if before == ",\n" { "\n]\n" } else { "[]\n" };
    or_closed_pipe(print_json(after))?;
    Ok(run)
}

fn line(input: &Input) -> io::Result<String> {
    Ok(serde_json::to_string(&named(input))? + "\n")
}

fn object(input: &Input) -> io::Result<String> {
    Ok(serde_json::to_string_pretty(&named(input))?)
}

fn named(input: &Input) -> Named<'_> {
    Named { doc: &input.doc, parsed: &input.parsed }
}

/// Every line of an object two blanks further in; no string of JSON holds a line break.
fn indent(object: &str) -> String {
    format!("  {}", object.replace('\n', "\n  "))
}
