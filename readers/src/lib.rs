//! Reads Chinese government notices (公文) out of the files they come in: *one text* and, where there are any, the grids of
//! its tables with ranges into that text.
//!
//! What a file is, is told by its content, never by its name. Nothing is lost in silence: what is left out, doubtful or
//! damaged is a [`Finding`], and a file that cannot be read is an [`Unread`] that says why and what helps.
//!
//! ```
//! let page = "<p>翠湖市人民政府办公室关于护林的通知</p><p>各镇人民政府：</p>";
//! let read = gongwen_readers::read(page.as_bytes(), &gongwen_readers::Options::default())?;
//! assert_eq!(read.text, "翠湖市人民政府办公室关于护林的通知\n各镇人民政府：\n");
//! assert_eq!(read.format, gongwen_readers::Format::Html);
//! # Ok::<(), gongwen_readers::Unread>(())
//! ```
//!
//! # How a file becomes text
//!
//! - [`Format::of`] tells by content what a file is;
//! - each format has a module that makes blocks, paragraphs and tables, of it;
//! - one module writes blocks: a paragraph is a line, a row of a table is a line, its cells parted by tabs (also the places
//!   that a merged cell covers, which stay empty), a break inside a cell is U+2028.

mod archive;
mod docx;
mod draft;
mod encoding;
mod format;
mod grid;
mod guard;
mod html;
mod lines;
#[cfg(test)]
mod made;
mod number;
mod ofd;
mod office;
mod options;
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
mod read;
mod records;
mod ruled;
mod text;
mod turned;
mod twins;
mod unread;
mod xlsx;
mod xml;

pub use crate::encoding::{Charset, UnknownCharset};
pub use crate::format::Format;
pub use crate::grid::{Cell, Grid, Span};
pub use crate::guard::READER_THREAD;
pub use crate::options::{Limits, Options};
pub use crate::read::{Finding, Metadata, Read, Weight, read};
pub use crate::records::{Broken, HEAD, Record, Records, records};
pub use crate::twins::{Sketch, Twins};
pub use crate::unread::Unread;
pub use crate::xlsx::sheet_names;
