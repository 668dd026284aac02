//! Tables of Chinese government notices (公文): one row a thing, the same columns in every format.
//!
//! [`walk`] goes through the model of one notice in the order of its text and hands each row, a cell for each column, to a
//! [`Sink`]. What the columns are called, hold and mean stands once, in the list of each [`Table`]; a [`Layout`] is the
//! lists of one run.
//!
//! ```
//! use gongwen_tables::{CsvRows, Entry, Table, walk};
//!
//! let parsed = gongwen::parse("一、修路。（市交通局牵头，市财政局配合，2024年底前完成）");
//! let mut rows = CsvRows::new();
//! walk(Entry::new("a.txt", &parsed), &mut rows)?;
//! let rows = rows.finish()?;
//! let units = std::str::from_utf8(&rows[Table::Responsibilities as usize])?;
//! assert_eq!(units.lines().next(), Some("a.txt,1,1,一、,1,市交通局,lead,organ,false,2024年底前,18,30"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What keeps it simple, and must stay so:
//!
//! - One walker serves every output; a sink never looks at the model.
//! - A cell borrows from the model. A sink makes no difference between an empty text and none.
//! - Names are a contract with every script that reads the tables: columns are added, never renamed.

#[cfg(feature = "arrow")]
mod aligned;
#[cfg(feature = "arrow")]
mod arrow;
mod cell;
mod codebook;
mod coding;
mod column;
mod columns;
mod csv;
mod gathered;
mod json;
mod layout;
mod organs;
#[cfg(feature = "parquet")]
mod parquet;
mod resolved;
mod row_schema;
mod sink;
#[cfg(test)]
mod specimen;
mod table;
mod walk;
#[cfg(feature = "xlsx")]
mod xlsx;

#[cfg(feature = "arrow")]
pub use aligned::AlignedRows;
#[cfg(feature = "arrow")]
pub use arrow::{ArrowRows, schema};
pub use cell::{Cell, List};
pub use codebook::{CODEBOOK_TITLE, codebook};
#[cfg(feature = "xlsx")]
pub use coding::CodingSheet;
pub use coding::{Codable, CodingUnit, codables};
pub use column::{Column, ColumnType, Value};
pub use csv::{CsvRows, Words, header};
pub use gathered::{Gathered, Links, walk_resolved};
pub use json::JsonRows;
pub use layout::Layout;
pub use organs::Organs;
#[cfg(feature = "parquet")]
pub use parquet::ParquetRows;
pub use resolved::{CitationRow, Citations, Resolving, resolved_rows};
pub use row_schema::row_schema;
pub use sink::Sink;
pub use table::Table;
pub use walk::{Entry, walk};
#[cfg(feature = "xlsx")]
pub use xlsx::{Limit, Sheets};
