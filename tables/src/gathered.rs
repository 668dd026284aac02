//! What joins the notices of a run under the second layer.

use std::io;

use gongwen::Resolved;
use gongwen::resolve::NoticeKeys;

use crate::{CitationRow, Citations, Entry, Organs, Resolving, Sink, resolved_rows, walk};

/// What joins a notice to the others of its run.
#[derive(Debug, Clone)]
pub struct Links {
    /// By what others cite it.
    keys: NoticeKeys,
    /// The organs that answer for its tasks.
    organs: Organs,
    /// Its rows of `citations`, which wait for the notices that they may cite.
    citations: Vec<CitationRow>,
}

/// Hands the rows of a notice to `sink`, those of the second layer too, but for those that wait for the others of its run:
/// they are given back, for a [`Gathered`].
///
/// # Errors
///
/// - what `sink` says
pub fn walk_resolved(entry: Entry<'_>, resolved: &Resolved, sink: &mut impl Sink) -> io::Result<Links> {
    let mut resolving = Resolving::new(sink, entry.doc, resolved);
    walk(entry, &mut resolving)?;
    let citations = resolving.citations();
    resolved_rows(entry.doc, resolved, sink)?;
    let notice = entry.parsed.notice();
    let mut organs = Organs::default();
    organs.add(notice, resolved);
    Ok(Links { keys: NoticeKeys::of(notice), organs, citations })
}

/// What the notices of a run have in common: which cites which, and the organs of all.
///
/// ```
/// use gongwen_tables::{CsvRows, Entry, Gathered, Table, walk_resolved};
///
/// let old = "云政发〔2030〕7号\n云溪县人民政府关于印发《云溪县渔港办法》的通知\n各乡镇：\n请执行。";
/// let recent = "云政发〔2031〕5号\n关于修港的通知\n各乡镇：\n根据《云溪县渔港办法》（云政发〔2030〕7号），请修港。";
/// let (mut gathered, mut rows) = (Gathered::default(), CsvRows::new());
/// for (doc, text) in [("old", old), ("recent", recent)] {
///     let parsed = gongwen::parse(text);
///     let resolved = gongwen::resolve(text, parsed.notice());
///     gathered.add(doc, walk_resolved(Entry::new(doc, &parsed), &resolved, &mut rows)?);
/// }
/// gathered.finish(&mut rows)?;
/// let rows = rows.finish()?;
/// let citations = std::str::from_utf8(&rows[Table::Citations as usize])?;
/// assert!(citations.lines().any(|row| row.starts_with("recent,") && row.contains(",basis,old,")), "{citations}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Gathered {
    citations: Citations,
    organs: Organs,
}

impl Gathered {
    /// Adds the next notice.
    pub fn add(&mut self, doc: &str, links: Links) {
        self.citations.add(doc, links.keys, links.citations);
        self.organs.merge(links.organs);
    }

    /// Hands the rows that wait for the last notice to `sink`: those of `citations` and `units`.
    ///
    /// # Errors
    ///
    /// - what `sink` says
    pub fn finish(self, sink: &mut impl Sink) -> io::Result<()> {
        self.citations.finish(sink)?;
        self.organs.finish(sink)
    }
}
