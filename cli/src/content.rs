//! What a file is by its content: text, or something that text has to be made of first.
//!
//! The ending of a name says little: in collections `.wps` is often plain text, and `.txt` a web page.

use std::fmt;
use std::string::FromUtf8Error;

/// What a file is that is no text in UTF-8.
///
/// Prints as a sentence with the way to a text: ``a PDF: `pdftotext` makes text of it``.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// A web page, or a part of one.
    Html,
    /// Marked-up text that is no web page.
    Xml,
    /// Rich Text Format.
    Rtf,
    /// Portable Document Format.
    Pdf,
    /// A Word document of 2007 or later.
    Docx,
    /// A workbook of 2007 or later.
    Xlsx,
    /// Open Fixed-layout Document, GB/T 33190.
    Ofd,
    /// Any other archive.
    Zip,
    /// A compound file of old Office programs: `.doc`, `.xls`, `.wps`.
    Ole,
    /// Text in UTF-16, with its byte order as `iconv` names it.
    Utf16(&'static str),
    /// Text in GB18030, GBK or GB2312.
    Gb18030,
    /// Nothing of the kind: the first byte that is not UTF-8 and its offset.
    NotUtf8(u8, usize),
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Content::Html => {
                "an HTML page, not plain text: copy the notice out of the browser, or `pandoc -f html -t plain` makes text of it"
            }
            Content::Xml => "XML, not plain text: save the notice as plain text (UTF-8) in the program that wrote it",
            Content::Rtf => "rich text (RTF), not plain text: save it as plain text (UTF-8) in a word processor",
            Content::Pdf => "a PDF, not plain text: `pdftotext` makes text of it",
            Content::Docx => {
                "a Word document (DOCX), not plain text: save it as plain text (UTF-8) in a word processor, so that automatic \
                 numbers are kept"
            }
            Content::Xlsx => "a workbook (XLSX), not plain text: save the cell with the notice as plain text (UTF-8)",
            Content::Ofd => "an OFD document, not plain text: save it as plain text (UTF-8) in an OFD reader",
            Content::Zip => "a ZIP archive, not plain text: unpack it first",
            Content::Ole => {
                "an old Office document (DOC, XLS, WPS), not plain text: save it as plain text (UTF-8) in a word processor"
            }
            Content::Utf16(name) => {
                return write!(f, "text in UTF-16, not UTF-8: `iconv -f {name} -t UTF-8` makes UTF-8 of it");
            }
            Content::Gb18030 => {
                "text in GB18030 (GBK, GB2312), not UTF-8: `iconv -f GB18030 -t UTF-8` makes UTF-8 of it"
            }
            Content::NotUtf8(byte, at) => return write!(f, "not UTF-8: byte 0x{byte:02X} at offset {at}"),
        })
    }
}

/// The text that the bytes are.
///
/// # Errors
///
/// - they are something else by their first bytes, their tags or their encoding
pub(crate) fn text(bytes: Vec<u8>) -> Result<String, Content> {
    if let Some(content) = signed(&bytes).or_else(|| marked_up(&bytes)) {
        return Err(content);
    }
    let text = String::from_utf8(bytes).map_err(|error| encoded(&error))?;
    if is_full_of_tags(&text) { Err(Content::Html) } else { Ok(text) }
}

/// What the first bytes say that formats begin with.
fn signed(bytes: &[u8]) -> Option<Content> {
    const SIGNATURES: [(&[u8], Content); 6] = [
        (b"%PDF-", Content::Pdf),
        (b"{\\rtf", Content::Rtf),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Content::Ole),
        (b"PK\x03\x04", Content::Zip),
        (b"\xff\xfe", Content::Utf16("UTF-16")),
        (b"\xfe\xff", Content::Utf16("UTF-16")),
    ];
    let begun = begin(bytes);
    let (_, content) = SIGNATURES.into_iter().find(|(signature, _)| begun.starts_with(signature))?;
    Some(if content == Content::Zip { packed(bytes) } else { content })
}

/// What an archive is, by the names of its files, which stand in it as they are.
fn packed(bytes: &[u8]) -> Content {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    if holds(b"word/") {
        Content::Docx
    } else if holds(b"xl/") {
        Content::Xlsx
    } else if holds(b"OFD.xml") {
        Content::Ofd
    } else {
        Content::Zip
    }
}

/// The bytes behind a byte order mark and blanks.
fn begin(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start()
}

/// A document of tags, by what stands first behind comments: `<!DOCTYPE html>`, `<html`, `<?xml`.
fn marked_up(bytes: &[u8]) -> Option<Content> {
    /// Characters to look for `<html` in, behind `<?xml` or `<!DOCTYPE`.
    const PROLOGUE: usize = 1000;
    let mut rest = begin(bytes);
    while rest.starts_with(b"<!--") {
        let end = rest.windows(3).position(|window| window == b"-->")?;
        rest = rest[end + 3..].trim_ascii_start();
    }
    let begins = |tag: &[u8]| rest.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    let prologue = &rest[..rest.len().min(PROLOGUE)];
    let html = || prologue.windows(5).any(|window| window.eq_ignore_ascii_case(b"<html"));
    if ["<!doctype html", "<html", "<head", "<body", "<meta"].iter().any(|tag| begins(tag.as_bytes())) {
        Some(Content::Html)
    } else if begins(b"<?xml") || begins(b"<!doctype") {
        Some(if html() { Content::Html } else { Content::Xml })
    } else {
        None
    }
}

/// Whether a text is the inside of a page rather than a text with a few tags left in it: it begins with an element, or one
/// is closed in every [`APART`] bytes.
fn is_full_of_tags(text: &str) -> bool {
    /// Bytes: paragraphs of notices have some 100 characters of three bytes, a page closes an element in each.
    const APART: usize = 600;
    /// Fewer may be left over in a short text.
    const FEW: usize = 3;
    let closed = text.match_indices("</").filter(|&(at, _)| is_element(&text[at + 2..])).count();
    let first = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let begins = first.strip_prefix('<').is_some_and(is_element);
    begins && closed > 0 || closed >= FEW && closed * APART >= text.len()
}

/// Whether the name of an element of HTML stands here.
fn is_element(words: &str) -> bool {
    const ELEMENTS: [&str; 36] = [
        "a", "article", "b", "body", "center", "dd", "div", "dl", "dt", "em", "font", "form", "h1", "h2",
        "h3", "h4", "head", "html", "i", "iframe", "li", "ol", "p", "script", "section", "span", "strong",
        "style", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
    ];
    let name = words.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let ends = words[name.len()..].starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace());
    ends && ELEMENTS.iter().any(|element| element.eq_ignore_ascii_case(name))
}

/// What text is encoded in that is not UTF-8.
fn encoded(error: &FromUtf8Error) -> Content {
    let bytes = error.as_bytes();
    let at = error.utf8_error().valid_up_to();
    if let Some(order) = ["UTF-16LE", "UTF-16BE"].into_iter().find(|order| is_utf16(bytes, order)) {
        Content::Utf16(order)
    } else if !is_damaged_utf8(bytes) && is_gb18030(bytes) {
        Content::Gb18030
    } else {
        Content::NotUtf8(bytes[at], at)
    }
}

/// Whether nine in ten units of UTF-16 are such as Chinese notices are written in.
fn is_utf16(bytes: &[u8], order: &str) -> bool {
    /// Enough to tell.
    const UNITS: usize = 4000;
    let unit = |pair: &[u8]| match order {
        "UTF-16LE" => u16::from_le_bytes([pair[0], pair[1]]),
        _ => u16::from_be_bytes([pair[0], pair[1]]),
    };
    let units = bytes.chunks_exact(2).take(UNITS).map(unit);
    let plain = |unit: &u16| matches!(unit, 0x09..=0x7e | 0x2010..=0x2030 | 0x3000..=0x303f | 0x4e00..=0x9fff | 0xff00..=0xffef);
    let all = (bytes.len() / 2).min(UNITS);
    bytes.len() % 2 == 0 && all > 0 && units.filter(plain).count() * 10 >= all * 9
}

/// Whether most of what is not ASCII is UTF-8 all the same.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    sound > broken
}

/// Whether the bytes are pairs and quadruples of GB18030 throughout, and most pairs characters of GB2312; the last
/// character may be cut off.
fn is_gb18030(bytes: &[u8]) -> bool {
    let (mut pairs, mut common) = (0, 0);
    let mut rest = bytes;
    while let Some((&lead, behind)) = rest.split_first() {
        rest = match (lead, behind) {
            (0..=0x7f, _) => behind,
            (0x81..=0xfe, [trail @ (0x40..=0x7e | 0x80..=0xfe), behind @ ..]) => {
                pairs += 1;
                common += usize::from(matches!((lead, trail), (0xa1..=0xa9 | 0xb0..=0xf7, 0xa1..=0xfe)));
                behind
            }
            (0x81..=0xfe, [0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, behind @ ..]) => behind,
            (0x81..=0xfe, [] | [0x30..=0x39] | [0x30..=0x39, 0x81..=0xfe]) => &[],
            _ => return false,
        };
    }
    common * 4 > pairs * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_is(bytes: &[u8], content: Content) {
        assert_eq!(text(bytes.to_vec()), Err(content), "{}", String::from_utf8_lossy(bytes));
    }

    #[track_caller]
    fn assert_text(words: &str) {
        assert_eq!(text(words.as_bytes().to_vec()).as_deref(), Ok(words));
    }

    /// 青州省人民政府 in GBK.
    const GBK: &[u8] = b"\xc7\xe0\xd6\xdd\xca\xa1\xc8\xcb\xc3\xf1\xd5\xfe\xb8\xae";

    #[test]
    fn formats_are_known_by_their_first_bytes() {
        assert_is(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Content::Pdf);
        assert_is(b"{\\rtf1\\ansi \\'d6\\'dd}", Content::Rtf);
        assert_is(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Content::Ole);
        assert_is(b"PK\x03\x04\x14\0\0\0word/document.xml", Content::Docx);
        assert_is(b"PK\x03\x04\x14\0\0\0xl/workbook.xml", Content::Xlsx);
        assert_is(b"PK\x03\x04\x14\0\0\0OFD.xml", Content::Ofd);
        assert_is(b"PK\x03\x04\x14\0\0\0a.txt", Content::Zip);
    }

    #[test]
    fn pages_are_known_by_their_tags_in_any_encoding() {
        assert_is(b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html></html>", Content::Html);
        assert_is(b"<!-- saved --> <HTML>", Content::Html);
        assert_is(b"<?xml version=\"1.0\"?>\n<html xmlns=\"\">", Content::Html);
        assert_is(b"<?xml version=\"1.0\"?>\n<w:document/>", Content::Xml);
        assert_is(&[b"<html><title>", GBK, b"</title>"].concat(), Content::Html);
    }

    #[test]
    fn parts_of_pages_are_pages() {
        assert_is("<div class=\"TRS\"><p>各市人民政府：</p></div>".as_bytes(), Content::Html);
        let paragraph = format!("<p>{}</p>\n", "推进试点。".repeat(20));
        assert_is(format!("关于试点的通知\n{}", paragraph.repeat(9)).as_bytes(), Content::Html);
    }

    #[test]
    fn a_text_with_tags_left_in_it_is_text() {
        assert_text("<BR>关于试点的通知<BR>\n一、推进试点。&nbsp;\n");
        assert_text("<!-- 正文 -->\n关于试点的通知\n");
        assert_text("<!-- 正文");
        assert_text("关于试点的通知</p>\n</p>\n");
        assert_text("若 a</b，b</c，c</d，则 a 小。");
        assert_text(&format!("通知</p></p></p>{}", "推进试点。".repeat(200)));
    }

    #[test]
    fn encodings_are_told_apart() {
        let words = "青州省人民政府2024年\n";
        let little = words.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let big = words.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
        assert_is(&[b"\xff\xfe", &little[..]].concat(), Content::Utf16("UTF-16"));
        assert_is(&[b"\xfe\xff", &big[..]].concat(), Content::Utf16("UTF-16"));
        assert_is(&little, Content::Utf16("UTF-16LE"));
        assert_is(&big, Content::Utf16("UTF-16BE"));
        assert_is(GBK, Content::Gb18030);
        assert_is(&GBK[..GBK.len() - 1], Content::Gb18030);
    }

    #[test]
    fn the_first_byte_of_damage_is_named() {
        assert_is(b"ab\xe7\x9c\x81\xca\xd0", Content::NotUtf8(0xca, 5));
        assert_is(b"\x89PNG\r\n\x1a\n", Content::NotUtf8(0x89, 0));
        let damaged = ["青州省人民政府".as_bytes(), b"\xca\xd0", "青州省".as_bytes()].concat();
        assert_is(&damaged, Content::NotUtf8(0xca, 21));
        // A character cut off at the end is broken from its first byte on.
        assert_is(&"青州省".as_bytes()[..8], Content::NotUtf8(0xe7, 6));
    }

    #[test]
    fn text_is_text_with_its_byte_order_mark() {
        assert_text("");
        assert_text("\u{feff}青州省\0");
    }
}
