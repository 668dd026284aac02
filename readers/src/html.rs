//! Web pages: the notice found under the page's furniture, its text as the browser shows it.

mod furniture;
mod list;
mod locate;
mod tree;
mod walk;

use crate::draft::{Block, Draft, Table};
use crate::encoding::decoded;
use crate::guard::guarded;
use crate::html::furniture::{Around, around, is_box, lines, pairs};
use crate::html::locate::located;
use crate::html::tree::Tree;
use crate::html::walk::pieces;
use crate::{Charset, Finding, Format, Metadata, Options, Read, Unread};

pub(crate) use crate::html::furniture::without_files;

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Read, Unread> {
    let decoded = decoded(bytes, options.charset, declared(bytes))?;
    let mut read = Read::new(Format::Html);
    read.charset = Some(decoded.charset);
    read.findings = decoded.findings;
    page(&decoded.text, options, &mut read)?;
    Ok(read)
}

/// Reads the text of a page into `read`. What builds the tree of a page compares each element with those around it, so that
/// one nested a hundred thousand deep takes its time, which is limited.
///
/// # Errors
///
/// - there is no text in it
/// - the text is too long
/// - it takes too long
pub(crate) fn page(html: &str, options: &Options, read: &mut Read) -> Result<(), Unread> {
    let html = html.trim_start_matches('\u{feff}').to_owned();
    let limit = options.limits.bytes;
    let page = guarded(Format::Html, options.limits, move || built(&html, limit))?;
    (read.text, read.grids, read.metadata) = (page.text, page.grids, page.metadata);
    read.findings.extend(page.findings);
    Ok(())
}

fn built(html: &str, limit: usize) -> Result<Read, Unread> {
    let mut read = Read::new(Format::Html);
    let document = dom_query::Document::from(html);
    let tree = Tree::new(&document);
    let pieces = pieces(&tree);
    let place = located(&tree, &pieces, document);
    let Around { title, metadata } = around(&tree, &pieces, &place);
    let mut draft = Draft::new(limit);
    for known in &metadata {
        draft.push(&Block::Line(format!("{}：{}", known.key, known.value)))?;
    }
    if let Some(title) = title {
        draft.push(&Block::Line(title))?;
    }
    read.metadata = metadata;
    for piece in pieces.iter().filter(|piece| place.contains(&piece.node)) {
        match &piece.block {
            Block::Table(rows) if is_box(rows) => boxed(rows, &mut draft, &mut read.metadata)?,
            block => draft.push(block)?,
        }
    }
    (read.text, read.grids) = draft.finish();
    if tree.hidden > 0 {
        let message = format!("{} characters that the page hides are left out", tree.hidden);
        read.findings.push(Finding::note("hidden-text", message));
    }
    if read.text.trim().is_empty() { Err(Unread::NoText(Format::Html)) } else { Ok(read) }
}

/// The box of a page as lines: `发文字号：翠政发〔2031〕5号`.
fn boxed(rows: &Table, draft: &mut Draft, metadata: &mut Vec<Metadata>) -> Result<(), Unread> {
    rows.iter().try_for_each(|row| {
        metadata.extend(pairs(row));
        lines(row).into_iter().try_for_each(|line| draft.push(&Block::Line(line)))
    })
}

/// The encoding that a page names in its first bytes: `<meta charset="gb2312">`, `content="text/html; charset=gbk"`.
fn declared(bytes: &[u8]) -> Option<Charset> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let mut names =
        ["charset", "encoding"].into_iter().flat_map(|name| start.match_indices(name).collect::<Vec<_>>());
    let label = |(at, name): (usize, &str)| {
        let value = start[at + name.len()..].trim_start().strip_prefix('=')?;
        let value = value.trim_start_matches([' ', '"', '\'']);
        let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'));
        Charset::of_label(&value.as_bytes()[..end.unwrap_or(value.len())])
    };
    names.find_map(label)
}

#[cfg(test)]
mod tests;
