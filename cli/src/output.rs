//! Standard output and standard error.

use std::borrow::Cow;
use std::env;
use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use clap::builder::StyledStr;

use crate::messages::{about, standard_output, system};
use crate::words::{clean, escape};

/// Columns of a page: those of the terminal within reason, 100 where the output is none.
pub(crate) fn columns() -> usize {
    terminal_size::terminal_size_of(io::stdout())
        .map_or(100, |(width, _)| usize::from(width.0).clamp(40, 120))
}

/// Writes styled text; the styles reach terminals only, and none with `NO_COLOR`.
pub(crate) fn print_styled(text: &str) -> io::Result<()> {
    write_whole(&mut anstream::stdout().lock(), text.as_bytes())
}

/// Writes what is the tool's own, and holds no words of others.
pub(crate) fn print_plain(words: &[u8]) -> io::Result<()> {
    write_whole(&mut io::stdout().lock(), words)
}

/// Whether somebody reads what is printed as it comes.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Writes JSON; to a terminal with the characters escaped that it would obey.
pub(crate) fn print_json(json: &str) -> io::Result<()> {
    let written = if is_terminal() { escape(json) } else { json.into() };
    write_whole(&mut io::stdout().lock(), written.as_bytes())
}

fn write_whole(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let written = out.write_all(bytes).and_then(|()| out.flush());
    written.map_err(|error| io::Error::new(error.kind(), standard_output(system(&error)).to_string()))
}

/// Takes a closed pipe for what it says: the reader has enough.
pub(crate) fn or_closed_pipe(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// An error with the path it is about.
pub(crate) fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), about(path.display(), system(error)).to_string())
}

/// One line on standard error. That it cannot be written is nobody's to hear.
pub(crate) fn complain(message: &impl Display) {
    let _ = writeln!(io::stderr(), "gongwen: {}", clean(&message.to_string()));
}

/// A line of a longer answer on standard error.
pub(crate) fn complain_plain(line: &str) {
    let _ = writeln!(io::stderr(), "{}", clean(line));
}

/// What is wrong with the command line, on standard error, in the lines and styles of clap. It repeats words of the command
/// line, so it goes without styles where these words hold signs that a terminal obeys, which look the same.
pub(crate) fn complain_styled(message: &StyledStr) {
    let is_harmless = |word: OsString| matches!(clean(&word.to_string_lossy()), Cow::Borrowed(_));
    let words = if env::args_os().all(is_harmless) {
        message.ansi().to_string()
    } else {
        message.to_string().lines().map(clean).collect::<Vec<_>>().join("\n")
    };
    let _ = writeln!(anstream::stderr(), "{}", words.trim_end());
}
