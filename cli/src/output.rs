//! Standard output and standard error.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

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
    written.map_err(|error| io::Error::new(error.kind(), format!("standard output: {error}")))
}

/// Takes a closed pipe for what it says: the reader has enough.
pub(crate) fn or_closed_pipe(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// One line on standard error. That it cannot be written is nobody's to hear.
pub(crate) fn complain(message: &impl Display) {
    let _ = writeln!(io::stderr(), "gongwen: {}", clean(&message.to_string()));
}

/// What is wrong with the command line, on standard error, in the lines and styles of clap. It repeats words of the command
/// line, so that each line is cleaned where it holds more than styles.
pub(crate) fn complain_styled(message: &str) {
    let lines = message.lines().map(|line| {
        let plain = anstream::adapter::strip_str(line).to_string();
        let harmless = matches!(clean(&plain), std::borrow::Cow::Borrowed(_));
        if harmless { line.to_owned() } else { clean(&plain).into_owned() }
    });
    let _ = writeln!(anstream::stderr(), "{}", lines.collect::<Vec<_>>().join("\n"));
}
