//! 引用: a citation with its relation, `根据《…》`.

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::grounds::Grounds;
use crate::Span;

/// 引用: a citation with its relation, `根据《…》`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ResolvedCitation {
    /// Its place.
    pub span: Span,
    /// How it was reached.
    pub grounds: Grounds,
}

/// All of them, in the order of the text.
pub(super) fn citations(_context: &Context<'_>) -> Vec<ResolvedCitation> {
    Vec::new()
}
