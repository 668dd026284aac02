//! What is wrong with a command line, in Chinese; clap says it in English.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::messages::{
    Said, USAGE, conflict, error_is, foreign, given_twice, invalid_value, missing_arguments, missing_command,
    missing_value, odd_number, other_complaint, see_help, similar, unknown_argument, unknown_command,
    values_are,
};

/// The complaint, what is near to it, how the command is typed, and where more is told.
pub(crate) fn refused(error: &Error) -> String {
    let mut lines = vec![error_is(complaint(error)).to_string()];
    lines.extend(error.source().map(|source| format!("  {}", foreign(&source.to_string()))));
    lines.extend(hints(error).map(|hint| format!("  {hint}")));
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        lines.push(format!(
            "\n{}{}",
            USAGE.get(),
            usage.trim_start_matches("Usage:").trim_start_matches(USAGE.get())
        ));
    }
    lines.push(format!("\n{}", see_help()));
    lines.join("\n")
}

fn complaint(error: &Error) -> Said {
    let of = |kind| error.get(kind).map(words).unwrap_or_default();
    let arg = || of(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => unknown_argument(arg()),
        ErrorKind::InvalidSubcommand => unknown_command(of(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => missing_value(arg()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::InvalidUtf8 => {
            invalid_value(of(ContextKind::InvalidValue), arg())
        }
        ErrorKind::ArgumentConflict if of(ContextKind::PriorArg) == arg() => given_twice(arg()),
        ErrorKind::ArgumentConflict => conflict(arg(), of(ContextKind::PriorArg)),
        ErrorKind::MissingRequiredArgument => missing_arguments(arg()),
        ErrorKind::MissingSubcommand => missing_command(),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            odd_number(arg())
        }
        _ => other_complaint(),
    }
}

/// What may have been meant.
fn hints(error: &Error) -> impl Iterator<Item = Said> {
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = near.into_iter().filter_map(|kind| error.get(kind)).map(|value| similar(words(value)));
    error.get(ContextKind::ValidValue).map(|value| values_are(words(value))).into_iter().chain(near)
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(words) => words.join("、"),
        other => other.to_string(),
    }
}
