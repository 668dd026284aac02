//! Reading a text, and saying why it could not be read.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use gongwen::Parsed;

use crate::arguments::Size;
use crate::content;
use crate::sources::{Source, spelled};

/// A text and what the parser says about it.
#[derive(Debug)]
pub(crate) struct Input {
    /// The name for tables and JSON.
    pub(crate) doc: String,
    /// The name for people: the path as given.
    pub(crate) name: String,
    /// The text.
    pub(crate) text: String,
    /// The result.
    pub(crate) parsed: Parsed,
}

impl Input {
    /// Whether there is nothing in the text to say anything about.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.chars().all(|c| c == '\u{feff}' || c.is_whitespace())
    }
}

/// Why a text could not be read.
///
/// Prints as `notes/a.txt: not UTF-8: …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unread {
    name: String,
    reason: String,
}

impl Unread {
    pub(crate) fn new(path: &Path, reason: String) -> Self {
        Unread { name: spelled(path.as_os_str()), reason }
    }

    /// A fault of the program, as `said` by it.
    pub(crate) fn fault(name: String, said: &str) -> Self {
        let reason = format!("this text makes gongwen fail: please report it, with the file ({said})");
        Unread { name, reason }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.reason)
    }
}

/// Reads and parses a text.
///
/// # Errors
///
/// - the file cannot be read
/// - it has more bytes than `limit`
/// - it is no text in UTF-8; the message says what it is and how text is made of it
pub(crate) fn read(source: Source, limit: Size) -> Result<Input, Unread> {
    let name = source.name();
    let bytes = match &source.path {
        Some(path) => File::open(path).map_err(|error| error.to_string()).and_then(|file| all(file, limit)),
        None => at_most(io::stdin().lock(), limit),
    };
    match bytes.and_then(|bytes| content::text(bytes).map_err(|content| content.to_string())) {
        Ok(text) => Ok(Input { doc: source.doc, name, parsed: gongwen::parse(&text), text }),
        Err(reason) => Err(Unread { name, reason }),
    }
}

/// The bytes of a file, unless the system says beforehand that they are too many.
fn all(file: File, limit: Size) -> Result<Vec<u8>, String> {
    let size = file.metadata().map_err(|error| error.to_string())?.len();
    if size > limit.0 { Err(too_large(&format!("{size} bytes"), limit)) } else { at_most(file, limit) }
}

/// The bytes to the end, which a device or a file that grows may not have.
fn at_most(from: impl Read, limit: Size) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read =
        from.take(limit.0.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if read as u64 > limit.0 { Err(too_large("too large", limit)) } else { Ok(bytes) }
}

fn too_large(size: &str, limit: Size) -> String {
    format!(
        "{size}, the limit is {limit}: a text may take 75 times its size in memory (--max-size sets the limit)"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_read_to_the_limit() {
        let error = at_most(io::repeat(b'a'), Size(1000)).unwrap_err();
        assert!(error.starts_with("too large, the limit is 1000: "), "{error}");
        assert_eq!(at_most(io::repeat(b'a').take(1000), Size(1000)).unwrap().len(), 1000);
        assert_eq!(at_most(io::repeat(b'a').take(1000), Size(u64::MAX)).unwrap().len(), 1000);
    }
}
