//! The specimen of the tables as an input.

#[path = "../../tables/src/specimen.rs"]
mod notice;

use gongwen_readers::{Charset, Format};

use crate::input::Input;
use crate::origin::{Digits, Origin};

/// The specimen, read from a file.
pub(crate) fn specimen() -> Input {
    let (text, parsed) = notice::specimen();
    let origin = Origin {
        bytes: text.len(),
        sha256: Digits::of(text.as_bytes()),
        format: Format::Text,
        charset: Some(Charset::UTF_8),
        fields: String::new(),
    };
    Input {
        doc: "a.txt".to_owned(),
        name: "notes/a.txt".to_owned(),
        text: text.to_owned(),
        origin,
        findings: vec![],
        parser: gongwen::Parser::new(),
        parsed,
    }
}
