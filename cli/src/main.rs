//! `gongwen` shows, checks and tabulates Chinese government notices (公文).

mod arguments;
mod check;
mod coding;
mod compare;
mod explain;
mod hold;
mod input;
mod journal;
mod json;
mod keep;
mod language;
mod lines;
mod lsp;
mod manual;
mod messages;
mod network;
mod ordered;
mod origin;
mod output;
mod progress;
mod review;
mod rows;
mod run;
mod schema;
mod search;
mod show;
mod sources;
#[cfg(test)]
mod specimen;
mod status;
mod tables;
mod words;

use std::process::ExitCode;
use std::{env, io};

use gongwen::Severity;

use crate::arguments::{Arguments, Command, refused};
use crate::check::Frames;
use crate::journal::Takes;
use crate::language::Language;
use crate::output::or_closed_pipe;
use crate::status::Status;
use crate::tables::Layer;

fn main() -> ExitCode {
    language::choose(env::args_os());
    let done = match Arguments::of(env::args_os()) {
        Ok(arguments) => run(arguments.command),
        Err(answer) => say(&answer),
    };
    let status = done.unwrap_or_else(|error| {
        output::complain(&messages::system(&error));
        Status::Failed
    });
    status.into()
}

fn run(command: Command) -> io::Result<Status> {
    match command {
        Command::Show { reading, full, resolve } => {
            let extent = if full { show::Extent::Full } else { show::Extent::Brief };
            show::show(&reading, extent, Layer::of(resolve))
        }
        Command::Json { reading, lines } => {
            json::json(&reading, if lines { json::Form::Lines } else { json::Form::Pretty })
        }
        Command::Tables { reading, form, out, resume, resolve } => {
            let takes = if resume { Takes::Older } else { Takes::Nothing };
            tables::tables(&reading, &out, form.form()?, Layer::of(resolve), takes)
        }
        Command::Coding { reading, unit, out } => coding::coding(&reading.writing(&out), &out, unit.into()),
        Command::Agreement { sheets } => coding::agreement(&sheets),
        Command::Compare { old, new, format, at_most } => compare::compare(&old, &new, format, at_most),
        Command::Network { reading, wanted, out } => network::network(reading, wanted, &out),
        Command::Search { reading, wanted, format } => search::search(&reading, &wanted, format),
        Command::Schema { of, resolve } => schema::schema(&of, Layer::of(resolve)),
        Command::Review { reading, out } => review::review(&reading.writing(&out), &out),
        Command::Check { reading, notes, all, draft, allow, format } => {
            let threshold = if notes { Severity::Note } else { Severity::Warning };
            let wanted = check::Wanted { threshold, silenced: draft.then_some(allow) };
            match format.machine() {
                Some(machine) => check::check_for(machine, &reading, &wanted),
                None => check::check(&reading, &wanted, if all { Frames::All } else { Frames::First }),
            }
        }
        Command::Explain { reading, lines } => explain::explain(&reading, &lines),
        Command::Lsp { allow } => lsp::lsp(allow),
        Command::Completions { shell } => manual::completions(shell),
        Command::Manual { out } => manual::manual(&out),
    }
}

/// Prints what the command line was answered: the help that it asks for, or what is wrong with it.
fn say(answer: &clap::Error) -> io::Result<Status> {
    if answer.use_stderr() {
        match language::language() {
            Language::English => output::complain_styled(&answer.render()),
            Language::Chinese => refused(answer).lines().for_each(output::complain_plain),
        }
        return Ok(Status::Failed);
    }
    or_closed_pipe(output::print_styled(&answer.render().ansi().to_string()))?;
    Ok(Status::Good)
}
