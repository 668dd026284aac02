//! Why a file could not be read.

use crate::Format;

/// Why a file could not be read: one line that says what was found and what helps.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unread {
    /// A password is asked for.
    #[error("encrypted: open it with its password and save it without one")]
    Encrypted,
    /// Pages that are pictures.
    #[error(
        "no text layer in {pages} pages, a scan: run OCR on it first, for instance `ocrmypdf -l chi_sim`"
    )]
    Scanned {
        /// How many pages the file has.
        pages: usize,
    },
    /// Nothing to read in it.
    #[error("no text in this {format}: {}", with_text(*.0), format = .0)]
    NoText(Format),
    /// It begins as its format does, but breaks its rules.
    #[error("damaged {what}: {reason}; open it in its own program and save it anew")]
    Damaged {
        /// What it begins as.
        what: &'static str,
        /// What was found.
        reason: String,
    },
    /// A text that is no text.
    #[error("neither text nor a known format: byte 0x{byte:02X} at offset {offset}")]
    Binary {
        /// The first byte that no text has.
        byte: u8,
        /// Its place.
        offset: usize,
    },
    /// A known format that is not read.
    #[error("{what} is not read: {way_out}")]
    Unsupported {
        /// Its name.
        what: &'static str,
        /// How it becomes readable.
        way_out: &'static str,
    },
    /// It holds many notices.
    #[error("a file of records ({0}), each a text of its own")]
    Records(Format),
    /// The system could not read it.
    #[error("{reason}")]
    Failed {
        /// What the system says.
        reason: String,
    },
    /// It unpacks to more than it may.
    #[error("larger than {limit} bytes once unpacked: cut it into smaller files or raise the limit")]
    TooLarge {
        /// The bytes allowed.
        limit: usize,
    },
    /// It took longer than it may.
    #[error("not read within {seconds} s: save it anew, or as text")]
    TooSlow {
        /// The time allowed.
        seconds: u64,
    },
    /// Bytes that the encoding asked for does not have.
    #[error("not {charset}: byte 0x{byte:02X} at offset {offset}")]
    OtherCharset {
        /// The name of the encoding.
        charset: &'static str,
        /// The first byte that does not fit.
        byte: u8,
        /// Its place.
        offset: usize,
    },
}

/// How a file comes to have a text.
fn with_text(format: Format) -> &'static str {
    match format {
        Format::Html => "a page that is built by a script is saved as text or PDF from the browser",
        Format::Xlsx => "if its cells are pictures, run OCR on them",
        _ => "if it holds pictures, print it to PDF and run OCR on that",
    }
}
