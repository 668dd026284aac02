//! 时间: a time in the text, `2024年底前`.

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::grounds::Grounds;
use crate::Span;

/// 时间: a time in the text, `2024年底前`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Time {
    /// Its place.
    pub span: Span,
    /// How it was reached.
    pub grounds: Grounds,
}

/// All of them, in the order of the text.
pub(super) fn times(_context: &Context<'_>) -> Vec<Time> {
    Vec::new()
}
