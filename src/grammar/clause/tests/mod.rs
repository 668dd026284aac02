//! What the clauses of a text are told as.

mod clauses;
mod damage;
mod labels;
mod names;

use super::said::{Evidence, Flaw, Rule};
use super::*;
use crate::model::{ClauseForm, Role, UnitKind};

/// The clauses as `name/role`, deadline behind `@`, `…` where a list is open.
fn told(text: &str) -> Vec<String> {
    let told = |clause: &Clause| {
        let units =
            clause.units.iter().map(|unit| format!("{}/{}", &text[unit.name.clone()], unit.role.name()));
        let mut words: Vec<String> = units.collect();
        words.extend(clause.open_ended.then(|| "…".to_owned()));
        words.extend(clause.deadline.clone().map(|range| format!("@{}", &text[range])));
        words.join(" ")
    };
    clauses(text, &[0]).iter().map(told).collect()
}

#[track_caller]
fn assert_told(table: &[(&str, &[&str])]) {
    for (text, want) in table {
        assert_eq!(told(text), *want, "{text}");
    }
}
