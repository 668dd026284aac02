//! Reading a text, and saying why it could not be read.

use std::fmt;
use std::io::{self, Read};
use std::path::Path;

use gongwen::Parsed;

use crate::sources::Source;

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

/// Why a text could not be read.
///
/// Prints as `notes/a.txt: not UTF-8: …`.
#[derive(Debug)]
pub(crate) struct Unread {
    name: String,
    reason: String,
}

impl Unread {
    pub(crate) fn new(path: &Path, reason: String) -> Self {
        Unread { name: path.to_string_lossy().into_owned(), reason }
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
/// - it is not UTF-8; the message names the first byte that is not
pub(crate) fn read(source: Source) -> Result<Input, Unread> {
    let name = source.path.as_deref().map_or("-".into(), Path::to_string_lossy).into_owned();
    let bytes = match &source.path {
        Some(path) => std::fs::read(path),
        None => standard_input(),
    };
    let text = bytes.map_err(|error| error.to_string()).and_then(decode);
    match text {
        Ok(text) => Ok(Input { doc: source.doc, name, parsed: gongwen::parse(&text), text }),
        Err(reason) => Err(Unread { name, reason }),
    }
}

fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
}

fn decode(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes()[at];
        format!("not UTF-8: byte 0x{byte:02X} at offset {at} (of GB18030 text, `iconv -f GB18030 -t UTF-8` makes UTF-8)")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_invalid_byte_is_named() {
        let error = decode(b"ab\xe7\x9c\x81\xca\xd0".to_vec()).unwrap_err();
        assert!(error.starts_with("not UTF-8: byte 0xCA at offset 5"), "{error}");
    }

    #[test]
    fn a_character_cut_off_at_the_end_is_invalid_from_its_first_byte() {
        let error = decode("省".as_bytes()[..2].to_vec()).unwrap_err();
        assert!(error.starts_with("not UTF-8: byte 0xE7 at offset 0"), "{error}");
    }

    #[test]
    fn a_byte_order_mark_is_part_of_the_text() {
        assert_eq!(decode(b"\xef\xbb\xbfa".to_vec()).as_deref(), Ok("\u{feff}a"));
    }
}
