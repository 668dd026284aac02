//! What the page put around the notice: rules and buttons, labelled lines, the foot of a site.

pub(crate) mod footer;
pub(crate) mod furniture;
pub(crate) mod holds;
pub(crate) mod lost_breaks;
pub(crate) mod metadata;
pub(crate) mod repeated;
pub(crate) mod unwrapped;
