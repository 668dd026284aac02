//! One paragraph: its number, its text, the text boxes that hang on it.

use roxmltree::Node;

use crate::docx::notes::Reference;
use crate::docx::styles::Numbered;
use crate::docx::walk::{DEPTH, Walk, choice, content};
use crate::draft::Block;
use crate::xml::{attribute, child, switch, value};

/// A paragraph.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    /// What stands in its text boxes.
    pub(crate) boxes: Vec<Block>,
    /// Whether its mark was deleted, so that the next goes on in the same line.
    pub(crate) joined: bool,
}

impl Paragraph {
    pub(crate) fn read(walk: &mut Walk<'_>, node: Node<'_, '_>, depth: usize) -> Self {
        let mut paragraph = Paragraph::default();
        let properties = child(node, "pPr");
        let style = properties.and_then(|properties| value(properties, "pStyle"));
        let mark = properties.and_then(|properties| child(properties, "rPr"));
        let deleted = |mark: &Node<'_, '_>| child(*mark, "del").or(child(*mark, "moveFrom")).is_some();
        paragraph.joined = mark.is_some_and(|mark| deleted(&mark));
        let styled = walk.styles.hidden(style);
        let context = Context { hidden: styled };
        let mark_hidden = mark.and_then(|mark| switch(mark, "vanish")).unwrap_or(styled);
        let label = if mark_hidden || paragraph.joined { None } else { label(walk, properties, style) };
        paragraph.inline(walk, node, context, depth + 1);
        if let Some(label) = label {
            // a number that hangs on nothing is the reader's, too: cells hold nothing else
            paragraph.text = format!("{label}{}", paragraph.text.trim_start_matches([' ', '\t']));
        }
        paragraph
    }

    /// Reads what stands in a line.
    fn inline(&mut self, walk: &mut Walk<'_>, parent: Node<'_, '_>, context: Context, depth: usize) {
        if depth > DEPTH {
            walk.too_deep = true;
            return;
        }
        for node in parent.children().filter(Node::is_element) {
            self.element(walk, node, context, depth);
        }
    }

    fn element(&mut self, walk: &mut Walk<'_>, node: Node<'_, '_>, context: Context, depth: usize) {
        match node.tag_name().name() {
            "t" => self.write(walk, &node.text().unwrap_or_default().replace(['\n', '\r'], " "), context),
            "tab" | "ptab" => self.write(walk, "\t", context),
            "br" | "cr" => self.write(walk, "\n", context),
            "noBreakHyphen" => self.write(walk, "-", context),
            "sym" => self.symbol(walk, node, context),
            "r" => {
                let context = context.of_run(walk, child(node, "rPr"));
                self.inline(walk, node, context, depth + 1);
            }
            "footnoteReference" => walk.notes.extend(Reference::foot(node)),
            "endnoteReference" => walk.notes.extend(Reference::end(node)),
            "txbxContent" => {
                let blocks = walk.apart(node, depth);
                self.boxes.extend(blocks);
            }
            "sdt" => {
                if let Some(content) = content(node) {
                    self.inline(walk, content, context, depth + 1);
                }
            }
            "AlternateContent" => {
                if let Some(choice) = choice(node) {
                    self.inline(walk, choice, context, depth + 1);
                }
            }
            name if NO_TEXT.contains(&name) => {}
            _ => self.inline(walk, node, context, depth + 1),
        }
    }

    fn write(&mut self, walk: &mut Walk<'_>, text: &str, context: Context) {
        if context.hidden {
            walk.hidden += text.chars().filter(|c| !c.is_whitespace()).count();
        } else {
            self.text.push_str(text);
        }
    }

    /// A sign of a font with signs of its own: Word keeps it in the private area.
    fn symbol(&mut self, walk: &mut Walk<'_>, node: Node<'_, '_>, context: Context) {
        let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code.trim(), 16).ok());
        if let Some(sign) = code.and_then(char::from_u32).filter(|sign| !sign.is_control()) {
            walk.symbols += usize::from(matches!(sign, '\u{e000}'..='\u{f8ff}'));
            self.write(walk, sign.encode_utf8(&mut [0; 4]), context);
        }
    }
}

/// Elements whose text is none of the document's: properties, what was deleted or moved away, codes of fields, readings.
const NO_TEXT: [&str; 13] = [
    "pPr",
    "rPr",
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "rt",
    "rubyPr",
    "tcPr",
    "sdtPr",
    "sectPr",
    "binData",
];

/// What holds for a stretch of a paragraph.
#[derive(Debug, Clone, Copy)]
struct Context {
    hidden: bool,
}

impl Context {
    fn of_run(self, walk: &Walk<'_>, properties: Option<Node<'_, '_>>) -> Self {
        let Some(properties) = properties else { return self };
        let own = switch(properties, "vanish");
        let styled = || value(properties, "rStyle").map(|style| walk.styles.hidden(Some(style)));
        Context { hidden: own.or_else(|| styled().filter(|hidden| *hidden)).unwrap_or(self.hidden) }
    }
}

/// The number that Word counts for a paragraph.
fn label(walk: &mut Walk<'_>, properties: Option<Node<'_, '_>>, style: Option<&str>) -> Option<String> {
    let own = Numbered::of(properties);
    let styles = walk.styles;
    let (styled, by) = styles.numbered(style);
    // a list of its own has levels of its own
    let (level, by) = if own.list.is_some() { (own.level, None) } else { (own.level.or(styled.level), by) };
    let numbered = Numbered { list: own.list.or(styled.list), level };
    walk.numbering.label(&numbered, by)
}
