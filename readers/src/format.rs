//! What a file is, told by its content.

use std::fmt;

use crate::{Unread, encoding};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    Text,
    /// A web page, or a piece of one.
    Html,
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
        Ok(if is_html(bytes) { Format::Html } else { Format::Text })
    }

    /// The name: `html`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Html => "html",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Beginnings of files that are not read, with the way out.
const NOT_READ: [(&[u8], &str, &str); 10] = [
    (b"\x89PNG", "a picture (PNG)", PICTURE),
    (b"\xff\xd8\xff", "a picture (JPEG)", PICTURE),
    (b"GIF8", "a picture (GIF)", PICTURE),
    (b"II*\0", "a picture (TIFF)", PICTURE),
    (b"MM\0*", "a picture (TIFF)", PICTURE),
    (b"{\\rtf", "RTF", "`soffice --headless --convert-to docx` makes a .docx of it"),
    (b"Rar!", "an archive (RAR)", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", ARCHIVE),
    (b"\x1f\x8b", "an archive (gzip)", ARCHIVE),
    (b"SQLite format 3", "a database (SQLite)", "export its table as CSV"),
];

const PICTURE: &str = "run OCR on it first, for instance `ocrmypdf -l chi_sim`";
const ARCHIVE: &str = "unpack it and give the folder";

/// Whether a text begins with a tag of a page, a comment or a doctype, behind blanks; or has several tags early on, as the
/// fields of crawlers do.
fn is_html(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    let Ok(charset) = encoding::charset(start) else { return false };
    let start = charset.encoding().decode(start).0.to_ascii_lowercase();
    let begins = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').starts_with('<');
    let tags = tags(&start);
    begins && (tags > 0 || start.contains("<!doctype html")) || tags >= SEVERAL
}

/// A text that quotes a tag has fewer.
const SEVERAL: usize = 4;

/// How many tags of pages are opened or closed: `<p>`, `<p class=…`, `</p>`, `<br/>`.
fn tags(text: &str) -> usize {
    let names = text.match_indices('<').map(|(at, _)| text[at + 1..].trim_start_matches('/'));
    let name = |rest: &str| rest.find(|c: char| !c.is_ascii_alphanumeric()).map(|end| rest[..end].to_owned());
    names.filter_map(name).filter(|name| TAGS.contains(&name.as_str())).count()
}

/// Tags that pages and pieces of pages are made of; those inside a table stand in plain texts, too.
const TAGS: [&str; 20] = [
    "html", "head", "body", "meta", "title", "div", "p", "br", "span", "table", "section", "article", "h1",
    "h2", "ul", "ol", "font", "pre", "center", "main",
];
