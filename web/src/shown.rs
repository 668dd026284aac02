//! A notice as the page shows it: what `gongwen_page` makes of it, as JSON. The npm package does not hand these on.

use gongwen::Parsed;
use gongwen_page::{Entry, Line, Overview, Said};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::notice::{About, parser, read};

/// What the page knows of a notice that it shows alone.
#[derive(Debug, Serialize)]
struct Shown<'s> {
    overview: Overview,
    notice: &'s Entry<'s>,
    /// Of a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<About>,
}

/// What the page says where it shows nothing.
#[derive(Debug, Serialize)]
struct Refused {
    unread: Said,
}

/// A text, and what is marked in it, under a name.
#[wasm_bindgen(js_name = shown, skip_typescript)]
pub fn of_text(doc: &str, text: &str) -> Result<String, JsError> {
    shown(doc, text, &gongwen::parse(text), None)
}

/// A file, the text in it, and what is marked there; or why it cannot be read, as `unread`.
#[wasm_bindgen(js_name = shownFile, skip_typescript)]
pub fn of_file(doc: &str, bytes: &[u8]) -> Result<String, JsError> {
    match read(bytes, None) {
        Ok(read) => shown(doc, &read.text, &parser(&read).parse(&read.text), Some(About::of(&read))),
        Err(unread) => json(&Refused { unread: gongwen_page::foreign(&unread) }),
    }
}

fn shown(doc: &str, text: &str, parsed: &Parsed, file: Option<About>) -> Result<String, JsError> {
    let entry = Entry::new(doc, text, parsed);
    let mut overview = Overview::new();
    overview.add(Line::of(parsed, &entry));
    json(&Shown { overview, notice: &entry, file })
}

fn json(value: &impl Serialize) -> Result<String, JsError> {
    Ok(serde_json::to_string(value)?)
}
