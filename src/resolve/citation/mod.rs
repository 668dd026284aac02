//! 引用: citations with their relation, pointers into the notice itself, and links between notices.
//!
//! ```text
//! relation   what is done with the cited document: 根据《》 basis, 贯彻落实《》 implements, 现将《》印发 issues
//! short      以下简称《办法》: a short name stands for the title and number it was defined with
//! pointer    本办法第五条, 附件2: the item or the attached document that is meant
//! link       which of many notices a citation cites
//! ```

mod link;
mod pointer;
mod relation;
mod short;
#[cfg(test)]
mod tests;
mod wording;

use serde::{Deserialize, Serialize};

use super::context::Context;
use super::grounds::{Grounds, How};
use super::passage::{Passage, PassageKind, Place};
use crate::{Citation, DocumentNumber, Span};
pub use link::{CitationKey, NoticeIndex, NoticeKeys, link, number_key, title_key};
pub use pointer::{Pointer, PointerTarget};
use relation::{Said, relation};
use short::ShortNames;

/// 引用: a citation with its relation, `根据《…》`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ResolvedCitation {
    /// The title without its marks; of a short name the title it stands for.
    pub title: String,
    /// The number behind the title; of a short name that of the title it stands for.
    pub doc_number: Option<DocumentNumber>,
    /// What is done with the cited document; `None` where what stands in `《》` is no document: a certificate, a form, a
    /// magazine.
    pub relation: Option<Relation>,
    /// Whether the relation is yet to come, a task and not the notice's own act: `适时修订《…》`.
    pub planned: bool,
    /// The item and the task it stands in.
    pub place: Place,
    /// From `《` to `》`, as in [`Citation`].
    pub span: Span,
    /// How it was reached; a short name rests on the place where it was defined.
    pub grounds: Grounds,
}

/// What is done with a cited document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Relation {
    /// `现将《…》转发给你们`
    Forwards,
    /// `现将《…》印发给你们`: the notice's own act.
    Issues,
    /// `根据《…》`, `按照《…》`
    Basis,
    /// `贯彻落实《…》`, `执行《…》`
    Implements,
    /// `修订《…》`
    Amends,
    /// `《…》同时废止`
    Repeals,
    /// Named without any of these.
    Mentions,
}

impl Relation {
    /// The stable name used in tables and JSON: `basis`.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Forwards => "forwards",
            Relation::Issues => "issues",
            Relation::Basis => "basis",
            Relation::Implements => "implements",
            Relation::Amends => "amends",
            Relation::Repeals => "repeals",
            Relation::Mentions => "mentions",
        }
    }
}

/// The citations of a notice with their relations, and its pointers into itself.
pub(super) fn citations(
    context: &Context<'_>,
    passages: &[Passage<'_>],
) -> (Vec<ResolvedCitation>, Vec<Pointer>) {
    let mut found = Vec::new();
    let mut pointers = pointer::Pointers::new(context.notice);
    let mut names = ShortNames::default();
    let mut lead = Lead { passages, read: 0, part: 0, said: None };
    for (index, passage) in passages.iter().enumerate() {
        let cited: Vec<&Citation> = passage.citations().collect();
        if !cited.is_empty() {
            lead.passages = &passages[..index];
            passage_citations(passage, &cited, &mut lead, &mut names, &mut found);
        }
        pointers.read(passage);
    }
    (found, pointers.found)
}

/// What a heading or a paragraph that ends in `：` says about the list below it. Looked for only when a list asks: most
/// notices have none.
#[derive(Debug)]
struct Lead<'p, 'n> {
    /// The passages before the one that asks.
    passages: &'p [Passage<'n>],
    /// How many of them are read.
    read: usize,
    part: usize,
    said: Option<(Relation, Span)>,
}

impl Lead<'_, '_> {
    /// What the last of the passages before in the same part says that says anything, and where.
    fn said(&mut self, part: usize) -> Option<(Relation, Span)> {
        for passage in &self.passages[self.read.min(self.passages.len())..] {
            if passage.part != self.part || passage.kind == PassageKind::Title {
                (self.part, self.said) = (passage.part, None);
            }
            if let Some(relation) = relation::of_list(passage.text) {
                self.said = Some((relation, passage.whole()));
            }
        }
        self.read = self.passages.len();
        self.said.filter(|_| self.part == part)
    }
}

/// The citations of one passage.
fn passage_citations(
    passage: &Passage<'_>,
    cited: &[&Citation],
    lead: &mut Lead<'_, '_>,
    names: &mut ShortNames,
    found: &mut Vec<ResolvedCitation>,
) {
    let ranges: Vec<_> = cited
        .iter()
        .map(|citation| passage.offset(citation.span.start)..passage.offset(citation.span.end))
        .collect();
    let first = found.len();
    for (index, citation) in cited.iter().enumerate() {
        let defines = short::defines(passage.text, &ranges[index]).then(|| index.checked_sub(1)).flatten();
        let resolved = match defines {
            Some(full) => {
                let full = found[first + full].clone();
                names.add(&citation.title, &full);
                ResolvedCitation {
                    span: citation.span,
                    grounds: Grounds::on(How::Nearby, [full.span]),
                    ..full
                }
            }
            None => {
                let said = relation(passage.text, &ranges, index);
                let above = if said.is_bare { lead.said(passage.part) } else { None };
                let said = match above {
                    Some((relation, at)) => {
                        let grounds = Grounds::on(How::Nearby, [at]);
                        return_said(passage, citation, Said { relation: Some(relation), ..said }, grounds)
                    }
                    None => return_said(passage, citation, said, Grounds::own_words()),
                };
                names.resolve(said)
            }
        };
        found.push(resolved);
    }
}

fn return_said(passage: &Passage<'_>, citation: &Citation, said: Said, grounds: Grounds) -> ResolvedCitation {
    ResolvedCitation {
        title: citation.title.clone(),
        doc_number: citation.doc_number.clone(),
        relation: said.relation,
        planned: said.planned,
        place: passage.place(citation.span.start),
        span: citation.span,
        grounds,
    }
}
