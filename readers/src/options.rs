//! What a caller may set.

use std::time::Duration;

use crate::Charset;

/// How files are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The encoding of texts and pages; `None` to tell it by content.
    pub charset: Option<Charset>,
    /// The field or column that holds the text of a record; `None` to look for the usual names.
    pub text_field: Option<String>,
    /// The field or column that names a record; `None` to look for the usual names.
    pub id_field: Option<String>,
    /// What a file may cost.
    pub limits: Limits,
}

/// What a file may cost before it is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file once unpacked, of a record, or of a text.
    pub bytes: usize,
    /// Time for what other programs and the readers of pages and of PDF files do with a file.
    pub time: Duration,
}

impl Default for Limits {
    /// 256 MiB, some thousand times the longest notice known; a minute, some hundred times the slowest file measured.
    fn default() -> Self {
        Limits { bytes: 256 << 20, time: Duration::from_secs(60) }
    }
}
