//! `以下简称《办法》`: short names and what they stand for.

use std::collections::HashMap;
use std::ops::Range;

use super::ResolvedCitation;
use crate::resolve::grounds::{Grounds, How};
use crate::text::words::ends;
use crate::{DocumentNumber, Span};

/// The short names of a notice.
#[derive(Debug, Default)]
pub(super) struct ShortNames {
    names: HashMap<String, (String, Option<DocumentNumber>, Span)>,
}

impl ShortNames {
    pub(super) fn add(&mut self, short: &str, full: &ResolvedCitation) {
        self.names.insert(short.to_owned(), (full.title.clone(), full.doc_number.clone(), full.span));
    }

    /// The citation with the title and number that its short name stands for.
    pub(super) fn resolve(&self, citation: ResolvedCitation) -> ResolvedCitation {
        match self.names.get(&citation.title) {
            Some((title, doc_number, span)) if citation.doc_number.is_none() => ResolvedCitation {
                title: title.clone(),
                doc_number: doc_number.clone(),
                grounds: Grounds::on(How::Nearby, citation.grounds.rests_on.iter().copied().chain([*span])),
                ..citation
            },
            _ => citation,
        }
    }
}

/// Whether a title in `text` is a short name where it is defined.
pub(super) fn defines(text: &str, title: &Range<usize>) -> bool {
    let before = text[..title.start].trim_end_matches(['“', '"', '：', ':', '为', '作']);
    ends(before, &["以下简称", "下简称", "以下称", "下称", "以下统称", "（简称", "(简称", "，简称", ",简称"])
}
