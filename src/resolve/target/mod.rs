//! 量化目标: a quantity in the text, `培育20家以上`.

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::grounds::Grounds;
use crate::Span;

/// 量化目标: a quantity in the text, `培育20家以上`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Target {
    /// Its place.
    pub span: Span,
    /// How it was reached.
    pub grounds: Grounds,
}

/// All of them, in the order of the text.
pub(super) fn targets(_context: &Context<'_>) -> Vec<Target> {
    Vec::new()
}
