//! What a run writes, so that it is not read as a notice when it lies in the folder that is read.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Which file or folder it is, whatever the path to it.
#[cfg(unix)]
pub(super) type Identity = (u64, u64);
#[cfg(not(unix))]
pub(super) type Identity = PathBuf;

/// The files and folders that a run writes, standard output among them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Written(Rc<HashSet<Identity>>);

impl Written {
    /// Those of `paths` that are there: what is made later has no older words in it.
    pub(crate) fn of<'p>(paths: impl Iterator<Item = &'p PathBuf>) -> Self {
        let known = paths.filter_map(|path| identity(path));
        Written(Rc::new(known.chain(standard_output()).collect()))
    }

    pub(super) fn holds(&self, path: &Path) -> bool {
        !self.0.is_empty() && identity(path).is_some_and(|file| self.0.contains(&file))
    }
}

#[cfg(unix)]
pub(super) fn identity(path: &Path) -> Option<Identity> {
    fs::metadata(path).ok().map(|found| of_metadata(&found))
}

#[cfg(unix)]
fn of_metadata(found: &fs::Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino())
}

#[cfg(not(unix))]
pub(super) fn identity(path: &Path) -> Option<Identity> {
    fs::canonicalize(path).ok()
}

/// The file that standard output goes to: `gongwen json --lines . > all.jsonl`.
#[cfg(unix)]
fn standard_output() -> Option<Identity> {
    use std::os::fd::AsFd;
    let file = fs::File::from(std::io::stdout().as_fd().try_clone_to_owned().ok()?);
    file.metadata().ok().filter(fs::Metadata::is_file).map(|found| of_metadata(&found))
}

#[cfg(not(unix))]
fn standard_output() -> Option<Identity> {
    None
}
