//! The page that shows Chinese government notices (公文): the text with its marks, outline, tasks, units, findings, a matrix, a
//! network and deadlines, in English and Chinese.
//!
//! ```text
//! said       what the libraries say, in both languages
//! marks      what is marked in a text, with its fields
//! entry      a notice as the page shows it
//! overview   all notices in a line each
//! frame      what a page is made of beside its data, and its policy
//! file       the file of notices that were read
//! live       the page that shows what one types
//! view/      what runs and styles in the browser, a file a concern
//! ```
//!
//! The page needs nothing but its file. Words of notices reach it as data, never as markup, and become text by the program
//! alone (`createTextNode`).
//!
//! ```
//! use gongwen_page::{Entry, Line, Page, island};
//!
//! let text = "一、修路。（市交通局牵头，2024年底前完成）";
//! let parsed = gongwen::parse(text);
//! let entry = Entry::new("a.txt", text, &parsed);
//! let mut page = Page::begin(Vec::new())?;
//! page.add(Line::of(&parsed, &entry), &island(&entry)?)?;
//! let page = String::from_utf8(page.finish(vec![])?)?;
//! assert!(page.starts_with("<!doctype html>") && page.contains("市交通局"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod entry;
mod file;
mod frame;
mod live;
mod marks;
mod overview;
mod said;

pub use crate::entry::{Entry, marks};
pub use crate::file::{Page, island};
pub use crate::live::live;
pub use crate::marks::{Fields, Mark};
pub use crate::overview::{Line, Overview};
pub use crate::said::{Said, finding, foreign, translated};
