//! `gongwen` shows, checks and tabulates Chinese government notices (公文).

mod arguments;
mod check;
mod input;
mod json;
mod ordered;
mod output;
mod run;
mod show;
mod sources;
#[cfg(test)]
mod specimen;
mod status;
mod tables;
mod words;

use std::process::ExitCode;

use clap::Parser;
use gongwen::Severity;

use crate::arguments::{Arguments, Command};
use crate::status::Status;

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Show { paths, full } => {
            show::show(&paths, if full { show::Extent::Full } else { show::Extent::Brief })
        }
        Command::Json { paths, lines } => {
            json::json(&paths, if lines { json::Form::Lines } else { json::Form::Pretty })
        }
        Command::Tables { paths, out } => tables::tables(&paths, &out),
        Command::Check { paths, notes } => {
            check::check(&paths, if notes { Severity::Note } else { Severity::Warning })
        }
    };
    let status = done.unwrap_or_else(|error| {
        output::complain(&error);
        Status::Failed
    });
    status.into()
}
