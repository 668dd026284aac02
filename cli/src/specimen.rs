//! The specimen of the tables as an input.

#[path = "../../tables/src/specimen.rs"]
mod notice;

use crate::input::Input;

/// The specimen, read from a file.
pub(crate) fn specimen() -> Input {
    let (text, parsed) = notice::specimen();
    Input { doc: "a.txt".to_owned(), name: "notes/a.txt".to_owned(), text: text.to_owned(), parsed }
}
