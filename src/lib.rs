//! `gongwen` (公文) reads the plain text of a Chinese government notice into typed structs: the header, the numbered
//! outline, the tasks, and who answers for each task, every value with its place in the text.
//!
//! ```
//! let parsed = gongwen::parse("一、修路。（市交通局牵头，市财政局配合，2024年底前完成）");
//! let (path, task) = parsed.notice().tasks().next().unwrap();
//! assert_eq!(path.to_string(), "一、");
//! assert_eq!(task.deadline().unwrap().value, "2024年底前");
//! let units: Vec<_> = task.units().map(|unit| format!("{} {}", unit.role, unit.name)).collect();
//! assert_eq!(units, ["lead 市交通局", "support 市财政局"]);
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
//! text::visible   line ends made one, what shows nothing left out; the result's places are brought home at the end
//! text::markdown  what converters and pages wrote around the words, `**`, `1\.`, `<span>`, left out
//! text::radicals  compatibility characters folded, offsets kept
//! text::markup    what a page left, `<BR>`, made blank, offsets kept
//! page::unwrapped  lines that a tool broke at one width, joined
//! table           tables found and read; for the stages below a line stands for each
//! page::lost_breaks  a line for each element of heads and feet that stand glued
//! text::source    gaps and physical lines, found once
//! page::footer    what the page put behind the notice, set aside
//! parts           where the notice ends and what is attached begins; for each document:
//!   header        issuer mark, number, title, recipients, and the page's labels between them (`page::metadata`)
//!   closing       attachment list, signatories, date, annotation, imprint
//!   body          preamble, and the tree of numbered items
//!     outline     every place where an item may begin, then which of them are headings and how they nest: the cheapest
//!                 reading
//! tasks           clauses of each item, the tasks they close, what passes from one to others
//! leftovers       what no element holds is a mark, furniture or unparsed
//! doubts          elements that should be there and look-alikes of them, values that look wrong
//! ```
//!
//! The rooms of `src` stand on floors; each imports from the floors below it alone, and no files import each other in a
//! circle (`tests/floors.rs` holds both):
//!
//! ```text
//! lib                          the crate's face
//! resolve                      the second layer, which sees the public model alone
//! parsed                       the stages in their order
//! parts leftovers doubts reasons  the documents of a text; what is left of it; what may be wrong; why it was read so
//! header body closing table tasks  the stages of one document, which know nothing of each other
//! gathered                     what stages find beside the tree: labels, marks, furniture, findings
//! outline page                 numbered items; what a page put around the notice
//! grammar                      short stretches: name (what a name is), clause (what a clause says), numbers, dates, titles …
//! lexicon                      words as tables, with what they stand for
//! model                        plain data
//! text                         characters, gaps, lines, numerals, mended stretches and their places
//! ```
//!
//! What keeps it simple, and must stay so:
//!
//! - Shape before meaning: `text` and `outline` never see a grammar of names or clauses; a grammar sees mended text, and
//!   those of dates and numbers, which also search raw text, step over blanks; the model never parses.
//! - One module, `text::mend`, turns stretches of mended text into places of the original; one, `text::numeral`, knows
//!   numerals.
//! - A word that two rules share, or a list of more than twenty, stands in `lexicon`; a word of one rule stands beside it.
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
mod doubts;
mod gathered;
mod grammar;
mod header;
mod leftovers;
mod lexicon;
mod model;
mod outline;
mod page;
mod parsed;
mod parts;
mod reasons;
pub mod resolve;
mod table;
mod tasks;
mod text;

pub use grammar::sentence::sentences;
pub use model::{
    Attachment, Body, Cell, Citation, ClauseForm, Closing, Code, Date, Diagnostic, Document, DocumentNumber,
    Element, ElementKind, Error, Genre, Grid, Header, Imprint, Marker, MarkerChoice, MarkerPlace,
    MarkerStyle, Metadata, NoClause, Notice, PageRule, Path, Places, Reason, Recipients, Responsibility,
    Rival, Role, RoleWords, Section, Severity, Table, TableKind, Task, Title, Unit, UnitKind, ValueError,
    Why,
};
pub use parsed::{Parsed, Parser, parse};
pub use resolve::{Resolved, resolve};
pub use text::mend::mend;
pub use text::offsets::{OffsetUnit, Offsets};
pub use text::position::Position;
pub use text::span::{Span, Spanned, Text};

/// The README's examples, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[doc(hidden)]
pub struct ReadmeDoctests;

/// The page of the English book for programs.
#[cfg(doctest)]
#[doc = include_str!("../docs/en/src/library.md")]
#[doc(hidden)]
pub struct EnglishPageDoctests;

/// The same in the Chinese book.
#[cfg(doctest)]
#[doc = include_str!("../docs/zh/src/library.md")]
#[doc(hidden)]
pub struct ChinesePageDoctests;
