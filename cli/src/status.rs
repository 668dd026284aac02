//! What the tool answers to the shell.

use std::process::ExitCode;

/// The exit status, from harmless to bad: of several files the worst one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// 0: everything was read, and nothing was asked for that was not found.
    Good,
    /// 1: what was asked does not hold: `check` found a warning or an error, `compare` a loss, `search` no hit.
    No,
    /// 2: a file could not be read, or the output could not be written.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Good => ExitCode::SUCCESS,
            Status::No => ExitCode::from(1),
            Status::Failed => ExitCode::from(2),
        }
    }
}
