//! The plain data that a text is read into. Nothing here reads text.
//!
//! Element names are those of GB/T 9704—2012; see each type for its clause.

mod closing;
mod date;
mod diagnostic;
mod document_number;
mod elements;
mod error;
mod genre;
mod header;
mod measure;
mod named;
mod notice;
mod path;
pub(crate) mod places;
mod reason;
pub(crate) mod said;
mod section;
mod summary;
mod table;
mod task;
mod value;
mod written;

pub use closing::{Closing, Imprint};
pub use date::Date;
pub use diagnostic::{Code, Diagnostic, Severity};
pub(crate) use diagnostic::{Finding, Findings};
pub use document_number::DocumentNumber;
pub(crate) use elements::hull;
pub use elements::{Element, ElementKind};
pub use error::Error;
pub use genre::Genre;
pub use header::{Header, Recipients, Title};
pub(crate) use measure::Measure;
pub use notice::{Attachment, Document, Metadata, Notice};
pub use path::Path;
pub use places::Places;
pub use reason::{MarkerChoice, MarkerPlace, NoClause, PageRule, Reason, Rival, Why};
pub use section::{Body, Marker, MarkerStyle, Section};
pub use table::{Cell, Grid, Table, TableKind};
pub use task::{Citation, ClauseForm, Responsibility, Role, RoleWords, Task, Unit, UnitKind};
pub use value::ValueError;
