//! Footnotes and endnotes, which are written behind the text.

use std::collections::HashMap;

use roxmltree::Node;

use crate::docx::walk::Walk;
use crate::draft::Block;
use crate::xml::{attribute, parsed};
use crate::{Format, Unread};

/// The mark of a note in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Reference {
    kind: Kind,
    id: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Foot,
    End,
}

impl Reference {
    pub(crate) fn foot(node: Node<'_, '_>) -> Option<Self> {
        Some(Reference { kind: Kind::Foot, id: attribute(node, "id")?.to_owned() })
    }

    pub(crate) fn end(node: Node<'_, '_>) -> Option<Self> {
        Some(Reference { kind: Kind::End, id: attribute(node, "id")?.to_owned() })
    }
}

/// The parts with the texts of notes.
#[derive(Debug)]
pub(crate) struct Notes {
    foot: Option<String>,
    end: Option<String>,
}

impl Notes {
    pub(crate) fn new(foot: Option<String>, end: Option<String>) -> Self {
        Notes { foot, end }
    }

    /// Writes the notes that the text refers to behind it, each a line: `脚注1：…`.
    pub(crate) fn append(&self, walk: &mut Walk<'_>) -> Result<(), Unread> {
        walk.settle();
        let references = std::mem::take(&mut walk.notes);
        for (kind, text, name) in [(Kind::Foot, &self.foot, "脚注"), (Kind::End, &self.end, "尾注")] {
            let Some(text) = text else { continue };
            let xml = parsed(text, Format::Docx)?;
            let notes = xml.root_element().children().filter_map(|node| Some((attribute(node, "id")?, node)));
            let notes = notes.collect::<HashMap<_, _>>();
            let wanted = references.iter().filter(|reference| reference.kind == kind);
            for (number, note) in (1..).zip(wanted.filter_map(|reference| notes.get(reference.id.as_str()))) {
                let blocks = walk.apart(*note, 0);
                let lines = blocks.iter().flat_map(Block::lines).collect::<Vec<_>>().join("\u{2028}");
                walk.blocks.push(Block::Line(format!("{name}{number}：{}", lines.trim())));
            }
        }
        Ok(())
    }
}
