//! `gongwen` as WebAssembly: what the page in a browser and the npm package call.
//!
//! ```text
//! notice    parse, and the file of a notice, as plain objects of JavaScript
//! shown     a notice as the page shows it, as JSON
//! types.ts  the types of those objects, made of the JSON Schema by web/types.mjs
//! ```
//!
//! What keeps it simple, and must stay so:
//!
//! - No place leaves Rust in bytes: all count UTF-16 units, as JavaScript slices its strings.
//! - Nothing is kept between two calls. After a panic, which is thrown as an error, the page starts the module anew.

pub mod notice;
pub mod shown;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.ts");

/// Panics say what happened before the module stops.
#[wasm_bindgen(start, skip_typescript)]
fn start() {
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&format!("gongwen failed: {panic}"))));
}
