//! PDF files with a text layer: their characters put into lines by their places. What stands in columns beside each other
//! is read across; grids are not made, since lines around cells are drawings.

mod damage;
mod nesting;
mod typeset;

use pdf_oxide::PdfDocument;
use pdf_oxide::elements::PathOperation;
use pdf_oxide::layout::TextChar;

use crate::draft::{Block, Draft};
use crate::guard::guarded;
use crate::lines::Glyph;
use crate::pages::without_furniture;
use crate::pdf::damage::{TooMuch, damage};
use crate::pdf::nesting::{DEPTH, nesting};
use crate::pdf::typeset::read_signs;
use crate::ruled::{Rule, is_ruled, told};
use crate::turned::{Direction, turned_lines, watermark};
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
    let (mut pages, mut drawn) = (vec![], vec![]);
    let (mut characters, mut unknown, mut slanted) = (0_usize, 0_usize, 0_usize);
    for page in 0..count {
        let chars = document.extract_chars(page).map_err(damaged)?;
        characters += chars.len();
        unknown += chars.iter().filter(|c| is_unknown(c.char)).count();
        drawn.extend(is_ruled(&rules(&document, page)).then_some(page));
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
    read.findings.extend(read_signs(&mut pages));
    read.findings.extend(told(&drawn));
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

/// The straight lines that a page draws; none of a page whose drawings cannot be read, which is no loss of text.
fn rules(document: &PdfDocument, page: usize) -> Vec<Rule> {
    let mut rules = vec![];
    for path in document.extract_paths(page).unwrap_or_default() {
        let (mut start, mut at) = ((0.0, 0.0), (0.0, 0.0));
        for operation in path.operations {
            let from = at;
            match operation {
                PathOperation::MoveTo(x, y) => (start, at) = ((x, y), (x, y)),
                PathOperation::CurveTo(.., x, y) => at = (x, y),
                PathOperation::LineTo(x, y) => {
                    at = (x, y);
                    rules.push(Rule::between(from, at));
                }
                PathOperation::ClosePath => {
                    at = start;
                    rules.push(Rule::between(from, at));
                }
                PathOperation::Rectangle(x, y, width, height) => {
                    let edges = Rule::around((x, y), (x + width, y + height));
                    // without an outline, it shows as an area, or as a line where it is thin
                    rules.extend(
                        Some(edges)
                            .filter(|edges| edges.len() == 1 || path.stroke_color.is_some())
                            .into_iter()
                            .flatten(),
                    );
                }
            }
        }
    }
    rules
}

fn doubts(characters: usize, unknown: usize, slanted: usize) -> Vec<Finding> {
    let mut findings = vec![];
    if unknown > 0 {
        let message = format!(
            "{unknown} of {characters} characters have fonts that do not say what they are: run OCR if it is many"
        );
        findings.push(Finding::warning("unknown-characters", message));
    }
    findings.extend(watermark(slanted));
    findings
}

/// Whether a font gave no character for its sign.
fn is_unknown(c: char) -> bool {
    let is_private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    c == '\u{fffd}' || is_private || c.is_control() && !c.is_whitespace()
}

/// The lines of a page. Characters that stand aslant are counted.
fn page_lines(chars: &[TextChar], slanted: &mut usize) -> Vec<String> {
    turned_lines(chars.iter().filter_map(|c| {
        let direction = c.matrix.and_then(|[along, up, ..]| Direction::of(along, up));
        *slanted += usize::from(direction.is_none());
        direction.map(|direction| (direction, glyph(c, direction)))
    }))
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
