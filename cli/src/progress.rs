//! How far a long run is, on a terminal.

use std::env;
use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::arguments::{Reading, Voice};
use crate::messages::BAR;
use crate::sources::count;

/// A bar on standard error, drawn over itself; nothing where nobody looks.
#[derive(Debug)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// That of a run which prints while it reads.
    pub(crate) fn none() -> Self {
        Progress(ProgressBar::hidden())
    }

    /// That of a run which writes files: drawn on a terminal that can draw, unless the run is to be quiet.
    pub(crate) fn of(reading: &Reading) -> Self {
        let draws = env::var_os("TERM").is_none_or(|terminal| terminal != "dumb");
        if reading.voice() == Voice::Quiet || !io::stderr().is_terminal() || !draws {
            return Progress::none();
        }
        let files = count(&reading.paths, reading.written());
        let bar = ProgressBar::with_draw_target(Some(files), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template(BAR.get());
        Progress(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())))
    }

    /// One file more is under work.
    pub(crate) fn step(&self) {
        self.0.inc(1);
    }

    /// Says something beside the bar.
    pub(crate) fn aside(&self, say: impl FnOnce()) {
        self.0.suspend(say);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
