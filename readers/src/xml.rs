//! XML by local names: writers choose their own prefixes, and strict and transitional files their own namespaces.

use roxmltree::{Document, Node, ParsingOptions};

use crate::encoding::decoded;
use crate::{Charset, Format, Unread};

/// Elements and texts of one part; a notice of 300 pages has some 200,000.
const NODES: u32 = 4_000_000;

/// The text of an XML file.
///
/// # Errors
///
/// - it is no text
pub(crate) fn text(bytes: &[u8]) -> Result<String, Unread> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let label = start.split_once("encoding=").and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
    let declared = label.and_then(|label| Charset::of_label(label.as_bytes()));
    decoded(bytes, None, declared).map(|decoded| decoded.text.trim_start_matches('\u{feff}').to_owned())
}

/// Parses the text of an XML file that belongs to a file of `format`.
///
/// # Errors
///
/// - it is not well-formed
/// - it has too many nodes
pub(crate) fn parsed(text: &str, format: Format) -> Result<Document<'_>, Unread> {
    let options = ParsingOptions { nodes_limit: NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Unread::Unsupported {
            what: "a document of more than 4 million elements",
            way_out: "cut it into smaller files",
        },
        error => Unread::Damaged { what: format.name(), reason: error.to_string() },
    })
}

/// The first child element of a local name.
pub(crate) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// The child elements of a local name.
pub(crate) fn children<'a, 'i: 'a>(
    node: Node<'a, 'i>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.is_element() && child.tag_name().name() == name)
}

/// The value of an attribute of a local name.
pub(crate) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The attribute `val` of a child: `<w:pStyle w:val="1"/>`.
pub(crate) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name).and_then(|child| attribute(child, "val"))
}

/// What a switch says, `<w:vanish/>` or `<w:vanish w:val="0"/>`; `None` if it is not there.
pub(crate) fn switch(node: Node<'_, '_>, name: &str) -> Option<bool> {
    let child = child(node, name)?;
    Some(!matches!(attribute(child, "val"), Some("0" | "false" | "off")))
}
