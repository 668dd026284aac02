//! 责任单位 clauses: `（省财政厅牵头，省商务厅配合）`, `责任单位：省财政厅。`
//!
//! ```text
//! clause  = bracket reading bracket | label reading { label reading }
//! reading = { list role | label ":" list | time | remark } with ， ； 。 between
//! list    = unit { "、" unit } [ "等" tail ]
//! ```
//!
//! [`find`] looks for brackets, [`labelled`] for labels outside them; [`piece`] cuts what they hold, [`read`] reads it,
//! [`verdict`] keeps what is a clause, by what it says and by its [`place`]; [`said`] is what comes out. Sub-grammars:
//! [`list`] for what stands between two commas, [`units`] for the names in it, [`places`] for bare places, [`label`] and
//! the [`colon`] that it brings in, [`role`], [`deadline`], [`remark`], [`aside`] for what stands behind a name.

mod aside;
mod colon;
mod deadline;
mod find;
mod label;
mod labelled;
mod list;
mod piece;
mod place;
mod places;
mod read;
mod remark;
mod role;
pub(crate) mod said;
mod units;
mod verdict;

use said::Clause;

/// Every clause in `text`, the mended own text of one numbered item; `breaks` are the offsets at which its paragraphs
/// begin, ascending.
pub(crate) fn clauses(text: &str, breaks: &[usize]) -> Vec<Clause> {
    find::clauses(text, breaks)
}

#[cfg(test)]
mod tests;
