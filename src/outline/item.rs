//! What the outline is made of: [`Item`].

use super::candidate::Candidate;
use super::cost::Order;

/// A candidate that the best reading takes for an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) candidate: Candidate,
    /// 1 for the outermost level.
    pub(crate) depth: u8,
    pub(crate) order: Order,
}
