//! 责任单位 clauses: `（省财政厅牵头，省商务厅配合）`, `责任单位：省财政厅。`
//!
//! ```text
//! clause  = bracket reading bracket | label reading { label reading }
//! reading = { list role | label ":" list | time | remark } with ， ； 。 between
//! list    = unit { "、" unit } [ "等" tail ]
//! ```
//!
//! [`find`] looks for brackets, [`labelled`] for labels outside them, and what they hold is read in two steps:
//!
//! 1. Pure functions of words say what is there: [`piece`] cuts at the marks and notes the [`traits`] of what stands between, [`content`] says what a piece is, [`colon`]
//!    what stands before a colon, and [`list`] cuts names at their words of role. Below them are the grammars of [`label`],
//!    [`role`], [`deadline`], [`remark`], and [`aside`] for what stands behind a name.
//! 2. [`read`] folds what the pieces say: [`scope`] knows whose word gives a role, [`units`] keeps what was
//!    [`named`] with its role, [`places`] judges those that need others to be told as names, [`tail`] words behind them.
//!
//! [`verdict`] keeps what is a clause, by what it says and by its [`place`], and [`weigh`] asks it why a bracket is none; [`said`] is what comes out.

mod aside;
mod colon;
mod content;
mod deadline;
mod find;
mod label;
mod labelled;
mod list;
mod named;
mod piece;
mod place;
mod places;
mod read;
mod remark;
mod role;
pub(crate) mod said;
mod scope;
mod tail;
mod traits;
mod units;
mod verdict;
mod weigh;

pub(crate) use label::Topic;
use said::{Clause, Evidence};

use std::ops::Range;

use crate::model::{ClauseForm, NoClause, Role};

/// What the cell of a table of tasks says: `省审改办牵头`, `县水利局（牵头）、各镇政府等`; `role` is its column's. At `pauses`, offsets
/// in the order of the text, its list goes on without a mark: there a line of the cell ends.
pub(crate) fn cell(text: &str, pauses: &[usize], role: Role) -> Clause {
    read::clause(read::read_cell(text, pauses, role), 0..text.len(), ClauseForm::Cell, Evidence::Said)
}

/// The words of a time at the start of a cell: `2031年6月底前` of `2031年6月底前完成`.
pub(crate) fn time(text: &str) -> Option<&str> {
    deadline::hoped(text).map(|(_, words)| words)
}

/// The label that ends a word over a column, `责任单位` of `项目责任单位`: where it begins, and what it says stands below.
pub(crate) fn column_label(word: &str) -> Option<(usize, Topic)> {
    label::label_behind(word, 0, word.len()).map(|label| (label.start, label.topic))
}

/// Whether a note is a remark about all clauses: `列第一位的为牵头单位`.
pub(crate) fn is_remark(note: &str) -> bool {
    remark::sense(note).is_some()
}

/// Every clause in `text`, the mended own text of one numbered item; `breaks` are the offsets at which its paragraphs
/// begin, ascending.
pub(crate) fn clauses(text: &str, breaks: &[usize]) -> Vec<Clause> {
    find::clauses(text, breaks)
}

/// The clauses of such a text, and the brackets outside them, each with why it is none.
pub(crate) fn weighed(text: &str, breaks: &[usize]) -> Vec<(Range<usize>, Result<ClauseForm, NoClause>)> {
    weigh::weighed(text, breaks)
}

#[cfg(test)]
mod tests;
