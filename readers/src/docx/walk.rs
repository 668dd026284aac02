//! Through the body of a document, block by block.

use roxmltree::Node;

use crate::Finding;
use crate::docx::notes::Reference;
use crate::docx::numbering::Numbering;
use crate::docx::paragraph::Paragraph;
use crate::docx::styles::Styles;
use crate::draft::Block;
use crate::xml::{child, switch};

/// What has been read, and what counts on.
#[derive(Debug)]
pub(crate) struct Walk<'d> {
    pub(crate) styles: &'d Styles,
    pub(crate) numbering: Numbering,
    pub(crate) blocks: Vec<Block>,
    /// Text of paragraphs whose mark was deleted: it stands before the next.
    pub(crate) carried: String,
    /// Notes in the order of their marks.
    pub(crate) notes: Vec<Reference>,
    /// Characters of hidden text.
    pub(crate) hidden: usize,
    /// Signs of symbol fonts.
    pub(crate) symbols: usize,
    /// Whether something was nested deeper than [`DEPTH`].
    pub(crate) too_deep: bool,
}

/// How deep elements may be nested: Word's own limit is lower.
pub(crate) const DEPTH: usize = 200;

impl<'d> Walk<'d> {
    pub(crate) fn new(styles: &'d Styles, numbering: Numbering) -> Self {
        Walk {
            styles,
            numbering,
            blocks: vec![],
            carried: String::new(),
            notes: vec![],
            hidden: 0,
            symbols: 0,
            too_deep: false,
        }
    }

    /// Reads the blocks in `parent`.
    pub(crate) fn blocks(&mut self, parent: Node<'_, '_>, depth: usize) {
        if depth > DEPTH {
            self.too_deep = true;
            return;
        }
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => self.paragraph(node, depth),
                "tbl" => self.table(node, depth),
                "sdt" => {
                    if let Some(content) = content(node) {
                        self.blocks(content, depth + 1);
                    }
                }
                "AlternateContent" => {
                    if let Some(choice) = choice(node) {
                        self.blocks(choice, depth + 1);
                    }
                }
                "ins" | "moveTo" | "customXml" | "smartTag" => self.blocks(node, depth + 1),
                _ => {}
            }
        }
    }

    /// Reads blocks apart from those around them, as in a cell or a text box.
    pub(crate) fn apart(&mut self, parent: Node<'_, '_>, depth: usize) -> Vec<Block> {
        let before = std::mem::take(&mut self.blocks);
        let carried = std::mem::take(&mut self.carried);
        self.blocks(parent, depth + 1);
        self.settle();
        self.carried = carried;
        std::mem::replace(&mut self.blocks, before)
    }

    fn paragraph(&mut self, node: Node<'_, '_>, depth: usize) {
        let Paragraph { text, boxes, joined } = Paragraph::read(self, node, depth);
        self.blocks.extend(boxes);
        self.carried.push_str(&text);
        if !joined {
            self.settle();
        }
    }

    /// Ends the paragraph under work.
    pub(crate) fn settle(&mut self) {
        let text = std::mem::take(&mut self.carried);
        if !text.trim().is_empty() {
            self.blocks.push(Block::Line(text));
        }
    }

    /// What was left out or is doubtful.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let mut findings = vec![];
        if self.hidden > 0 {
            findings.push(Finding::note(
                "hidden-text",
                format!("{} hidden characters are left out", self.hidden),
            ));
        }
        if self.symbols > 0 {
            let message = format!("{} signs of a symbol font have no place in Unicode", self.symbols);
            findings.push(Finding::note("symbol", message));
        }
        if self.too_deep {
            let message = format!("what is nested deeper than {DEPTH} elements is left out");
            findings.push(Finding::warning("too-deep", message));
        }
        findings
    }
}

/// What a content control holds, unless it only asks to be filled in.
pub(crate) fn content<'a, 'i>(control: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let empty = child(control, "sdtPr").and_then(|properties| switch(properties, "showingPlcHdr"));
    child(control, "sdtContent").filter(|_| empty != Some(true))
}

/// Of the same thing written for several programs, the first, which is the richest.
pub(crate) fn choice<'a, 'i>(alternatives: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(alternatives, "Choice").or_else(|| child(alternatives, "Fallback"))
}
