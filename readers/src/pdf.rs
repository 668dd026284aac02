//! PDF files with a text layer: their characters put into lines by their places. What stands in columns beside each other
//! is read across; grids are not made, since lines around cells are drawings.

mod damage;
mod nesting;

use std::collections::BTreeMap;

use pdf_oxide::PdfDocument;
use pdf_oxide::layout::TextChar;

use crate::draft::{Block, Draft};
use crate::guard::guarded;
use crate::lines::{Glyph, lines};
use crate::pages::without_furniture;
use crate::pdf::damage::{TooMuch, damage};
use crate::pdf::nesting::{DEPTH, nesting};
use crate::{Finding, Format, Limits, Options, Read, Unread};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Read, Unread> {
    let Limits { bytes: limit, .. } = options.limits;
    let bytes = bytes.to_vec();
    // strings that never end are searched again from each bracket, so the depth is looked for in time, too
    guarded(Format::Pdf, options.limits, move || {
        if nesting(&bytes) > DEPTH {
            let reason = format!("nested deeper than {DEPTH} objects");
            return Err(Unread::Damaged { what: Format::Pdf.name(), reason });
        }
        document(bytes, limit)
    })
}

fn document(bytes: Vec<u8>, limit: usize) -> Result<Read, Unread> {
    let damaged =
        |error: pdf_oxide::Error| Unread::Damaged { what: Format::Pdf.name(), reason: first_line(&error) };
    // the reader takes the bytes
    let document = PdfDocument::from_bytes(bytes.clone()).map_err(damaged)?;
    if document.is_encrypted() && !document.authenticate(b"").unwrap_or(false) {
        return Err(Unread::Encrypted);
    }
    let broken = damage(&bytes, document.is_encrypted(), limit);
    let broken = broken.map_err(|TooMuch| Unread::TooLarge { limit })?;
    drop(bytes);
    let count = document.page_count().map_err(damaged)?;
    let mut read = Read::new(Format::Pdf);
    let mut pages = vec![];
    let (mut characters, mut unknown, mut slanted) = (0_usize, 0_usize, 0_usize);
    for page in 0..count {
        let chars = document.extract_chars(page).map_err(damaged)?;
        characters += chars.len();
        unknown += chars.iter().filter(|c| is_unknown(c.char)).count();
        pages.push(page_lines(&chars, &mut slanted));
        if characters.saturating_mul(3) > limit {
            return Err(Unread::TooLarge { limit });
        }
    }
    if pages.iter().all(Vec::is_empty) {
        return Err(match broken {
            Some(broken) => Unread::Damaged { what: Format::Pdf.name(), reason: broken.message },
            None if count == 0 => Unread::NoText(Format::Pdf),
            None => Unread::Scanned { pages: count },
        });
    }
    read.findings.extend(broken);
    let empty = (0..count).filter(|page| pages[*page].is_empty());
    read.findings.extend(without_text(empty.map(|page| (page, is_blank(&document, page))), count));
    read.findings.extend(doubts(characters, unknown, slanted));
    let mut draft = Draft::new(limit);
    for line in without_furniture(&pages, &mut read.findings) {
        draft.push(&Block::Line(line))?;
    }
    (read.text, read.grids) = draft.finish();
    Ok(read)
}

fn first_line(error: &pdf_oxide::Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

/// Whether a page shows nothing for sure: what it draws can be read, and is nothing.
fn is_blank(document: &PdfDocument, page: usize) -> bool {
    /// Operators that show something: text, lines and areas, pictures and forms.
    const SHOWS: [&[u8]; 18] = [
        b"Tj", b"TJ", b"'", b"\"", b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do",
        b"BI", b"ID", b"EI",
    ];
    let content = document.get_page_content_data(page);
    content.is_ok_and(|content| {
        let mut words = content.split(|byte| byte.is_ascii_whitespace() || b"[]()<>/".contains(byte));
        !words.any(|word| SHOWS.contains(&word))
    })
}

/// Pages without text beside pages with text, counted from 0, and whether they are blank.
fn without_text(pages: impl Iterator<Item = (usize, bool)>, count: usize) -> Vec<Finding> {
    /// A line is to be read.
    const NAMED: usize = 10;
    let (blank, drawn): (Vec<_>, Vec<_>) = pages.partition(|(_, is_blank)| *is_blank);
    let named = |pages: &[(usize, bool)]| {
        let more = if pages.len() > NAMED { " …" } else { "" };
        let numbers = pages.iter().take(NAMED).map(|(page, _)| (page + 1).to_string());
        numbers.collect::<Vec<_>>().join(", ") + more
    };
    let mut findings = vec![];
    if !drawn.is_empty() {
        let (number, pages) = (drawn.len(), named(&drawn));
        let message = format!(
            "{number} of {count} pages have pictures or drawings and no text (page {pages}): run OCR if they are scans"
        );
        findings.push(Finding::warning("page-without-text", message));
    }
    if !blank.is_empty() {
        let (number, pages) = (blank.len(), named(&blank));
        let message = format!("{number} of {count} pages are blank (page {pages})");
        findings.push(Finding::note("blank-page", message));
    }
    findings
}

fn doubts(characters: usize, unknown: usize, slanted: usize) -> Vec<Finding> {
    let mut findings = vec![];
    if unknown > 0 {
        let message = format!(
            "{unknown} of {characters} characters have fonts that do not say what they are: run OCR if it is many"
        );
        findings.push(Finding::warning("unknown-characters", message));
    }
    if slanted > 0 {
        findings
            .push(Finding::note("watermark", format!("{slanted} characters that stand aslant are left out")));
    }
    findings
}

/// Whether a font gave no character for its sign.
fn is_unknown(c: char) -> bool {
    matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}') || c.is_control() && !c.is_whitespace()
}

/// The direction that a line runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Direction {
    Right,
    Up,
    Left,
    Down,
}

/// The lines of a page; those in the direction of most characters first. Characters that stand aslant are counted.
fn page_lines(chars: &[TextChar], slanted: &mut usize) -> Vec<String> {
    let mut groups = BTreeMap::<Direction, Vec<Glyph>>::new();
    for c in chars {
        match direction(c) {
            Some(direction) => groups.entry(direction).or_default().push(glyph(c, direction)),
            None => *slanted += 1,
        }
    }
    let mut groups = groups.into_values().collect::<Vec<_>>();
    groups.sort_by_key(|glyphs| std::cmp::Reverse(glyphs.len()));
    groups.into_iter().flat_map(lines).collect()
}

/// The direction that the matrix of a character turns it to, if it is one of the page's edges.
fn direction(c: &TextChar) -> Option<Direction> {
    let [along, up, ..] = c.matrix?;
    // a fifth of a right angle, for scans that were straightened
    match (along.abs() * 0.3 > up.abs(), up.abs() * 0.3 > along.abs()) {
        (true, _) if along > 0.0 => Some(Direction::Right),
        (true, _) => Some(Direction::Left),
        (_, true) if up > 0.0 => Some(Direction::Up),
        (_, true) => Some(Direction::Down),
        _ => None,
    }
}

/// A character seen with its line running to the right and the next line below.
fn glyph(c: &TextChar, direction: Direction) -> Glyph {
    let (x, y) = (c.origin_x, c.origin_y);
    let (left, middle) = match direction {
        Direction::Right => (x, -y),
        Direction::Left => (-x, y),
        Direction::Up => (y, x),
        Direction::Down => (-y, -x),
    };
    let text = if c.char.is_control() { ' ' } else { c.char };
    Glyph {
        text: text.to_string(),
        left,
        right: left + c.advance_width.abs(),
        middle,
        size: c.font_size.abs(),
    }
}

#[cfg(test)]
mod made;
#[cfg(test)]
mod tests;
