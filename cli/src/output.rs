//! Standard output and standard error.

use std::fmt::Display;
use std::io::{self, Write};

/// Columns of a page: those of the terminal within reason, 100 where the output is none.
pub(crate) fn columns() -> usize {
    terminal_size::terminal_size_of(io::stdout())
        .map_or(100, |(width, _)| usize::from(width.0).clamp(40, 120))
}

/// Writes styled text; the styles reach terminals only, and none with `NO_COLOR`.
pub(crate) fn print_styled(text: &str) -> io::Result<()> {
    write_whole(&mut anstream::stdout().lock(), text.as_bytes())
}

/// Writes bytes as they are.
pub(crate) fn print_plain(bytes: &[u8]) -> io::Result<()> {
    write_whole(&mut io::stdout().lock(), bytes)
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
    let _ = writeln!(io::stderr(), "gongwen: {}", crate::words::clean(&message.to_string()));
}
