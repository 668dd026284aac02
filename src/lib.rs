//! `gongwen` (公文) reads the plain text of a Chinese government notice into typed structs: the header, the numbered
//! outline, the tasks, and who answers for each task, every value with its place in the text.
//!
//! ```
//! let parsed = gongwen::parse("一、修路。（市交通局牵头，市财政局配合，2024年底前完成）");
//! let task = parsed.notice().tasks().next().unwrap();
//! let units: Vec<_> = task.units().map(|(unit, _)| (unit.name.as_str(), unit.role.name())).collect();
//! assert_eq!(units, [("市交通局", "lead"), ("市财政局", "support")]);
//! ```
//!
//! [`parse`] never fails and never panics: it returns a [`Notice`] and the findings ([`Diagnostic`]) that say what was
//! repaired, what is doubtful and what was left unparsed. The strict form is `text.parse::<Notice>()`.
//!
//! # Promises
//!
//! 1. Parsing never fails and never panics. `Result` is a thin layer for those who want strictness.
//! 2. Nothing vanishes. Every non-blank character lies in the span of some element ([`Notice::elements`]), or in
//!    [`Notice::unparsed`].
//! 3. Every value points home. A [`Span`] is a byte range of the original input; the slice, mended in the same way
//!    ([`mend`]), equals the value.
//! 4. No silent guess. What is uncertain is `None` or carries a finding.
//! 5. Time grows with the text, not faster.
//!
//! # Architecture
//!
//! ```text
//! visible    line ends made one, what shows nothing left out; the places of the result are brought home at the end
//! radicals   compatibility characters folded, offsets kept
//! markup     what a page left, `<BR>`, made blank, offsets kept
//! source     gaps and physical lines, found once
//! footer     what the page put behind the notice, set aside (`furniture`: its rules and buttons)
//! parts      where the notice ends and what is attached begins; for each document:
//!   header     issuer mark, number, title, recipients, and the page's labels between them (`metadata`)
//!   closing    attachment list, signatories, date, annotation, imprint
//!   body       preamble, and the tree of numbered items
//!     marker     every place where an item may begin, the contents page left out
//!     outline    which of them are headings, and how they nest: the cheapest reading
//! tasks      clauses of each item, the tasks they close, what passes from one to others
//! margin     findings; what no element holds is a mark, furniture or unparsed
//! ```
//!
//! Under them lie `grammar` (short stretches: numbers, dates, citations, organisations, clauses; nom and hand-written),
//! `mend` (mended stretches and their places), `page_number`, `numeral`, `signs` (a fast scan over plain characters),
//! `index` (a place among many) and `places` (all places of a result).
//!
//! What keeps it simple, and must stay so:
//!
//! - Shape before meaning: `source`, `marker` and `outline` never see the model; a grammar sees mended text, and those of
//!   dates and numbers, which also search raw text, step over blanks; the model never parses.
//! - One module, `mend`, turns stretches of mended text into places of the original; one, `numeral`, knows numerals.
//! - A repair is a finding, never a build feature, never silent.
//! - No type of nom in a public signature. Public structs own their strings; inside, everything borrows.
//! - Every search has a reach: no look-ahead or look-back grows with the text.
//!
//! Names follow GB/T 9704—2012 (党政机关公文格式) and 党政机关公文处理工作条例 (中办发〔2012〕14号).
//!
//! # Findings
//!
//! The stable codes and when they are reported stand at the variants of [`Code`].

mod body;
mod closing;
mod footer;
mod furniture;
mod grammar;
mod header;
mod lexicon;
mod margin;
mod metadata;
mod model;
mod outline;
mod parse;
mod parts;
pub mod resolve;
mod tasks;
mod text;

pub use model::{
    Attachment, Body, Citation, ClauseForm, Closing, Code, Date, Diagnostic, Document, DocumentNumber,
    Element, ElementKind, Error, Genre, Header, Imprint, Inheritance, Marker, MarkerStyle, Metadata, Notice,
    Recipients, Responsibility, Role, RoleWords, Section, Severity, Task, Title, Unit, UnitKind,
};
pub use parse::{Parsed, parse};
pub use resolve::{Resolved, resolve};
pub use text::mend::mend;
pub use text::position::Position;
pub use text::span::{Span, Spanned, Text};

/// The README's examples, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct ReadmeDoctests;
