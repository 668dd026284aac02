//! Patterns of paths: `data/*.pdf`, quoted or on a system whose shell does not read them.

use std::path::{Path, PathBuf};

/// The files that a path names: itself if it is there or is no pattern; else those that fit the pattern, in the order of
/// their names. A pattern that nothing fits stays, so that it is told to be missing.
pub(super) fn files(path: &Path) -> Vec<PathBuf> {
    let itself = || vec![path.to_owned()];
    let Some(pattern) = path.to_str().filter(|words| words.contains(['*', '?', '['])) else {
        return itself();
    };
    if path.exists() {
        return itself();
    }
    let fitting = glob::glob(pattern).map(|paths| paths.filter_map(Result::ok).collect::<Vec<_>>());
    fitting.ok().filter(|paths| !paths.is_empty()).unwrap_or_else(itself)
}
