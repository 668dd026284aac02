//! `gongwen json`: the whole result.

use std::io;
use std::path::PathBuf;

use gongwen::Parsed;
use serde::Serialize;

use crate::input::Input;
use crate::output::{or_closed_pipe, print_plain};
use crate::run::each;
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
#[derive(Serialize)]
struct Named<'a> {
    doc: &'a str,
    #[serde(flatten)]
    parsed: &'a Parsed,
}

/// Prints the results.
pub(crate) fn json(paths: &[PathBuf], form: Form) -> io::Result<Status> {
    match (form, paths) {
        (Form::Lines, _) => each(paths, |input| Ok((line(input)?, Status::Good)), |line| print_plain(&line)),
        (Form::Pretty, [path]) if !path.is_dir() => each(
            paths,
            |input| Ok((object(input)? + "\n", Status::Good)),
            |object| print_plain(object.as_bytes()),
        ),
        (Form::Pretty, _) => array(paths),
    }
}

fn array(paths: &[PathBuf]) -> io::Result<Status> {
    let mut before = "[\n";
    let status = each(
        paths,
        |input| Ok((indent(&object(input)?), Status::Good)),
        |object| {
            print_plain(format!("{before}{object}").as_bytes())?;
            before = ",\n";
            Ok(())
        },
    )?;
    let after = if before == ",\n" { "\n]\n" } else { "[]\n" };
    or_closed_pipe(print_plain(after.as_bytes()))?;
    Ok(status)
}

fn line(input: &Input) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(&named(input))?;
    line.push(b'\n');
    Ok(line)
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
