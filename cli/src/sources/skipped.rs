//! What of a folder is not read, in words.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use crate::messages::{
    Said, about, folder_link, folder_links, folder_read_elsewhere, listed, more, no_format_of_notices,
    no_regular_file, not_read, not_read_counted, own_file, own_files, rare_endings, special_file,
    special_files, with_ending, without_ending,
};
use crate::sources::spelled;

/// Why something in a folder is not read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A file whose name ends in something other than `.txt`, in small letters.
    Ending(String),
    /// A file whose name has no ending.
    Bare,
    /// A pipe, a socket or a device.
    Special,
    /// A link to a folder whose texts are read by another path.
    Folder,
    /// What a run writes, or has written.
    Written,
    /// Any file, when there are too many endings to count them.
    Other,
}

impl Kind {
    /// The kind of a file, by its name.
    pub(super) fn of(path: &Path) -> Self {
        path.extension().map_or(Kind::Bare, |ending| Kind::Ending(spelled(ending).to_lowercase()))
    }

    /// `12 .html`
    fn counted(&self, count: usize) -> Said {
        match (self, count) {
            (Kind::Ending(ending), _) => with_ending(count, ending),
            (Kind::Bare, _) => without_ending(count),
            (Kind::Special, 1) => special_file(count),
            (Kind::Special, _) => special_files(count),
            (Kind::Folder, 1) => folder_link(count),
            (Kind::Folder, _) => folder_links(count),
            (Kind::Written, _) => own_files(count),
            (Kind::Other, _) => rare_endings(count),
        }
    }
}

/// How many there are of each kind. Prints as `12 .html, 1 without an ending`, the most frequent first.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<Kind, usize>);

impl Tally {
    pub(super) fn add(&mut self, kind: Kind) {
        /// So that memory does not grow with the files where each has an ending of its own.
        const KINDS: usize = 100;
        let kind = if self.0.len() < KINDS || self.0.contains_key(&kind) { kind } else { Kind::Other };
        *self.0.entry(kind).or_default() += 1;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// A line is to be read.
        const NAMED: usize = 8;
        let mut kinds = self.0.iter().collect::<Vec<_>>();
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let (named, others) = kinds.split_at(kinds.len().min(NAMED));
        let mut counted =
            named.iter().map(|(kind, count)| kind.counted(**count).to_string()).collect::<Vec<_>>();
        let others = others.iter().map(|(_, count)| **count).sum::<usize>();
        if others > 0 {
            counted.push(more(others).to_string());
        }
        f.write_str(&listed(&counted))
    }
}

/// What is not read in a folder: `in: not read: 12 .html (-v names each)`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Skipped(Said);

impl Skipped {
    /// A file or link that is not read.
    pub(super) fn named(path: &Path, kind: &Kind) -> Self {
        let why = match kind {
            Kind::Ending(_) | Kind::Bare | Kind::Other => no_format_of_notices(),
            Kind::Special => no_regular_file(),
            Kind::Folder => folder_read_elsewhere(),
            Kind::Written => own_file(),
        };
        Skipped(about(spelled(path.as_os_str()), not_read(why)))
    }

    /// All that is not read in a folder.
    pub(super) fn counted(folder: &Path, tally: &Tally) -> Self {
        Skipped(about(spelled(folder.as_os_str()), not_read_counted(tally)))
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_counts(names: &[&str], words: &str) {
        let mut tally = Tally::default();
        for name in names {
            tally.add(Kind::of(Path::new(name)));
        }
        assert_eq!(tally.to_string(), words);
    }

    #[test]
    fn endings_are_counted_the_most_frequent_first() {
        assert_counts(&["a.md", "a.html", "b.HTML", "README"], "2 .html, 1 .md, 1 without an ending");
    }

    #[test]
    fn of_many_endings_the_line_names_some_and_memory_holds_a_hundred() {
        let names = (0..1000).map(|number| format!("a.{number:03}")).collect::<Vec<_>>();
        let names = names.iter().map(String::as_str).collect::<Vec<_>>();
        assert_counts(
            &names,
            "900 with rare endings, 1 .000, 1 .001, 1 .002, 1 .003, 1 .004, 1 .005, 1 .006, 93 more",
        );
    }

    #[test]
    fn links_and_pipes_are_no_files_with_an_ending() {
        let mut tally = Tally::default();
        for kind in [Kind::Special, Kind::Folder, Kind::Folder] {
            tally.add(kind);
        }
        assert_eq!(tally.to_string(), "2 links to folders that are read elsewhere, 1 special file");
    }
}
