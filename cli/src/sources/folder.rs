//! The texts of a folder.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use gongwen_readers::{Format, HEAD};
use walkdir::{DirEntry, WalkDir};

use crate::arguments::Voice;
use crate::input::Unread;
use crate::journal;
use crate::messages::{foreign, no_notice_in_folder, no_notice_in_folder_of, system};
use crate::sources::own::is_own;
use crate::sources::skipped::{Kind, Skipped, Tally};
use crate::sources::written::{Identity, Written, identity};
use crate::sources::{Found, Naming, Source, spelled};
use crate::tables::files::is_temporary as is_unfinished;

/// A walk through a folder: its texts in the order of their names, and at the end what was left out.
///
/// Links to files are followed. Links to folders are, too, each folder once; one that leads to a folder inside the walk is
/// left out, because its texts stand under their own names. So links that form a web or a circle cost nothing.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    /// The path without links.
    home: Option<PathBuf>,
    naming: Naming,
    voice: Voice,
    written: Written,
    entries: walkdir::IntoIter,
    entered: HashSet<Identity>,
    tally: Tally,
    texts: usize,
    ended: bool,
}

impl Folder {
    pub(super) fn new(path: &Path, naming: Naming, voice: Voice, written: Written) -> Self {
        Folder {
            path: path.to_owned(),
            home: path.canonicalize().ok(),
            naming,
            voice,
            written,
            entries: WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter(),
            entered: HashSet::new(),
            tally: Tally::default(),
            texts: 0,
            ended: false,
        }
    }

    fn met(&mut self, entry: &DirEntry) -> Option<Found> {
        let path = entry.path();
        let kind = entry.file_type();
        if kind.is_dir() {
            let written = entry.depth() > 0 && (self.written.holds(path) || journal::is_folder(path));
            if !written && self.enters(entry) {
                return None;
            }
            self.entries.skip_current_dir();
            self.skip(path, if written { Kind::Written } else { Kind::Folder })
        } else if !kind.is_file() {
            self.skip(path, Kind::Special)
        } else if self.written.holds(path) || is_unfinished(path) || is_own(path) {
            self.skip(path, Kind::Written)
        } else {
            match is_notice(path) {
                Ok(true) => {
                    self.texts += 1;
                    Some(Found::Text(self.source(path)))
                }
                Ok(false) => self.skip(path, Kind::of(path)),
                Err(error) => Some(Found::Lost(Unread::new(path, system(&error)))),
            }
        }
    }

    /// Whether the texts of a folder are read by this path to it.
    fn enters(&mut self, entry: &DirEntry) -> bool {
        let path = entry.path();
        let inside = || {
            self.home
                .as_ref()
                .zip(path.canonicalize().ok())
                .is_some_and(|(home, path)| path.starts_with(home))
        };
        if entry.depth() > 0 && entry.path_is_symlink() && inside() {
            return false;
        }
        identity(path).is_none_or(|folder| self.entered.insert(folder))
    }

    fn source(&self, path: &Path) -> Source {
        let below = path.strip_prefix(&self.path).unwrap_or(path);
        let parts = below.components().map(|part| spelled(part.as_os_str())).collect::<Vec<_>>();
        let doc = match self.naming {
            Naming::Short => parts.join("/"),
            Naming::AsGiven => spelled(path.as_os_str()),
        };
        Source::new(Some(path.to_owned()), doc)
    }

    /// What the walk could not enter. A link back to a folder on the way is no loss, nor is a dead link that is no text.
    fn unreadable(&mut self, error: &walkdir::Error) -> Option<Found> {
        let path = error.path().unwrap_or(&self.path).to_owned();
        if error.loop_ancestor().is_some() {
            return self.skip(&path, Kind::Folder);
        }
        let dead_link = path.is_symlink() && !path.exists();
        if dead_link && !has_ending(&path) {
            return self.skip(&path, Kind::of(&path));
        }
        self.texts += 1;
        let reason = error.io_error().map_or_else(|| foreign(&error.to_string()), system);
        Some(Found::Lost(Unread::new(&path, reason)))
    }

    fn skip(&mut self, path: &Path, kind: Kind) -> Option<Found> {
        let named = Skipped::named(path, &kind);
        self.tally.add(kind);
        (self.voice == Voice::Verbose).then_some(Found::Skipped(named))
    }

    /// The last word about the folder. One without anything to read is likely not the one that was meant.
    fn end(&self) -> Option<Found> {
        if self.texts == 0 {
            let reason = if self.tally.is_empty() {
                no_notice_in_folder()
            } else {
                no_notice_in_folder_of(&self.tally)
            };
            Some(Found::Lost(Unread::new(&self.path, reason)))
        } else {
            (!self.tally.is_empty()).then(|| Found::Skipped(Skipped::counted(&self.path, &self.tally)))
        }
    }
}

impl Iterator for Folder {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        while !self.ended {
            let found = match self.entries.next() {
                Some(Ok(entry)) => self.met(&entry),
                Some(Err(error)) => self.unreadable(&error),
                None => {
                    self.ended = true;
                    self.end()
                }
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// Whether a file of a folder is read: one with an ending that notices come with, whatever it holds; another if its content
/// is a page, a PDF or the like. Scripts, styles and pictures, which stand beside saved pages, are left out.
///
/// # Errors
///
/// - its ending does not tell, and it cannot be read
fn is_notice(path: &Path) -> io::Result<bool> {
    Ok(!is_temporary(path) && (has_ending(path) || is_document(path)?))
}

/// Endings that notices come with.
const ENDINGS: [&str; 21] = [
    "txt", "text", "md", "markdown", "htm", "html", "shtml", "xhtml", "docx", "doc", "wps", "pdf", "ofd",
    "xlsx", "jsonl", "ndjson", "json", "csv", "tsv", "rtf", "odt",
];

fn has_ending(path: &Path) -> bool {
    let known = |ending: &str| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending));
    path.extension().and_then(OsStr::to_str).is_some_and(known)
}

/// Whether the first bytes are of a format that texts are read from, plain text apart.
fn is_document(path: &Path) -> io::Result<bool> {
    let mut head = vec![];
    File::open(path)?.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(Format::of(&head).is_ok_and(|format| format != Format::Text))
}

/// What Office leaves beside a document that is open: `~$通知.docx`.
fn is_temporary(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"~$"))
}
