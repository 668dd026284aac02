//! What of a folder is not read, in words.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

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
        for (at, (kind, count)) in named.iter().enumerate() {
            let comma = if at > 0 { ", " } else { "" };
            let several = if **count == 1 { "" } else { "s" };
            match kind {
                Kind::Ending(ending) => write!(f, "{comma}{count} .{ending}")?,
                Kind::Bare => write!(f, "{comma}{count} without an ending")?,
                Kind::Special => write!(f, "{comma}{count} special file{several}")?,
                Kind::Folder => write!(f, "{comma}{count} link{several} to folders that are read elsewhere")?,
                Kind::Written => write!(f, "{comma}{count} that gongwen wrote")?,
                Kind::Other => write!(f, "{comma}{count} with rare endings")?,
            }
        }
        let others = others.iter().map(|(_, count)| **count).sum::<usize>();
        if others > 0 { write!(f, ", {others} more") } else { Ok(()) }
    }
}

/// What is not read in a folder: `in: not read: 12 .html (-v names each)`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Skipped(String);

impl Skipped {
    /// A file or link that is not read.
    pub(super) fn named(path: &Path, kind: &Kind) -> Self {
        let why = match kind {
            Kind::Ending(_) | Kind::Bare | Kind::Other => "no file of a format that notices come in",
            Kind::Special => "no regular file",
            Kind::Folder => "the folder is read by another path",
            Kind::Written => "gongwen wrote it",
        };
        Skipped(format!("{}: not read: {why}", spelled(path.as_os_str())))
    }

    /// All that is not read in a folder.
    pub(super) fn counted(folder: &Path, tally: &Tally) -> Self {
        Skipped(format!("{}: not read: {tally} (-v names each)", spelled(folder.as_os_str())))
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
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
