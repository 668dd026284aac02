//! The texts that are measured.
#![allow(dead_code, reason = "each benchmark uses its part")]

use std::fs;
use std::path::{Path, PathBuf};

/// The notice of Hunan, 2024: 19 kB, 7 sections, 38 tasks.
pub(crate) const SEED: &str = include_str!("../../fixtures/hunan-2024-key-tasks/input.txt");

/// `text` again and again, up to `size` bytes at the most; its beginning where not even one fits.
pub(crate) fn repeated(text: &str, size: usize) -> String {
    if text.len() <= size {
        return text.repeat(size / text.len());
    }
    let end = (0..=size).rev().find(|&at| text.is_char_boundary(at));
    text[..end.unwrap_or_default()].to_owned()
}

/// The labelled real notices beside the repository, in the order of their names; none if they are not there.
pub(crate) fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/text");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}
