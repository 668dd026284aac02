//! Word files: paragraphs with the numbers that Word counts, tables with merged cells, text boxes, footnotes; tracked
//! changes as if they were accepted.

mod notes;
mod numbering;
mod paragraph;
mod styles;
mod table;
mod walk;

use roxmltree::Document;

use crate::archive::{Archive, target};
use crate::docx::notes::Notes;
use crate::docx::numbering::Numbering;
use crate::docx::styles::Styles;
use crate::docx::walk::{DEPTH, Walk};
use crate::draft::Draft;
use crate::xml::{attribute, child, parsed};
use crate::{Finding, Format, Options, Read, Unread};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Read, Unread> {
    let mut archive = Archive::open(bytes, Format::Docx, options.limits.bytes)?;
    let main = main_part(&mut archive)?;
    let parts = Parts::of(&mut archive, &main)?;
    let styles_text = parts.text(&mut archive, "styles")?;
    let styles_xml = optional(styles_text.as_deref())?;
    let styles = styles_xml.as_ref().map(|xml| Styles::new(xml.root_element())).unwrap_or_default();
    let numbering_text = parts.text(&mut archive, "numbering")?;
    let numbering_xml = optional(numbering_text.as_deref())?;
    let numbering =
        numbering_xml.as_ref().map(|xml| Numbering::new(xml.root_element(), &styles)).unwrap_or_default();
    let notes = Notes::new(parts.text(&mut archive, "footnotes")?, parts.text(&mut archive, "endnotes")?);
    let body_text = archive.needed_xml(&main)?;
    let body_xml = parsed(&body_text, Format::Docx)?;
    let body = child(body_xml.root_element(), "body").unwrap_or(body_xml.root_element());
    let mut walk = Walk::new(&styles, numbering);
    walk.blocks(body, 0);
    notes.append(&mut walk)?;
    let mut read = Read::new(Format::Docx);
    let mut draft = Draft::new(options.limits.bytes);
    walk.blocks.iter().try_for_each(|block| draft.push(block))?;
    (read.text, read.grids) = draft.finish();
    read.findings = walk.findings();
    if parts.has("aFChunk") {
        read.findings
            .push(Finding::warning("part-unread", "another file is embedded in the text and is not read"));
    }
    match read.text.trim().is_empty() {
        true if walk.too_deep => {
            let reason = format!("all its text is nested deeper than {DEPTH} elements");
            Err(Unread::Damaged { what: Format::Docx.name(), reason })
        }
        true => Err(Unread::NoText(Format::Docx)),
        false => Ok(read),
    }
}

fn optional(text: Option<&str>) -> Result<Option<Document<'_>>, Unread> {
    text.map(|text| parsed(text, Format::Docx)).transpose()
}

/// The part that holds the text, as the package says, else under its usual name.
fn main_part(archive: &mut Archive<'_>) -> Result<String, Unread> {
    let main = Parts::of(archive, "")?.named("officeDocument").map(str::to_owned);
    Ok(main.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// The parts that one part refers to, by the last word of what they are.
#[derive(Debug)]
struct Parts(Vec<(String, String)>);

impl Parts {
    fn of(archive: &mut Archive<'_>, part: &str) -> Result<Self, Unread> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let Some(text) = archive.xml(&format!("{folder}/_rels/{name}.rels"))? else {
            return Ok(Parts(vec![]));
        };
        let xml = parsed(&text, Format::Docx)?;
        let references = xml.root_element().children().filter_map(|node| {
            let kind = attribute(node, "Type")?.rsplit('/').next()?;
            let outside = attribute(node, "TargetMode") == Some("External");
            let target = target(part, attribute(node, "Target").filter(|_| !outside)?);
            Some((kind.to_owned(), target))
        });
        Ok(Parts(references.collect()))
    }

    fn named(&self, kind: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == kind).map(|(_, target)| target.as_str())
    }

    fn has(&self, kind: &str) -> bool {
        self.named(kind).is_some()
    }

    /// The text of the part of a kind: as it is referred to, else under its usual name.
    fn text(&self, archive: &mut Archive<'_>, kind: &str) -> Result<Option<String>, Unread> {
        let usual = format!("word/{kind}.xml");
        archive.xml(self.named(kind).unwrap_or(&usual))
    }
}

#[cfg(test)]
mod tests;
