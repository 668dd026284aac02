//! The fixtures of the library.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use gongwen::Parsed;

/// Calls the law with the name, the text and the result of each fixture.
pub(crate) fn each(mut law: impl FnMut(&str, &str, &Parsed)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if let Ok(text) = std::fs::read_to_string(entry.path().join("input.txt")) {
            count += 1;
            law(&entry.file_name().to_string_lossy(), &text, &gongwen::parse(&text));
        }
    }
    assert!(count > 100, "{count} fixtures");
}
