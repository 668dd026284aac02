//! What a file is, told by its content.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::format::markup::{Markup, markup};
use crate::{HEAD, Options, Unread, archive, encoding, records};

mod markup;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    Text,
    /// A web page, or a piece of one.
    Html,
    /// A Word file (Office Open XML).
    Docx,
    /// A Word file of 1997 to 2003.
    Doc,
    /// Rich Text Format.
    Rtf,
    /// A text of OpenDocument, ISO/IEC 26300.
    OpenDocument,
    /// An Excel file (Office Open XML).
    Xlsx,
    /// A file of fixed pages, GB/T 33190—2016.
    Ofd,
    /// A PDF file.
    Pdf,
    /// A record a line, each a JSON object.
    JsonLines,
    /// Records in a JSON array, or JSON objects one behind the other.
    Json,
    /// A record a row, the first row names the columns.
    Csv,
}

impl Format {
    /// Tells by content what a file is.
    ///
    /// # Errors
    ///
    /// - it is a known format that is not read
    /// - it is encrypted
    pub fn of(bytes: &[u8]) -> Result<Self, Unread> {
        if let Some((_, what, way_out)) = NOT_READ.iter().find(|(start, ..)| bytes.starts_with(start)) {
            return Err(Unread::Unsupported { what, way_out });
        }
        if bytes.starts_with(b"{\\rtf") {
            return Ok(Format::Rtf);
        }
        // some writers put a line before it
        if memchr::memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some() {
            return Ok(Format::Pdf);
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return zipped(bytes);
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return compound(bytes);
        }
        text(bytes)
    }

    /// Tells by the first bytes of a file, [`HEAD`] of them, whether it is one of records, and which; `None` for other files.
    pub fn of_records(head: &[u8], options: &Options) -> Option<Self> {
        records::format(head, options.text_field.as_deref())
    }

    /// The name: `html`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Doc => "doc",
            Format::Rtf => "rtf",
            Format::OpenDocument => "odt",
            Format::Xlsx => "xlsx",
            Format::Ofd => "ofd",
            Format::Pdf => "pdf",
            Format::JsonLines => "jsonl",
            Format::Json => "json",
            Format::Csv => "csv",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Beginnings of files that are not read, with the way out.
const NOT_READ: [(&[u8], &str, &str); 9] = [
    (b"\x89PNG", "a picture (PNG)", PICTURE),
    (b"\xff\xd8\xff", "a picture (JPEG)", PICTURE),
    (b"GIF8", "a picture (GIF)", PICTURE),
    (b"II*\0", "a picture (TIFF)", PICTURE),
    (b"MM\0*", "a picture (TIFF)", PICTURE),
    (b"Rar!", "an archive (RAR)", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", ARCHIVE),
    (b"\x1f\x8b", "an archive (gzip)", ARCHIVE),
    (b"SQLite format 3", "a database (SQLite)", "export its table as CSV"),
];

const PICTURE: &str = "run OCR on it first, for instance `ocrmypdf -l chi_sim`";
const CONVERT: &str = "`soffice --headless --convert-to docx` makes a .docx of it";
const ARCHIVE: &str = "unpack it and give the folder";

/// What a zip archive holds, by the names of its parts; they stand in its directory, and once more before each part, where
/// they are found in a file that has lost its end.
fn zipped(bytes: &[u8]) -> Result<Format, Unread> {
    let names = archive::names(bytes);
    let has = |start: &str| match &names {
        Some(names) => names.iter().any(|name| name.starts_with(start)),
        None => memchr::memmem::find(bytes, start.as_bytes()).is_some(),
    };
    let unread = |what, way_out| Err(Unread::Unsupported { what, way_out });
    match () {
        () if has("word/") => Ok(Format::Docx),
        () if has("xl/") => Ok(Format::Xlsx),
        () if has("OFD.xml") => Ok(Format::Ofd),
        () if has("ppt/") => unread("a presentation", "save its text, or print it to PDF"),
        () if has("META-INF/manifest.xml") && has("content.xml") => Ok(Format::OpenDocument),
        () => unread("an archive (ZIP)", ARCHIVE),
    }
}

/// What a file of the older Office holds, by the names of its streams.
fn compound(bytes: &[u8]) -> Result<Format, Unread> {
    let has = |name: &str| {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        memchr::memmem::find(bytes, &name).is_some()
    };
    let unread = |what, way_out| Err(Unread::Unsupported { what, way_out });
    match () {
        () if has("EncryptedPackage") => Err(Unread::Encrypted),
        () if has("WordDocument") => Ok(Format::Doc),
        () if has("Workbook") || has("Book") => unread(
            "the older Excel format (.xls)",
            "`soffice --headless --convert-to xlsx` makes an .xlsx of it",
        ),
        () => unread("a file of the older Office", CONVERT),
    }
}

/// What a text is, by what is read of its beginning.
fn text(bytes: &[u8]) -> Result<Format, Unread> {
    let start = &bytes[..bytes.len().min(HEAD)];
    let Ok(charset) = encoding::charset(start) else { return Ok(Format::Text) };
    match markup(&charset.encoding().decode(start).0) {
        Some(Markup::Html) => Ok(Format::Html),
        Some(Markup::Xml) => Err(Unread::Unsupported {
            what: "XML that is no web page",
            way_out: "save the notice as .docx or text in the program that wrote it",
        }),
        None => Ok(Format::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made::{docx, zipped};

    fn compound(stream: &str) -> Vec<u8> {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain([0; 504]).chain(name).collect()
    }

    #[test]
    fn formats_are_told_by_content() {
        for (bytes, format) in [
            ("通知".as_bytes(), Format::Text),
            (b"", Format::Text),
            ("<<关于护林的通知>>".as_bytes(), Format::Text),
            ("\u{feff} <!-- x --><P class=a>通知</P>".as_bytes(), Format::Html),
            (b"{\\rtf1", Format::Rtf),
            (&docx("<w:p/>", &[]), Format::Docx),
            (&zipped([("META-INF/manifest.xml", &b""[..]), ("content.xml", &b""[..])]), Format::OpenDocument),
            (&compound("WordDocument"), Format::Doc),
        ] {
            assert_eq!(Format::of(bytes), Ok(format), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn what_is_not_read_says_what_helps() {
        for (bytes, message) in [
            (b"\x89PNG\r\n".to_vec(), "a picture (PNG) is not read: run OCR"),
            (zipped([("keyword/a.txt", &b"a"[..])]), "an archive (ZIP) is not read: unpack it"),
            (zipped([("ppt/presentation.xml", &b"a"[..])]), "a presentation is not read"),
            (compound("EncryptedPackage"), "encrypted: open it"),
            (compound("Workbook"), "the older Excel format (.xls) is not read: `soffice"),
        ] {
            let unread = Format::of(&bytes).unwrap_err().to_string();
            assert!(unread.starts_with(message), "{unread}");
        }
    }
}
