//! From the PATHs of the command line to the texts that they name, in order.

mod folder;
mod own;
mod pattern;
mod records;
mod skipped;
mod written;

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::iter;
use std::path::{Path, PathBuf};

use gongwen_readers::{Options, Record};

use crate::arguments::Voice;
use crate::input::Unread;
use crate::messages::input_read_once;
use crate::sources::folder::Folder;
pub(crate) use crate::sources::skipped::Skipped;
pub(crate) use crate::sources::written::Written;

/// A text that is still to be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// Where it is; `None` for standard input.
    pub(crate) path: Option<PathBuf>,
    /// The name it goes by in tables and JSON.
    pub(crate) doc: String,
    /// What has been read of it.
    pub(crate) content: Content,
}

/// What has been read of a source.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Nothing yet.
    Whole,
    /// The first bytes of standard input.
    Begun(Vec<u8>),
    /// One text of a file with many.
    Record(Box<Record>),
}

impl Source {
    fn new(path: Option<PathBuf>, doc: String) -> Self {
        Source { path, doc, content: Content::Whole }
    }

    /// The name for people: the path as given, and the line of a record.
    pub(crate) fn name(&self) -> String {
        let name = self.path.as_ref().map_or("-".to_owned(), |path| spelled(path.as_os_str()));
        match &self.content {
            Content::Record(record) => format!("{name}:{}", record.number),
            Content::Whole | Content::Begun(_) => name,
        }
    }
}

/// What a PATH leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A text to read.
    Text(Source),
    /// What should be read and cannot be.
    Lost(Unread),
    /// What is no text and is left out.
    Skipped(Skipped),
}

/// How the name of a text is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// The file's name; in a folder, the path below it.
    Short,
    /// The path as given, for paths whose short names could be the same.
    AsGiven,
}

/// What `paths` lead to: files as given, or those that a pattern such as `data/*.pdf` names; of folders the files that hold
/// notices in the order of their names, standard input for `-`; of files of records each record.
///
/// Every `doc` is given once. Of the files below a folder only the names of the folders on the way to the current one are
/// held in memory, and eight bytes for each name given.
///
/// What of a folder is `written` by the run is left out. `met` is told of each file before it is opened.
pub(crate) fn sources(
    paths: &[PathBuf],
    written: Written,
    options: Options,
    voice: Voice,
    met: impl Fn(),
) -> impl Iterator<Item = Found> {
    let mut given = HashSet::new();
    let met = move |found: &Found| {
        if matches!(found, Found::Text(_)) {
            met();
        }
    };
    let records =
        files(paths, written, voice).inspect(met).flat_map(move |found| records::opened(found, &options));
    records.map(move |found| match found {
        Found::Text(source) => Found::Text(Source { doc: distinct(&source.doc, &mut given), ..source }),
        other => other,
    })
}

/// How many files `paths` lead to.
pub(crate) fn count(paths: &[PathBuf], written: Written) -> u64 {
    let texts = files(paths, written, Voice::Quiet).filter(|found| matches!(found, Found::Text(_)));
    texts.fold(0, |number, _| number + 1)
}

/// The files, not yet opened, and what is lost or left out.
fn files(paths: &[PathBuf], written: Written, voice: Voice) -> impl Iterator<Item = Found> {
    let paths = paths.iter().flat_map(|path| pattern::files(path)).collect::<Vec<_>>();
    let naming = naming(&paths);
    let mut inputs = 0;
    paths.into_iter().flat_map(move |path| -> Box<dyn Iterator<Item = Found>> {
        if is_standard_input(&path) {
            inputs += 1;
            Box::new(iter::once(standard_input(inputs)))
        } else if path.is_dir() {
            Box::new(Folder::new(&path, naming, voice, written.clone()))
        } else {
            let doc = file_name(&path, naming);
            Box::new(iter::once(Found::Text(Source::new(Some(path), doc))))
        }
    })
}

pub(crate) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn standard_input(time: usize) -> Found {
    if time > 1 {
        Found::Lost(Unread::new(Path::new("-"), input_read_once()))
    } else {
        Found::Text(Source::new(None, "-".to_owned()))
    }
}

/// Whether the short names of the files are surely different.
fn naming(paths: &[PathBuf]) -> Naming {
    let mut names = HashSet::new();
    let distinct = paths.iter().all(|path| !path.is_dir() && names.insert(path.file_name()));
    if paths.len() == 1 || distinct { Naming::Short } else { Naming::AsGiven }
}

fn file_name(path: &Path, naming: Naming) -> String {
    match (naming, path.file_name()) {
        (Naming::Short, Some(name)) => spelled(name),
        _ => spelled(path.as_os_str()),
    }
}

/// A name of a file, with `\xFF` for each byte that is not UTF-8.
pub(crate) fn spelled(name: &OsStr) -> String {
    name.as_encoded_bytes().utf8_chunks().fold(String::new(), |mut words, chunk| {
        words.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a string does not fail.
            let _ = write!(words, "\\x{byte:02X}");
        }
        words
    })
}

/// The name, or `a.txt (2)` where it was given already. `given` holds hashes: two names with one hash, which nobody will
/// see, cost the second a number.
fn distinct(name: &str, given: &mut HashSet<u64>) -> String {
    let mut is_free = |name: &str| {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        given.insert(hasher.finish())
    };
    let mut free = name.to_owned();
    let mut number = 1;
    while !is_free(&free) {
        number += 1;
        free = format!("{name} ({number})");
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_once() {
        let mut given = HashSet::new();
        let names = ["a.txt", "a.txt", "a.txt (2)", "b.txt", "a.txt"];
        let docs = names.map(|name| distinct(name, &mut given));
        assert_eq!(docs, ["a.txt", "a.txt (2)", "a.txt (2) (2)", "b.txt", "a.txt (3)"]);
    }
}
