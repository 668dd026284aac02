//! Where on a page the notice stands.

use std::collections::HashSet;
use std::ops::Range;

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use crate::draft::Block;
use crate::html::tree::Tree;
use crate::html::walk::Piece;

/// The nodes that hold the notice: all of a page with hardly any link in it, a piece of a page or the field of a crawler;
/// else the largest element with a name that such pages give their articles; else the smallest element around nearly all
/// lines that a general reader of articles finds, whose own text drops titles and tables.
pub(crate) fn located(tree: &Tree, pieces: &[Piece], document: Document) -> Range<usize> {
    let all = tree.range(0);
    let characters = tree.characters(all.clone());
    let links = tree.elements("a").map(|link| tree.characters(tree.range(link))).sum::<usize>();
    if links * 20 < characters {
        return all;
    }
    named(tree, characters).or_else(|| found(tree, pieces, document)).map_or(all, |node| tree.range(node))
}

/// The largest element with a container's name, if it holds a notice's worth of text.
fn named(tree: &Tree, characters: usize) -> Option<usize> {
    let containers = (0..tree.nodes.len()).filter(|node| is_container(tree, *node));
    let sized = containers.map(|node| (tree.characters(tree.range(node)), node));
    let (size, node) = sized.max_by_key(|(size, node)| (*size, std::cmp::Reverse(*node)))?;
    (size >= LEAST && size * FURNITURE > characters).then_some(node)
}

/// A short notice stands in a page of so many times its length: menus that open hold the headlines of all columns. What the
/// names that articles have hold less of is a remark.
const FURNITURE: usize = 50;

/// The shortest notices have some 60 characters.
const LEAST: usize = 60;

fn is_container(tree: &Tree, node: usize) -> bool {
    let node = &tree.nodes[node];
    let id = node.attribute("id").unwrap_or_default();
    let class = node.attribute("class").unwrap_or_default();
    let named = |class: &str| {
        matches!(
            class,
            "TRS_Editor"
                | "trs_editor_view"
                | "TRS_UEDITOR"
                | "pages_content"
                | "article-content"
                | "zoom"
                | "v_news_content"
                | "wp_articlecontent"
                | "wenzhang-content"
        )
    };
    matches!(id, "UCAP-CONTENT" | "zoom" | "Zoom" | "fontzoom" | "wenzhang-content")
        || id.starts_with("vsb_content")
        || class.split_whitespace().any(named)
}

/// Deeper or larger pages are not given to the general reader, whose time grows faster than the page.
const DEPTH: usize = 400;
const NODES: usize = 60_000;

/// The smallest element around [`NEARLY`] all of the lines that the general reader finds.
fn found(tree: &Tree, pieces: &[Piece], document: Document) -> Option<usize> {
    if tree.depth > DEPTH || tree.nodes.len() > NODES {
        return None;
    }
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut reader = Readability::with_document(document, None, Some(config)).ok()?;
    let article = reader.parse().ok()?;
    let lines =
        article.text_content.lines().map(bare).filter(|line| !line.is_empty()).collect::<HashSet<_>>();
    let mut weight = vec![0_usize; tree.nodes.len()];
    for piece in pieces {
        weight[piece.node] += match &piece.block {
            Block::Line(line) if lines.contains(&bare(line)) => line.len(),
            Block::Line(_) => 0,
            Block::Table(rows) => {
                let cells = rows.iter().flatten().flat_map(|cell| cell.text.lines());
                cells.filter(|line| lines.contains(&bare(line))).map(str::len).sum()
            }
        };
    }
    // what stands below a node, from the last node to the first
    for node in (1..tree.nodes.len()).rev() {
        weight[tree.nodes[node].parent] += weight[node];
    }
    let all = weight[0];
    let holds = |node: &usize| weight[*node] * 100 >= all * NEARLY;
    (0..tree.nodes.len()).filter(holds).max().filter(|_| all > 0)
}

/// In a hundred.
const NEARLY: usize = 97;

/// A line without its blanks.
fn bare(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace()).collect()
}
