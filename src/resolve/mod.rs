//! The second layer: who is who, by when, how much, on what ground.
//!
//! [`resolve()`](crate::resolve()) reads a [`Notice`] that [`parse`](crate::parse) made and the text it was made of, and answers
//! what the words stand for: an organ's legal name, a day, a quantity, the notice that is cited. It never replaces a
//! word of the first layer; every answer carries [`How`] it was reached and the places it [rests on](Grounds), and it
//! may be none. `parse` knows nothing of it.
//!
//! ```text
//! context    the document parts: their dates, and what scope each is read in
//! scope      who speaks in each part (`evidence`: where no title, signature or number says so)
//! unit       each unit of each clause: its organ, its group, or none
//! division   provinces, prefectures and counties of each time
//! organ      what the short forms of organs' names stand for, where and when
//! issuer     who issued each part, its elements held against each other
//! remark     what remarks over the whole document give: roles, units
//! time       every time in the text, anchored at its part's date
//! target     quantities with indicator, comparator and change
//! citation   relations to other documents and to the notice's own items
//! ```
//!
//! Only the public model is used, so that this layer could stand in a crate of its own.

mod answer;
mod calendar;
mod citation;
mod context;
mod division;
mod evidence;
mod grounds;
mod group;
mod issuer;
mod organ;
mod passage;
mod places;
mod remark;
mod scope;
mod target;
mod time;
mod unit;

pub use answer::{Answer, DivisionName, InferredRole, Internal, Organ, ResolvedPart, ResolvedUnit};
pub use citation::{
    CitationKey, NoticeIndex, NoticeKeys, Pointer, PointerTarget, Relation, ResolvedCitation, link,
    number_key, title_key,
};
pub use division::{Division, Level, Month, Period};
pub use grounds::{Grounds, How};
pub use group::{Group, GroupClass, GroupScope};
pub use issuer::{Issuer, IssuerSource};
pub use organ::OrganKind;
pub use passage::Place;
pub use remark::PassedOn;
pub use target::{Change, Comparator, Target, TargetClass};
pub use time::{Cycle, Length, LengthUnit, Time, TimeDoubt, TimeKind, TimeOwner, Validity};

use serde::{Deserialize, Serialize};

use crate::{Notice, Span};
use context::Context;

/// What [`resolve`] answers about a notice, each list in the order of the text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Resolved {
    /// Who speaks in each part: the notice, then what is attached.
    pub parts: Vec<ResolvedPart>,
    /// Who issued each part, joint issuers in their order.
    pub issuers: Vec<Issuer>,
    /// Units of all clauses, one entry a place.
    pub units: Vec<ResolvedUnit>,
    /// Units that remarks give to the tasks above them: `以上任务均需各乡镇人民政府落实`.
    pub passed_on: Vec<PassedOn>,
    /// Times, not only deadlines: `2024年底前`.
    pub times: Vec<Time>,
    /// From when to when the documents themselves are in force: `自2024年7月1日起施行，有效期5年`.
    pub validity: Vec<Validity>,
    /// Quantities: `培育20家以上`.
    pub targets: Vec<Target>,
    /// Citations with their relation: `根据《…》`.
    pub citations: Vec<ResolvedCitation>,
    /// Pointers into the notice itself: `本办法第五条`, `附件2`.
    pub pointers: Vec<Pointer>,
}

impl Resolved {
    /// The answer about a unit that the first layer read at this place.
    pub fn unit_at(&self, span: Span) -> Option<&ResolvedUnit> {
        let at = self.units.binary_search_by_key(&span, |unit| unit.span).ok()?;
        self.units.get(at)
    }
}

/// Resolves a notice that was parsed from `text`; places in the answers are byte ranges of `text`.
///
/// Never fails, never panics: with a text that is not the notice's, answers are missing.
///
/// ```
/// let text = "云政发〔2020〕31号\n云溪县人民政府关于修复城东水厂的通知\n县水务局：\n请抓紧施工。";
/// let parsed = gongwen::parse(text);
/// let resolved = gongwen::resolve(text, parsed.notice());
/// assert!(resolved.times.is_empty());
/// ```
pub fn resolve(text: &str, notice: &Notice) -> Resolved {
    let context = Context::new(text, notice);
    let scopes = scope::scopes(&context);
    let mut units = unit::units(&context, &scopes);
    remark::infer_roles(&context, &mut units);
    let passages = passage::passages(&context);
    let (times, validity) = time::times(&context, &passages);
    let targets = target::targets(&context, &passages, &times);
    let (citations, pointers) = citation::citations(&context, &passages);
    Resolved {
        parts: scopes.iter().map(ResolvedPart::of).collect(),
        issuers: issuer::issuers(&context, &scopes),
        units,
        passed_on: remark::passed_on(&context, &scopes),
        times,
        validity,
        targets,
        citations,
        pointers,
    }
}
