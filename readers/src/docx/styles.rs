//! Styles: what a paragraph or a run has from them.

use std::collections::HashMap;

use roxmltree::Node;

use crate::xml::{attribute, child, children, switch, value};

/// The styles of a document, by their ids.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Debug)]
struct Style {
    based_on: Option<String>,
    numbered: Numbered,
    hidden: Option<bool>,
}

/// Which list a paragraph belongs to, as far as it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Numbered {
    /// The list; `0` takes a paragraph out of its style's list.
    pub(crate) list: Option<String>,
    /// From 0.
    pub(crate) level: Option<usize>,
}

impl Numbered {
    /// What the properties of a paragraph say.
    pub(crate) fn of(properties: Option<Node<'_, '_>>) -> Self {
        let Some(numbered) = properties.and_then(|properties| child(properties, "numPr")) else {
            return Numbered::default();
        };
        let level = value(numbered, "ilvl").and_then(|level| level.trim().parse().ok());
        Numbered { list: value(numbered, "numId").map(str::to_owned), level }
    }
}

/// Styles that build on each other; Word writes no more than ten.
const CHAIN: usize = 32;

impl Styles {
    pub(crate) fn new(root: Node<'_, '_>) -> Self {
        let mut styles = Styles::default();
        for node in children(root, "style") {
            let Some(id) = attribute(node, "styleId") else { continue };
            let is_default = matches!(attribute(node, "default"), Some("1" | "true" | "on"));
            if is_default && attribute(node, "type") == Some("paragraph") {
                styles.default = Some(id.to_owned());
            }
            let style = Style {
                based_on: value(node, "basedOn").map(str::to_owned),
                numbered: Numbered::of(child(node, "pPr")),
                hidden: child(node, "rPr").and_then(|properties| switch(properties, "vanish")),
            };
            styles.styles.insert(id.to_owned(), style);
        }
        styles
    }

    /// The list of paragraphs of a style, and the style that says so.
    pub(crate) fn numbered<'s>(&'s self, id: Option<&'s str>) -> (Numbered, Option<&'s str>) {
        let mut found = Numbered::default();
        let mut by = None;
        for (id, style) in self.chain(id.or(self.default.as_deref())) {
            if found.list.is_none() && style.numbered.list.is_some() {
                found.list.clone_from(&style.numbered.list);
                by = Some(id);
            }
            found.level = found.level.or(style.numbered.level);
        }
        (found, by)
    }

    /// Whether text of a style is hidden.
    pub(crate) fn hidden(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|(_, style)| style.hidden).unwrap_or(false)
    }

    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let mut next = id;
        let step = move || {
            let id = next?;
            let style = self.styles.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        };
        std::iter::from_fn(step).take(CHAIN)
    }
}
