//! Words as tables: classes that several rules share or that are long. A word of one rule stands beside the rule.

pub(crate) mod columns;
pub(crate) mod labels;
pub(crate) mod not_organs;
pub(crate) mod offices;
pub(crate) mod organs;
pub(crate) mod page;
pub(crate) mod places;
pub(crate) mod roles;
pub(crate) mod times;
pub(crate) mod titles;
