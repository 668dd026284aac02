//! From the PATHs of the command line to the texts that they name, in order.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::input::Unread;

/// A text that is still to be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// Where it is; `None` for standard input.
    pub(crate) path: Option<PathBuf>,
    /// The name it goes by in tables and JSON.
    pub(crate) doc: String,
}

/// How the name of a text is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// The file's name; in a folder, the path below it.
    Short,
    /// The path as given, for paths whose short names could be the same.
    AsGiven,
}

/// The texts that `paths` name: files as given, of folders the `.txt` files in the order of their names, standard input
/// for `-`.
///
/// Of the files below a folder only the names of the folders on the way to the current one are held in memory. Links to
/// files and folders are followed, links back to a folder on the way are left out.
pub(crate) fn sources(paths: &[PathBuf]) -> impl Iterator<Item = Result<Source, Unread>> {
    let naming = naming(paths);
    paths.iter().flat_map(move |path| -> Box<dyn Iterator<Item = _>> {
        if path.as_os_str() == "-" {
            Box::new(std::iter::once(Ok(Source { path: None, doc: "-".to_owned() })))
        } else if path.is_dir() {
            Box::new(texts_below(path, naming))
        } else {
            Box::new(std::iter::once(Ok(Source { path: Some(path.clone()), doc: file_name(path, naming) })))
        }
    })
}

/// Whether the short names of the files are surely different.
fn naming(paths: &[PathBuf]) -> Naming {
    let mut names = HashSet::new();
    let distinct = paths.iter().all(|path| !path.is_dir() && names.insert(path.file_name()));
    if paths.len() == 1 || distinct { Naming::Short } else { Naming::AsGiven }
}

fn file_name(path: &Path, naming: Naming) -> String {
    match (naming, path.file_name()) {
        (Naming::Short, Some(name)) => name.to_string_lossy().into_owned(),
        _ => path.to_string_lossy().into_owned(),
    }
}

fn texts_below(folder: &Path, naming: Naming) -> impl Iterator<Item = Result<Source, Unread>> {
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    walk.into_iter().filter_map(move |entry| match entry {
        Ok(entry) if is_text(entry.path()) && entry.file_type().is_file() => {
            Some(Ok(found(folder, naming, &entry)))
        }
        Ok(_) => None,
        Err(error) => unreadable(&error).map(Err),
    })
}

/// Whether the name ends in `.txt`.
fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}

fn found(folder: &Path, naming: Naming, entry: &DirEntry) -> Source {
    let path = entry.path();
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>();
    let doc = match naming {
        Naming::Short => parts.join("/"),
        Naming::AsGiven => path.to_string_lossy().into_owned(),
    };
    Source { path: Some(path.to_owned()), doc }
}

/// What the walk could not enter. A link back to a folder on the way is no loss, nor is a dead link that is no text.
fn unreadable(error: &walkdir::Error) -> Option<Unread> {
    let path = error.path().unwrap_or(Path::new(""));
    let dead_link = path.is_symlink() && !path.exists();
    if error.loop_ancestor().is_some() || dead_link && !is_text(path) {
        return None;
    }
    let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    Some(Unread::new(path, reason))
}
