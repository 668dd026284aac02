//! What the name of an organisation is: its shape, its divisions, what names share.
//!
//! [`organ`] knows what an organisation looks like and what stands for many, [`division`] lists of divisions, [`prefix`]
//! what names share, [`list`] several names in one piece, [`person`] and [`official`] who is none; [`line`](mod@line) judges lines that
//! hold nothing but names.
pub(crate) mod division;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod official;
pub(crate) mod organ;
pub(crate) mod person;
pub(crate) mod prefix;
