//! A page as a flat list of its nodes, in the order of the page; what is never shown is not in it.
//!
//! Pages may be nested a hundred thousand deep: nothing here or behind calls itself.

use std::ops::Range;

use dom_query::{Document, NodeRef};

/// The nodes of a page.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
    /// Characters in hidden elements.
    pub(crate) hidden: usize,
    /// The deepest nesting.
    pub(crate) depth: usize,
}

/// An element or a text.
#[derive(Debug)]
pub(crate) struct Node {
    /// The element around it; the root's is itself.
    pub(crate) parent: usize,
    /// The place behind its last descendant.
    pub(crate) end: usize,
    pub(crate) kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Text(String),
    Element { name: String, attributes: Vec<(&'static str, String)> },
}

impl Node {
    /// The name of an element; nothing for a text.
    pub(crate) fn name(&self) -> &str {
        match &self.kind {
            Kind::Text(_) => "",
            Kind::Element { name, .. } => name,
        }
    }

    /// The value of one of [`ATTRIBUTES`].
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        match &self.kind {
            Kind::Text(_) => None,
            Kind::Element { attributes, .. } => {
                attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
            }
        }
    }
}

/// The attributes that matter.
const ATTRIBUTES: [&str; 12] = [
    "id", "class", "name", "content", "rowspan", "colspan", "start", "value", "type", "style", "hidden",
    "reversed",
];

/// Elements whose content is never text of the page.
const NEVER_SHOWN: [&str; 16] = [
    "script", "style", "noscript", "template", "iframe", "select", "button", "textarea", "svg", "object",
    "audio", "video", "canvas", "datalist", "noframes", "rp",
];

impl Tree {
    /// Takes over the nodes that are shown. If hiding leaves nearly nothing, a script of the page would show it: it stays.
    pub(crate) fn new(document: &Document) -> Self {
        let tree = Tree::taken(document, Hidden::Out);
        let shown = tree.characters(0..tree.nodes.len());
        if tree.hidden > shown * 4 { Tree::taken(document, Hidden::In) } else { tree }
    }

    fn taken(document: &Document, choice: Hidden) -> Self {
        let mut tree = Tree { nodes: vec![], hidden: 0, depth: 0 };
        let root = document.root();
        let mut stack = vec![];
        let mut next = Some(root);
        loop {
            if let Some(node) = next.take() {
                let parent = stack.last().map_or(0, |(_, place)| *place);
                next = node.next_sibling().filter(|_| node.id != root.id);
                if let Some(place) = tree.taken_node(&node, parent, choice) {
                    stack.push((next.take(), place));
                    tree.depth = tree.depth.max(stack.len());
                    next = node.first_child();
                }
                if next.is_some() {
                    continue;
                }
            }
            let Some((sibling, place)) = stack.pop() else { break };
            tree.nodes[place].end = tree.nodes.len();
            next = sibling;
        }
        tree
    }

    /// The place of an element whose children follow; a text is put in without more.
    fn taken_node(&mut self, node: &NodeRef<'_>, parent: usize, choice: Hidden) -> Option<usize> {
        let place = self.nodes.len();
        if node.is_text() {
            let kind = Kind::Text(node.text().to_string());
            self.nodes.push(Node { parent, end: place + 1, kind });
            return None;
        }
        if !node.is_element() && parent + place > 0 {
            return None;
        }
        let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
        if NEVER_SHOWN.contains(&name.as_str()) {
            return None;
        }
        if choice == Hidden::Out && is_hidden(node) {
            self.hidden += node.text().chars().filter(|c| !c.is_whitespace()).count();
            return None;
        }
        let attribute = |name: &'static str| node.attr(name).map(|value| (name, value.to_string()));
        let attributes =
            if node.is_element() { ATTRIBUTES.into_iter().filter_map(attribute).collect() } else { vec![] };
        self.nodes.push(Node { parent, end: place + 1, kind: Kind::Element { name, attributes } });
        Some(place)
    }

    /// The place of a node and of all below it.
    pub(crate) fn range(&self, node: usize) -> Range<usize> {
        node..self.nodes[node].end
    }

    /// How many characters that are no blanks stand in it.
    pub(crate) fn characters(&self, range: Range<usize>) -> usize {
        let texts = self.nodes[range].iter().filter_map(|node| match &node.kind {
            Kind::Text(text) => Some(text),
            Kind::Element { .. } => None,
        });
        texts.map(|text| text.chars().filter(|c| !c.is_whitespace()).count()).sum()
    }

    /// The elements of a name, in order.
    pub(crate) fn elements<'t>(&'t self, name: &'t str) -> impl Iterator<Item = usize> + 't {
        (0..self.nodes.len()).filter(move |place| self.nodes[*place].name() == name)
    }
}

/// What happens to elements that the page hides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hidden {
    In,
    Out,
}

/// Whether an element is hidden by its own attributes: `hidden`, `style="display: none"`.
fn is_hidden(node: &NodeRef<'_>) -> bool {
    let Some(style) = node.attr("style") else { return node.has_attr("hidden") };
    let style = style.to_ascii_lowercase().replace(|c: char| c.is_whitespace(), "");
    ["display:none", "visibility:hidden"].iter().any(|word| style.contains(word)) || node.has_attr("hidden")
}
